/** Σ coefficient · variable = total, over whole numbers that are never negative. */
export type Equation = { terms: readonly (readonly [variable: string, coefficient: number])[]; total: number }
export type Interval = { least: number; most: number }

/**
 * The interval in which each variable must lie. Each equation narrows each of its variables by the ends of the others,
 * until nothing narrows any more. Variables that are in none are anything from 0 on.
 */
export function intervalsOf(equations: readonly Equation[]): (variable: string) => Interval {
  const known = new Map<string, Interval>()
  const at = (variable: string) => {
    const interval = known.get(variable) ?? { least: 0, most: Number.POSITIVE_INFINITY }
    known.set(variable, interval)
    return interval
  }
  const using = new Map<string, number[]>()
  for (const [i, { terms }] of equations.entries()) for (const [variable] of terms) using.set(variable, [...(using.get(variable) ?? []), i])
  const waiting = new Set(equations.keys())
  for (const i of waiting) {
    waiting.delete(i)
    for (const variable of narrowed(equations[i]!, at)) for (const other of using.get(variable)!) waiting.add(other)
  }
  return at
}

/** Narrows the variables of one equation; gives those that became narrower. */
function narrowed({ terms, total }: Equation, at: (variable: string) => Interval): string[] {
  const ends = terms.map(([variable, coefficient]) => {
    const { least, most } = at(variable)
    return coefficient > 0 ? [least * coefficient, most * coefficient] : [most * coefficient, least * coefficient]
  }) as [number, number][]
  const changed: string[] = []
  const [lower, upper] = [new Sum(ends.map(([end]) => end)), new Sum(ends.map(([, end]) => end))]
  for (const [i, [variable, coefficient]] of terms.entries()) {
    const [low, high] = ends[i]!
    const from = (total - upper.without(high)) / coefficient
    const to = (total - lower.without(low)) / coefficient
    const interval = at(variable)
    const least = Math.max(interval.least, Math.ceil(Math.min(from, to) - 1e-9))
    const most = Math.min(interval.most, Math.floor(Math.max(from, to) + 1e-9))
    if (least <= interval.least && most >= interval.most) continue
    Object.assign(interval, { least, most })
    ends[i] = coefficient > 0 ? [least * coefficient, most * coefficient] : [most * coefficient, least * coefficient]
    lower.change(low, ends[i]![0])
    upper.change(high, ends[i]![1])
    changed.push(variable)
  }
  return changed
}

/** A sum of ends, some of which may be infinite in one direction, from which one can be taken away again. */
class Sum {
  #finite = 0
  #infinite = new Map<number, number>()

  constructor(ends: readonly number[]) {
    for (const end of ends) this.#add(end, 1)
  }

  without(end: number): number {
    for (const [infinity, times] of this.#infinite) if (times > (end === infinity ? 1 : 0)) return infinity
    return Number.isFinite(end) ? this.#finite - end : this.#finite
  }

  change(from: number, to: number): void {
    this.#add(from, -1)
    this.#add(to, 1)
  }

  #add(end: number, times: number): void {
    if (Number.isFinite(end)) this.#finite += end * times
    else this.#infinite.set(end, (this.#infinite.get(end) ?? 0) + times)
  }
}

const prime = 2_147_483_647n

/**
 * Whether sums of variables follow from other sums by adding and subtracting alone, whatever the numbers: each sum is a
 * set of variables. Reckoned modulo a prime.
 */
export function followsFrom(sums: readonly ReadonlySet<string>[]): (sum: ReadonlySet<string>) => boolean {
  const basis = new Map<string, Map<string, bigint>>()
  const reduced = (sum: ReadonlySet<string>) => {
    const row = new Map([...sum].map(variable => [variable, 1n]))
    for (let pivot = pivotOf(row, basis); pivot !== undefined; pivot = pivotOf(row, basis)) {
      const factor = row.get(pivot)!
      for (const [variable, n] of basis.get(pivot)!) {
        const left = ((row.get(variable) ?? 0n) - factor * n) % prime
        if (left === 0n) row.delete(variable)
        else row.set(variable, left)
      }
    }
    return row
  }
  for (const sum of sums) {
    const row = reduced(sum)
    const [first] = row
    if (!first) continue
    const inverse = inverseOf(first[1])
    basis.set(first[0], new Map([...row].map(([variable, n]) => [variable, (n * inverse) % prime])))
  }
  return sum => reduced(sum).size === 0
}

function pivotOf(row: ReadonlyMap<string, bigint>, basis: ReadonlyMap<string, unknown>): string | undefined {
  return [...row.keys()].find(variable => basis.has(variable))
}

function inverseOf(n: bigint): bigint {
  let [result, base, left] = [1n, ((n % prime) + prime) % prime, prime - 2n]
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}
