import { setImmediate } from 'node:timers/promises'
import { type Book, nextNumber, write } from './book.ts'
import { during, known } from './history.ts'
import type { Body } from './organisation/bodies.ts'
import { type Person, spellOn } from './people.ts'
import type { Campaign } from './programme.ts'
import { between, chance, pick, type Random, randomFrom } from './random.ts'
import { type DeedChange, type DeedTallies, type Tallies, tally, tallyDeeds, writeDeedTallies, writeTallies } from './tallies.ts'
import { dayText, forever, instantAt } from './time.ts'
import type { Sort } from './words/bodies.ts'
import { deedText, disciplines, ethics, preventions, replacement_reasons, styles, thoughts } from './words/deeds.ts'

/** Of a hundred due persons, how many never came to an approved commitment. Everybody did in 2020. */
const missing: Record<number, number> = { 2016: 0.034, 2017: 0.021, 2018: 0.012, 2019: 0.005, 2020: 0 }
/** Whoever joins in the last weeks before the due date is not due that year. */
const cut_off_days = 30

/** `random` is each person's own: what the register does not know yet of one moves nothing of the others. */
type Making = {
  book: Book
  seed: number
  random: Random
  campaign: Campaign
  tallies: Tallies
  deed_tallies: DeedTallies
  meetings: Map<number, Meetings>
  cells: Map<number, Body>
  secretary_of: Map<number, Person>
}
export type Members = { people: Person[]; bodies: Body[]; secretary_of: Map<number, Person> }
/** The days on which a cell takes commitments in, endorses them, and has them approved. */
type Meetings = { in: [number, number, number]; endorsed: number; approved: number; minute: number }

/** So many persons are written in one go; between two goes the database is handed the next block, if it waits. */
const at_once = 10

/**
 * One campaign's obligations with their exceptions, commitments, steps and deeds, and the counts of each cell. Others
 * get a turn now and then: the database, which meanwhile takes in what was written before.
 */
export async function writeCommitments(
  book: Book,
  seed: number,
  campaign: Campaign,
  { people, bodies, secretary_of }: Members,
): Promise<void> {
  const cells = new Map(bodies.map(body => [body.unit_id, body]))
  const making: Omit<Making, 'random'> = {
    book,
    seed,
    campaign,
    tallies: new Map(),
    deed_tallies: new Map(),
    meetings: new Map(),
    cells,
    secretary_of,
  }
  for (const [i, person] of people.entries()) {
    oblige({ ...making, random: randomFrom(seed, `${campaign.year} ${person.person_id}`) }, person)
    if (i % at_once === 0) await setImmediate()
  }
  writeTallies(book, campaign.campaign_id, making.tallies)
  writeDeedTallies(book, campaign.campaign_id, making.deed_tallies)
}

/** Nobody submits before the register knows that they are due. */
type Due = { obligation_id: number; person: Person; unit: number; from: number; ready: number }

function oblige(making: Making, person: Person): void {
  const { book, random, campaign, tallies } = making
  const at_issue = spellOn(person, campaign.opens)
  const joined = at_issue ?? person.spells.find(({ from }) => from > campaign.opens && from <= campaign.due - cut_off_days)
  if (!joined) return
  const from = Math.max(campaign.opens, joined.from)
  const learned = at_issue ? campaign.issued : joined.learned
  const ready = Math.floor(learned / 1440) + 1
  const due = { obligation_id: nextNumber(book, 'obligation'), person, unit: joined.unit, from, ready }
  if (learned > book.limit) return
  write(book, 'obligation', [due.obligation_id, campaign.campaign_id, person.person_id, due.unit, dayText(from), known(learned)])
  tally(tallies, due.unit, from, learned, { due: 1 })
  if (isExcepted(making, due, learned)) return
  if (chance(random, missing[campaign.year]!)) fallShort(making, due)
  else commit(making, due)
}

/** Void for who left before the due date; waived for illness and for old members who are exempt. */
function isExcepted({ book, random, campaign, tallies }: Making, { obligation_id, person, unit, from }: Due, due_learned: number): boolean {
  const last = person.spells.at(-1)!
  const left = last.to <= campaign.due
  const age = (campaign.opens - person.born) / 365
  const exempt = age > 76 && chance(random, 0.6)
  if (!left && !exempt && !chance(random, 0.004)) return false
  const on = left ? Math.max(last.to, from) : from + between(random, 1, 12)
  const learned = left ? Math.max(last.ended, due_learned) : instantAt(on + 1, 9)
  if (learned > book.limit) return true
  const reason = left ? 'Ra khỏi tổ chức trước hạn' : exempt ? 'Được miễn công tác và sinh hoạt do tuổi cao' : 'Điều trị bệnh dài ngày'
  write(book, 'obligation_exception', [obligation_id, left ? 'void' : 'waived', reason, during(on, forever), known(learned)])
  tally(tallies, unit, on, learned, { due: -1 })
  return true
}

// ── The way of a commitment
// ──────────────────────────────────────────────────────────────────────────────────────────────────────

