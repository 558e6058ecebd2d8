import { canonicalJson } from '../../basis/shared/canonical-json.ts'
import type { Clocks } from '../../basis/shared/dates.ts'
import type { Db } from '../../platform/database/index.ts'
import { findRoot, listUnits, type UnitRow } from '../../register/organisation/index.ts'
import { type AskPublicly, figuresAt } from '../figure/index.ts'

type Hierarchy = 'territory' | 'party'

/** All that a check asks of the register: the units of a hierarchy, and figures. A thread that checks asks the same by messages. */
export type Register = { unitsOf(hierarchy: Hierarchy, clocks: Clocks): Promise<UnitRow[]>; ask: AskPublicly }

/** The register itself; `ask` is given where answers are remembered. */
export function registerOf(db: Db, now: Date, ask: AskPublicly = figuresAt(db, now).ask): Register {
  return { ask, unitsOf: (hierarchy, clocks) => unitsBelowRoot(db, hierarchy, clocks) }
}

async function unitsBelowRoot(db: Db, hierarchy: Hierarchy, clocks: Clocks): Promise<UnitRow[]> {
  const [root] = await findRoot(db, { hierarchy, day: clocks.valid_as_of })
  return root ? listUnits(db, { ...clocks, hierarchy, unit: root.key }) : []
}

/** The same, asked each thing once: a text says the same number, and names the same district, many times. */
export function askedOnce({ unitsOf, ask }: Register): Register {
  const units = new Map<string, Promise<UnitRow[]>>()
  const answers = new Map<string, ReturnType<AskPublicly>>()
  return {
    unitsOf: (hierarchy, clocks) => once(units, canonicalJson([hierarchy, clocks]), () => unitsOf(hierarchy, clocks)),
    ask: (figure, question) => once(answers, canonicalJson([figure, question]), () => ask(figure, question)),
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find()
  known.set(key, found)
  return found
}
