import type { Restorable } from './platform/backup/index.ts'
import { giveUpJobs } from './platform/jobs/index.ts'
import { endSessions, refused_reminders } from './platform/sign-in/index.ts'
import { withdrawn_consent } from './register/exemplar/index.ts'
import { leaveUnsure } from './register/reminder/index.ts'
import { vouched } from './vouched.ts'

/** What backups must know of the rooms, laid together from them. */
export const restorable: Restorable = {
  vouched,
  withdrawables: [withdrawn_consent, refused_reminders],
  after_restore: [endSessions, giveUpJobs, leaveUnsure],
}
