import type { FigureParameters, PublicAnswer, PublicValue } from '../../numbers/figure/index.ts'
import type { Asking } from './blocks/block.ts'
import type { HistoryPoint } from './charts/points.ts'
import { sayValue } from './say.ts'

type Question = Partial<FigureParameters>

const first_year = 2016
/** Figures of a campaign are asked by its year, all others at the end of each year. */
const by_campaign = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6']

/**
 * The value of a figure over the years up to the day asked, oldest first; years of which the register knows nothing are
 * left out.
 */
export async function historyOf(asking: Pick<Asking, 'ask' | 'day' | 'view'>, figure: string, asked: Question): Promise<HistoryPoint[]> {
  const questions = questionsOf(figure, asked, asked.valid_as_of ?? asking.day)
  const answers = await Promise.all(questions.map(([, question]) => asking.ask(figure, question)))
  const points = answers.flatMap((answer, i) => (answer ? pointOf(questions[i]![0], answer, asking.view.lang) : []))
  return by_campaign.includes(figure) ? points : withoutYearsUnknown(points, asking.day.slice(0, 4))
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
