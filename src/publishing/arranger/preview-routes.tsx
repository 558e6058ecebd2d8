import { type StaffContext, showStaffPage } from '../../platform/sign-in/index.ts'
import { allowFrame, showError, type WebContext } from '../../platform/web/index.ts'
import { askingOf, previewPage } from '../portal/index.ts'
import { type ArrangerOptions, arrangementAt } from './arranger-options.ts'
import { PreviewPage } from './pages/preview.tsx'

/** The page at the widths of a phone and a desktop. */
export async function showPreview(c: WebContext, work: StaffContext): Promise<Response> {
  const arrangement = await arrangementAt(c, work)
  if (arrangement instanceof Response) return arrangement
  allowFrame(c, 'holds')
  return showStaffPage(c, <PreviewPage {...work.staff_page} {...{ arrangement }} />)
}

/** The page itself, as readers would see it; for whoever may read the arrangement, and kept nowhere. */
export async function showPreviewed(c: WebContext, work: StaffContext, { portal }: ArrangerOptions): Promise<Response> {
  const arrangement = await arrangementAt(c, work)
  if (arrangement instanceof Response) return arrangement
  const page = await previewPage(askingOf(portal, c.var.view), arrangement.page, arrangement.blocks)
  if (!page) return showError(c, 404)
  allowFrame(c, 'is-held')
  return showStaffPage(c, page)
}
