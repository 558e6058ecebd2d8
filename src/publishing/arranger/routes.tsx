import type { Hono } from 'hono'
import { type StaffContext, type StaffRouteOptions, staffRoutes } from '../../platform/sign-in/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { approve, moveOn, showArrangement, takeChange } from './arrangement-routes.tsx'
import type { ArrangerOptions } from './arranger-options.ts'
import { addBlock, setBlock, showAdd, showBlock } from './block-routes.tsx'
import { begin, showPages } from './pages-routes.tsx'
import { showPreview, showPreviewed } from './preview-routes.tsx'

type Answer = (c: WebContext, work: StaffContext, options: ArrangerOptions) => Promise<Response>

/** The pages with what stands on them; one arrangement, its blocks, its preview, and what is done with it. */
export function arrangerRoutes(options: ArrangerOptions): Hono<WebEnv> {
  const at = (answer: Answer) => (c: WebContext, work: StaffContext) => answer(c, work, options)
  return staffRoutes(options as StaffRouteOptions, [
    [staff_paths.pages, { show: at(showPages) }],
    [staff_paths.page_begin, { take: at(begin) }],
    [staff_paths.arrangement, { show: at(showArrangement) }],
    [staff_paths.arrangement_change, { take: at(takeChange) }],
    [staff_paths.arrangement_add, { show: at(showAdd), take: at(addBlock) }],
    [staff_paths.arrangement_block, { show: at(showBlock), take: at(setBlock) }],
    [staff_paths.arrangement_preview, { show: at(showPreview) }],
    [staff_paths.arrangement_shown, { show: at(showPreviewed) }],
    [staff_paths.arrangement_move, { take: at(moveOn) }],
    [staff_paths.arrangement_approve, { take: at(approve) }],
  ])
}
