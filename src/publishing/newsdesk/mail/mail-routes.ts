import { done } from '../../../basis/shared/outcome.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import { forbid, formOf, type StaffContext } from '../../../platform/sign-in/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import { sayDeskMail } from '../../newsroom/index.ts'
import { newsroomsWhereMay, standingAt } from '../desk-options.ts'

/** Says whether one wants letters of what comes to lie with one. */
export async function chooseMail(c: WebContext, work: StaffContext): Promise<Response> {
  if (newsroomsWhereMay(await standingAt(work), 'read').length === 0) return forbid(c, work.who, rolesThatMay('article', 'read'))
  const { wanted } = await formOf(c)
  await work.change(async tx => done(await sayDeskMail(tx, work.actor, wanted === '1')))
  return c.redirect(`${c.var.view.to.newsdesk()}#thu-bao`, 303)
}
