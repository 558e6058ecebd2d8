import { sql } from 'kysely'
import { digestOf } from '../../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../../basis/shared/outcome.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import { record } from '../../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../../platform/role/index.ts'
import { days_alike } from '../giving.ts'
import type { Keeper } from '../keep-contribution.ts'
import type { ContributionCode } from '../problem-words.ts'
import { findGiftList } from './reads.ts'

type Asked = { unit_id: number; contribution_list_id: number; today: string }
type Judged = Outcome<{ n: number }, ContributionCode>

/**
 * Another person than who sent a list verifies what waits of it, but for gifts that may be told twice: each of those is
 * judged by itself. Refusals: unknown-list, own-list, nothing-waits.
 */
export async function verifyGifts(tx: Tx, actor: Keeper, { unit_id, contribution_list_id, today }: Asked): Promise<Judged> {
  const list = await findGiftList(tx, { unit_id, contribution_list_id })
  const standing = await standingOf(tx, actor.person_id, today)
  if (!list) return refused({ code: 'unknown-list' })
  if (list.sent_by === actor.person_id) return refused({ code: 'own-list' })
  const subject = { unit_id: list.kept_at, person_id: list.sent_by }
  if (!may(standing, 'contribution', 'verify', subject).allowed) return refused({ code: 'unknown-list' })
  const { rows } = await sql<{ contribution_id: number }>`
    insert into contribution_verification (contribution_id, verified_on, verified_by)
    select c.contribution_id, ${today}::date, ${actor.person_id}
      from contribution c
     where c.contribution_list_id = ${contribution_list_id} and is_open(c.recorded)
       and not exists (select from contribution_verification w where w.contribution_id = c.contribution_id and is_open(w.recorded))
       and c.contribution_id not in (select r.contribution_id from resembling_gifts(${contribution_list_id}::bigint, ${days_alike}::integer) r)
        on conflict do nothing
    returning contribution_id`.execute(tx)
  if (rows.length === 0) return refused({ code: 'nothing-waits' })
  return note(tx, actor, 'verify-contributions', { contribution_list_id, n: rows.length })
}

/** What waits of a list is taken back, by whoever has charge of it. Refusals: unknown-list, nothing-waits. */
export async function withdrawGifts(tx: Tx, actor: Keeper, { unit_id, contribution_list_id, today }: Asked): Promise<Judged> {
  const list = await findGiftList(tx, { unit_id, contribution_list_id })
  const standing = await standingOf(tx, actor.person_id, today)
  if (!list || !may(standing, 'contribution', 'keep', { unit_id: list.kept_at }).allowed) return refused({ code: 'unknown-list' })
  await sql`
    update contribution_giver g set recorded = closed(g.recorded)
      from contribution c
     where c.contribution_id = g.contribution_id and c.contribution_list_id = ${contribution_list_id} and is_open(g.recorded) and is_open(c.recorded)
       and not exists (select from contribution_verification w where w.contribution_id = c.contribution_id and is_open(w.recorded))`.execute(
    tx,
  )
  const { rows } = await sql`
    update contribution c set recorded = closed(c.recorded)
     where c.contribution_list_id = ${contribution_list_id} and is_open(c.recorded)
       and not exists (select from contribution_verification w where w.contribution_id = c.contribution_id and is_open(w.recorded))
    returning c.contribution_id`.execute(tx)
  if (rows.length === 0) return refused({ code: 'nothing-waits' })
  return note(tx, actor, 'withdraw-contributions', { contribution_list_id, n: rows.length })
}

async function note(
  tx: Tx,
  actor: Keeper,
  act: 'verify-contributions' | 'withdraw-contributions',
  { contribution_list_id, n }: { contribution_list_id: number; n: number },
): Promise<Judged> {
  const object = { object: 'contribution-list', object_id: String(contribution_list_id) }
  await record(tx, actor, { act, ...object, digest: digestOf({ contribution_list_id, n }), retention: 'organisation' })
  return done({ n })
}
