import { sayMeasure } from '../../basis/shared/measures.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import { type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import { sayMonth } from './indicator.ts'
import type { Series } from './reads/list-series.ts'
import { indicator_words } from './words.ts'

/** The series of an office, as the page lists them. */
export function seriesWorkbook(of: ListsOf & { series: readonly Series[] }): Workbook {
  const words = indicator_words[of.lang]
  const rows = of.series.map(({ name_vi, name_en, place_name, last_month, quantity, measure, missing }) => [
    of.lang === 'vi' ? name_vi : name_en,
    sayName(place_name, of.lang),
    sayMonth(last_month),
    Number(quantity),
    sayMeasure(measure, of.lang),
    missing.map(sayMonth).join(', '),
  ])
  const headings = [words.indicator, words.place, words.last, words.value, words.measure, words.missing]
  return listsOf(of, words.series, [{ name: words.title, headings, rows }])
}
