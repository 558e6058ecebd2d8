import { paths } from '../href.ts'
import { pathIn } from '../language.ts'

/** The addresses we know, as people may write them: in capitals, or with a slash at the end. */
const known = Object.values(paths).map(pattern => ({
  pattern,
  spelling: new RegExp(`^(/en)?${pattern === '/' ? '' : pattern.replace(/:\w+/g, '([^/]+)')}/?$`, 'i'),
}))

/** The one spelling of an address that was written in another; null where it is ours already or nobody's. */
export function canonicalPath(path: string): string | null {
  const match = known.map(({ pattern, spelling }) => ({ pattern, found: spelling.exec(path) })).find(({ found }) => found !== null)
  if (match === undefined) return null
  const [, english, ...segments] = match.found!
  const canonical = pathIn(
    english ? 'en' : 'vi',
    match.pattern.replace(/:(\w+)/g, (_, name) => inItsCase(name, segments.shift()!)),
  )
  return canonical === path ? null : canonical
}

/** Figures are written F16, all else small. */
function inItsCase(name: string, segment: string): string {
  return name === 'figure' && !segment.includes('.') ? segment.toUpperCase() : segment.toLowerCase()
}
