import { typedDay } from '../../../basis/shared/dates.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import {
  type Asked,
  catalogue,
  type FigureId,
  figure_words,
  isFigureId,
  type PublicAnswer,
  sentenceOf,
  tablesOf,
} from '../../../numbers/figure/index.ts'
import {
  type AskedInAddress,
  allowFrame,
  asked_parameters,
  nextMidnight,
  showData,
  showError,
  showPage,
  showRefusal,
  type WebContext,
} from '../../../platform/web/index.ts'
import { listIndicators } from '../../../register/indicator/index.ts'
import { article_tables, listArticlesOfRun } from '../../newsroom/index.ts'
import { csvOf, jsonOf } from '../answer-data.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import { behindFigure, courseOf } from '../behind-answer.ts'
import type { Asking } from '../blocks/block.ts'
import { chartFile } from '../charts/chart-file.tsx'
import { isByMonth } from '../history.ts'
import { FigureEmbed } from '../pages/figure-embed.tsx'
import { FigurePage } from '../pages/figure-page.tsx'
import { type FigureInList, FiguresPage } from '../pages/figures-page.tsx'
import type { Choice } from '../parts/select.tsx'
import { newest_tables, newestKnown, rootBefore } from '../reads/newest-known.ts'
import { sayValue } from '../say.ts'
import { seriesOf } from '../series/series-of.ts'

const csv_type = 'text/csv; charset=utf-8'
const json_type = 'application/json; charset=utf-8'
const svg_type = 'image/svg+xml; charset=utf-8'

/** Every number that may be printed, with today's value. */
export async function showFigures(c: WebContext, options: PortalOptions): Promise<Response> {
  const asking = askingOf(options, c.var.view)
  const ids = Object.keys(catalogue) as FigureId[]
  const figures = await Promise.all(ids.map(figure => figureInList(asking, figure)))
  const tables = [...new Set([...ids.flatMap(tablesOf), ...newest_tables])]
  const page = <FiguresPage {...c.var.view} figures={figures} day={asking.day} />
  return showPage(c, page, { tags: tables, until: nextMidnight(asking.now) })
}

/** As its own page opens. */
async function figureInList(asking: Asking, figure: FigureId): Promise<FigureInList> {
  const { lang } = asking.view
  const name = figure_words[figure].name[lang]
  const found = await newestKnown(asking, figure, { valid_as_of: asking.day })
  if (!found.ok) return { figure, name, sentence: '', said: null }
  const answer = found.value
  return { figure, name, sentence: sentenceOf(figure, answer, lang), said: sayValue(answer.value, lang) }
}

/**
 * One figure, as a page or (`F16.json`, `F16.csv`, `F16.svg`) as data. A question that cannot be answered is a refusal
 * with what was asked.
 */
export async function showFigure(c: WebContext, options: PortalOptions): Promise<Response> {
  const [figure = '', format] = (c.req.param('figure') ?? '').split('.')
  if (!isFigureId(figure) || (format !== undefined && !formats.includes(format))) return showError(c, 404)
  const asking = askingOf(options, c.var.view)
  const asked = askedIn(c)
  const outcome = await newestKnown(asking, figure, asked)
  const declaration = { tags: [...new Set([...tablesOf(figure), ...newest_tables])], until: nextMidnight(asking.now) }
  const kinds = isByMonth(figure) ? await indicatorChoices(asking) : undefined
  const shown = { ...c.var.view, figure, kinds, asked, today: asking.day }
  if (!outcome.ok) {
    if (format) return c.json({ problems: outcome.problems }, 422)
    if (isYetToCome(asked, outcome.problems)) return showPage(c, <FigurePage {...shown} behind={null} problems={[]} />, declaration)
    return showRefusal(c, <FigurePage {...shown} behind={null} problems={outcome.problems} />)
  }
  if (format === 'json') return showData(c, jsonOf(outcome.value), json_type, declaration)
  if (format === 'csv') return showData(c, csvOf(outcome.value), csv_type, declaration)
  if (format === 'svg') return showData(c, await drawingOf(asking, outcome.value), svg_type, declaration)
  const [behind, articles, series, before] = await Promise.all([
    behindFigure(asking, outcome.value),
    listArticlesOfRun(asking.db, { lang: asking.view.lang, figure }),
    isByMonth(figure) ? seriesOf(asking, outcome.value) : null,
    rootBefore(asking, asked, outcome.value),
  ])
  const tags = [...new Set([...declaration.tags, ...article_tables, 'citation', 'figure_run', ...(behind.map ? ['map_tile'] : [])])]
  return showPage(c, <FigurePage {...shown} {...{ behind, articles, series, before }} problems={[]} />, { ...declaration, tags })
}

/**
 * A figure as a small page that any site may show in a frame. A question that cannot be answered is told there; it may
 * not be shown in another's page.
 */
export async function showFigureEmbed(c: WebContext, options: PortalOptions): Promise<Response> {
  const figure = c.req.param('figure') ?? ''
  if (!isFigureId(figure)) return showError(c, 404)
  const asking = askingOf(options, c.var.view)
  const asked = askedIn(c)
  const outcome = await newestKnown(asking, figure, asked)
  if (!outcome.ok)
    return showRefusal(
      c,
      <FigurePage {...c.var.view} {...{ figure, asked, behind: null, problems: outcome.problems, today: asking.day }} />,
    )
  const answer = outcome.value
  const since = answer.parameters.valid_as_of === asking.day ? null : await asking.sinceThen(answer)
  allowFrame(c, 'is-held-anywhere')
  const page = <FigureEmbed {...c.var.view} {...{ figure, behind: { answer, since } }} asked={asked as AskedInAddress} />
  return showPage(c, page, { tags: [...new Set([...tablesOf(figure), ...newest_tables])], until: nextMidnight(asking.now) })
}

async function drawingOf(asking: Asking, answer: PublicAnswer): Promise<string> {
  return chartFile({ answer, points: await courseOf(asking, answer) }, asking.view.lang)
}

/** The indicators that the register defines, to choose from. */
async function indicatorChoices({ db, now, view: { lang } }: Asking): Promise<Choice[]> {
  const defined = await listIndicators(db, { recorded_as_of: now.toISOString() })
  return defined.map(({ key, name_vi, name_en }) => [key, lang === 'vi' ? name_vi : name_en])
}

const formats = ['json', 'csv', 'svg']

/** Nobody asked for anything that is not there: a young register simply has nothing to count yet. */
function isYetToCome(asked: Asked, problems: readonly Problem[]): boolean {
  return Object.keys(asked).length === 0 && problems.every(({ code }) => code === 'nothing-known')
}

/**
 * The parameters of a figure's question that the address holds, days as typed or as the register writes them; empty
 * fields of the form ask nothing.
 */
function askedIn(c: WebContext): Asked {
  // A unit's key may be longer than any day that is typed, and is not cut.
  const typed = (name: string, value: string) => (name === 'unit' ? value : typedDay(value))
  const given = asked_parameters.map(name => [name, typed(name, c.req.query(name) ?? '')] as const).filter(([, value]) => value !== '')
  return Object.fromEntries(given) as Asked
}
