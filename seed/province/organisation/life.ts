import { forever } from '../time.ts'

/**
 * From when until when a unit stood, when the register learned of its end, and who came after it, the greatest part
 * first.
 */
export type Life = { from: number; to: number; learned: number; ended: number; heirs: number[] }
export type Lives = Map<number, Life>

/**
 * Where a unit stands over time: under its parent, and after the parent's end under the parent's heir. `choose` divides
 * among several heirs.
 */
export type Stay = { parent: number; from: number; to: number; learned: number; ended: number }

export function staysUnder(lives: Lives, parent: number, own: Life, choose: (heirs: number[]) => number): Stay[] {
  const above = lives.get(parent)
  if (!above) throw new Error(`unit ${parent} has no life`)
  const from = Math.max(own.from, above.from)
  if (own.to <= above.to || above.heirs.length === 0) return [{ parent, from, to: own.to, learned: own.learned, ended: own.ended }]
  const first = { parent, from, to: above.to, learned: own.learned, ended: above.ended }
  const rest = staysUnder(lives, choose(above.heirs), { ...own, from: above.to, learned: above.ended }, choose)
  return [first, ...rest]
}

/** The unit that answers on a day for one that may have ended by then. */
export function heirOn(lives: Lives, unit: number, on: number): number {
  const life = lives.get(unit)
  if (!life || life.to === forever || on < life.to || life.heirs.length === 0) return unit
  return heirOn(lives, life.heirs[0]!, on)
}
