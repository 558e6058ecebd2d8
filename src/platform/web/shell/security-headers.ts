import type { Context, MiddlewareHandler } from 'hono'
import { inline_style_hash } from '../assets.ts'

/** Nothing from elsewhere, no script in a page, and one inline style, allowed by its hash. */
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' '${inline_style_hash}'`,
  `img-src 'self'`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
  `require-trusted-types-for 'script'`,
].join('; ')

/**
 * What every answer carries, pages and errors and files alike. Over plain HTTP no HSTS: it would lock out an office
 * that has no certificate yet.
 */
export function securityHeaders({ is_behind_tls }: { is_behind_tls: boolean }): [name: string, value: string][] {
  return [
    ['content-security-policy', policy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ...(is_behind_tls ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as [string, string]] : []),
  ]
}

/**
 * Of a page that shows another of this site in a frame, of one that may be shown in it, and of one that any site may
 * show: that one runs no script, sends no form, and says nothing of who reads it.
 */
export function allowFrame(c: Context, part: keyof typeof framed): void {
  c.header('content-security-policy', framed[part])
  if (part === 'is-held-anywhere') c.header('cross-origin-resource-policy', 'cross-origin')
}

const framed = {
  holds: `${policy}; frame-src 'self'`,
  'is-held': policy.replace(`frame-ancestors 'none'`, `frame-ancestors 'self'`),
  'is-held-anywhere': policy
    .replace(`frame-ancestors 'none'`, 'frame-ancestors *')
    .replace(`script-src 'self'`, `script-src 'none'`)
    .replace(`form-action 'self'`, `form-action 'none'`),
}

/** Set before the handler, where they cost nothing; and after it, for one that made its answer by hand. */
export function setHeaders(headers: readonly [name: string, value: string][]): MiddlewareHandler {
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value)
    await next()
    if (c.res.headers.has('content-security-policy')) return
    for (const [name, value] of headers) c.res.headers.set(name, value)
  }
}
