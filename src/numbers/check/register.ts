import { canonicalJson } from '../../basis/shared/canonical-json.ts'
import type { Clocks } from '../../basis/shared/dates.ts'
import { once } from '../../basis/shared/once.ts'
import type { Reads } from '../../platform/database/index.ts'
import { findLastDay, findRoot, listUnits, type UnitRow } from '../../register/organisation/index.ts'
import { type AskPublicly, figuresAt } from '../figure/index.ts'

type Hierarchy = 'territory' | 'party'

/**
 * The units of a day, the key of the one whose whole subtree the register holds, and the last day it was there: it may
 * be no longer among them.
 */
export type UnitsOfDay = { root: string; last_day: string | null; units: UnitRow[] }

/**
 * All that a check asks of the register: the units of a hierarchy, and figures. A process that checks asks the same by
 * messages.
 */
export type Register = { unitsOf(hierarchy: Hierarchy, clocks: Clocks): Promise<UnitsOfDay>; ask: AskPublicly }

/** The register itself; `ask` is given where answers are remembered. */
export function registerOf(db: Reads, now: Date, ask: AskPublicly = figuresAt(db, now).ask): Register {
  return { ask, unitsOf: (hierarchy, clocks) => unitsOfDay(db, hierarchy, clocks) }
}

async function unitsOfDay(db: Reads, hierarchy: Hierarchy, clocks: Clocks): Promise<UnitsOfDay> {
  const [root] = await findRoot(db, { hierarchy, day: clocks.valid_as_of })
  if (!root) return { root: '', last_day: null, units: [] }
  const units = await listUnits(db, { ...clocks, hierarchy, unit: root.key })
  return { root: root.key, last_day: await lastDayOf(db, root.key, units, clocks), units }
}

async function lastDayOf(db: Reads, root: string, units: UnitRow[], clocks: Clocks): Promise<string | null> {
  if (units.some(({ key }) => key === root)) return clocks.valid_as_of
  const [found] = await findLastDay(db, { ...clocks, unit: root })
  return found?.last_day ?? null
}

/** The same, asked each thing once: a text says the same number, and names the same district, many times. */
export function askedOnce({ unitsOf, ask }: Register): Register {
  const units = once((asked: Parameters<typeof unitsOf>) => unitsOf(...asked), canonicalJson)
  const answers = once((asked: Parameters<AskPublicly>) => ask(...asked), canonicalJson)
  return { unitsOf: (...asked) => units(asked), ask: (...asked) => answers(asked) }
}
