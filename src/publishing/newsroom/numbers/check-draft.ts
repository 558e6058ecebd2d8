import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, type Problem } from '../../../basis/shared/outcome.ts'
import type { CheckedQuantity, CheckText, Doubted } from '../../../numbers/check/index.ts'
import { type FiguresAt, figuresAt } from '../../../numbers/figure/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { CitedInText } from '../body/citation.ts'
import type { DraftText } from '../draft/draft.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import { answersToPrint, type PrintClock, type ToPrint } from './answers.ts'
import { type ReadableText, type Stretch, textOfDraft } from './text-of-draft.ts'

/**
 * What a quantity still needs: nothing; to be bound, or the fact-checker's reason; a reason; or another number in its
 * place, for what the register denies goes out on nobody's word.
 */
export type Need = 'nothing' | 'binding' | 'reason' | 'correction'

/**
 * What binds a quantity: its figure, asked as the check asked it, with the part of its words that the register bears
 * out; `rest` stands behind.
 */
export type Binding = { token: Omit<CitedInText, 'mark'>; rest: string }

/**
 * A quantity of a draft as the register sees it. `words` are it with some of the text on either side: by them a reason
 * is kept. `at` is where it begins, in code points of `textOfDraft`. `mark` where it is bound; `binding` where it can
 * be. `doubted` where a figure might answer it, and the check is not sure that it does.
 */
export type Finding = {
  at: number
  quantity: string
  before: string
  behind: string
  words: string
  mark: string | null
  register: string | null
  should_be: string | null
  binding: Binding | null
  problem: Problem<DraftCode> | null
  doubted: Doubted | null
  reason: string | null
  need: Need
}

/** `figures` are the remembered ones where a text is only looked at; what is decided upon is asked anew. */
export type CheckOptions = { check: CheckText; now: Date; figures?: FiguresAt }

/**
 * Checks every quantity of a draft against the register, for the day on which it is published: those that are bound, as
 * they are printed; the others as the number check finds them. Words in quotation marks with their speaker's name are
 * theirs. Refusals: too-hard, too-many-numbers.
 */
export async function checkDraft(
  db: Db,
  content: DraftText,
  clock: PrintClock,
  options: CheckOptions,
): Promise<Outcome<Finding[], DraftCode>> {
  const { check, now } = options
  const readable = textOfDraft(content)
  const { reads, ask } = options.figures ?? figuresAt(db, now)
  const day = dayIn(clock)
  const checked = await check(reads, { text: readable.text, valid_as_of: day, now, ask })
  if (!checked.ok) return checked
  if (checked.value.left_out > 0) return { ok: false, problems: [{ code: 'too-many-numbers', limit: checked.value.quantities.length }] }
  const claims = checked.value.quantities.filter(quantity => quantity.verdict !== null && isOurOwn(readable, quantity))
  const free = await Promise.all(claims.map(quantity => freeFinding(db, readable, content, quantity, clock)))
  const absolute = absolutesIn(readable, checked.value.quantities).map(stretch => wordFinding(readable, content, stretch))
  const bound = await Promise.all(content.citations.map(citation => boundFinding(db, citation, clock, readable)))
  return done([...bound, ...free, ...absolute].sort((a, b) => a.at - b.at))
}

/** The numbers of a draft, as they are asked of the register. */
export function numbersOf({ citations }: Pick<DraftText, 'citations'>): ToPrint[] {
  return citations.map(({ printed, ...asked }) => ({ ...asked, printed: [['vi', printed]] as const }))
}

/** Why the numbers of a draft keep it from being signed off. */
export function* problemsWithNumbers(findings: readonly Finding[]): Generator<Problem<DraftCode>> {
  for (const { need, quantity, register, problem } of findings) {
    if (need === 'correction') yield problem ?? { code: 'number-differs', field: 'body', values: { quantity, register: register ?? '' } }
    else if (need !== 'nothing') yield { code: 'number-not-bound', field: 'body', values: { quantity } }
  }
}

async function boundFinding(db: Db, citation: CitedInText, clock: PrintClock, { points, bound }: ReadableText): Promise<Finding> {
  const { mark, printed } = citation
  const stretch = bound.find(place => place.mark === mark)!
  const outcome = await answersToPrint(db, numbersOf({ citations: [citation] }), clock)
  const problem = outcome.ok ? null : outcome.problems[0]!
  const register = problem?.values?.register
  return {
    ...around(points, stretch, printed),
    mark,
    register: outcome.ok ? printed : register === undefined ? null : String(register),
    should_be: register === undefined ? null : String(register),
    ...{ binding: null, problem, doubted: null, reason: null, need: outcome.ok ? 'nothing' : 'correction' },
  }
}

/**
 * What the check says of a claim in our own voice that is not bound. Where it holds, and where no number can be bound
 * (a title), it may stand.
 */