function meetingsOf({ seed, campaign, meetings, cells }: Making, unit: number): Meetings {
  const known_days = meetings.get(unit)
  if (known_days) return known_days
  const random = randomFrom(seed, `${campaign.year} ${cells.get(unit)!.key}`)
  const length = campaign.due - campaign.opens
  const first = campaign.opens + between(random, 8, Math.floor(length * 0.3))
  const second = first + between(random, 5, Math.floor(length * 0.2))
  const third = second + between(random, 5, Math.floor(length * 0.2))
  const endorsed = Math.min(third + between(random, 1, 4), campaign.due - 9)
  const approved = Math.min(endorsed + between(random, 2, 6), campaign.due - 5)
  const made: Meetings = { in: [first, second, third], endorsed, approved, minute: between(random, 0, 59) }
  meetings.set(unit, made)
  return made
}

/** Two in five never handed it in; the others got it back and left it at that. */
function fallShort(making: Making, due: Due): void {
  if (chance(making.random, 0.4)) return
  const { in: days, minute } = meetingsOf(making, due.unit)
  const on = Math.max(days[2], due.ready + 3)
  const text = newText(making, due, 1, on, minute)
  step(making, due, text, 'submitted', on, minute)
  step(making, due, text, 'returned', on + 4, minute)
}

function commit(making: Making, due: Due): void {
  const { random, campaign } = making
  const { in: days, endorsed, approved, minute } = meetingsOf(making, due.unit)
  const late = chance(random, 0.015)
  const day_in = late ? campaign.due + between(random, 1, 20) : Math.max(pick(random, days), due.ready)
  const text = newText(making, due, 1, day_in, minute)
  step(making, due, text, 'submitted', day_in, minute)
  const again = !late && chance(random, 0.02) ? day_in + 6 : day_in
  if (again > day_in) {
    step(making, due, text, 'returned', day_in + 2, minute)
    step(making, due, text, 'submitted', again, minute)
  }
  const endorsed_on = Math.max(endorsed, again + 1)
  const approved_on = Math.max(approved, endorsed_on + 2)
  step(making, due, text, 'endorsed', endorsed_on, minute)
  step(making, due, text, 'approved', approved_on, minute)
  const last = !late && chance(random, 0.01) && approved_on < campaign.due ? amend(making, due, text, minute) : text
  carryOut(making, due, last, minute)
}

/** The next version takes the place of the first within one day, before the due date. */
function amend(making: Making, due: Due, text: Text, minute: number): Text {
  const on = making.campaign.due
  const next = newText(making, due, 2, on, minute)
  step(making, due, text, 'superseded', on, minute)
  for (const state of ['submitted', 'endorsed', 'approved'] as const) step(making, due, next, state, on, minute)
  return next
}

/** `approved`: since when it is, and when that was learned. */
type Text = {
  commitment_id: number
  deeds: number[]
  sort: Sort
  state: State | null
  on_time: boolean
  approved: { on: number; learned: number } | null
  /** The deeds that it has promised, those that were replaced among them. */
  promised: Set<string>
}
type State = 'submitted' | 'returned' | 'endorsed' | 'approved' | 'superseded' | 'concluded'

function newText(
  { book, random, campaign, cells }: Making,
  { obligation_id, unit }: Due,
  version: number,
  on: number,
  minute: number,
): Text {
  const commitment_id = nextNumber(book, 'commitment')
  const learned = instantAt(on, 9, minute)
  const { sort } = cells.get(unit)!
  const deeds = Array.from({ length: chance(random, 0.55) ? 2 : 3 }, () => nextNumber(book, 'deed'))
  const text: Text = { commitment_id, deeds, sort, state: null, on_time: false, approved: null, promised: new Set() }
  const block = [pick(random, thoughts), pick(random, ethics), pick(random, styles), pick(random, disciplines), pick(random, preventions)]
  if (learned > book.limit) return text
  write(book, 'commitment', [commitment_id, obligation_id, version, ...block, known(learned)])
  deeds.forEach((deed_id, i) => {
    writeDeed(book, random, text, { deed_id, ordinal: i + 1, due: campaign.closes - between(random, 0, 180), on, learned })
  })
  return text
}

type NewDeed = { deed_id: number; ordinal: number; due: number; on: number; learned: number }

function writeDeed(
  book: Book,
  random: Random,
  { commitment_id, sort, promised }: Text,
  { deed_id, ordinal, due, on, learned }: NewDeed,
): void {
  const { what, how, measure } = deedText(random, sort, promised)
  write(book, 'deed', [deed_id, commitment_id, ordinal, what, how, measure, dayText(due), dayText(on), known(learned)])
}

