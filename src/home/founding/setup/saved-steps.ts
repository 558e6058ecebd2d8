import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { type Actor, asOwner, type Database, type Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import type { Typed } from '../../../platform/staff/index.ts'
import type { StepName } from './forms.ts'
import type { SavedSteps } from './suggest.ts'

/** What was saved so far of a register that is not founded yet. */
export function readSteps(database: Pick<Database, 'connect'>): Promise<SavedSteps> {
  return asOwner(database, async ({ kysely }) => {
    // The owner sees persons only while it says that it loads; the connection is ours alone.
    await sql`set neu_guong.loading = 'yes'`.execute(kysely)
    const { rows } = await sql<{ step: StepName; typed: Typed }>`select step, typed from founding_step`.execute(kysely)
    return Object.fromEntries(rows.map(({ step, typed }) => [step, typed]))
  })
}

/**
 * Keeps what was typed in a step, in place of what was there. The ledger keeps a digest with a salt that goes with the
 * step. The owner's transaction, which says that it loads.
 */
export async function saveStep(tx: Tx, actor: Actor, { step, typed, now }: { step: StepName; typed: Typed; now: Date }): Promise<void> {
  const salt = randomBytes(16).toString('base64url')
  await sql`
    insert into founding_step (step, typed, salt, saved_at) values (${step}, ${JSON.stringify(typed)}, ${salt}, ${now})
        on conflict (step) do update set typed = excluded.typed, salt = excluded.salt, saved_at = excluded.saved_at`.execute(tx)
  const digest = digestOf({ step, typed, salt })
  await record(tx, actor, { act: 'prepare-founding', object: 'founding', object_id: step, digest, retention: 'organisation' })
}

/** Nothing of it is needed once the register is founded. */
export async function clearSteps(tx: Tx): Promise<void> {
  await sql`delete from founding_step`.execute(tx)
}
