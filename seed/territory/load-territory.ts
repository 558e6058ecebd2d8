import type { Client } from 'pg'
import { type CsvRow, readCsv } from '../read-csv.ts'
import carry_rules from './carry-rules.csv?raw'
import holidays from './holidays.csv?raw'
import instruments from './instruments.csv?raw'
import { asLearned, type Learned, loadInstruments, openedAt } from './load-instruments.ts'
import successions from './successions.csv?raw'
import tiles from './tiles.csv?raw'
import versions from './versions.csv?raw'

type Columns = 'unit_key' | 'code' | 'name' | 'unit_kind' | 'parent_key' | 'valid_from' | 'valid_to' | 'instrument_key' | 'ended_by'
/** A version of the file, with what the register knows it by and, once it knows of the end, what it knows that by. */
type Version = Record<Columns, string> & { learned: Learned; end: Learned | undefined }

/**
 * Loads the real units of the province from 2015 on, as the register learned of them until the end of the day `until`
 * ('infinity' for all): units, versions, placements, successions, carry rules, tiles, holidays. The caller's
 * transaction, as the owner.
 */
export async function loadTerritory(owner: Client, { until }: { until: string }): Promise<void> {
  const learned = await loadInstruments(owner, readCsv(instruments), until)
  const known = readCsv(versions).flatMap(row => versionAsLearned(row, learned))
  await loadUnits(owner, known)
  await loadVersions(owner, known)
  await loadPlacements(owner, known)
  await loadSuccessions(owner, readCsv(successions), learned)
  await loadCarryRules(owner, readCsv(carry_rules), learned)
  await loadTiles(owner, readCsv(tiles))
  await loadHolidays(owner, readCsv(holidays))
}

/** None where the register has not learned of it yet. What stood at the opening needs no instrument. */
function versionAsLearned(row: CsvRow, known: Map<string, Learned>): Version[] {
  const learned = row.instrument_key === '' ? { instrument_id: null, at: openedAt } : known.get(row.instrument_key!)
  return learned ? [{ ...(row as Record<Columns, string>), learned, end: known.get(row.ended_by!) }] : []
}

function loadUnits(owner: Client, rows: Version[]): Promise<unknown> {
  return owner.query('insert into unit (key) select unnest($1::text[])', [[...new Set(rows.map(row => row.unit_key))]])
}

/** Standing under another parent makes no new version. */
function loadVersions(owner: Client, rows: Version[]): Promise<unknown> {
  const lives = joined(rows, ['unit_key', 'code', 'name', 'unit_kind'])
  const learned = lives.flatMap(({ unit_key, code, name, unit_kind, valid_from, valid_to, learned, end }) =>
    asLearned({ from: valid_from, to: valid_to, at: learned.at, end_at: end?.at }).map(ranges => ({
      ...{ unit_key, code, name, unit_kind, instrument_id: learned.instrument_id },
      ...ranges,
    })),
  )
  return owner.query(
    `insert into unit_version (unit_id, code, name, unit_kind, instrument_id, valid, recorded)
     select u.unit_id, r.code, r.name, r.unit_kind, r.instrument_id, r.valid, r.recorded
       from jsonb_to_recordset($1) as r(unit_key text, code text, name text, unit_kind text, instrument_id bigint, valid daterange, recorded tstzrange)
       join unit u on u.key = r.unit_key`,
    [JSON.stringify(learned)],
  )
}

/** A unit stands under one parent through all versions that name the same one. */
function loadPlacements(owner: Client, rows: Version[]): Promise<unknown> {
  const stays = joined(
    rows.filter(row => row.parent_key !== ''),
    ['unit_key', 'parent_key'],
  )
  const learned = stays.flatMap(({ unit_key, parent_key, valid_from, valid_to, learned, end }) =>
    asLearned({ from: valid_from, to: valid_to, at: learned.at, end_at: end?.at }).map(ranges => ({
      ...{ unit_key, parent_key, instrument_id: learned.instrument_id },
      ...ranges,
    })),
  )
  return owner.query(
    `insert into placement (unit_id, hierarchy, parent_id, instrument_id, valid, recorded)
     select u.unit_id, 'territory', p.unit_id, r.instrument_id, r.valid, r.recorded
       from jsonb_to_recordset($1) as r(unit_key text, parent_key text, instrument_id bigint, valid daterange, recorded tstzrange)
       join unit u on u.key = r.unit_key
       join unit p on p.key = r.parent_key`,
    [JSON.stringify(learned)],
  )
}