async function freeFinding(
  db: Db,
  { points, bindable }: ReadableText,
  { reasons }: DraftText,
  quantity: CheckedQuantity,
  clock: PrintClock,
): Promise<Finding> {
  const place = around(points, quantity, quantity.text)
  const { verdict, register_text, should_be } = quantity
  const reason = reasons.find(({ words }) => words === place.words)?.reason ?? null
  const is_bindable = bindable.some(stretch => isWithin(quantity, stretch))
  // What the check is not sure of is not bound by one press: a number may be right, and its sentence deny it.
  const binding = is_bindable && verdict !== 'unsure' ? await bindingOf(db, quantity, clock) : null
  const unbound = verdict === 'holds' && !is_bindable ? 'nothing' : binding ? 'binding' : 'reason'
  const need = verdict === 'differs' ? 'correction' : reason !== null ? 'nothing' : unbound
  const doubted = verdict === 'unsure' ? quantity : null
  return { ...place, mark: null, register: register_text, should_be, binding, problem: null, doubted, reason, need }
}

/** Of the words of a quantity, or of what should stand in their place, the longest part that the register bears out. */
async function bindingOf(db: Db, { figure, parameters, text, should_be }: CheckedQuantity, clock: PrintClock): Promise<Binding | null> {
  if (!figure || !parameters) return null
  const asked = askedWithoutClocks(parameters, dayIn(clock))
  const words = (should_be ?? text).split(' ')
  for (let n = words.length; n > 0; n--) {
    const token = { figure, parameters: asked, printed: words.slice(0, n).join(' ') }
    const outcome = await answersToPrint(db, numbersOf({ citations: [{ ...token, mark: 's' }] }), clock)
    if (outcome.ok)
      return {
        token,
        rest: words
          .slice(n)
          .map(word => ` ${word}`)
          .join(''),
      }
    if (outcome.problems[0]!.code !== 'printed-differs') return null
  }
  return null
}

/** The question as it was put. Its clocks are the article's own, but for a day that the text itself names. */
function askedWithoutClocks(
  { valid_as_of, recorded_as_of: _, map_day: __, to, ...asked }: NonNullable<CheckedQuantity['parameters']>,
  day: string,
): Record<string, string> {
  const named = { ...(valid_as_of !== day && { valid_as_of }), ...(to !== valid_as_of && { to }) }
  const meant = Object.entries({ ...asked, ...named }).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(meant.map(([name, value]) => [name, String(value)]))
}

/**
 * «không còn», and «tất cả» of what the register does not count: no number, and yet a claim of every one or of none.
 * Where a number speaks beside them, that one is judged; «tất cả» of what the register counts is a number itself.
 */
const absolutes = /(?<![\p{L}\p{N}])(?:tất cả|toàn bộ|không còn)(?![\p{L}\p{N}])/giu

/** Of more than so many no article speaks; each needs a reason, so the rest comes up when these are mended. */
const most_absolutes = 100

function absolutesIn(readable: ReadableText, quantities: readonly CheckedQuantity[]): Stretch[] {
  const pointsUntil = (at: number) => Array.from(readable.text.slice(0, at)).length
  return [...readable.text.matchAll(absolutes)]
    .slice(0, most_absolutes)
    .map(({ index, 0: words }) => ({ start: pointsUntil(index), end: pointsUntil(index + words.length) }))
    .filter(stretch => isOurOwn(readable, stretch))
    .filter(stretch => !quantities.some(quantity => quantity.verdict !== null && overlap(quantity, stretch)))
}

function wordFinding({ points }: ReadableText, { reasons }: DraftText, stretch: Stretch): Finding {
  const place = around(points, stretch, points.slice(stretch.start, stretch.end).join(''))
  const reason = reasons.find(({ words }) => words === place.words)?.reason ?? null
  return {
    ...place,
    mark: null,
    register: null,
    should_be: null,
    binding: null,
    problem: null,
    doubted: null,
    reason,
    need: reason === null ? 'reason' : 'nothing',
  }
}

/** In our own voice, and not the words of a number that is bound. */
function isOurOwn({ bound, quoted }: ReadableText, stretch: Stretch): boolean {
  return ![...bound, ...quoted].some(other => overlap(other, stretch))
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end
}

function isWithin(one: Stretch, other: Stretch): boolean {
  return one.start >= other.start && one.end <= other.end
}

/** So many letters stand on either side of a quantity. */
export const letters_around = 40

function around(points: string[], { start, end }: Stretch, quantity: string) {
  const before = points
    .slice(Math.max(0, start - letters_around), start)
    .join('')
    .split('\n')
    .at(-1)!
  const behind = points
    .slice(end, end + letters_around)
    .join('')
    .split('\n')[0]!
  return { quantity, before, behind, words: before + quantity + behind, at: start }
}

function dayIn({ published_at }: PrintClock): string {
  return dayOf(new Date(published_at))
}
