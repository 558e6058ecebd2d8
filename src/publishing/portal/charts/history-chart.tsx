import { type HistoryPoint, lineThrough, placed } from './points.ts'

const [left, right] = [44, 596]
/** As broad as a value in the type of a telephone, in units of the drawing. */
const label_width = 92

/**
 * A value over the years, each point with its value above its year; on a telephone, where type is larger, as many of
 * them as have room, the last among them. The table of the same numbers stands beside it.
 */
export function HistoryChart({ points, label }: { points: readonly HistoryPoint[]; label: string }) {
  const drawn = placed(points, { left, right, top: 42, ground: 190 }, true)
  const last = drawn.length - 1
  const every = Math.ceil((last * label_width) / (right - left)) || 1
  return (
    <svg class="chart" viewBox="0 0 640 230" role="img" aria-label={label}>
      <path class="base" d="M16 190.500h608" />
      <path class="line" d={lineThrough(drawn)} />
      {drawn.map(({ x, y, label, said }, i) => (
        <g key={label} class={(last - i) % every === 0 ? undefined : 'between'}>
          <circle class={i === last ? 'now' : undefined} cx={x} cy={y} r="5" />
          <text class="v" x={x} y={y - 14}>
            {said}
          </text>
          <text x={x} y="216">
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}
