import { declarePage, showError, type WebContext } from '../../../platform/web/index.ts'
import { drawScene } from '../scenes/scenes.ts'

/** A scene as PNG: drawn at the first asking, then kept like a page. */
export async function showScene(c: WebContext): Promise<Response> {
  const [, name = ''] = /^([a-z-]+)\.png$/.exec(c.req.param('scene') ?? '') ?? []
  const drawn = await drawScene(name)
  if (!drawn) return showError(c, 404)
  declarePage(c, { tags: [] })
  return c.body(new Uint8Array(drawn), 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' })
}
