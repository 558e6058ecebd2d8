import { Hono } from 'hono'
import { showError, type WebEnv } from '../../platform/web/index.ts'
import type { KeptProfile } from './keep-profile.ts'

/**
 * The emblem of the register, at an address that holds its hash: kept for ever, and another one has another address.
 */
export function emblemRoutes(kept: KeptProfile): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/tai-nguyen/:file', c => {
    const { emblem } = kept.profile
    if (emblem?.path !== c.req.path) return showError(c, 404)
    return c.body(new Uint8Array(emblem.bytes), 200, {
      'content-type': emblem.type,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  return routes
}
