import { inDayMonthYear } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import type { Sentence } from '../../basis/shared/sentences.ts'
import { choice, dayWithin, type Form, grouped, longText, problemsWith, text } from '../../platform/staff/index.ts'
import { type CommitmentText, type DeedText, type TextField, text_fields } from './commitment.ts'
import type { DeedCode } from './deed-words.ts'
import type { CommitmentCode } from './problem-words.ts'

/**
 * The forms of a commitment and of its deeds. Each field says what it asks, what it takes, and which problem it has;
 * the sentences stand in `problem-words.ts`.
 */

/** Lengths that a page of A4 holds; they are ours, not an authority's. */
const longest = { deed: 500, measure: 300, remedy: 1000, said: 500 }

/** A section of the form: a text under its own title. An office may change all but which texts there are. */
export type Section<Name extends string = TextField> = { section: Name; title: Sentence; hint: Sentence; longest: number }
/** A section of a commitment with the part on which it stands. */
export type PlacedSection = Section & { part: string }

/** A part of the form, and what it is made of. */
export type PartOfForm = { part: string; title: Sentence; holds: 'sections' | 'deeds' | 'remedy' }

/** The days between which deeds fall due, both included. */
export type Window = { from: string; to: string }

/** Deeds fall due from the opening of the campaign to the last day of its year, whichever campaign closes earlier. */
export function windowOf({ opens_on, year }: { opens_on: string; year: number }): Window {
  return { from: opens_on, to: `${year}-12-31` }
}

/**
 * What the campaign asks of the text: its sections, numbers of deeds, when they fall due, and whether last year left a
 * limitation.
 */
export type Asked = Window & { sections: readonly PlacedSection[]; deeds_least: number; deeds_most: number; owes_remedy: boolean }

export function sectionFields<Name extends string>(sections: readonly Section<Name>[]) {
  const fields = sections.map(({ section, title, hint, longest }) => [
    section,
    longText({ label: title, hint, most: longest, required: 'no-section' }),
  ])
  return Object.fromEntries(fields) as Record<Name, ReturnType<typeof longText<'no-section'>>>
}

/** What is asked of a deed, also where it is read or written by hand. */
export const deed_labels = {
  what: { vi: 'Làm việc gì', en: 'What' },
  how: { vi: 'Làm thế nào', en: 'How' },
  measure: { vi: 'Lấy gì để biết đã xong', en: 'How one will know it is done' },
  due_on: { vi: 'Xong trước ngày', en: 'To be done by' },
} satisfies Record<keyof DeedText, Sentence>

export const remedy_label = { vi: 'Cách khắc phục', en: 'How it will be repaired' }

export function deedFields(window: Window) {
  return {
    what: longText({ label: deed_labels.what, most: longest.deed, required: 'no-deed-text', rows: 2 }),
    how: longText({ label: deed_labels.how, most: longest.deed, is_optional: true, rows: 2 }),
    measure: text({ label: deed_labels.measure, most: longest.measure, required: 'no-measure' }),
    due_on: dueOn(window),
  }
}

function dueOn({ from, to }: Window) {
  const latest = inDayMonthYear(to)
  const hint = { vi: `Ngày/tháng/năm, muộn nhất ${latest}`, en: `Day/month/year, at the latest ${latest}` }
  return dayWithin({ label: deed_labels.due_on, hint, from, to })
}

/** More deeds than any campaign asks for are not read at all: a campaign's own bounds are much narrower. */
export const most_deeds_read = 9

/** «Việc 2» */
export function deedNumbered(n: number): Sentence {
  return { vi: `Việc ${n}`, en: `Deed ${n}` }
}

/** The deeds of a form, numbered: `deed_2_what`. Those beyond the least are optional. */
export function deedsFields(window: Window, { deeds_least }: { deeds_least: number }): Form {
  const numbers = Array.from({ length: most_deeds_read }, (_, i) => i + 1)
  return Object.assign(
    {},
    ...numbers.map(n => grouped({ legend: deedNumbered(n), is_optional: n > deeds_least }, `deed_${n}_`, deedFields(window))),
  )
}

/** The names of the deeds beyond a number: fields that are not shown. */
export function deedsBeyond(form: Form, shown: number): string[] {
  return Object.keys(form).filter(name => Number(/^deed_(\d)_/.exec(name)?.[1]) > shown)
}

