/**
 * A path of this site to go back to, as it came with a request; undefined where it is anything else. It is parsed
 * twice: `/..//evil.example` is ours when it is read, and `//evil.example` once its dots are gone.
 */
export function returnPath(text: string | undefined): string | undefined {
  const path = text?.trimStart().startsWith('/') ? pathOf(text.trim()) : null
  return path !== null && pathOf(path) === path ? path : undefined
}

/** Path, query and fragment of an address on this site; null where it leads elsewhere. */
function pathOf(text: string): string | null {
  const url = URL.parse(text, base)
  return url?.origin === base && url.username === '' && url.password === '' ? url.pathname + url.search + url.hash : null
}

/**
 * A link that somebody else wrote, made harmless: an absolute https, http or mailto address, or a path of this site;
 * null for all else (`javascript:`, `data:`, `//elsewhere`), which is then shown as text. Escaping does not do this:
 * `javascript:` needs no escape.
 */
export function safeUrl(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.startsWith('/')) return returnPath(trimmed) ?? null
  const url = URL.parse(trimmed)
  if (url === null || url.username !== '' || url.password !== '') return null
  return foreign_schemes.has(url.protocol) ? url.href : null
}

const base = 'https://here.invalid'
const foreign_schemes = new Set(['https:', 'http:', 'mailto:'])
