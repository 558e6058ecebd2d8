import { sql } from 'kysely'
import { isDay } from '../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf } from '../../basis/shared/outcome.ts'
import type { Actor, Db, Tx } from '../../platform/database/index.ts'
import { recordInstrument } from './instrument/record-instrument.ts'
import { underTheLaw } from './laws.ts'
import type { InstrumentText } from './merger.ts'
import { recordOnTheMap } from './record-on-the-map.ts'
import type { OrganisationCode } from './words.ts'

/** From a day on, a unit has another name, code or kind and stays the same unit. What is absent stays as it was. */
export type UnitRevision = {
  unit: string
  from: string
  name?: string
  code?: string | null
  unit_kind?: string
  population?: number | null
}
export type Revision = UnitRevision & { instrument: InstrumentText }
type KnownUnit = { key: string; first_day: string; end: string; rank: number; hierarchy: string }
type Known = { units: Map<string, KnownUnit>; kinds: Map<string, { hierarchy: string; rank: number }> }

/**
 * Renames, recodes or reclassifies a unit from a day to its end, also a day of the past: the versions from that day on
 * are closed in recorded time and written anew. A merger is not among them: it makes new units. Refusals: no-such-day,
 * missing, unknown-unit, before-unit (limit: its first day), unit-ended (limit: its end), unknown-kind.
 */
export async function reviseUnit(tx: Tx, actor: Actor, revision: Revision): Promise<Outcome<{ unit: string }, OrganisationCode>> {
  const { instrument, ...one } = revision
  const outcome = await revise(tx, { revisions: [one], instrument, fieldOf: (_, name) => name })
  if (!outcome.ok) return outcome
  await recordOnTheMap(tx, actor, 'revise-unit', { object: 'unit', object_id: revision.unit, content: revision })
  return done({ unit: revision.unit })
}

type Revisions = { revisions: readonly UnitRevision[]; instrument: InstrumentText }

/**
 * The same of many units at once, by one instrument and with one entry of the ledger. Refusals stand at
 * «revisions.3.from»; unit-twice besides.
 */
export async function reviseUnits(tx: Tx, actor: Actor, asked: Revisions): Promise<Outcome<{ revised: string[] }, OrganisationCode>> {
  const revised = asked.revisions.map(({ unit }) => unit)
  const twice = problemsOf(
    revised.flatMap((unit, i): Problem<OrganisationCode>[] =>
      revised.indexOf(unit) < i ? [{ code: 'unit-twice', field: `revisions.${i}.unit`, values: { unit } }] : [],
    ),
  )
  if (twice) return twice
  const outcome = await revise(tx, { ...asked, fieldOf: (i, name) => (name.startsWith('instrument') ? name : `revisions.${i}.${name}`) })
  if (!outcome.ok) return outcome
  const object_id = String(outcome.value.instrument_id)
  await recordOnTheMap(tx, actor, 'revise-units', { object: 'instrument', object_id, content: asked })
  return done({ revised })
}

/** What the register would refuse of revisions, at «revisions.3.from»; nothing is written. */
export async function judgeRevisions(db: Db, revisions: readonly UnitRevision[]): Promise<Problem<OrganisationCode>[]> {
  const known = await readKnown(db as Tx, revisions)
  return revisions.flatMap((revision, i) =>
    [...problemsInRegister(revision, known)].map(problem => placed(problem, i, (i, name) => `revisions.${i}.${name}`)),
  )
}

type Asked = Revisions & { fieldOf: (i: number, name: string) => string }

async function revise(tx: Tx, asked: Asked): Promise<Outcome<{ instrument_id: number }, OrganisationCode>> {
  const { revisions, instrument, fieldOf } = asked
  const unreadable = problemsOf(
    revisions.flatMap((revision, i) => [...problemsInText(revision, instrument)].map(problem => placed(problem, i, fieldOf))),
  )
  if (unreadable) return unreadable
  await sql`select from unit where key = any(${revisions.map(({ unit }) => unit)}) order by unit_id for no key update`.execute(tx)
  const known = await readKnown(tx, revisions)
  const refusal = problemsOf(
    revisions.flatMap((revision, i) => [...problemsInRegister(revision, known)].map(problem => placed(problem, i, fieldOf))),
  )
  return refusal ?? underTheLaw(tx, () => write(tx, asked))
}

