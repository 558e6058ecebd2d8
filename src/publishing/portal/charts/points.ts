/**
 * One point of a history: what stands below it, its height, and the value as it is read. Null: nothing is known of that
 * time, and the line has a gap there.
 */
export type HistoryPoint = { label: string; amount: number | null; said: string }

/** A point that is known. `at`: which of all points it is, from 0. `begins`: there is none before it, or a gap. */
export type Drawn = Omit<HistoryPoint, 'amount'> & { x: number; y: number; at: number; begins: boolean }

/** Places points from left to right in a box; the smallest amount (or 0, if `from_zero`) lies on its ground. */
export function placed(
  points: readonly HistoryPoint[],
  box: { left: number; right: number; top: number; ground: number },
  from_zero: boolean,
): Drawn[] {
  const amounts = points.flatMap(({ amount }) => amount ?? [])
  const most = Math.max(...amounts)
  const least = from_zero ? Math.min(0, ...amounts) : Math.min(...amounts)
  const height = most === least ? 1 : most - least
  const step = points.length > 1 ? (box.right - box.left) / (points.length - 1) : 0
  return points.flatMap(({ label, said, amount }, at) => {
    if (amount === null) return []
    const [x, y] = [round(box.left + at * step), round(box.ground - ((amount - least) / height) * (box.ground - box.top))]
    return { label, said, x, y, at, begins: (points[at - 1]?.amount ?? null) === null }
  })
}

/** Measures of a drawing, in its units: how broad it is, the least room of a value, and a letter of one. */
export type Type = { width: number; broad: number; letter: number }

/**
 * Of points that stand closer than their values are broad, those whose value is written: so many apart, the last among
 * them, which is moved inwards where it does not fit.
 */
export function written(drawn: readonly Drawn[], { width, broad, letter }: Type): (point: Drawn) => boolean {
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last) return () => false
  const widest = Math.max(broad, ...drawn.flatMap(({ said, label }) => [widthOf(said, letter), widthOf(label, letter)]))
  const moved = Math.max(0, widest / 2 - (width - last.x))
  const every = Math.ceil(((last.at - first.at) * (widest + moved)) / (last.x - first.x)) || 1
  return ({ at }) => (last.at - at) % every === 0
}

/** Where the middle of a text stands so that it is whole within the drawing. */
export function within(x: number, text: string, { letter, width }: Type): number {
  const half = widthOf(text, letter) / 2
  return round(Math.min(Math.max(x, half), width - half))
}

function widthOf(text: string, letter: number): number {
  return text.length * letter + letter
}

export function lineThrough(points: readonly Drawn[]): string {
  return points.map(({ x, y, begins }) => `${begins ? 'M' : 'L'}${x} ${y}`).join('')
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
