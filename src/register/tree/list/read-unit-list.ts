import { sql } from 'kysely'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem } from '../../../basis/shared/outcome.ts'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { type InstrumentText, judgeNewUnits, judgeRevisions } from '../../organisation/index.ts'
import { findTakenKeys } from '../change/keys-for.ts'
import { type Clerk, layChange } from '../change/lay-change.ts'
import type { UnitCode } from '../problem-words.ts'
import type { UnitHere } from '../reads/find-unit-here.ts'
import { listBeside } from '../reads/list-beside.ts'
import type { ListMapping } from './columns.ts'
import { compareUnits, type ListCompared } from './compare-units.ts'
import type { CameTo, UnitList } from './find-lists.ts'
import type { ListFault, UnitsRead } from './read-units.ts'

/**
 * How a list is read: by which columns, from when on its units stand that it does not date, and by which instrument.
 * `asked` is the last two as they were typed.
 */
export type ListRead = {
  list: Pick<UnitList, 'unit_list_id'>
  here: UnitHere
  sheet: number
  mapping: ListMapping
  asked: Record<string, string>
  from: string
  instrument: InstrumentText
  read: UnitsRead
  today: string
  now: Date
}

/**
 * Lays a list that was read beside the register, and before a second person what differs; or keeps which cells cannot
 * be understood. Refusals: those of laying a change.
 */
export async function readUnitList(tx: Tx, actor: Clerk, asked: ListRead): Promise<Outcome<{ unit_change_id: number | null }, UnitCode>> {
  const compared = await compareWithRegister(tx, asked)
  const amiss = [...asked.read.faults, ...compared.faults]
  const rows = new Set(amiss.map(({ row }) => row))
  const faults = [...amiss, ...(await judged(tx, compared, asked)).filter(({ row }) => !rows.has(row))]
  if (faults.length > 0) return keep(tx, asked, { faults: faults.toSorted((a, b) => a.row - b.row), came_to: null, unit_change_id: null })
  const { units, revisions, same, unnamed, elsewhere } = compared
  const came_to = { added: units.length, revised: revisions.length, same, unnamed, elsewhere }
  if (units.length + revisions.length === 0) return keep(tx, asked, { faults: [], came_to, unit_change_id: null })
  const laid = await layChange(tx, actor, { plan: { instrument: asked.instrument, units, revisions }, now: asked.now })
  return laid.ok ? keep(tx, asked, { faults: [], came_to, ...laid.value }) : laid
}

async function compareWithRegister(db: Db, { here, mapping, from, read, today }: ListRead): Promise<ListCompared> {
  const { key, unit_id, hierarchy, place } = here
  const beside = await listBeside(db, { unit_id, hierarchy, day: today })
  const taken = await findTakenKeys(
    db,
    read.units.map(({ name }) => name),
  )
  return compareUnits({ listed: read.units, beside, root: key, place, from, taken, mapping })
}

/** What the register would refuse, each at the cell of the list where it stands. */
async function judged(db: Db, { units, revisions, rows }: ListCompared, { mapping, now }: ListRead): Promise<ListFault[]> {
  const problems = [...(await judgeNewUnits(db, { units, now, at: 'units' })), ...(await judgeRevisions(db, revisions))]
  return problems.map(problem => atCell(problem, rows, mapping))
}

function atCell(problem: Problem<UnitCode>, rows: ListCompared['rows'], mapping: ListMapping): ListFault {
  const [, of, i, column] = /^(units|revisions)\.(\d+)\.(\w+)$/.exec(problem.field ?? '')!
  const row = (of === 'units' ? rows.units : rows.revisions)[Number(i)]!
  return { ...problem, row, column: lookUp(mapping, column) ?? mapping.name ?? 0 }
}

type Kept = { faults: ListFault[]; came_to: CameTo | null; unit_change_id: number | null }

async function keep(tx: Tx, { list, sheet, mapping, asked }: ListRead, { faults, came_to, unit_change_id }: Kept) {
  await sql`
    insert into unit_list_reading (unit_list_id, sheet, mapping, asked, faults, came_to, unit_change_id)
    values (${list.unit_list_id}, ${sheet}, ${JSON.stringify(mapping)}::jsonb, ${JSON.stringify(asked)}::jsonb, ${JSON.stringify(faults)}::jsonb,
            ${came_to && JSON.stringify(came_to)}::jsonb, ${unit_change_id})`.execute(tx)
  return done({ unit_change_id })
}
