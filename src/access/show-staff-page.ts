import type { VNode } from 'preact'
import { renderPage, type WebContext } from '../web/index.ts'
import { withShownTo } from './shown-to.ts'

/** A page for who asked, kept nowhere: neither by the browser nor on the way. Its forms belong to them. */
export function showStaffPage(c: WebContext, page: VNode, status: 200 | 401 | 403 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(withShownTo(renderPage(page), c.var.shown_to), status)
}
