import { Hono } from 'hono'
import type { Db } from '../../platform/database/index.ts'
import { renderPage, type WebEnv } from '../../platform/web/index.ts'
import { isBegun } from './is-begun.ts'
import { BeginningPage } from './pages/beginning.tsx'

/**
 * The public pages of a register that may be empty still: until it has begun each of them answers 503 and says how it
 * begins. Whoever signs in goes past it. To be laid after all other rooms.
 */
export function untilBegun(db: Db, { has_setup }: { has_setup: boolean }, pages: Hono<WebEnv>): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  let has_begun = false
  routes.use(async (c, next) => {
    has_begun ||= await isBegun(db)
    if (has_begun) return next()
    return c.html(renderPage(<BeginningPage {...c.var.view} has_setup={has_setup} />), 503, { 'retry-after': '60' })
  })
  routes.route('/', pages)
  return routes
}
