import { dayOf } from '../../../basis/shared/dates.ts'
import { showError, showPage, type WebContext } from '../../../platform/web/index.ts'
import { article_tables, findAround, listHeadlines, listPeriods } from '../../newsroom/index.ts'
import type { PortalOptions } from '../asking-of.ts'
import { ByDayPage } from './by-day-page.tsx'
import { letters, narrower, periodIn } from './period.ts'

const most_articles = 200

/** The years in which something was published. */
export async function showAllDays(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const { view } = c.var
  const within = await listPeriods(db, { lang: view.lang, since: null, until: null, letters: letters.year })
  const page = <ByDayPage {...view} period={null} within={within} articles={[]} before={null} after={null} />
  return showPage(c, page, { tags: article_tables })
}

/** What was published in a year, a month or on a day. */
export async function showPeriod(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const { view } = c.var
  const period = periodIn(c.req.param('period') ?? '')
  if (!period) return showError(c, 404)
  const { lang } = view
  const { since, until, kind } = period
  const finer = narrower(kind)
  const [within, articles, [around]] = await Promise.all([
    finer ? listPeriods(db, { lang, since, until, letters: letters[finer] }) : [],
    listHeadlines(db, { lang, limit: most_articles, since, until }),
    findAround(db, { lang, since, until }),
  ])
  const near = (at: string | null) => at && dayOf(new Date(at)).slice(0, letters[kind])
  const page = <ByDayPage {...view} {...{ period, within, articles }} before={near(around!.before)} after={near(around!.after)} />
  return showPage(c, page, { tags: article_tables })
}
