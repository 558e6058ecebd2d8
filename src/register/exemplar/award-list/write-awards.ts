import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { recordInstrument } from '../../organisation/index.ts'
import type { Clerk } from '../verbs/take-step.ts'
import { type Award, exemplarOf, instrumentOf } from './award-list.ts'
import type { AwardList } from './find-award-lists.ts'

/** A line on its way into the register. */
type Writing = Award & { instrument_id: number; nomination_id: number }

/**
 * Writes the lines of a confirmed list: each becomes a case that whoever sent the list put forward and whoever confirms
 * it recognises, so that consent, story, certificate and revocation go on from it as from any other. Who is in several
 * lines is one exemplar.
 */
export async function writeAwards(tx: Tx, actor: Clerk, list: AwardList): Promise<void> {
  const known = await withExemplars(tx, await withInstruments(tx, list.lines), list.unit_id)
  const lines = await withCases(tx, known, list)
  const table = tableOf(lines)
  await sql`
    insert into award_list_case (nomination_id, award_list_id, row_number)
    select l.nomination_id, ${list.award_list_id}, l."row" from ${table}`.execute(tx)
  await sql`
    insert into nomination_text (nomination_id, achievement, account)
    select l.nomination_id, l.achievement, ${`Theo danh sách khen thưởng «${list.file_name}».`} from ${table}`.execute(tx)
  await sql`
    insert into nomination_step (nomination_id, state, taken_by)
    select l.nomination_id, 'recognised', ${actor.person_id} from ${table}`.execute(tx)
  await sql`
    insert into recognition (exemplar_id, level, form, achievement, instrument_id, decided_on)
    select l.exemplar_id, l.level, l.form, l.achievement, l.instrument_id, l.signed_on from ${table}`.execute(tx)
}

async function withInstruments<L extends Award>(tx: Tx, lines: readonly L[]): Promise<(L & { instrument_id: number })[]> {
  const recorded = new Map<string, number>()
  for (const [key, { number, issuer, title, signed_on }] of new Map(lines.map(line => [instrumentOf(line), line])))
    recorded.set(key, await recordInstrument(tx, { number, issuer, title, signed_on, kind: 'decision' }))
  return lines.map(line => ({ ...line, instrument_id: recorded.get(instrumentOf(line))! }))
}

/** Whom the register has not yet is added, kept by the unit of the list. */
async function withExemplars<L extends Award>(tx: Tx, lines: readonly L[], keeper_id: number): Promise<(L & { exemplar_id: number })[]> {
  const coming = new Map(lines.filter(({ exemplar_id }) => exemplar_id === null).map(line => [exemplarOf(line), line]))
  const { rows } = await sql<{ exemplar_id: number }>`
    insert into exemplar (kind, field, unit_id, keeper_id)
    select l.kind, l.field, l.place_id, ${keeper_id} from ${tableOf([...coming.values()])} order by l.nth
    returning exemplar_id`.execute(tx)
  const ids = inOrder(rows.map(({ exemplar_id }) => exemplar_id))
  const added = new Map([...coming].map(([key, line], i) => [key, { ...line, exemplar_id: ids[i]! }]))
  await sql`
    insert into exemplar_profile (exemplar_id, name)
    select l.exemplar_id, l.name from ${tableOf([...added.values()])}`.execute(tx)
  return lines.map(line => ({ ...line, exemplar_id: line.exemplar_id ?? added.get(exemplarOf(line))!.exemplar_id }))
}

async function withCases(tx: Tx, lines: readonly (Award & { instrument_id: number })[], list: AwardList): Promise<Writing[]> {
  const { rows } = await sql<{ nomination_id: number }>`
    insert into nomination (exemplar_id, unit_id, person_id, nominated_by)
    select l.exemplar_id, ${list.unit_id}, l.person_id, ${list.uploaded_by} from ${tableOf(lines)} order by l.nth
    returning nomination_id`.execute(tx)
  const ids = inOrder(rows.map(({ nomination_id }) => nomination_id))
  return lines.map((line, i) => ({ ...line, nomination_id: ids[i]! }))
}

/** Numbers are given in the order in which rows are written. */
function inOrder(ids: readonly number[]): number[] {
  return ids.toSorted((a, b) => a - b)
}

/** The lines as a table `l` of the database; `nth` is their order. */
function tableOf(lines: readonly object[]): RawBuilder<unknown> {
  const numbered = JSON.stringify(lines.map((line, nth) => ({ ...line, nth })))
  return sql`jsonb_to_recordset(${numbered}::jsonb) as l(nth int, "row" int, kind text, field text, name text, place_id int, achievement text,
    level text, form text, signed_on date, exemplar_id bigint, person_id bigint, instrument_id bigint, nomination_id bigint)`
}

/**
 * Takes back what a list recognised: it was never so, and its cases are withdrawn. False where some of it was revoked
 * or corrected since, so that nothing may be written.
 */
export async function takeBackAwards(tx: Tx, actor: Clerk, { award_list_id, lines }: AwardList, why: string): Promise<boolean> {
  const { rows } = await sql<{ recognition_id: number }>`
    select r.recognition_id
      from award_list_case c
      join nomination n      on n.nomination_id = c.nomination_id
      join nomination_text t on t.nomination_id = n.nomination_id and is_open(t.recorded)
      join recognition r     on r.exemplar_id = n.exemplar_id and r.achievement = t.achievement and is_open(r.recorded) and r.revoked_on is null
     where c.award_list_id = ${award_list_id}`.execute(tx)
  const standing = rows.map(({ recognition_id }) => recognition_id)
  await sql`update recognition set recorded = closed(recorded) where recognition_id = any (${standing})`.execute(tx)
  await sql`
    insert into nomination_step (nomination_id, state, taken_by, comment)
    select c.nomination_id, 'withdrawn', ${actor.person_id}, ${why} from award_list_case c where c.award_list_id = ${award_list_id}`.execute(
    tx,
  )
  return standing.length === lines.length
}
