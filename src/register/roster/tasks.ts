import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { type Marking, markWorkbook, readWorkbook } from '../../platform/workbook/index.ts'
import { lookAtWorkbook, type SheetSeen } from './look-at-workbook.ts'
import type { RosterCode } from './problem-words.ts'
import type { Mapping } from './table/columns.ts'
import { columnOf } from './table/columns.ts'
import { findHeader } from './table/find-header.ts'
import { type KnownUnit, type RosterRead, readRoster } from './table/read-roster.ts'

export type Look = { task: 'look'; bytes: Uint8Array }
export type ReadAsked = {
  task: 'read'
  bytes: Uint8Array
  sheet: number
  mapping: Mapping
  today: string
  unit_id: number
  units: KnownUnit[]
}
export type MarkAsked = { task: 'mark'; bytes: Uint8Array; marking: Marking }
export type Task = Look | ReadAsked | MarkAsked

/** What each task comes to. */
export type Answers = {
  look: Outcome<{ sheets: SheetSeen[]; repaired: number }, RosterCode>
  read: Outcome<RosterRead, RosterCode>
  mark: Outcome<Uint8Array, RosterCode>
}

export function answerTask(task: Task): Answers[keyof Answers] {
  if (task.task === 'look') return lookAtWorkbook(task.bytes)
  if (task.task === 'read') return readRosterOf(task)
  return markWorkbook(task.bytes, task.marking, columnOf)
}

function readRosterOf({ bytes, sheet: at, ...asked }: ReadAsked): Outcome<RosterRead, RosterCode> {
  const read = readWorkbook(bytes, columnOf)
  if (!read.ok) return read
  const sheet = read.value.sheets[at]
  const header = sheet ? findHeader(sheet) : null
  if (!sheet || !header) return refused({ code: 'no-table', field: 'sheet' })
  return done(readRoster({ ...asked, sheet, header, calendar: read.value.calendar }))
}
