import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import {
  findHeader,
  type Header,
  lookAtSheet,
  type Marking,
  markWorkbook,
  readWorkbook,
  type Sheet,
  type SheetLooked,
} from '../../../platform/workbook/index.ts'
import type { UnitCode } from '../problem-words.ts'
import type { Kind } from '../reads/list-kinds.ts'
import { type ListMapping, listColumnOf, proposedColumns } from './columns.ts'
import { readUnits, type UnitsRead } from './read-units.ts'

/** A sheet as the page of columns shows it, with what each column seems to say. */
export type ListSheet = SheetLooked & { proposal: ListMapping }
export type ListSeen = { sheets: ListSheet[]; repaired: number }

export type LookTask = { task: 'look'; bytes: Uint8Array }
export type ReadTask = { task: 'read'; bytes: Uint8Array; sheet: number; mapping: ListMapping; kinds: Kind[] }
export type MarkTask = { task: 'mark'; bytes: Uint8Array; marking: Marking }
export type ListTask = LookTask | ReadTask | MarkTask
export type ListAnswers = { look: Outcome<ListSeen, UnitCode>; read: Outcome<UnitsRead, UnitCode>; mark: Outcome<Uint8Array, UnitCode> }

export function answerListTask(task: ListTask): ListAnswers[keyof ListAnswers] {
  if (task.task === 'look') return look(task)
  if (task.task === 'read') return read(task)
  return markWorkbook(task.bytes, task.marking, listColumnOf)
}

/** What is in a workbook, before anybody has said what its columns mean. Refusals: those of reading, no-list. */
function look({ bytes }: LookTask): Outcome<ListSeen, UnitCode> {
  const read = readWorkbook(bytes, listColumnOf)
  if (!read.ok) return read
  const sheets = read.value.sheets.map(sheet => {
    const header = headerOf(sheet)
    return { ...lookAtSheet(sheet, header), proposal: header ? proposedColumns(header.texts) : {} }
  })
  if (sheets.every(({ header }) => header === null)) return refused({ code: 'no-list', field: 'file' })
  return done({ sheets, repaired: read.value.repaired })
}

function read({ bytes, sheet: at, mapping, kinds }: ReadTask): Outcome<UnitsRead, UnitCode> {
  const workbook = readWorkbook(bytes, listColumnOf)
  if (!workbook.ok) return workbook
  const sheet = workbook.value.sheets[at]
  const header = sheet ? headerOf(sheet) : null
  if (!sheet || !header) return refused({ code: 'no-sheet', field: 'sheet' })
  return done(readUnits({ sheet, header, mapping, kinds, calendar: workbook.value.calendar }))
}

/** The header of a list of units: two columns at least, and the name among them. A title may name a unit. */
export function headerOf(sheet: Sheet): Header | null {
  if (sheet.is_hidden) return null
  return findHeader(sheet, {
    proposed: proposedColumns,
    begins: ({ cells }) => cells.some(cell => cell && ![null, 'name'].includes(listColumnOf(cell.text))),
    isEnough: columns => 'name' in columns && Object.keys(columns).length >= 2,
  })
}
