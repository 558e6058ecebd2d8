import { lookUp } from '../../basis/shared/look-up.ts'
import type { WebContext } from '../../platform/web/index.ts'
import { commitment_words } from './words.ts'

/** What the step before has done: only names that we know are said. */
export function toldBy(c: WebContext): string | undefined {
  const words = commitment_words[c.var.view.lang]
  const told: Record<string, string> = {
    nop: words.submitted,
    rut: words.withdrawn,
    'rut-sua': words.amendment_withdrawn,
    dung: words.confirmed,
  }
  return lookUp(told, c.req.query('xong'))
}
