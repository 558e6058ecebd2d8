import { type HistoryPoint, lineThrough, placed } from './points.ts'

/** A value over the years, each point with its value above and its year below. The table of the same numbers stands beside it. */
export function HistoryChart({ points, label }: { points: readonly HistoryPoint[]; label: string }) {
  const drawn = placed(points, { left: 40, right: 600, top: 42, ground: 190 }, true)
  return (
    <svg class="chart" viewBox="0 0 640 230" role="img" aria-label={label}>
      <path class="base" d="M16 190.500h608" />
      <path class="line" d={lineThrough(drawn)} />
      {drawn.map(({ x, y, label, said }, i) => (
        <g key={label}>
          <circle class={i === drawn.length - 1 ? 'now' : undefined} cx={x} cy={y} r="5" />
          <text class="v" x={x} y={y - 14}>
            {said}
          </text>
          <text x={x} y="214">
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}
