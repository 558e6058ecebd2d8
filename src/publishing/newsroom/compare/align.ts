/** A stretch that two sequences share, or in which one has something else than the other; places are indices. */
export type Stretch = { is_same: boolean; a: [from: number, to: number]; b: [from: number, to: number] }

/** Sequences that differ in more than so many places are called wholly other: nobody reads such a comparison. */
const most_differences = 2000

/**
 * Aligns two sequences by their longest common one (Myers, «An O(ND) difference algorithm», 1986). The stretches cover
 * both whole, in order, alike and other in turn.
 */
export function align(a: readonly string[], b: readonly string[]): Stretch[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const pairs = pairsOf(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const all = [
    ...Array.from({ length: head }, (_, i): Pair => [i, i]),
    ...pairs.map(([i, j]): Pair => [i + head, j + head]),
    ...Array.from({ length: tail }, (_, i): Pair => [a.length - tail + i, b.length - tail + i]),
  ]
  return stretchesOf(all, a.length, b.length)
}

type Pair = [number, number]

function pairsOf(a: readonly string[], b: readonly string[]): Pair[] {
  const most = Math.min(a.length + b.length, most_differences)
  const farthest = new Map<number, number>([[1, 0]])
  const steps: Map<number, number>[] = []
  for (let d = 0; d <= most; d++) {
    steps.push(new Map(farthest))
    for (let k = -d; k <= d; k += 2) {
      const is_down = k === -d || (k !== d && (farthest.get(k - 1) ?? -1) < (farthest.get(k + 1) ?? -1))
      let i = is_down ? (farthest.get(k + 1) ?? 0) : (farthest.get(k - 1) ?? 0) + 1
      while (i < a.length && i - k < b.length && a[i] === b[i - k]) i++
      farthest.set(k, i)
      if (i >= a.length && i - k >= b.length) return walkBack(steps, a.length, b.length)
    }
  }
  return []
}

function walkBack(steps: readonly Map<number, number>[], n: number, m: number): Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [n, m]
  for (let d = steps.length - 1; d >= 0; d--) {
    const before = steps[d]!
    const k = i - j
    const is_down = k === -d || (k !== d && (before.get(k - 1) ?? -1) < (before.get(k + 1) ?? -1))
    const from_k = is_down ? k + 1 : k - 1
    const from_i = before.get(from_k) ?? 0
    const from_j = from_i - from_k
    while (i > from_i && j > from_j && i > 0 && j > 0) pairs.push([--i, --j])
    ;[i, j] = [from_i, from_j]
  }
  return pairs.reverse()
}

function stretchesOf(pairs: readonly Pair[], n: number, m: number): Stretch[] {
  const stretches: Stretch[] = []
  let [i, j] = [0, 0]
  for (const [p, q] of [...pairs, [n, m] as Pair]) {
    if (p > i || q > j) stretches.push({ is_same: false, a: [i, p], b: [j, q] })
    const last = stretches.at(-1)
    if (p < n && last?.is_same && last.a[1] === p) {
      last.a[1] += 1
      last.b[1] += 1
    } else if (p < n) stretches.push({ is_same: true, a: [p, p + 1], b: [q, q + 1] })
    ;[i, j] = [p + 1, q + 1]
  }
  return stretches
}
