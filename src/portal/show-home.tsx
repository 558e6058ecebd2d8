import { isDay } from '../shared/dates.ts'
import { nextMidnight, showPage, type WebContext } from '../web/index.ts'
import { arrangePage } from './arrange-page.ts'
import { askingOf, type PortalOptions } from './asking-of.ts'
import { HomePage } from './pages/composed-page.tsx'
import { words } from './words.ts'

/** The home page; `?ngay=` chooses the day of its map. A day that does not exist chooses nothing. */
export async function showHome(c: WebContext, options: PortalOptions): Promise<Response> {
  const { reading, log } = c.var
  const day = c.req.query('ngay')
  const chosen_day = day && isDay(day) ? day : undefined
  const asking = { ...askingOf(options, reading), chosen_day }
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
  return showPage(c, page, { tags: tables, until: nextMidnight(asking.now) })
}
