import {
  type FigureParameters,
  type PublicAnswer,
  type PublicRow,
  type PublicValue,
  printNumber,
  printRate,
} from '../../numbers/figure/index.ts'
import type { Asking } from './blocks/block.ts'
import type { HistoryPoint } from './charts/points.ts'
import { of_campaign } from './movement/movement.ts'
import { sayValue } from './say.ts'

type Question = Partial<FigureParameters>

const first_year = 2016
/** Figures of a campaign are asked by its year, all others at the end of each year. */
const by_campaign: readonly string[] = [...of_campaign, 'F10']

/** Figures whose rows are the months of a year; so many years are shown. */
const by_month = ['F22']
const years_of_months = 3

/** Figures that are counted within a set of criteria: values of two sets are not of one course. */
const within_a_set = ['F19']

/** Whether the course of a figure is told by months, and not by years. */
export function isByMonth(figure: string): boolean {
  return by_month.includes(figure)
}

type AskingForHistory = Pick<Asking, 'ask' | 'day' | 'view'>

/**
 * The value of a figure over the years up to the day asked, oldest first; years of which the register knows nothing are
 * left out. Of a figure of months: over the months of the last years, those without a value as gaps.
 */
export async function historyOf(asking: AskingForHistory, figure: string, asked: Question): Promise<HistoryPoint[]> {
  if (isByMonth(figure)) return monthsOf(asking, figure, asked)
  const questions = questionsOf(figure, asked, asked.valid_as_of ?? asking.day)
  const all = await Promise.all(questions.map(([, question]) => asking.ask(figure, question)))
  const answers = within_a_set.includes(figure) ? ofTheLastSet(all) : all
  const points = answers.flatMap((answer, i) => (answer ? pointOf(questions[i]![0], answer, asking.view.lang) : []))
  return by_campaign.includes(figure) ? points : withoutYearsUnknown(points, asking.day.slice(0, 4))
}

/** Those whose rows name the same document as the rows of the newest. */
function ofTheLastSet(answers: readonly (PublicAnswer | null)[]): (PublicAnswer | null)[] {
  const setOf = (answer: PublicAnswer | null | undefined) => answer?.rows[0]?.instrument
  const set = setOf(answers.findLast(answer => answer !== null))
  return answers.map(answer => (setOf(answer) === set ? answer : null))
}

async function monthsOf({ ask, view }: AskingForHistory, figure: string, asked: Question): Promise<HistoryPoint[]> {
  const newest = await ask(figure, asked)
  const last = newest?.parameters.year
  if (!last) return []
  const years = Array.from({ length: years_of_months - 1 }, (_, i) => last - years_of_months + 1 + i)
  const before = await Promise.all(years.map(year => ask(figure, { ...asked, year })))
  const points = [...before, newest].flatMap(answer => answer?.rows.map(row => pointOfMonth(row, view.lang)) ?? [])
  const first_known = points.findIndex(({ amount }) => amount !== null)
  return first_known === -1 ? [] : points.slice(first_known)
}

/** Of an indicator that is a part of another, whose rows have a whole: its rate in that month, whatever the year comes to. */
function pointOfMonth({ name, quantity, whole }: PublicRow, lang: 'vi' | 'en'): HistoryPoint {
  const is_part = whole !== undefined
  const [amount, denominator] = [Number(quantity ?? Number.NaN), Number(whole)]
  if (Number.isNaN(amount) || (is_part && denominator === 0)) return { label: name, amount: null, said: '–' }
  if (!is_part) return { label: name, amount, said: printNumber(amount, lang) }
  return { label: name, amount: amount / denominator, said: printRate(amount, denominator, lang) }
}

/**
 * A year to come is shown where the register knows something of it already, as a merger: else it only repeats the year
 * before.
 */
function withoutYearsUnknown(points: HistoryPoint[], this_year: string): HistoryPoint[] {
  return points.filter(({ label, amount }, i) => label <= this_year || amount !== points[i - 1]?.amount)
}

function questionsOf(figure: string, asked: Question, last_day: string): [label: string, question: Question][] {
  const last_year = Number(last_day.slice(0, 4))
  const years = Array.from({ length: Math.max(0, last_year - first_year + 1) }, (_, i) => first_year + i)
  if (by_campaign.includes(figure)) return years.map(year => [String(year), { ...asked, year }])
  return years.map(year => {
    const valid_as_of = year === last_year ? last_day : `${year}-12-31`
    return [String(year), { ...asked, valid_as_of, ...(asked.to ? { to: valid_as_of < asked.to ? valid_as_of : asked.to } : {}) }]
  })
}

function pointOf(label: string, { value }: PublicAnswer, lang: 'vi' | 'en'): HistoryPoint[] {
  const amount = amountOf(value)
  return amount === null ? [] : [{ label, amount, said: sayValue(value, lang) }]
}

function amountOf(value: PublicValue): number | null {
  switch (value.kind) {
    case 'count':
    case 'change':
      return value.count
    case 'rate':
      return value.numerator / value.denominator
    case 'quantity':
      return Number(value.quantity)
    default:
      return null
  }
}
