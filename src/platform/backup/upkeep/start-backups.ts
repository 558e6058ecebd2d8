import { type Database, type Rounds, startRounds, transactionOn } from '../../database/index.ts'
import type { Restorable } from '../restorable.ts'
import { listBackups } from '../restore/read-backup.ts'
import { removeFolder } from '../take/folder.ts'
import { say_problem } from '../words.ts'
import { type BackupPlan, findBackupPlan } from './plan-backups.ts'
import { instantOf, lastAt, tooOld } from './retention.ts'
import { takeAndNote, writeWithdrawals } from './take-and-note.ts'

export type BackupsAsked = {
  data_dir: string
  /** What the settings say; it goes before what is written in the register. */
  set_plan: Partial<BackupPlan>
  rooms: Restorable
  now: () => Date
  say: (line: string) => void
  stopping: AbortSignal
  every_ms?: number
}

/** After a failure it is tried again so much later. */
const patience_ms = 3_600_000

/**
 * Takes a backup each day after the hour of the plan, while the portal serves, takes away those that are kept no
 * longer, and adds each minute to the list of withdrawals what is new. Two nodes do not take the same one: the second
 * finds it taken. Stopping breaks off one that is being taken.
 */
export function startBackups(database: Pick<Database, 'connect'>, { every_ms = 60_000, ...asked }: BackupsAsked): Rounds {
  return startRounds(round, { what: 'backup', every_ms, say: asked.say })

  async function round(): Promise<void> {
    if (asked.stopping.aborted) return
    const { plan, is_due } = await whatIsDue(database, asked)
    if (!plan) return
    if (is_due) await takeDue(plan)
    else await writeWithdrawals(database, plan.folder, asked.rooms)
  }

  async function takeDue(plan: BackupPlan): Promise<void> {
    const { folder, recovery_key } = plan
    const taken = await takeAndNote(database, { ...asked, folder, recovery_key: recovery_key ?? '' })
    if (!taken.ok) throw new Error(say_problem(taken.problems[0]!))
    if (taken.value.warning) asked.say(`backup: ${taken.value.warning}`)
    await removeOld(plan)
  }
}

async function whatIsDue(
  database: Pick<Database, 'connect'>,
  { set_plan, now }: BackupsAsked,
): Promise<{ plan: BackupPlan | null; is_due: boolean }> {
  const owner = await database.connect('neu_guong_owner')
  try {
    const plan = await findBackupPlan(transactionOn(owner), set_plan)
    if (!plan) return { plan, is_due: false }
    const { rows } = await owner.query<{ taken: boolean; tried: boolean }>(
      `select exists (select from backup where outcome = 'whole' and began_at >= $1) as taken,
              exists (select from backup where outcome = 'failed' and began_at > $2) as tried`,
      [lastAt(plan.at_hour, now()), new Date(now().getTime() - patience_ms)],
    )
    return { plan, is_due: !rows[0]!.taken && !rows[0]!.tried }
  } finally {
    await owner.end()
  }
}

/** Only after a new one is whole. */
export async function removeOld({ folder, ...keep }: BackupPlan): Promise<void> {
  const names = await listBackups(folder)
  const old = new Set(tooOld(names.map(instantOf), keep).map(at => at.getTime()))
  for (const name of names.filter(one => old.has(instantOf(one).getTime()))) await removeFolder(folder, name)
}
