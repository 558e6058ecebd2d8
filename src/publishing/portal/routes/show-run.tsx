import { findRun, isFigureId, tablesOf } from '../../../numbers/figure/index.ts'
import { nextMidnight, showData, showError, showPage, type WebContext } from '../../../platform/web/index.ts'
import { article_tables, listArticlesOfRun } from '../../newsroom/index.ts'
import { csvOf, jsonOf } from '../answer-data.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import { behindAnswer } from '../behind-answer.ts'
import type { Asking } from '../blocks/block.ts'
import { RunPage } from '../pages/run-page.tsx'

/** One frozen run, as a page or (`7.json`, `7.csv`) as data. */
export async function showRun(c: WebContext, options: PortalOptions): Promise<Response> {
  const [, id, format] = /^([1-9]\d{0,14})(?:\.(json|csv))?$/.exec(c.req.param('run') ?? '') ?? []
  const run = id === undefined ? null : await findRun(options.db, Number(id))
  if (!run || !isFigureId(run.figure)) return showError(c, 404)
  const asking = askingOf(options, c.var.view)
  const proof = await asking.prove(run)
  const declaration = { tags: ['figure_run', ...tablesOf(run.figure)], until: nextMidnight(asking.now) }
  if (format === 'json') {
    const { run, printed, state, known_now, today } = proof
    return showData(
      c,
      jsonOf(printed, { run, state, known_now: known_now.value, today: today?.value ?? null }),
      'application/json; charset=utf-8',
      declaration,
    )
  }
  if (format === 'csv') return showData(c, csvOf(proof.printed), 'text/csv; charset=utf-8', declaration)
  const [behind, { articles, tables }] = await Promise.all([
    behindAnswer(asking, proof.printed),
    articlesPrinting(asking, run.figure_run_id),
  ])
  const tags = [...new Set([...declaration.tags, ...tables, ...(behind.map ? ['map_tile'] : [])])]
  return showPage(c, <RunPage {...c.var.view} proof={proof} behind={behind} articles={articles} />, { ...declaration, tags })
}

async function articlesPrinting(asking: Asking, run_id: number) {
  const { lang } = asking.view
  const printing = await listArticlesOfRun(asking.db, { lang, run_id })
  return { articles: printing, tables: [...article_tables, 'citation'] }
}
