import { problemsWithDay } from '../../../basis/shared/asked-days.ts'
import { typedDay } from '../../../basis/shared/dates.ts'
import { nextMidnight, showPage, showRefusal, type WebContext } from '../../../platform/web/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import { HomePage } from '../pages/composed-page.tsx'
import { arrangePage } from '../verbs/arrange-page.ts'
import { words } from '../words.ts'

/**
 * The home page; `?ngay=` chooses the day of its map. A day that does not exist, or lies too far away, is refused in a
 * sentence, and chooses nothing.
 */
export async function showHome(c: WebContext, options: PortalOptions): Promise<Response> {
  const { view, log } = c.var
  const plain = askingOf(options, view)
  const day = typedDay(c.req.query('ngay') ?? '')
  const [unfit_day] = day === '' ? [] : problemsWithDay('ngay', day, plain.now)
  const chosen_day = unfit_day ? undefined : day || undefined
  const asking = { ...plain, chosen_day, unfit_day }
  const { arranged, tables } = await arrangePage(asking, 'home', log)
  const page = (
    <HomePage
      {...view}
      title={words[view.lang].site(view.place?.[view.lang])}
      description={words[view.lang].described(view.place?.[view.lang])}
      section="home"
      here={to => to.home({ day: chosen_day })}
      arranged={arranged}
    />
  )
  if (unfit_day) return showRefusal(c, page)
  return showPage(c, page, { tags: tables, until: nextMidnight(asking.now) })
}
