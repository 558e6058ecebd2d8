import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Of what is in use, in percent: how much the heap may grow before it is collected again. */
const growth = 50

/**
 * Has the heap collected before it holds much more than is in use. Left alone, V8 lets it grow to four times that, and
 * starts to reckon only after the first whole collection: there is one now, of what the start left behind. The room for
 * what is new is bounded by a switch of Node, in `npm start`: it cannot be set later.  (decision 0192)
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
