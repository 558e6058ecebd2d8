import { query } from '../../platform/database/index.ts'

/** The campaign of a wave of reminders. At most one row. */
export const findWave = query<{ reminder_wave_id: number }, { campaign_id: number }>(`
  select campaign_id from reminder_wave where reminder_wave_id = :reminder_wave_id`)
