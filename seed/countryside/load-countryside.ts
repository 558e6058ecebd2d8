import type { Client } from 'pg'
import { type CsvRow, readCsv } from '../read-csv.ts'
import { asLearned, type Learned, learnedAt, loadInstruments } from '../territory/load-instruments.ts'
import assessments from './assessments.csv?raw'
import criteria from './criteria.csv?raw'
import criteria_sets from './criteria-sets.csv?raw'
import indicators from './indicators.csv?raw'
import instruments from './instruments.csv?raw'
import standings from './standings.csv?raw'
import steps from './steps.csv?raw'

/**
 * Loads the new-countryside criteria sets, assessments, decisions and steps, as the register learned of them until the
 * end of the day `until` ('infinity' for all). After the territory, in the caller's transaction, as the owner.
 */
export async function loadCountryside(owner: Client, { until }: { until: string }): Promise<void> {
  const learned = await loadInstruments(owner, readCsv(instruments), until)
  const upTo = (row: CsvRow) => row.recorded_on! <= until
  await loadCriteriaSets(owner, readCsv(criteria_sets), learned)
  await loadAssessments(owner, readCsv(assessments).filter(upTo))
  await loadStandings(owner, readCsv(standings), learned)
  await loadSteps(owner, readCsv(steps).filter(upTo), until)
}

async function loadCriteriaSets(owner: Client, rows: CsvRow[], learned: Map<string, Learned>): Promise<void> {
  for (const { key, instrument_key, standing_level, criteria: n, valid_from, valid_to, of_kind } of rows) {
    const source = learned.get(instrument_key!)
    if (!source) continue
    const { rows: added } = await owner.query<{ criteria_set_id: number }>(
      `insert into criteria_set (instrument_id, standing_level, criteria, valid, recorded, of_kind)
       values ($1, $2, $3, daterange($4, $5), tstzrange($6, 'infinity'), $7) returning criteria_set_id`,
      [source.instrument_id, standing_level, n, valid_from, valid_to || 'infinity', source.at, of_kind],
    )
    const of_set = { key: key!, at: source.at, criteria_set_id: added[0]!.criteria_set_id }
    await loadCriteria(owner, of_set)
    await loadIndicators(owner, of_set)
  }
}

type OfSet = { key: string; at: string; criteria_set_id: number }

function loadCriteria(owner: Client, { key, at, criteria_set_id }: OfSet): Promise<unknown> {
  const of_set = readCsv(criteria).filter(({ criteria_set }) => criteria_set === key)
  return owner.query(
    `insert into criterion (criteria_set_id, number, heading_vi, heading_en, name_vi, name_en, recorded)
     select $1, r.number, r.heading_vi, r.heading_en, r.name_vi, r.name_en, tstzrange($3, 'infinity')
       from jsonb_to_recordset($2) as r(number integer, heading_vi text, heading_en text, name_vi text, name_en text)
      order by r.number`,
    [criteria_set_id, JSON.stringify(of_set), at],
  )
}

function loadIndicators(owner: Client, { key, at, criteria_set_id }: OfSet): Promise<unknown> {
  const of_set = readCsv(indicators).filter(({ criteria_set }) => criteria_set === key)
  return owner.query(
    `insert into criterion_indicator (criterion_id, number, name_vi, name_en, recorded)
     select k.criterion_id, r.number, r.name_vi, r.name_en, tstzrange($3, 'infinity')
       from jsonb_to_recordset($2) as r(criterion integer, number integer, name_vi text, name_en text)
       join criterion k on k.criteria_set_id = $1 and k.number = r.criterion
      order by k.number, r.number`,
    [criteria_set_id, JSON.stringify(of_set), at],
  )
}

/** One set applied to a level on a day, so the day finds it. */
function loadAssessments(owner: Client, rows: CsvRow[]): Promise<unknown> {
  const dated = rows.map(row => ({ ...row, at: learnedAt(row.recorded_on!) }))
  return owner.query(
    `insert into assessment (criteria_set_id, unit_id, assessed_on, met, note, recorded)
     select c.criteria_set_id, u.unit_id, r.assessed_on, r.met, r.note, tstzrange(r.at, 'infinity')
       from jsonb_to_recordset($1) as r(unit_key text, assessed_on date, met integer, note text, at timestamptz)
       join criteria_set c on c.standing_level = 'standard' and c.of_kind = 'commune' and c.valid @> r.assessed_on
       join unit u on u.key = r.unit_key`,
    [JSON.stringify(dated)],
  )
}

function loadStandings(owner: Client, rows: CsvRow[], learned: Map<string, Learned>): Promise<unknown> {
  const known = rows.flatMap(row => {
    const source = learned.get(row.instrument_key!)
    return source ? [{ ...row, ...source }] : []
  })
  return owner.query(
    `insert into standing_decision (unit_id, standing_level, verdict, instrument_id, decided_on, effective_year, published_on, note, recorded)
     select u.unit_id, r.standing_level, r.verdict, r.instrument_id, r.decided_on, r.effective_year, nullif(r.published_on, '')::date, r.note,
            tstzrange(r.at, 'infinity')
       from jsonb_to_recordset($1) as r(unit_key text, standing_level text, verdict text, instrument_id bigint, decided_on date,
                                        effective_year integer, published_on text, note text, at timestamptz)
       join unit u on u.key = r.unit_key`,
    [JSON.stringify(known)],
  )
}

function loadSteps(owner: Client, rows: CsvRow[], until: string): Promise<unknown> {
  const learned = rows.flatMap(row => {
    const end_at = row.end_recorded_on! <= until ? learnedAt(row.end_recorded_on!) : undefined
    const fact = { from: row.valid_from!, to: row.valid_to!, at: learnedAt(row.recorded_on!), end_at }
    return asLearned(fact).map(ranges => ({ ...row, ...ranges }))
  })
  return owner.query(
    `insert into standing_step (unit_id, standing_level, step, valid, note, recorded)
     select u.unit_id, r.standing_level, r.step, r.valid, r.note, r.recorded
       from jsonb_to_recordset($1) as r(unit_key text, standing_level text, step text, valid daterange, note text, recorded tstzrange)
       join unit u on u.key = r.unit_key`,
    [JSON.stringify(learned)],
  )
}
