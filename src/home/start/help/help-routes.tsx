import { Hono } from 'hono'
import { showStaffPage } from '../../../platform/sign-in/index.ts'
import { showError, staff_paths, type WebEnv } from '../../../platform/web/index.ts'
import { HelpListPage, HelpPage } from '../pages/help.tsx'
import { type Helped, help_slugs } from './help-words.ts'

/** A printed page of help for each role: for everybody, before they sign in too. */
export function helpRoutes(): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get(staff_paths.help, c => showStaffPage(c, <HelpListPage view={c.var.view} />))
  routes.get(staff_paths.help_of, c => {
    const whom = helpedBy(c.req.param('role'))
    return whom ? showStaffPage(c, <HelpPage {...{ view: c.var.view, whom }} />) : showError(c, 404)
  })
  return routes
}

function helpedBy(slug: string): Helped | undefined {
  return (Object.keys(help_slugs) as Helped[]).find(whom => help_slugs[whom] === slug)
}
