import { type Book, write } from '../../seed/province/book.ts'
import { between, chance, type Random, randomFrom } from '../../seed/province/random.ts'
import { day, dayText } from '../../seed/province/time.ts'
import type { Nation } from './load-nation.ts'
import { type Base, type Cell, campaign } from './plan-nation.ts'

export type Pen = {
  book: Book
  loaded: Nation
  people: boolean
  stored: number
  numbers: { person: number; commitment: number; deed: number }
}

const opens = day(campaign.opens)
const due = day(campaign.due)
const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Nông', 'Triệu', 'Lò', 'Vàng', 'Đinh']
const middle = ['Văn', 'Thị', 'Đức', 'Thu', 'Minh', 'Xuân']
const given = ['An', 'Bình', 'Chi', 'Dung', 'Hà', 'Hòa', 'Lan', 'Mai', 'Nam', 'Phúc', 'Quý', 'Sơn', 'Thảo', 'Tuấn', 'Yến']
const what = 'Đến nhà từng hộ trong tổ để nghe ý kiến và báo lại cho chi bộ vào tuần đầu của mỗi tháng'
const how = 'Ghi sổ sau mỗi buổi, chi ủy xem lại ba tháng một lần'
const text = 'Giữ nền nếp học tập, làm đúng điều đã hứa, nói đi đôi với làm và nhận phần khó về mình.'

/** Every person of a base organisation answers, or does not; each submission is a tally of its own, as the form's verb writes them, an approval one for the whole cell. */
export function answerFrom(pen: Pen, { cells, unit_id }: Base): void {
  const random = randomFrom(unit_id, 'people')
  for (const cell of cells) {
    pen.loaded.cells++
    tally(pen, cell, 0, opens, [cell.people, 0, 0, 0])
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
    tally(pen, cell, 0, on, [0, 1, on <= due ? 1 : 0, 0])
    const is_approved = on <= meeting + 7
    if (is_approved) approved[deeds]++
    pen.loaded.deeds += deeds
    if (pen.people) writeCommitment(pen, person_id, { on, deeds, approved_on: is_approved ? meeting + 7 : null })
  }
  for (const deeds of [2, 3] as const) if (approved[deeds] > 0) tally(pen, cell, deeds, meeting + 7, [0, 0, 0, approved[deeds]])
}

function tally({ book }: Pen, { unit_id }: Cell, deeds: number, on: number, counts: [number, number, number, number]): void {
  write(book, 'commitment_tally', [1, unit_id, deeds, dayText(on), known(on), ...counts])
}

function writePerson({ book }: Pen, person_id: number, { unit_id }: Cell, random: Random): void {
  const name = [family, middle, given].map(list => list[Math.floor(random() * list.length)]).join(' ')
  write(book, 'person', [person_id, known(opens)])
  write(book, 'person_version', [person_id, name, null, null, null, since(opens)])
  write(book, 'obligation', [person_id, 1, person_id, unit_id, campaign.opens, since(opens)])
}

function writeCommitment(
  { book, numbers }: Pen,
  person_id: number,
  { on, deeds, approved_on }: { on: number; deeds: number; approved_on: number | null },
): void {
  const commitment_id = ++numbers.commitment
  write(book, 'commitment', [commitment_id, person_id, 1, text, text, null, null, null, since(on)])
  write(book, 'commitment_step', [commitment_id, 'submitted', dayText(on), person_id, null, since(on)])
  if (approved_on !== null)
    write(book, 'commitment_step', [commitment_id, 'approved', dayText(approved_on), null, null, since(approved_on)])
  for (let ordinal = 1; ordinal <= deeds; ordinal++) {
    write(book, 'deed', [++numbers.deed, commitment_id, ordinal, what, how, null, '2025-11-30', dayText(on), since(on)])
  }
}

function known(on: number): string {
  return `${dayText(on)} 08:00:00+07`
}

function since(on: number): string {
  return `[${known(on)},infinity)`
}
