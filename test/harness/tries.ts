/** How deep properties are tried: not at all deep where nothing is said. */
const depth = Number(process.env.PROPERTY_RUNS ?? 0)

/**
 * How often a property is tried: twice in an ordinary run; `deep` times with PROPERTY_RUNS=1, ten times as often with
 * 10. Given to `fc.assert`.
 */
export function tries(deep = 100): { numRuns: number } {
  return { numRuns: depth === 0 ? 2 : Math.ceil(deep * depth) }
}
