import { Hono } from 'hono'
import { staff_paths, type WebContext, type WebEnv } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { RefusalPage } from '../pages/refusal.tsx'
import { refusalOf, refuseReminders } from '../refuse-reminders.ts'
import { showStaffPage } from '../session/show-staff-page.ts'

/**
 * The way out that each reminder by mail carries. A link is opened by machines that look after mail, too: so a GET only
 * asks, and a POST does it.
 */
export function refusalRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get(staff_paths.refuse_reminders, c => answer(c, doors, 'asked'))
  routes.post(staff_paths.refuse_reminders, c => answer(c, doors, 'done'))
  return routes
}

async function answer(c: WebContext, { key, now, database }: Doors, state: 'asked' | 'done'): Promise<Response> {
  const sealed = c.req.query('ma') ?? ''
  const refusal = refusalOf(key, sealed, now())
  if (refusal && state === 'done') await refuseReminders(database, refusal)
  const page = <RefusalPage {...{ view: c.var.view, sealed, state: refusal ? state : 'unknown' }} />
  return showStaffPage(c, page, refusal ? 200 : 422)
}