/** One row for each stretch of time in which the columns stay the same. */
function joined(rows: Version[], columns: Columns[]): Version[] {
  const stretches: Version[] = []
  for (const row of rows) {
    const last = stretches.at(-1)
    const goes_on = last?.valid_to === row.valid_from && columns.every(column => last[column] === row[column])
    if (goes_on) stretches.splice(-1, 1, { ...last, valid_to: row.valid_to, end: row.end })
    else stretches.push(row)
  }
  return stretches
}

async function loadSuccessions(owner: Client, rows: CsvRow[], learned: Map<string, Learned>): Promise<void> {
  const known = rows.filter(row => learned.has(row.instrument_key!))
  for (const edges of Map.groupBy(known, row => row.event_key).values()) {
    const [{ kind, effective_on, instrument_key }] = edges as [CsvRow]
    await loadEvent(owner, { kind, effective_on } as CsvRow, learned.get(instrument_key!)!, edges)
  }
}

/** An empty share is unknown, never a number. */
function loadEvent(owner: Client, { kind, effective_on }: CsvRow, { instrument_id, at }: Learned, edges: CsvRow[]): Promise<unknown> {
  return owner.query(
    `with event as (
       insert into succession_event (kind, effective_on, instrument_id, recorded)
       values ($1, $2, $3, tstzrange($4, 'infinity'))
       returning succession_event_id)
     insert into succession (succession_event_id, predecessor_id, successor_id, population_share, area_share, certainty, note, recorded)
     select e.succession_event_id, p.unit_id, s.unit_id, nullif(r.population_share, '')::numeric, nullif(r.area_share, '')::numeric,
            r.certainty, nullif(r.note, ''), tstzrange($4, 'infinity')
       from event e,
            jsonb_to_recordset($5) as r(predecessor_key text, successor_key text, population_share text, area_share text, certainty text, note text)
       join unit p on p.key = r.predecessor_key
       join unit s on s.key = r.successor_key`,
    [kind, effective_on, instrument_id, at, JSON.stringify(edges)],
  )
}

async function loadCarryRules(owner: Client, rows: CsvRow[], learned: Map<string, Learned>): Promise<void> {
  for (const { instrument_key, rule, least_share, note } of rows) {
    const source = instrument_key === '' ? { instrument_id: null, at: openedAt } : learned.get(instrument_key!)
    if (!source) continue
    await owner.query(
      `insert into carry_rule (subject, instrument_id, rule, least_share, note, recorded)
       values ('countryside', $1, $2, nullif($3, '')::numeric, $4, tstzrange($5, 'infinity'))`,
      [source.instrument_id, rule, least_share, note, source.at],
    )
  }
}

/** A map is drawn once the register knows its units. */
function loadTiles(owner: Client, rows: CsvRow[]): Promise<unknown> {
  return owner.query(
    `insert into map_tile (drawn_from, unit_id, map_column, map_row)
     select r.map_day, u.unit_id, r."column", r."row"
       from jsonb_to_recordset($1) as r(map_day date, unit_key text, "column" integer, "row" integer)
       join unit u on u.key = r.unit_key
      where r.map_day in (select e.effective_on from succession_event e union select lower(v.valid) from unit_version v)`,
    [JSON.stringify(rows)],
  )
}

function loadHolidays(owner: Client, rows: CsvRow[]): Promise<unknown> {
  return owner.query(
    `insert into holiday (holiday, name_vi, name_en)
     select r.holiday, r.name_vi, r.name_en from jsonb_to_recordset($1) as r(holiday date, name_vi text, name_en text)`,
    [JSON.stringify(rows)],
  )
}
