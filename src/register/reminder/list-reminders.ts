import { query } from '../../platform/database/index.ts'
import my_reminders from './list-my-reminders.sql?raw'
import reminded from './list-reminded.sql?raw'
import waves from './list-reminder-waves.sql?raw'

/** What has become of a mail; null where none was to be sent. */
export type MailState = 'queued' | 'sending' | 'deferred' | 'sent' | 'failed' | 'unsure' | 'dropped' | null

/** One press, and what it has come to in the unit that is asked about. */
export type WaveRow = {
  reminder_wave_id: number
  sent_at: string
  sent_as: string
  sent_from: string
  sent_from_id: number
  reminded: number
  read: number
  without_mail: number
  sent: number
  waiting: number
  failed: number
}

/** One person reminded. `reason` is a code: smtp-550, econnrefused. */
export type RemindedRow = {
  reminder_id: number
  obligation_id: number
  unit_name: string
  full_name: string
  read_at: string | null
  mail: MailState
  reason: string | null
  due_on: string
}

/** With the words of the level that reminded, in both languages. */
export type MyReminder = {
  reminder_id: number
  reminded_at: string
  sent_as: string
  sent_from: string
  read_at: string | null
  body_vi: string
  body_en: string
}

export const listReminderWaves = query<{ unit: string; campaign_id: number; day: string }, WaveRow>(waves)
export const listReminded = query<{ unit: string; reminder_wave_id: number; day: string }, RemindedRow>(reminded)
export const listMyReminders = query<{ day: string }, MyReminder>(my_reminders)
