import type { VNode } from 'preact'
import { renderPage, type WebContext } from '../../web/index.ts'
import { fillForm } from '../fill-form.ts'
import { access_words } from '../words.ts'
import { withShownTo } from './shown-to.ts'

/**
 * A page for who asked, kept nowhere: neither by the browser nor on the way. Its forms belong to them, and hold what
 * they had typed when their session ended.
 */
export function showStaffPage(c: WebContext, page: VNode, status: 200 | 401 | 403 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(withShownTo(withKept(c, renderPage(page)), c.var.shown_to), status)
}

/** Says above the page whether its form holds again what was typed. */
function withKept(c: WebContext, html: string): string {
  const { kept_form, view } = c.var
  if (!kept_form || c.req.path.endsWith(view.to.resume())) return html
  const filled = fillForm(html, kept_form)
  const words = access_words[view.lang]
  const [look, told] = filled === null ? ['wrong', words.form_gone] : ['to-do', words.form_filled]
  const notice = `<div class="notice is-${look}" role="status">${told}</div>`
  return (filled ?? html).replace(/<main\b[^>]*>/, main => main + notice)
}
