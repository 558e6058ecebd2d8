/** One point of a history: what stands below it, its height, and the value as it is read. Null: nothing was known. */
export type HistoryPoint = { label: string; amount: number; said: string }

export type Drawn = HistoryPoint & { x: number; y: number }

/** Places points from left to right in a box; the smallest amount (or 0, if `from_zero`) lies on its ground. */
export function placed(
  points: readonly HistoryPoint[],
  box: { left: number; right: number; top: number; ground: number },
  from_zero: boolean,
): Drawn[] {
  const amounts = points.map(point => point.amount)
  const most = Math.max(...amounts)
  const least = from_zero ? Math.min(0, ...amounts) : Math.min(...amounts)
  const height = most === least ? 1 : most - least
  const step = points.length > 1 ? (box.right - box.left) / (points.length - 1) : 0
  return points.map((point, i) => ({
    ...point,
    x: round(box.left + i * step),
    y: round(box.ground - ((point.amount - least) / height) * (box.ground - box.top)),
  }))
}

export function lineThrough(points: readonly Drawn[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
