import { addDays, isDay } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { type Answers, problemsWith } from '../../platform/staff/index.ts'
import { type Movable, type Move, workflow } from '../../platform/workflow/index.ts'
import { call_fields, most_deeds } from './forms.ts'
import type { CampaignCode } from './problem-words.ts'
import type { CampaignState } from './reads/list-campaigns.ts'

/**
 * What a campaign asks, and until when. Days are ISO days in Vietnam; `closes_on` is the last day on which a commitment
 * is still taken, late; without `joins_until` whoever joins is due until the due date.
 */
export type CampaignCall = Omit<Answers<typeof call_fields>, 'joins_until'> & { joins_until?: string }

/**
 * What is done with a campaign by a decision; the states between follow its days (`statesOf`). Withdrawn while nobody
 * has handed in: the denominator of a year is not taken away from what was given. Issued and withdrawn by the office
 * above the units that are called.
 */
const moves = {
  issue: { from: [null], to: 'issued', by: 'office-above' },
  withdraw: { from: ['issued', 'open', 'closing', 'closed', 'archived'], to: 'withdrawn', by: 'office-above' },
} satisfies Record<string, Move<CampaignState, 'office-above'>>

export type CampaignMove = keyof typeof moves
export const campaign_flow = workflow('campaign', { moves, makers: { 'office-above': 'either' }, retention: 'organisation' })

/** Whose a campaign is, and how it stands: what a move of it is decided by. */
export function movable({ root_id, state }: { root_id: number; state: CampaignState | null }): Movable {
  return { unit_id: root_id, hands: [], state }
}

const longest_window_days = 400

/** What is wrong with a call, before anything is asked of the register. */
export function* problemsWithCall(call: CampaignCall): Generator<Problem<CampaignCode>> {
  yield* problemsWith(call_fields, { joins_until: '', ...call })
  yield* problemsBetween(call)
}

/** What is wrong with the answers of a call beside one another. */
export function* problemsBetween(call: CampaignCall): Generator<Problem<CampaignCode>> {
  const { opens_on, due_on, closes_on, deeds_least, deeds_most, joins_until } = call
  if (!(deeds_least >= 1 && deeds_most >= deeds_least && deeds_most <= most_deeds))
    yield { code: 'wrong-bounds', field: 'deeds_most', limit: most_deeds }
  if (![opens_on, due_on, closes_on].every(isDay)) return
  if (joins_until && isDay(joins_until) && (joins_until < opens_on || joins_until > closes_on))
    yield { code: 'outside-window', field: 'joins_until', values: { from: opens_on, to: closes_on } }
  if (due_on < opens_on) yield { code: 'due-before-opening', field: 'due_on', limit: opens_on }
  if (closes_on < due_on) yield { code: 'closes-before-due', field: 'closes_on', limit: due_on }
  if (Date.parse(closes_on) - Date.parse(opens_on) > longest_window_days * 86_400_000)
    yield { code: 'window-too-long', field: 'closes_on', limit: longest_window_days }
}

/** A campaign that shares people with the one that is to be called. */
export type CampaignBeside = { year: number; name: string; opens_on: string; closes_on: string }

/** What a call is held against: campaigns that share people with it, the rule on deeds, the theme that was set. */
export type CallBeside = {
  others: readonly CampaignBeside[]
  bounds: { deeds_least: number; deeds_most: number } | null
  theme: string | null
}

/**
 * What is unusual about a call, and asked back before it goes out: days that do not belong to its year (a commitment is
 * collected from the last quarter of the year before, is due within its year, and late ones are taken until its first
 * quarter is over), a time in which another campaign still receives from the same people, other numbers of deeds
 * than the rule has, and another theme than the level has set.
 */
export function* doubtsAbout(
  { year, opens_on, due_on, closes_on, deeds_least, deeds_most, theme }: CampaignCall,
  { others, bounds, theme: set }: CallBeside,
): Generator<Problem<CampaignCode>> {
  const [first, last_due, last] = [`${year - 1}-10-01`, `${year}-12-31`, `${year + 1}-03-31`]
  if (opens_on < first) yield { code: 'outside-year', field: 'opens_on', values: { year, from: first, to: last_due } }
  if (due_on > last_due) yield { code: 'outside-year', field: 'due_on', values: { year, from: first, to: last_due } }
  if (closes_on > last) yield { code: 'outside-year', field: 'closes_on', values: { year, from: first, to: last } }
  if (bounds && (deeds_least !== bounds.deeds_least || deeds_most !== bounds.deeds_most))
    yield { code: 'other-bounds', field: 'deeds_least', values: { least: bounds.deeds_least, most: bounds.deeds_most } }
  if (set !== null && set !== theme) yield { code: 'other-theme', field: 'theme', values: { theme: set } }
  for (const other of others)
    if (other.opens_on <= closes_on && opens_on <= other.closes_on)
      yield {
        code: 'overlaps',
        field: 'opens_on',
        values: { year: other.year, unit: other.name, from: other.opens_on, to: other.closes_on },
      }
}

/**
 * What a campaign usually is, for a form that is still empty: open from today, due in a month, closed two weeks later;
 * from October on for the year to come.
 */
export function usualWindow(today: string): { year: number; opens_on: string; due_on: string; closes_on: string } {
  const year = Number(today.slice(0, 4)) + (today.slice(5, 7) >= '10' ? 1 : 0)
  return { year, opens_on: today, due_on: addDays(today, 30), closes_on: addDays(today, 44) }
}

/** Whether a refusal is one of those that are asked back, and may be accepted. */
export function isDoubt({ code }: Problem): boolean {
  return ['outside-year', 'overlaps', 'other-bounds', 'other-theme'].includes(code)
}

/**
 * The states of a campaign and the days on which each begins; the last has no end. `closing` are its last two weeks.
 */
export function statesOf({ opens_on, due_on, closes_on }: CampaignCall, today: string, add: (day: string, days: number) => string) {
  const closing = [opens_on, add(due_on, -13)].sort().at(-1)!
  const all = [
    { state: 'issued', from: today },
    { state: 'open', from: opens_on },
    { state: 'closing', from: closing },
    { state: 'closed', from: add(closes_on, 1) },
    { state: 'archived', from: add(closes_on, 91) },
  ]
  const steps = all.map(({ state, from }) => ({ state, from: from < today ? today : from }))
  return steps
    .map(({ state, from }, i) => ({ state, from, to: steps[i + 1]?.from ?? 'infinity' }))
    .filter(({ from, to }) => to === 'infinity' || from < to)
}
