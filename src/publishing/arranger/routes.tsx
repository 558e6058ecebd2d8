import { Hono } from 'hono'
import { type StaffContext, type StaffRouteOptions, staffRoute } from '../../platform/sign-in/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { approve, moveOn, showArrangement, takeChange } from './arrangement-routes.tsx'
import type { ArrangerOptions } from './arranger-options.ts'
import { addBlock, setBlock, showAdd, showBlock } from './block-routes.tsx'
import { begin, showPages } from './pages-routes.tsx'
import { showPreview, showPreviewed } from './preview-routes.tsx'

type Answer = (c: WebContext, work: StaffContext, options: ArrangerOptions) => Promise<Response>

/** The pages with what stands on them; one arrangement, its blocks, its preview, and what is done with it. */
export function arrangerRoutes(options: ArrangerOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const staff = staffRoute(options as StaffRouteOptions)
  const at = (answer: Answer) => staff((c, work) => answer(c, work, options))
  routes.get(staff_paths.pages, at(showPages))
  routes.post(staff_paths.page_begin, at(begin))
  routes.get(staff_paths.arrangement, at(showArrangement))
  routes.post(staff_paths.arrangement_change, at(takeChange))
  routes.get(staff_paths.arrangement_add, at(showAdd))
  routes.post(staff_paths.arrangement_add, at(addBlock))
  routes.get(staff_paths.arrangement_block, at(showBlock))
  routes.post(staff_paths.arrangement_block, at(setBlock))
  routes.get(staff_paths.arrangement_preview, at(showPreview))
  routes.get(staff_paths.arrangement_shown, at(showPreviewed))
  routes.post(staff_paths.arrangement_move, at(moveOn))
  routes.post(staff_paths.arrangement_approve, at(approve))
  return routes
}
