import { between, chance, type Random, randomFrom } from '../../seed/province/random.ts'
import { day } from '../../seed/province/time.ts'
import { aDay, addRow, aNumber, anInstant, aText, newSheet, nothing, type Sheet, sinceThen, tailOf } from './binary-sheet.ts'
import type { Nation } from './load-nation.ts'
import { type Base, type Cell, campaign } from './plan-nation.ts'

/** The tables of which there are millions of rows; the columns stand as a binary sheet wants them. */
export const sheets = {
  person: ['person_id', 'since'],
  person_version: ['person_id', 'full_name', 'recorded'],
  obligation: ['obligation_id', 'person_id', 'unit_id', 'campaign_id', 'due_from', 'recorded'],
  commitment: ['commitment_id', 'obligation_id', 'version', 'thought', 'ethics', 'recorded'],
  commitment_step: ['commitment_id', 'actor_id', 'state', 'happened_on', 'recorded'],
  deed: ['deed_id', 'commitment_id', 'ordinal', 'what', 'how', 'due_on', 'registered_on', 'recorded'],
  commitment_tally: ['unit_id', 'campaign_id', 'deeds', 'valid_on', 'recorded_at', 'due', 'submitted', 'on_time', 'approved'],
  deed_tally: ['unit_id', 'campaign_id', 'valid_on', 'recorded_at', 'commitments', 'registered', 'done', 'partly', 'not_done'],
} as const

export type Pen = {
  sheets: Record<keyof typeof sheets, Sheet>
  loaded: Nation
  people: boolean
  numbers: { person: number; commitment: number; deed: number }
}

export function newPen(loaded: Nation, people: boolean): Pen {
  const blank = Object.entries(sheets).map(([table, columns]) => [table, newSheet(table, columns)])
  return { sheets: Object.fromEntries(blank), loaded, people, numbers: { person: 0, commitment: 0, deed: 0 } }
}

const opens = day(campaign.opens)
const due = day(campaign.due)
const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Nông', 'Triệu', 'Lò', 'Vàng', 'Đinh']
const middle = ['Văn', 'Thị', 'Đức', 'Thu', 'Minh', 'Xuân']
const given = ['An', 'Bình', 'Chi', 'Dung', 'Hà', 'Hòa', 'Lan', 'Mai', 'Nam', 'Phúc', 'Quý', 'Sơn', 'Thảo', 'Tuấn', 'Yến']
const what = 'Đến nhà từng hộ trong tổ để nghe ý kiến và báo lại cho chi bộ vào tuần đầu của mỗi tháng'
const how = 'Ghi sổ sau mỗi buổi, chi ủy xem lại ba tháng một lần'
const text = 'Giữ nền nếp học tập, làm đúng điều đã hứa, nói đi đôi với làm và nhận phần khó về mình.'

/**
 * Every person of a base organisation answers, or does not; each submission is a tally of its own, as the form's verb
 * writes them, an approval one for the whole cell.
 */
export function answerFrom(pen: Pen, { cells, unit_id }: Base): void {
  const random = randomFrom(unit_id, 'people')
  for (const cell of cells) {
    pen.loaded.cells++
    tally(pen, cell, { deeds: 0, on: opens, counts: [cell.people, 0, 0, 0] })
    answerOf(pen, cell, random)
  }
}

function answerOf(pen: Pen, cell: Cell, random: Random): void {
  const meeting = opens + between(random, 20, 75)
  const approved = { 2: 0, 3: 0 }
  for (let i = 0; i < cell.people; i++) {
    const person_id = ++pen.numbers.person
    pen.loaded.people++
    if (pen.people) writePerson(pen, person_id, cell, random)
    if (chance(random, 0.006)) continue
    const on = chance(random, 0.6) ? meeting : meeting + between(random, -15, 20)
    const deeds = chance(random, 0.5) ? 2 : 3
    addRow(pen.sheets.commitment_tally, [], [cell.unit_id], tailsOf(on).tally)
    const is_approved = on <= meeting + 7
    if (is_approved) approved[deeds]++
    pen.loaded.deeds += deeds
    if (pen.people) writeCommitment(pen, person_id, { on, deeds, approved_on: is_approved ? meeting + 7 : null })
  }
  tallyApproved(pen, cell, meeting + 7, approved)
}

/** What is approved begins to count with its deeds, on which nobody has reported yet. */
function tallyApproved(pen: Pen, cell: Cell, on: number, approved: { 2: number; 3: number }): void {
  for (const deeds of [2, 3] as const) if (approved[deeds] > 0) tally(pen, cell, { deeds, on, counts: [0, 0, 0, approved[deeds]] })
  const commitments = approved[2] + approved[3]
  if (commitments === 0) return
  const counts = [commitments, 2 * approved[2] + 3 * approved[3], 0, 0, 0].map(count => aNumber(count))
  addRow(pen.sheets.deed_tally, [], [cell.unit_id], tailOf(aNumber(1), aDay(on), anInstant(on), ...counts))
}

type Counted = { deeds: number; on: number; counts: [number, number, number, number] }

function tally({ sheets }: Pen, { unit_id }: Cell, counted: Counted): void {
  addRow(sheets.commitment_tally, [], [unit_id], tallyTail(counted))
}

function tallyTail({ deeds, on, counts }: Counted): Buffer {
  return tailOf(aNumber(1), aNumber(deeds, 2), aDay(on), anInstant(on), ...counts.map(count => aNumber(count)))
}

const of_person = anInstant(opens)
const of_obligation = tailOf(aNumber(1), aDay(opens), sinceThen(opens))
const names = family.flatMap(one => middle.flatMap(two => given.map(three => tailOf(aText(`${one} ${two} ${three}`), sinceThen(opens)))))

function writePerson({ sheets }: Pen, person_id: number, { unit_id }: Cell, random: Random): void {
  addRow(sheets.person, [person_id], [], of_person)
  addRow(sheets.person_version, [person_id], [], names[Math.floor(random() * names.length)]!)
  addRow(sheets.obligation, [person_id, person_id], [unit_id], of_obligation)
}

type Written = { on: number; deeds: number; approved_on: number | null }

function writeCommitment({ sheets, numbers }: Pen, person_id: number, { on, deeds, approved_on }: Written): void {
  const commitment_id = ++numbers.commitment
  const tails = tailsOf(on)
  addRow(sheets.commitment, [commitment_id, person_id], [], tails.commitment)
  addRow(sheets.commitment_step, [commitment_id, person_id], [], tails.submitted)
  if (approved_on !== null) addRow(sheets.commitment_step, [commitment_id], [], tailsOf(approved_on).approved)
  for (let ordinal = 1; ordinal <= deeds; ordinal++) addRow(sheets.deed, [++numbers.deed, commitment_id], [ordinal], tails.deed)
}

type Tails = Record<'tally' | 'commitment' | 'submitted' | 'approved' | 'deed', Buffer>
const tails: Tails[] = []

/** What the rows of a day have in common is spelled once. */
function tailsOf(on: number): Tails {
  tails[on] ??= {
    tally: tallyTail({ deeds: 0, on, counts: [0, 1, on <= due ? 1 : 0, 0] }),
    commitment: tailOf(aNumber(1), aText(text), aText(text), sinceThen(on)),
    submitted: tailOf(aText('submitted'), aDay(on), sinceThen(on)),
    approved: tailOf(nothing, aText('approved'), aDay(on), sinceThen(on)),
    deed: tailOf(aText(what), aText(how), aDay(day('2025-11-30')), aDay(on), sinceThen(on)),
  }
  return tails[on]
}
