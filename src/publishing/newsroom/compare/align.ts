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

/**
 * How far along `a` each diagonal has come with so many differences: diagonal `k` from -d to d, two by two. Of 2,000
 * differences all steps together are 8 MB.
 */
type Step = Int32Array

function placeOf(step: Step, k: number): number {
  return step[(k + step.length - 1) / 2] ?? -1
}

/** Whether a diagonal is reached by a word that `b` alone has. */
function isFromAbove(step: Step, k: number): boolean {
  return placeOf(step, k - 1) < placeOf(step, k + 1)
}

function pairsOf(a: readonly string[], b: readonly string[]): Pair[] {
  const most = Math.min(a.length + b.length, most_differences)
  const steps: Step[] = []
  for (let d = 0; d <= most; d++) {
    const [before, step] = [steps.at(-1), new Int32Array(d + 1)]
    for (let n = 0; n <= d; n++) {
      const k = 2 * n - d
      let i = !before ? 0 : isFromAbove(before, k) ? placeOf(before, k + 1) : placeOf(before, k - 1) + 1
      while (i < a.length && i - k < b.length && a[i] === b[i - k]) i++
      step[n] = i
      if (i >= a.length && i - k >= b.length) return walkBack(steps, a.length, b.length)
    }
    steps.push(step)
  }
  return []
}

/** The way back from the ends of both: through the steps before the last, the nearest first. */
function walkBack(steps: readonly Step[], n: number, m: number): Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [n, m]
  for (const before of steps.toReversed()) {
    const k = i - j
    const from_k = isFromAbove(before, k) ? k + 1 : k - 1
    const from_i = placeOf(before, from_k)
    const from_j = from_i - from_k
    while (i > from_i && j > from_j && i > 0 && j > 0) pairs.push([--i, --j])
    ;[i, j] = [from_i, from_j]
  }
  while (i > 0 && j > 0) pairs.push([--i, --j])
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
