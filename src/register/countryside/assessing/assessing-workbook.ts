import { sayName } from '../../../basis/shared/names-in-english.ts'
import { dayCell, type ListsOf, listsOf, type Workbook } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { sayPlace } from '../../organisation/index.ts'
import { move_words } from './move-words.ts'
import type { Criterion } from './pages/communes.tsx'
import type { StandingCase } from './reads/find-case.ts'
import type { CommuneAssessed } from './reads/list-communes-assessed.ts'
import type { ResultRow } from './reads/list-results.ts'
import { assessing_words } from './words.ts'

/** The communes under a unit, a column for each criterion. */
export function communesWorkbook(
  of: ListsOf & { name: string; criteria: readonly Criterion[]; communes: readonly CommuneAssessed[] },
): Workbook {
  const { lang } = of
  const words = assessing_words[lang]
  const rows = of.communes.map(({ place_name, place_kind, met, state, assessed_on, results }) => [
    sayPlace({ name: place_name, unit_kind: place_kind }, lang),
    assessed_on === null ? '' : dayCell(assessed_on),
    assessed_on === null ? '' : met,
    state === null ? words.not_assessed : move_words.steps[state][lang],
    ...of.criteria.map(({ number }) => (Object.hasOwn(results, number) ? (results[number] ? words.met : words.missing) : '')),
  ])
  const names = of.criteria.map(({ number, name_vi, name_en }) => `${number}. ${(lang === 'en' && name_en) || name_vi}`)
  const headings = [words.commune, words.day, words.met, words.state, ...names]
  return listsOf(of, `${words.title}: ${sayName(of.name, lang)}`, [{ name: words.communes, headings, rows }])
}

/** The assessments of one commune. */
export function casesWorkbook(of: ListsOf & { name: string; cases: readonly StandingCase[] }): Workbook {
  const { lang } = of
  const words = assessing_words[lang]
  const rows = of.cases.map(({ assessed_on, number, met, criteria, state }) => [
    ...[dayCell(assessed_on), number, met, criteria],
    move_words.steps[state][lang],
  ])
  const headings = [words.day, words.set, words.met, words.criterion, words.state]
  return listsOf(of, `${words.title}: ${sayName(of.name, lang)}`, [{ name: words.all, headings, rows }])
}

/** The criteria of one assessment. */
export function caseWorkbook(of: ListsOf & { found: StandingCase; results: readonly ResultRow[] }): Workbook {
  const { lang, found } = of
  const words = assessing_words[lang]
  const rows = of.results.map(row => [
    row.number,
    (lang === 'en' && row.heading_en) || row.heading_vi,
    (lang === 'en' && row.name_en) || row.name_vi,
    row.is_met === null ? words.unsaid : row.is_met ? words.met : words.missing,
    ...[sayMeasured(row, lang), row.evidence ?? '', row.in_charge ?? '', row.due_on === null ? '' : dayCell(row.due_on)],
  ])
  const headings = ['', words.heading, words.criterion, words.result, words.value, words.evidence, words.in_charge, words.due_on]
  const title = words.case(sayPlace({ name: found.place_name, unit_kind: found.place_kind }, lang))
  return listsOf(of, `${title}, ${words.under(found.number)}, ${words.as_of(found.assessed_on)}`, [
    { name: words.criterion, headings, rows },
  ])
}

/** What was measured, of the criterion or of its indicators one by one. */
function sayMeasured({ number, value, indicators }: ResultRow, lang: Language): string {
  const measured = indicators.filter(indicator => indicator.value !== null)
  const of_each = measured.map(one => `${number}.${one.number}. ${(lang === 'en' && one.name_en) || one.name_vi}: ${one.value}`)
  return [...(value ? [value] : []), ...of_each].join('; ')
}
