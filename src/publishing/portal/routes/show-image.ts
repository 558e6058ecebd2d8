import { declarePage, showError, type WebContext } from '../../../platform/web/index.ts'
import { findImageFile, isShownImage } from '../../media/index.ts'
import { article_tables, isPrintedImage } from '../../newsroom/index.ts'
import type { PortalOptions } from '../asking-of.ts'
import { photoFileIn } from '../parts/photo-file.ts'

/**
 * One file of a photo that stands in a public article. What never was public is not there, nor a width that was never
 * made (404); what was withdrawn, with its article or with the consent of whom it shows, is gone (410).
 */
export async function showImage(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const [digest] = /^[0-9a-f]{64}$/.exec(c.req.param('image') ?? '') ?? []
  const file = photoFileIn(c.req.param('file') ?? '')
  if (!digest || !file || !(await isPrintedImage(db, digest))) return showError(c, 404)
  const bytes = await findImageFile(db, { ...file, digest })
  if (!bytes) return showError(c, (await isShownImage(db, digest)) ? 404 : 410)
  declarePage(c, { tags: ['printed_photo', ...article_tables] })
  return c.body(new Uint8Array(bytes), 200, { 'content-type': file.media_type, 'cache-control': 'no-cache' })
}
