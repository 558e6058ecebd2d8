import { type HistoryPoint, lineThrough, placed } from './points.ts'

/**
 * A line without axes beside a numeral. It repeats what the page of the figure holds as a table, so it says only what
 * it is.
 */
export function Sparkline({ points, label }: { points: readonly HistoryPoint[]; label: string }) {
  if (points.length < 2) return null
  const drawn = placed(points, { left: 4, right: 172, top: 5, ground: 39 }, true)
  const last = drawn.at(-1)!
  return (
    <svg class="spark" viewBox="0 0 176 44" role="img" aria-label={label}>
      <path d={lineThrough(drawn)} />
      <circle cx={last.x} cy={last.y} r="4" />
    </svg>
  )
}
