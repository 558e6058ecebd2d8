import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { lookAtSheet, type Marking, markWorkbook, readWorkbook, type SheetLooked } from '../../../platform/workbook/index.ts'
import type { UnitCode } from '../problem-words.ts'
import type { Kind } from '../reads/list-kinds.ts'
import { type ListMapping, list_headings } from './columns.ts'
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
  return markWorkbook(task.bytes, task.marking, list_headings.columnOf)
}

/** What is in a workbook, before anybody has said what its columns mean. Refusals: those of reading, no-list. */
function look({ bytes }: LookTask): Outcome<ListSeen, UnitCode> {
  const read = readWorkbook(bytes, list_headings.columnOf)
  if (!read.ok) return read
  const sheets = read.value.sheets.map(sheet => {
    const header = list_headings.headerOf(sheet)
    return { ...lookAtSheet(sheet, header), proposal: header ? list_headings.columnsOf(header.texts) : {} }
  })
  if (sheets.every(({ header }) => header === null)) return refused({ code: 'no-list', field: 'file' })
  return done({ sheets, repaired: read.value.repaired })
}

function read({ bytes, sheet: at, mapping, kinds }: ReadTask): Outcome<UnitsRead, UnitCode> {
  const workbook = readWorkbook(bytes, list_headings.columnOf)
  if (!workbook.ok) return workbook
  const sheet = workbook.value.sheets[at]
  const header = sheet ? list_headings.headerOf(sheet) : null
  if (!sheet || !header) return refused({ code: 'no-sheet', field: 'sheet' })
  return done(readUnits({ sheet, header, mapping, kinds, calendar: workbook.value.calendar }))
}
