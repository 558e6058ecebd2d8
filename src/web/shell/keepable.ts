import { display_values } from '../display.ts'
import { paths } from '../href.ts'
import type { Variants } from '../page-cache/page-key.ts'

const public_paths = new RegExp(
  `^(?:${Object.values(paths)
    .flatMap(path => (path === '/' ? ['/', '/en'] : [path, `/en${path}`]))
    .map(path => path.replace(/:\w+/g, '[^/]+'))
    .join('|')})$`,
)

/** Every address of the map is a page for everybody, in each display; anything else may depend on who asks. */
export function variantsOf(path: string): Variants | null {
  return public_paths.test(path) ? display_values : null
}
