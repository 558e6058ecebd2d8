import type { VNode } from 'preact'
import { renderPage } from '../layout.tsx'
import { madeOf } from '../page-cache/answer-text.ts'
import { type Declaration, declarePage, nextMidnight } from '../page-cache/declare-page.ts'
import type { WebContext } from './web-env.ts'

/**
 * Answers with a page. With a declaration it is a page for everybody, which the cache may keep until the day ends that
 * its head names; without one it is for who asked, and kept nowhere.
 */
export function showPage(c: WebContext, page: VNode, declaration?: Declaration): Response {
  declareAnswer(c, declaration && { until: nextMidnight(new Date()), ...declaration })
  const text = renderPage(page)
  return madeOf(text, c.html(text))
}

/** Answers a form that cannot be taken as it stands: the same page, with what was typed. 404: what it asks for is not there; 410: it is no longer kept. */
export function showRefusal(c: WebContext, page: VNode, status: 404 | 410 | 422 = 422): Response {
  return c.html(renderPage(page), status)
}

/** The same as `showPage` for what is no page: JSON, or a table. `type` with its charset. */
export function showData(c: WebContext, text: string, type: string, declaration?: Declaration): Response {
  declareAnswer(c, declaration)
  return c.body(text, 200, { 'content-type': type })
}

/** Everything is asked for again each time: what a reader holds is still so only if we say it is. */
function declareAnswer(c: WebContext, declaration: Declaration | undefined): void {
  if (declaration === undefined) return
  declarePage(c, declaration)
  c.header('cache-control', 'no-cache')
}
