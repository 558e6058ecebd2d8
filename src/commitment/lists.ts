import { sayInstant } from '../shared/dates.ts'
import { sayName } from '../shared/names-in-english.ts'
import { dayCell, type ListsOf, listsOf, type Workbook } from '../web/index.ts'
import type { Cell, CellRow } from './list-cell.ts'
import type { CommitmentTallyRow } from './list-commitment-tallies.ts'
import type { MissingPerson } from './list-missing.ts'
import type { PlanBranch } from './list-plan-branches.ts'
import type { PlanRow } from './list-plans-under.ts'
import type { RemindedRow, WaveRow } from './list-reminders.ts'
import { planStateIn } from './pages/plan.tsx'
import { plan_words } from './plan-words.ts'
import { remind_words, senderIn } from './remind-words.ts'
import { commitment_words } from './words.ts'

// The lists of this room's pages as workbooks: the same rows and headings, all of them.

/** Everybody due in a cell, with where their commitment stands. */
export function cellWorkbook(of: ListsOf & { cell: Cell; year: number }): Workbook {
  const words = commitment_words[of.lang]
  const stateOf = ({ exception, state }: CellRow) => (exception ? words.count_excepted : state ? words.states[state] : words.not_yet)
  const rows = Object.values(of.cell)
    .flat()
    .map(row => [row.full_name, sayName(row.unit_name, of.lang), stateOf(row), dayCell(row.happened_on), row.deeds])
  const headings = [words.person, words.cell_col, words.state_col, words.handed_in, words.deeds]
  return listsOf(of, words.title(of.year), [{ name: words.title(of.year), headings, rows }])
}

type Completeness = ListsOf & { year: number; branches: readonly CommitmentTallyRow[]; missing: readonly MissingPerson[] | null }

/** How complete each branch is, and on a sheet of its own who is missing, where they may be read by name. */
export function completenessWorkbook(of: Completeness): Workbook {
  const words = commitment_words[of.lang]
  const counts = of.branches.map(({ name, due, submitted, on_time, approved }) => [
    sayName(name, of.lang),
    due - submitted,
    due,
    submitted - on_time,
    approved,
  ])
  const headings = [words.branch, words.missing_n, words.due_n, words.late_n, words.approved_col]
  const named = of.missing?.map(row => [
    row.full_name,
    sayName(row.unit_name, of.lang),
    row.state ? words.states[row.state] : words.not_yet,
  ])
  return listsOf(of, words.title(of.year), [
    { name: words.map_table_short, headings, rows: counts },
    ...(named ? [{ name: words.who_is_missing, headings: [words.person, words.cell_col, words.state_col], rows: named }] : []),
  ])
}

/** Whom a wave of reminders reached, and how. */
export function waveWorkbook(of: ListsOf & { reminded: readonly RemindedRow[]; sent_at: string }): Workbook {
  const words = remind_words[of.lang]
  const rows = of.reminded.map(row => [
    row.full_name,
    sayName(row.unit_name, of.lang),
    row.read_at ? sayInstant(row.read_at, of.lang) : words.not_seen,
    words.mails[row.mail ?? 'none'],
  ])
  const title = words.wave(sayInstant(of.sent_at, of.lang))
  return listsOf(of, title, [{ name: words.sheets, headings: [words.person, words.cell, words.seen, words.letter], rows }])
}

/** The waves of reminders that went out under a unit, by count. */
export function wavesWorkbook(of: ListsOf & { waves: readonly WaveRow[]; year: number }): Workbook {
  const words = remind_words[of.lang]
  const rows = of.waves.map(wave => [
    sayInstant(wave.sent_at, of.lang),
    senderIn(of.lang, wave),
    ...[wave.reminded, wave.read, wave.sent, wave.waiting, wave.failed, wave.without_mail],
  ])
  const headings = [words.when, words.by_whom, words.people, words.seen, words.mail, words.waiting, words.trouble, words.sheet]
  return listsOf(of, `${words.waves} · ${commitment_words[of.lang].campaign_of(of.year)}`, [{ name: words.waves, headings, rows }])
}

/** The plans of the leaders under a unit: branch by branch, and those that the page names. */
export function plansWorkbook(of: ListsOf & { year: number; branches: readonly PlanBranch[]; plans: readonly PlanRow[] }): Workbook {
  const words = plan_words[of.lang]
  const counts = of.branches.map(({ name, owed, approved, waiting }) => [sayName(name, of.lang), owed, approved, waiting])
  const named = of.plans.map(plan => [
    plan.full_name,
    words.of(plan.post_title, sayName(plan.post_unit_name, of.lang)),
    planStateIn(of.lang, plan.state),
    dayCell(plan.stands_since),
  ])
  return listsOf(of, words.title(of.year), [
    { name: words.by_branch, headings: [commitment_words[of.lang].branch, words.owed, words.approved_n, words.waiting_n], rows: counts },
    { name: words.leader, headings: [words.leader, words.post, words.state, words.since], rows: named },
  ])
}
