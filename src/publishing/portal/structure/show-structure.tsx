import { problemsWithDay } from '../../../basis/shared/asked-days.ts'
import { typedDay } from '../../../basis/shared/dates.ts'
import { tablesOf } from '../../../numbers/figure/index.ts'
import { tablesRead } from '../../../platform/database/index.ts'
import { nextMidnight, showError, showPage, showRefusal, type WebContext } from '../../../platform/web/index.ts'
import { findUnitHere, listAbove, listBelow, listByName, listHistory, type UnitHere } from '../../../register/tree/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import type { Asking } from '../blocks/block.ts'
import { sayValue } from '../say.ts'
import { wordsIn } from '../search/asked-search.ts'
import { figuresOf } from './figures-of-unit.ts'
import { listArticlesOfUnit, tables_of_unit_articles } from './list-articles-of-unit.ts'
import { type DayShown, StructurePage } from './structure-page.tsx'
import { type NumberOfUnit, PublicUnitPage } from './unit-page.tsx'

const [most_below, most_found, longest_words] = [500, 50, 100]
const tables = [...new Set([findUnitHere, listAbove, listBelow, listByName, listHistory].flatMap(read => tablesRead(read.sql)))]

/** The heads of all hierarchies, where to ask, and the units that are called as was typed. */
export async function showStructure(c: WebContext, options: PortalOptions): Promise<Response> {
  const { db, day: today, now } = askingOf(options, c.var.view)
  const shown = dayAsked(c, today, now)
  const roots = await listBelow(db, { unit: null, day: shown.day, most: most_below })
  const words = wordsIn(c.req.query('tim'), longest_words)
  const found = words === '' ? [] : await listByName(db, { words, day: shown.day, most: most_found })
  const page = <StructurePage {...c.var.view} {...{ roots, shown, words, found }} />
  return shown.unfit ? showRefusal(c, page) : showPage(c, page, { tags: tables, until: nextMidnight(now) })
}

/** One unit on a day. Cells are their own affair: they have no page here. */
export async function showUnit(c: WebContext, options: PortalOptions): Promise<Response> {
  const asking = askingOf(options, c.var.view)
  const { db, day: today, now } = asking
  const shown = dayAsked(c, today, now)
  const [here] = await findUnitHere(db, { unit: c.req.param('unit') ?? '', day: shown.day })
  if (!here || here.unit_kind === 'cell') return showError(c, 404)
  const { unit_id, hierarchy, key, day } = here
  const [above, below, history, articles, figures] = await Promise.all([
    listAbove(db, { unit_id, hierarchy, day }),
    listBelow(db, { unit: key, day, most: most_below }),
    listHistory(db, { unit_id }),
    listArticlesOfUnit(db, { lang: c.var.view.lang, unit: key }),
    numbersOf(asking, here),
  ])
  const shown_below = below.filter(({ unit_kind }) => unit_kind !== 'cell')
  const page = <PublicUnitPage {...c.var.view} {...{ here, above, history, articles, figures, shown }} below={shown_below} />
  const tags = [...new Set([...tables, ...tables_of_unit_articles, ...figuresOf(here).flatMap(tablesOf)])]
  return shown.unfit ? showRefusal(c, page) : showPage(c, page, { tags, until: nextMidnight(now) })
}

function dayAsked(c: WebContext, today: string, now: Date): DayShown {
  const typed = typedDay(c.req.query('ngay') ?? '')
  const [unfit] = typed === '' ? [] : problemsWithDay('ngay', typed, now)
  const chosen = unfit || typed === '' ? undefined : typed
  return { day: chosen ?? today, chosen, unfit }
}

/** What the register answers of it for the day; a figure of which it knows nothing there is left out. */
async function numbersOf({ ask, view }: Asking, here: UnitHere): Promise<NumberOfUnit[]> {
  const numbers = figuresOf(here).map(async figure => {
    const answer = await ask(figure, { unit: here.key, valid_as_of: here.day })
    return answer ? [{ figure, name: answer.kind_name?.[view.lang], said: sayValue(answer.value, view.lang) }] : []
  })
  return (await Promise.all(numbers)).flat()
}
