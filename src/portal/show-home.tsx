import { isDay, typedDay } from '../shared/dates.ts'
import { nextMidnight, showPage, showRefusal, type WebContext } from '../web/index.ts'
import { arrangePage } from './arrange-page.ts'
import { askingOf, type PortalOptions } from './asking-of.ts'
import { HomePage } from './pages/composed-page.tsx'
import { words } from './words.ts'

/** The home page; `?ngay=` chooses the day of its map. A day that does not exist is said to be none, and chooses nothing. */
export async function showHome(c: WebContext, options: PortalOptions): Promise<Response> {
  const { reading, log } = c.var
  const day = typedDay(c.req.query('ngay') ?? '') || undefined
  const chosen_day = day && isDay(day) ? day : undefined
  const no_day = chosen_day ? undefined : day
  const asking = { ...askingOf(options, reading), chosen_day, no_day }
  const { arranged, tables } = await arrangePage(asking, 'home', log)
  const page = (
    <HomePage
      {...reading}
      title={words[reading.lang].site}
      description={words[reading.lang].described}
      section="home"
      here={to => to.home({ day: chosen_day })}
      arranged={arranged}
    />
  )
  if (no_day) return showRefusal(c, page)
  return showPage(c, page, { tags: tables, until: nextMidnight(asking.now) })
}
