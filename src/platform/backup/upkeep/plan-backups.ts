import { isAbsolute } from 'node:path'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf } from '../../../basis/shared/outcome.ts'
import type { Actor, Db, Tx } from '../../database/index.ts'
import { record } from '../../ledger/index.ts'
import { closedNow, isOpen } from '../../role/index.ts'
import { isRecoveryKey } from '../take/recovery-key.ts'

/**
 * Where backups go, to whose key the register's keys are sealed (null: nobody has said), at which full hour of Vietnam,
 * and how many are kept.
 */
export type BackupPlan = { folder: string; recovery_key: string | null; at_hour: number; days: number; weeks: number; months: number }
export type PlanCode = 'not-absolute' | 'no-recovery-key' | 'no-such-hour' | 'keeps-none'

/** What is kept where nobody says otherwise. */
export const usual_plan = { at_hour: 2, days: 7, weeks: 5, months: 12 } as const

/**
 * Writes down where backups go, instead of what was said before; the ledger is told. What the machine's settings say
 * goes before. As an administrator whose reach is the whole register, or as the owner. Refusals: those of `PlanCode`,
 * each at its field.
 */
export async function planBackups(tx: Tx, actor: Actor, plan: BackupPlan): Promise<Outcome<null, PlanCode>> {
  const refusal = problemsOf(problemsWith(plan))
  if (refusal) return refusal
  await tx.updateTable('backup_plan').set({ recorded: closedNow }).where(isOpen).execute()
  const { folder, recovery_key, at_hour, days, weeks, months } = plan
  const content = { folder, recovery_key, at_hour, days, weeks, months }
  const { backup_plan_id } = await tx.insertInto('backup_plan').values(content).returning('backup_plan_id').executeTakeFirstOrThrow()
  const act = { act: 'plan-backups', object: 'backup-plan', object_id: String(backup_plan_id), digest: digestOf(content) } as const
  await record(tx, actor, { ...act, retention: 'organisation' })
  return done(null)
}

/** What is written down, with what the machine's settings say instead; null where neither names a folder. */
export async function findBackupPlan(db: Pick<Db, 'selectFrom'>, set: Partial<BackupPlan> = {}): Promise<BackupPlan | null> {
  const columns = ['folder', 'recovery_key', 'at_hour', 'days', 'weeks', 'months'] as const
  const written = await db.selectFrom('backup_plan').select(columns).where(isOpen).executeTakeFirst()
  const plan = { recovery_key: null, ...usual_plan, ...written, ...set }
  return plan.folder === undefined ? null : { ...plan, folder: plan.folder }
}

function* problemsWith({ folder, recovery_key, at_hour, days, weeks, months }: BackupPlan): Generator<Problem<PlanCode>> {
  if (!isAbsolute(folder)) yield { code: 'not-absolute', field: 'folder' }
  if (recovery_key !== null && !isRecoveryKey(recovery_key)) yield { code: 'no-recovery-key', field: 'recovery_key' }
  if (!Number.isInteger(at_hour) || at_hour < 0 || at_hour > 23) yield { code: 'no-such-hour', field: 'at_hour' }
  const keep = [days, weeks, months]
  if (!keep.every(n => Number.isInteger(n) && n >= 0 && n <= 3650) || keep.every(n => n === 0)) yield { code: 'keeps-none', field: 'days' }
}