export function remedyFields(window: Window) {
  return {
    remedy: longText({ label: remedy_label, most: longest.remedy, required: 'no-remedy' }),
    remedy_due_on: dueOn(window),
  }
}

/** A report on a deed: how far it is, in a sentence. */
export const report_form = {
  state: choice({
    label: { vi: 'Đến nay thế nào?', en: 'How far is it?' },
    options: [
      { value: 'under-way', label: { vi: 'Đang làm', en: 'Under way' } },
      { value: 'done', label: { vi: 'Đã xong', en: 'Done' } },
      { value: 'partly', label: { vi: 'Xong một phần', en: 'Partly done' } },
      { value: 'not-done', label: { vi: 'Không làm được', en: 'Not done' } },
    ],
    wrong: 'no-state',
  }),
  said: longText({
    label: { vi: 'Một câu cho rõ', en: 'In a sentence' },
    hint: { vi: 'Bắt buộc khi xong một phần hoặc không làm được.', en: 'Needed where it is partly done or not done.' },
    most: longest.said,
    rows: 3,
  }),
}

/** Another deed in the place of one, and why. */
export function replacementForm(window: Window) {
  return { ...why_replaced, ...grouped({ legend: { vi: 'Việc mới', en: 'The new deed' } }, '', deedFields(window)) }
}

const why_replaced = {
  reason: longText({
    label: { vi: 'Vì sao phải thay', en: 'Why it must be replaced' },
    most: longest.said,
    required: 'no-reason',
    rows: 2,
  }),
}

/**
 * What is kept of a text, and digested: what the form asks for. A draft may hold more, from a version of the form
 * before.
 */
export function asAsked(text: CommitmentText, { sections, owes_remedy }: Asked): CommitmentText {
  const asked = new Set(sections.map(({ section }) => section))
  const rest = text_fields.filter(section => !asked.has(section)).map(section => [section, ''])
  return { ...text, ...Object.fromEntries(rest), remedy: owes_remedy ? text.remedy : null }
}

/** All that is wrong with a commitment, in the order of the form. Fields are named as on the form: `deed_2_due_on`. */
export function* problemsWithCommitment(commitment: CommitmentText, asked: Asked): Generator<Problem<CommitmentCode>> {
  yield* problemsWith(sectionFields(asked.sections), commitment)
  yield* problemsWithDeeds(commitment.deeds, asked)
  if (asked.owes_remedy) yield* problemsWithRemedy(commitment.remedy, asked)
}

type DeedsAsked = Window & { deeds_least: number; deeds_most: number }

/** What is wrong with the deeds of a form: too few, too many, and each by itself. */
export function* problemsWithDeeds(
  deeds: readonly DeedText[],
  { deeds_least, deeds_most, ...window }: DeedsAsked,
): Generator<Problem<CommitmentCode>> {
  if (deeds.length < deeds_least) yield { code: 'too-few-deeds', field: `deed_${deeds.length + 1}_what`, limit: deeds_least }
  if (deeds.length > deeds_most) yield { code: 'too-many-deeds', field: `deed_${deeds_most + 1}_what`, limit: deeds_most }
  const fields = deedFields(window)
  for (const [i, deed] of deeds.entries())
    for (const problem of problemsWith(fields, deed)) yield { ...problem, field: `deed_${i + 1}_${problem.field}` }
}

/** Where nothing is written there is no day to be wrong. */
function* problemsWithRemedy(remedy: CommitmentText['remedy'], window: Window): Generator<Problem<CommitmentCode>> {
  if (!remedy) return yield { code: 'no-remedy', field: 'remedy' }
  yield* problemsWith(remedyFields(window), { remedy: remedy.what, remedy_due_on: remedy.due_on })
}

/** What is wrong with a deed that takes another's place, and with the reason. */
export function* problemsWithReplacement(reason: string, deed: DeedText, window: Window): Generator<Problem<DeedCode>> {
  yield* problemsWith(why_replaced, { reason })
  yield* problemsWith(deedFields(window), deed)
}

/** What is wrong with a report on a deed. Who has not done all of it says why in a sentence. */
export function* problemsWithReport(state: string, said: string): Generator<Problem<DeedCode>> {
  yield* problemsWith(report_form, { state, said })
  if ((state === 'partly' || state === 'not-done') && said === '') yield { code: 'no-reason', field: 'said' }
}
