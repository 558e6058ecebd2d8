import { sql } from 'kysely'
import { done, type Outcome, type Problem, problemsOf } from '../../../basis/shared/outcome.ts'
import { keyOf } from '../../../basis/shared/vietnamese.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import type { RosterCode } from '../problem-words.ts'
import type { Roster } from '../roster.ts'
import { type Column, columns, type Mapping, ways_of_birth } from '../table/columns.ts'
import { hasName } from '../table/find-header.ts'
import { rosterFor, takeStep } from './take-step.ts'

export type ColumnsChosen = { roster_import_id: number; sheet: number; mapping: Mapping; now: Date }

/**
 * Says what the columns of a roster mean, remembers it for the unit, and sets it to be read. Refusals: no-sheet,
 * no-name-column, births-twice, no-year-column, column-twice, and those of the move.
 */
export async function beginReading(
  tx: Tx,
  actor: Actor & { person_id: number },
  chosen: ColumnsChosen,
): Promise<Outcome<Roster, RosterCode>> {
  const { roster_import_id, sheet, mapping, now } = chosen
  const found = await rosterFor(tx, actor, 'read', roster_import_id, now)
  if (!found.ok) return found
  const roster = found.value
  const wrong = problemsOf(problemsWithColumns(roster, chosen))
  if (wrong) return wrong
  await rememberMapping(tx, actor, { unit_id: roster.unit_id, header: headerKey(roster.seen.sheets[sheet]!.header!.texts), mapping })
  await takeStep(tx, actor, { roster_import_id, state: 'reading', detail: { sheet, mapping } })
  return done(roster)
}

function* problemsWithColumns({ seen }: Roster, { sheet, mapping }: ColumnsChosen): Iterable<Problem<RosterCode>> {
  if (!seen.sheets[sheet]?.header) return yield { code: 'no-sheet', field: 'sheet' }
  if (!hasName(mapping)) yield { code: 'no-name-column', field: 'column-full_name' }
  if (ways_of_birth.filter(ways => ways.some(column => column in mapping)).length > 1) yield { code: 'births-twice', field: 'column-birth' }
  if (('day_of_birth' in mapping || 'month_of_birth' in mapping) && !('year_of_birth' in mapping))
    yield { code: 'no-year-column', field: 'column-year_of_birth' }
  const entries = Object.entries(mapping) as [Column, number][]
  for (const [column, at] of entries) {
    const twin = entries.find(([other, place]) => place === at && columns.indexOf(other) < columns.indexOf(column))
    if (twin) yield { code: 'column-twice', field: `column-${column}` }
  }
}

/**
 * The texts of a header, in one spelling: a workbook that says the same above its columns is read as the last one was.
 */
export function headerKey(texts: string[]): string {
  return texts.map(keyOf).join('|')
}

type Remembered = { unit_id: number; header: string; mapping: Mapping }

async function rememberMapping(tx: Tx, { person_id }: Actor, { unit_id, header, mapping }: Remembered): Promise<void> {
  const text = JSON.stringify(mapping)
  const { rows } = await sql`
    select from roster_mapping where unit_id = ${unit_id} and header = ${header} and upper(recorded) = 'infinity' and mapping = ${text}::jsonb`.execute(
    tx,
  )
  if (rows.length > 0) return
  await sql`
    update roster_mapping set recorded = closed(recorded)
     where unit_id = ${unit_id} and header = ${header} and upper(recorded) = 'infinity'`.execute(tx)
  await sql`
    insert into roster_mapping (unit_id, header, mapping, chosen_by) values (${unit_id}, ${header}, ${text}::jsonb, ${person_id})`.execute(
    tx,
  )
}

/** How a header was read the last time a workbook of this unit had it. */
export async function findMapping(tx: Tx, { unit_id, header }: { unit_id: number; header: string }): Promise<Mapping | null> {
  const { rows } = await sql<{ mapping: Mapping }>`
    select mapping from roster_mapping where unit_id = ${unit_id} and header = ${header} and upper(recorded) = 'infinity'`.execute(tx)
  return rows[0]?.mapping ?? null
}
