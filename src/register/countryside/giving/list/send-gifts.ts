import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { digestOf } from '../../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../../basis/shared/outcome.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import { once, record } from '../../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../../platform/role/index.ts'
import type { SentFile } from '../../../../platform/staff/index.ts'
import type { Keeper } from '../keep-contribution.ts'
import type { ContributionCode } from '../problem-words.ts'
import type { Gift } from './judge-gifts.ts'
import type { GiftLine } from './read-gifts.ts'
import { judgeGiftsOf } from './reads.ts'

export type Sending = { unit_id: number; file: SentFile; lines: readonly GiftLine[]; key: string; today: string }
type Sent = { contribution_list_id: number; n: number }

/**
 * An office writes down the gifts of a list, all or none; of its file the register keeps the digest. Each is counted
 * once another person has verified it. Refusals: no-charge, nothing-sent, faulty-list (limit: how many cells); those of
 * the key.
 */
export function sendGifts(tx: Tx, actor: Keeper, { unit_id, file, lines, key, today }: Sending): Promise<Outcome<Sent, ContributionCode>> {
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  return once(tx, actor, { key, act: 'send-contributions', request: { unit_id, digest } }, async () => {
    const standing = await standingOf(tx, actor.person_id, today)
    if (!may(standing, 'contribution', 'keep', { unit_id }).allowed) return refused({ code: 'no-charge' })
    if (lines.length === 0) return refused({ code: 'nothing-sent', field: 'file' })
    const { gifts, faults } = await judgeGiftsOf(tx, lines, { unit_id, today })
    if (faults.length > 0) return refused({ code: 'faulty-list', field: 'file', limit: faults.length })
    const { rows } = await sql<{ contribution_list_id: number }>`
      insert into contribution_list (kept_at, sent_by, file_name, digest)
      values (${unit_id}, ${actor.person_id}, ${file.name}, ${digest}) returning contribution_list_id`.execute(tx)
    const { contribution_list_id } = rows[0]!
    await insertGifts(tx, actor, { contribution_list_id, unit_id, today }, gifts)
    const object = { object: 'contribution-list', object_id: String(contribution_list_id) }
    await record(tx, actor, {
      act: 'send-contributions',
      ...object,
      digest: digestOf({ digest, n: gifts.length }),
      retention: 'organisation',
    })
    return done({ contribution_list_id, n: gifts.length })
  })
}

type OfList = { contribution_list_id: number; unit_id: number; today: string }

async function insertGifts(tx: Tx, { person_id }: Keeper, { contribution_list_id, unit_id, today }: OfList, gifts: Gift[]): Promise<void> {
  const told = JSON.stringify(gifts)
  await sql`
    insert into contribution (contribution_kind, quantity, is_estimate, work, place_id, given_on, kept_at, kept_by, mobiliser, evidence,
                              contribution_list_id, list_row)
    select g.contribution_kind, g.quantity, g.is_estimate, g.work, g.place_id, g.given_on, ${unit_id}::integer, ${person_id}::bigint,
           nullif(g.mobiliser, ''), nullif(g.evidence, ''), ${contribution_list_id}::bigint, g.row
      from jsonb_to_recordset(${told}::jsonb)
           as g(contribution_kind text, quantity numeric, is_estimate boolean, work text, place_id integer, given_on date, mobiliser text,
                evidence text, row integer)
     order by g.row`.execute(tx)
  await sql`
    insert into contribution_giver (contribution_id, household, giver_kind, consented_on)
    select c.contribution_id, g.giver, g.giver_kind, case when g.may_thank then ${today}::date end
      from jsonb_to_recordset(${told}::jsonb) as g(row integer, giver text, giver_kind text, may_thank boolean)
      join contribution c on c.contribution_list_id = ${contribution_list_id} and c.list_row = g.row`.execute(tx)
}
