import { sql } from 'kysely'
import { isDay } from '../../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf } from '../../../basis/shared/outcome.ts'
import type { Actor, Db, Tx } from '../../../platform/database/index.ts'
import { recordInstrument } from '../instrument/record-instrument.ts'
import { underTheLaw } from '../laws.ts'
import type { InstrumentText } from '../merger.ts'
import { type KnownToNewUnits, type NewUnit, problemsWithNewUnits, type Standing } from '../new-unit.ts'
import { recordOnTheMap } from '../record-on-the-map.ts'
import type { OrganisationCode } from '../words.ts'

/** `at`: what the field of a problem begins with («units» in «units.3.parent»). */
export type UnitsAsked = { units: NewUnit[]; instrument: InstrumentText; now: Date; at: string }

/**
 * Units that an instrument founds, or that stood before the register was kept: each with its parent from its own day
 * on, in the hierarchy of its kind. They may name one another in any order. Refusals: no-such-day, day-too-far,
 * missing, unreadable-key, key-twice, key-taken, code-taken, unknown-kind, unknown-unit, unknown-place, parent-below,
 * parent-not-there, second-root (only the first unit of a hierarchy stands under none).
 */
export async function addUnits(tx: Tx, actor: Actor, asked: UnitsAsked): Promise<Outcome<{ added: string[] }, OrganisationCode>> {
  const refusal = problemsOf([...problemsWithInstrument(asked.instrument), ...(await judgeNewUnits(tx, asked))])
  return refusal ?? underTheLaw(tx, () => write(tx, actor, asked))
}

/** What the register would refuse of new units; nothing is written. */
export async function judgeNewUnits(db: Db, { units, now, at }: Omit<UnitsAsked, 'instrument'>): Promise<Problem<OrganisationCode>[]> {
  return [...problemsWithNewUnits(units, await readKnown(db as Tx, units), { now, at })]
}

/** What is wrong with an instrument as it was written down: missing, no-such-day. */
export function* problemsWithInstrument(instrument: InstrumentText, at = 'instrument'): Generator<Problem<OrganisationCode>> {
  const { number, issuer, title, signed_on, effective_on, published_on } = instrument
  for (const [name, text] of Object.entries({ number, issuer, title }))
    if (text.trim() === '') yield { code: 'missing', field: `${at}.${name}` }
  for (const [name, day] of Object.entries({ signed_on, effective_on, published_on }))
    if (day != null && !isDay(day)) yield { code: 'no-such-day', field: `${at}.${name}`, values: { day } }
}

async function readKnown(tx: Tx, units: NewUnit[]): Promise<KnownToNewUnits> {
  const named = units.flatMap(({ key, parent, place }) => [key, parent, place].filter(key => key !== null))
  const { rows: standing } = await sql<Standing>`
    select u.key, min(k.hierarchy) as hierarchy, min(k.rank) as rank, min(lower(v.valid)) as first_day, max(upper(v.valid)) as "end"
      from unit u
      join unit_version v using (unit_id)
      join unit_kind k    using (unit_kind)
     where u.key = any(${named}) and is_open(v.recorded)
     group by u.unit_id`.execute(tx)
  const { rows: kinds } = await sql<{ unit_kind: string; hierarchy: string; rank: number; is_begun: boolean }>`
    select unit_kind, hierarchy, rank,
           exists (select from unit_version v join unit_kind o using (unit_kind) where o.hierarchy = k.hierarchy) as is_begun
      from unit_kind k`.execute(tx)
  const { rows: codes } = await sql<{ key: string; hierarchy: string; code: string }>`
    select u.key, k.hierarchy, v.code
      from unit_version v
      join unit u      using (unit_id)
      join unit_kind k using (unit_kind)
     where v.code = any(${units.flatMap(({ code }) => code ?? [])}) and upper(v.valid) = 'infinity' and is_open(v.recorded)`.execute(tx)
  return {
    standing: new Map(standing.map(unit => [unit.key, unit])),
    kinds: new Map(kinds.map(kind => [kind.unit_kind, kind])),
    begun: new Set(kinds.filter(kind => kind.is_begun).map(kind => kind.hierarchy)),
    codes: new Map(codes.map(({ key, hierarchy, code }) => [`${hierarchy} ${code}`, key])),
  }
}

async function write(tx: Tx, actor: Actor, { units, instrument }: UnitsAsked): Promise<Outcome<{ added: string[] }, OrganisationCode>> {
  const instrument_id = await recordInstrument(tx, instrument)
  const added = units.map(({ key }) => key)
  // A unit that was taken back keeps its identity: whoever founds it after all founds the same one.
  await sql`insert into unit (key) select unnest(${added}::text[]) on conflict (key) do nothing`.execute(tx)
  await sql`
    insert into unit_version (unit_id, code, name, unit_kind, place_id, instrument_id, valid)
    select u.unit_id, r.code, r.name, r.unit_kind, p.unit_id, ${instrument_id}, daterange(r."from", 'infinity')
      from jsonb_to_recordset(${JSON.stringify(units)}) as r(key text, code text, name text, unit_kind text, place text, "from" date)
      join unit u on u.key = r.key
      left join unit p on p.key = r.place`.execute(tx)
  await sql`
    insert into placement (unit_id, hierarchy, parent_id, instrument_id, valid)
    select u.unit_id, k.hierarchy, p.unit_id, ${instrument_id}, daterange(r."from", 'infinity')
      from jsonb_to_recordset(${JSON.stringify(units)}) as r(key text, unit_kind text, parent text, "from" date)
      join unit_kind k on k.unit_kind = r.unit_kind
      join unit u on u.key = r.key
      join unit p on p.key = r.parent`.execute(tx)
  await recordOnTheMap(tx, actor, 'add-units', { object: 'instrument', object_id: String(instrument_id), content: { units, instrument } })
  return done({ added })
}
