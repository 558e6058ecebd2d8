import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { query, type Tx } from '../../../platform/database/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { type Keeper, noteContribution } from './keep-contribution.ts'
import type { ContributionCode } from './problem-words.ts'

type Asked = { contribution_id: number; today: string }
type Judged = Outcome<{ contribution_id: number }, ContributionCode>

const found = query<{ contribution_id: number }, { kept_at: number | null; kept_by: number | null; is_verified: boolean }>(`
  select c.kept_at, c.kept_by,
         exists (select from contribution_verification w where w.contribution_id = c.contribution_id and is_open(w.recorded)) as is_verified
    from contribution c
   where c.contribution_id = :contribution_id::bigint and is_open(c.recorded)`)

/**
 * Another person than who wrote it down says that it was given so: from then on it is counted. Refusals:
 * unknown-contribution, own-contribution, verified-already.
 */
export async function verifyContribution(tx: Tx, actor: Keeper, { contribution_id, today }: Asked): Promise<Judged> {
  const [kept] = await found(tx, { contribution_id })
  if (!kept || kept.kept_at === null) return refused({ code: 'unknown-contribution' })
  if (kept.kept_by === actor.person_id) return refused({ code: 'own-contribution' })
  const standing = await standingOf(tx, actor.person_id, today)
  const subject = { unit_id: kept.kept_at, person_id: kept.kept_by! }
  if (!may(standing, 'contribution', 'verify', subject).allowed) return refused({ code: 'unknown-contribution' })
  const { rows } = await sql`
    insert into contribution_verification (contribution_id, verified_on, verified_by)
    values (${contribution_id}, ${today}::date, ${actor.person_id})
        on conflict do nothing
    returning contribution_id`.execute(tx)
  if (rows.length === 0) return refused({ code: 'verified-already' })
  await noteContribution(tx, actor, 'verify-contribution', { contribution_id, digest: digestOf({ contribution_id, verified_on: today }) })
  return done({ contribution_id })
}

/**
 * What was written down by mistake is taken back while nobody has verified it, by whoever has charge of it. Refusals:
 * unknown-contribution, verified-already.
 */
export async function withdrawContribution(tx: Tx, actor: Keeper, { contribution_id, today }: Asked): Promise<Judged> {
  const [kept] = await found(tx, { contribution_id })
  if (!kept || kept.kept_at === null) return refused({ code: 'unknown-contribution' })
  if (kept.is_verified) return refused({ code: 'verified-already' })
  const standing = await standingOf(tx, actor.person_id, today)
  if (!may(standing, 'contribution', 'keep', { unit_id: kept.kept_at }).allowed) return refused({ code: 'unknown-contribution' })
  await sql`update contribution_giver set recorded = closed(recorded) where contribution_id = ${contribution_id} and is_open(recorded)`.execute(
    tx,
  )
  await sql`update contribution set recorded = closed(recorded) where contribution_id = ${contribution_id} and is_open(recorded)`.execute(
    tx,
  )
  await noteContribution(tx, actor, 'withdraw-contribution', { contribution_id, digest: digestOf({ contribution_id }) })
  return done({ contribution_id })
}
