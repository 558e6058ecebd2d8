import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { month_pattern, monthBefore, type ValueLine, type Way } from '../indicator.ts'
import { type Judged, type JudgedValue, judgeValues } from '../judge-values.ts'
import type { IndicatorCode } from '../problem-words.ts'
import { listIndicators } from '../reads/list-indicators.ts'
import { listKnownValues } from '../reads/list-known-values.ts'
import { listSenderPlaces } from '../reads/list-sender-places.ts'

/** Values of a unit's places, as they are sent. `indicator_key_id`: the key of the system that sends them. */
export type Delivering = {
  unit_id: number
  way: Way
  file_name?: string
  indicator_key_id?: number
  lines: readonly ValueLine[]
  key: string
  today: string
}

/** What a delivery came to. `unchanged`: values that the register held already. */
export type Delivered = { indicator_delivery_id: number; added: number; revised: number; unchanged: number }

/** So many at once: the months of 8 years of a thousand places. */
export const most_values = 100_000

/**
 * Takes values in, all or none, once for each key. A value that differs from the one before closes it. Refusals:
 * not-yours, nothing-sent, too-many-values, those of judgeValues at `row-N`, and those of the key.
 */
export function deliverValues(
  tx: Tx,
  actor: Actor & { person_id: number },
  { unit_id, way, file_name, indicator_key_id, lines, key, today }: Delivering,
): Promise<Outcome<Delivered, IndicatorCode>> {
  return once(tx, actor, { key, act: 'deliver-indicator-values', request: { unit_id, way, lines: digestOf(lines) } }, async () => {
    const decision = may(await standingOf(tx, actor.person_id, today), 'indicator', 'send', { unit_id })
    if (!decision.allowed) return refused({ code: 'not-yours' })
    if (lines.length === 0) return refused({ code: 'nothing-sent', field: 'file' })
    if (lines.length > most_values) return refused({ code: 'too-many-values', field: 'file', limit: most_values })
    // One delivery after another: two that bring the same month would meet at the index.
    await sql`select pg_advisory_xact_lock(hashtextextended('indicator_value', 0))`.execute(tx)
    const judged = await judge(tx, { unit_id, lines, today })
    if (judged.problems.length > 0) return refused(...judged.problems)
    const sent = { unit_id, way, file_name: file_name ?? null, indicator_key_id: indicator_key_id ?? null }
    const indicator_delivery_id = await write(tx, actor, sent, judged.values)
    await record(tx, actor, {
      ...{ act: 'deliver-indicator-values', object: 'indicator-delivery', object_id: String(indicator_delivery_id) },
      ...{ digest: digestOf(judged.values), retention: 'organisation', on_behalf_of: decision.on_behalf_of },
    })
    const revised = judged.values.filter(({ revises }) => revises).length
    return done({ indicator_delivery_id, added: judged.values.length - revised, revised, unchanged: judged.unchanged })
  })
}

async function judge(tx: Tx, { unit_id, lines, today }: Pick<Delivering, 'unit_id' | 'lines' | 'today'>): Promise<Judged> {
  const [indicators, places] = [
    await listIndicators(tx, { recorded_as_of: await instantOf(tx) }),
    await listSenderPlaces(tx, { unit_id, day: today }),
  ]
  const months = lines.map(({ month }) => month).filter(month => month_pattern.test(month))
  const first = months.reduce((least, month) => (month < least ? month : least), '9999-12')
  const last = months.reduce((most, month) => (month > most ? month : most), '0001-01')
  const asked = { places: JSON.stringify([...new Set(places.map(({ place_id }) => place_id))]), from: monthBefore(first), to: last }
  const known = months.length === 0 ? [] : await listKnownValues(tx, asked)
  return judgeValues(lines, { indicators, places, known, today })
}

async function instantOf(tx: Tx): Promise<string> {
  const { rows } = await sql<{ now: Date }>`select recorded_now() as now`.execute(tx)
  return new Date(rows[0]!.now).toISOString()
}

type Sent = { unit_id: number; way: Way; file_name: string | null; indicator_key_id: number | null }

async function write(tx: Tx, { person_id }: { person_id: number }, sent: Sent, values: readonly JudgedValue[]): Promise<number> {
  const { rows } = await sql<{ indicator_delivery_id: number }>`
    insert into indicator_delivery (unit_id, sent_by, indicator_key_id, way, file_name)
    values (${sent.unit_id}, ${person_id}, ${sent.indicator_key_id}, ${sent.way}, ${sent.file_name})
    returning indicator_delivery_id`.execute(tx)
  const { indicator_delivery_id } = rows[0]!
  const revised = JSON.stringify(values.filter(({ revises }) => revises))
  await sql`
    update indicator_value v set recorded = closed(v.recorded)
      from jsonb_to_recordset(${revised}::jsonb) as s(indicator_id integer, place_id integer, month text)
     where v.indicator_id = s.indicator_id and v.place_id = s.place_id and v.month = (s.month || '-01')::date
       and is_open(v.recorded)`.execute(tx)
  await sql`
    insert into indicator_value (indicator_id, place_id, month, quantity, note, indicator_delivery_id)
    select s.indicator_id, s.place_id, (s.month || '-01')::date, s.quantity, s.note, ${indicator_delivery_id}
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
           as s(indicator_id integer, place_id integer, month text, quantity numeric, note text)`.execute(tx)
  return indicator_delivery_id
}
