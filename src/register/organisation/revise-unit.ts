import { sql } from 'kysely'
import { isDay } from '../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { recordInstrument } from './instrument/record-instrument.ts'
import { underTheLaw } from './laws.ts'
import type { InstrumentText } from './merger.ts'
import { recordOnTheMap } from './record-on-the-map.ts'

/** From a day on, a unit has another name, code or kind and stays the same unit. What is absent stays as it was. */
export type Revision = {
  unit: string
  from: string
  name?: string
  code?: string | null
  unit_kind?: string
  population?: number | null
  instrument: InstrumentText
}
type KnownOfUnit = {
  first_day: string
  end: string
  rank: number
  hierarchy: string
  kinds: { unit_kind: string; hierarchy: string; rank: number }[]
}

/**
 * Renames, recodes or reclassifies a unit from a day to its end, also a day of the past: the versions from that day on are closed in recorded time
 * and written anew. A merger is not among them: it makes new units. Refusals: no-such-day, missing, unknown-unit, before-unit (limit: its first
 * day), unit-ended (limit: its end), unknown-kind.
 */
export async function reviseUnit(tx: Tx, actor: Actor, revision: Revision): Promise<Outcome<{ unit: string }>> {
  const unreadable = problemsOf(problemsInText(revision))
  if (unreadable) return unreadable
  const refusal = problemsOf(problemsInRegister(revision, await readKnown(tx, revision)))
  return refusal ?? underTheLaw(tx, () => write(tx, actor, revision))
}

function* problemsInText({ from, name, instrument }: Revision): Generator<Problem> {
  for (const [field, day] of Object.entries({ from, 'instrument.signed_on': instrument.signed_on })) {
    if (!isDay(day)) yield { code: 'no-such-day', field, values: { day } }
  }
  if (name?.trim() === '') yield { code: 'missing', field: 'name' }
  if (instrument.number.trim() === '') yield { code: 'missing', field: 'instrument.number' }
}

function* problemsInRegister({ unit, from, unit_kind }: Revision, known: KnownOfUnit | undefined): Generator<Problem> {
  if (!known) return yield { code: 'unknown-unit', field: 'unit', values: { unit } }
  if (from < known.first_day) yield { code: 'before-unit', field: 'from', limit: known.first_day, values: { unit } }
  if (from >= known.end) yield { code: 'unit-ended', field: 'from', limit: known.end, values: { unit } }
  const kind = known.kinds.find(kind => kind.unit_kind === unit_kind)
  if (unit_kind && (kind?.hierarchy !== known.hierarchy || kind.rank !== known.rank)) {
    yield { code: 'unknown-kind', field: 'unit_kind', values: { kind: unit_kind } }
  }
}

async function readKnown(tx: Tx, { unit }: Revision): Promise<KnownOfUnit | undefined> {
  await sql`select from unit where key = ${unit} for no key update`.execute(tx)
  const { rows } = await sql<KnownOfUnit>`
    select min(lower(v.valid)) as first_day, max(upper(v.valid)) as "end", min(k.rank) as rank, min(k.hierarchy) as hierarchy,
           (select jsonb_agg(jsonb_build_object('unit_kind', unit_kind, 'hierarchy', hierarchy, 'rank', rank)) from unit_kind) as kinds
      from unit u
      join unit_version v using (unit_id)
      join unit_kind k    using (unit_kind)
     where u.key = ${unit} and upper(v.recorded) = 'infinity'
     group by u.unit_id`.execute(tx)
  return rows[0]
}

/** Each version that the day cuts is written twice: as it was up to the day, and with the change from it on. */
async function write(tx: Tx, actor: Actor, revision: Revision): Promise<Outcome<{ unit: string }>> {
  const { unit, from, instrument, ...changes } = revision
  const instrument_id = await recordInstrument(tx, instrument)
  const { name = null, unit_kind = null } = changes
  const keeps = { code: !('code' in changes), population: !('population' in changes) }
  await sql`
    with closed as (
      update unit_version v
         set recorded = closed(v.recorded)
        from unit u
       where u.unit_id = v.unit_id and u.key = ${unit}
         and v.valid && daterange(${from}, 'infinity') and upper(v.recorded) = 'infinity'
      returning v.unit_id, v.code, v.name, v.unit_kind, v.place_id, v.population, v.instrument_id, v.valid)
    insert into unit_version (unit_id, code, name, unit_kind, place_id, population, instrument_id, valid)
    select c.unit_id, c.code, c.name, c.unit_kind, c.place_id, c.population, c.instrument_id, daterange(lower(c.valid), ${from})
      from closed c
     where lower(c.valid) < ${from}
     union all
    select c.unit_id, case when ${keeps.code} then c.code else ${changes.code ?? null} end, coalesce(normalize(btrim(${name}), nfc), c.name),
           coalesce(${unit_kind}, c.unit_kind), c.place_id,
           case when ${keeps.population} then c.population else ${changes.population ?? null}::integer end, ${instrument_id},
           daterange(greatest(lower(c.valid), ${from}), upper(c.valid))
      from closed c`.execute(tx)
  await recordOnTheMap(tx, actor, 'revise-unit', { object: 'unit', object_id: unit, content: revision })
  return done({ unit })
}