/** Writes a step and what it changes in the counts of the cell. */
function step(making: Making, due: Due, text: Text, state: State, on: number, minute: number): void {
  const { book, campaign, tallies, secretary_of } = making
  const learned = instantAt(on, hours[state], minute)
  const change = changeOf(text, state, on <= campaign.due)
  if (learned > book.limit) return
  const judge = secretary_of.get(due.unit)
  const own = state === 'submitted' || state === 'superseded'
  const actor = own ? due.person.person_id : judge && judge !== due.person ? judge.person_id : null
  const comment = state === 'returned' ? 'Việc làm theo còn chung chung, cần nêu cụ thể hơn' : null
  write(book, 'commitment_step', [text.commitment_id, state, dayText(on), actor, comment, known(learned)])
  tally(tallies, due.unit, on, learned, change.entry)
  if (!change.deeds) return
  tally(tallies, due.unit, on, learned, change.deeds)
  const { approved } = change.deeds
  text.approved = approved > 0 ? { on, learned } : null
  tallyDeeds(making.deed_tallies, due.unit, on, learned, { commitments: approved, registered: approved * text.deeds.length })
}

const hours: Record<State, number> = { submitted: 10, returned: 15, endorsed: 15, approved: 16, superseded: 9, concluded: 16 }

function changeOf(text: Text, state: State, in_time: boolean): { entry: object; deeds?: { approved: number; deeds: number } } {
  const before = text.state
  text.state = state
  if (state === 'submitted') {
    text.on_time = in_time
    return { entry: { submitted: 1, on_time: in_time ? 1 : 0 } }
  }
  if (state === 'returned') return { entry: { submitted: -1, on_time: text.on_time ? -1 : 0 } }
  if (state === 'approved') return { entry: {}, deeds: { approved: 1, deeds: text.deeds.length } }
  if (state !== 'superseded' || before !== 'approved') return { entry: {} }
  return { entry: { submitted: -1, on_time: text.on_time ? -1 : 0 }, deeds: { approved: -1, deeds: text.deeds.length } }
}

// ── What became of the deeds
// ─────────────────────────────────────────────────────────────────────────────────────────────────────

function carryOut(making: Making, due: Due, text: Text, minute: number): void {
  const { random, campaign } = making
  for (const deed_id of text.deeds) {
    const fate = random()
    const on = atMeeting(due, campaign, campaign.due + between(random, 18, campaign.closes - campaign.due - 25))
    const report = { due, text, deed_id, on, minute }
    if (fate < 0.015) replace(making, report)
    else if (fate < 0.9) deedStep(making, { ...report, state: 'done', reason: null })
    else if (fate < 0.96) deedStep(making, { ...report, state: 'partly', reason: 'Còn một phần chuyển sang năm sau' })
    else if (fate < 0.98) deedStep(making, { ...report, state: 'not-done', reason: 'Không bố trí được thời gian' })
  }
  if (chance(random, 0.97)) step(making, due, text, 'concluded', campaign.closes - 21 + (due.unit % 15), minute)
}

/** Deeds are reported when the cell meets: on one day of thirty, each cell on its own, and before its reviews. */
function atMeeting({ unit }: Due, { closes }: Campaign, on: number): number {
  const days_to_go = (30 + ((unit - on) % 30)) % 30
  return Math.min(on + days_to_go, closes - 22)
}

type Report = { due: Due; text: Text; deed_id: number; on: number; minute: number }

/** Another deed takes its place and its number follows the last. */
function replace(making: Making, report: Report): void {
  const { book, random, campaign } = making
  const { due, text, deed_id, on, minute } = report
  const learned = instantAt(on, 17, minute)
  deedStep(making, { ...report, state: 'replaced', reason: pick(random, replacement_reasons) })
  const next = nextNumber(book, 'deed')
  if (learned > book.limit) return
  const ordinal = text.deeds.length + 1 + text.deeds.indexOf(deed_id)
  writeDeed(book, random, text, { deed_id: next, ordinal, due: campaign.closes, on, learned })
  tallyReport(making, due, text, { on, learned }, { registered: 1 })
  deedStep(making, { ...report, deed_id: next, on: Math.min(on + 20, campaign.closes), state: 'done', reason: null })
}

type DeedStep = Report & { state: 'done' | 'partly' | 'not-done' | 'replaced'; reason: string | null }

const reported: Record<DeedStep['state'], DeedChange> = {
  done: { done: 1 },
  partly: { partly: 1 },
  'not-done': { not_done: 1 },
  replaced: { registered: -1 },
}

function deedStep(making: Making, { due, text, deed_id, state, on, reason, minute }: DeedStep): void {
  const learned = instantAt(on, 17, minute)
  if (learned > making.book.limit) return
  write(making.book, 'deed_step', [deed_id, state, dayText(on), reason, known(learned)])
  tallyReport(making, due, text, { on, learned }, reported[state])
}

/** What is reported before the approval counts from the approval on. */
function tallyReport(
  { deed_tallies }: Making,
  { unit }: Due,
  { approved }: Text,
  at: { on: number; learned: number },
  change: DeedChange,
): void {
  if (approved) tallyDeeds(deed_tallies, unit, Math.max(at.on, approved.on), Math.max(at.learned, approved.learned), change)
}