function placed(problem: Problem<OrganisationCode>, i: number, fieldOf: Asked['fieldOf']): Problem<OrganisationCode> {
  return { ...problem, field: fieldOf(i, problem.field!) }
}

function* problemsInText({ from, name }: UnitRevision, instrument: InstrumentText): Generator<Problem<OrganisationCode>> {
  for (const [field, day] of Object.entries({ from, 'instrument.signed_on': instrument.signed_on })) {
    if (!isDay(day)) yield { code: 'no-such-day', field, values: { day } }
  }
  if (name?.trim() === '') yield { code: 'missing', field: 'name' }
  if (instrument.number.trim() === '') yield { code: 'missing', field: 'instrument.number' }
}

function* problemsInRegister({ unit, from, unit_kind }: UnitRevision, { units, kinds }: Known): Generator<Problem<OrganisationCode>> {
  const known = units.get(unit)
  if (!known) return yield { code: 'unknown-unit', field: 'unit', values: { unit } }
  if (from < known.first_day) yield { code: 'before-unit', field: 'from', limit: known.first_day, values: { unit } }
  if (from >= known.end) yield { code: 'unit-ended', field: 'from', limit: known.end, values: { unit } }
  const kind = unit_kind === undefined ? null : kinds.get(unit_kind)
  if (unit_kind && (kind?.hierarchy !== known.hierarchy || kind.rank !== known.rank)) {
    yield { code: 'unknown-kind', field: 'unit_kind', values: { kind: unit_kind } }
  }
}

async function readKnown(tx: Tx, revisions: readonly UnitRevision[]): Promise<Known> {
  const keys = revisions.map(({ unit }) => unit)
  const { rows: units } = await sql<KnownUnit>`
    select u.key, min(lower(v.valid)) as first_day, max(upper(v.valid)) as "end", min(k.rank) as rank, min(k.hierarchy) as hierarchy
      from unit u
      join unit_version v using (unit_id)
      join unit_kind k    using (unit_kind)
     where u.key = any(${keys}) and upper(v.recorded) = 'infinity'
     group by u.unit_id`.execute(tx)
  const { rows: kinds } = await sql<{ unit_kind: string; hierarchy: string; rank: number }>`
    select unit_kind, hierarchy, rank from unit_kind`.execute(tx)
  return { units: new Map(units.map(unit => [unit.key, unit])), kinds: new Map(kinds.map(kind => [kind.unit_kind, kind])) }
}

/** Each version that the day cuts is written twice: as it was up to the day, and with the change from it on. */
async function write(tx: Tx, { revisions, instrument }: Asked): Promise<Outcome<{ instrument_id: number }, OrganisationCode>> {
  const instrument_id = await recordInstrument(tx, instrument)
  const written = revisions.map(revision => ({
    ...revision,
    keeps_code: !('code' in revision),
    keeps_population: !('population' in revision),
  }))
  await sql`
    with revision as (
      select u.unit_id, r."from", r.name, r.code, r.unit_kind, r.population, r.keeps_code, r.keeps_population
        from jsonb_to_recordset(${JSON.stringify(written)})
          as r(unit text, "from" date, name text, code text, unit_kind text, population integer, keeps_code boolean, keeps_population boolean)
        join unit u on u.key = r.unit),
    closed as (
      update unit_version v
         set recorded = closed(v.recorded)
        from revision r
       where r.unit_id = v.unit_id and v.valid && daterange(r."from", 'infinity') and upper(v.recorded) = 'infinity'
      returning v.unit_id, v.code, v.name, v.unit_kind, v.place_id, v.population, v.instrument_id, v.valid)
    insert into unit_version (unit_id, code, name, unit_kind, place_id, population, instrument_id, valid)
    select c.unit_id, c.code, c.name, c.unit_kind, c.place_id, c.population, c.instrument_id, daterange(lower(c.valid), r."from")
      from closed c
      join revision r using (unit_id)
     where lower(c.valid) < r."from"
     union all
    select c.unit_id, case when r.keeps_code then c.code else r.code end, coalesce(normalize(btrim(r.name), nfc), c.name),
           coalesce(r.unit_kind, c.unit_kind), c.place_id,
           case when r.keeps_population then c.population else r.population end, ${instrument_id},
           daterange(greatest(lower(c.valid), r."from"), upper(c.valid))
      from closed c
      join revision r using (unit_id)`.execute(tx)
  return done({ instrument_id })
}
