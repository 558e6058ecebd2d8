import { type Drawn, type HistoryPoint, lineThrough, placed } from './points.ts'

const [left, right] = [44, 596]
/** As broad as a value in the type of a telephone, in units of the drawing. */
const label_width = 92

type ChartProps = { points: readonly HistoryPoint[]; events?: readonly string[]; label: string }

/**
 * A value over the years, each point with its value above its year; on a telephone, where type is larger, as many of
 * them as have room, the last among them. The table of the same numbers stands beside it.
 */
export function HistoryChart({ points, events = [], label }: ChartProps) {
  const drawn = placed(points, { left, right, top: 42, ground: 190 }, true)
  const last = drawn.length - 1
  const every = Math.ceil((last * label_width) / (right - left)) || 1
  return (
    <svg class="chart" viewBox="0 0 640 230" role="img" aria-label={label}>
      <path class="base" d="M16 190.500h608" />
      {events.map(day => (
        <path key={day} class="event" d={markOf(day, drawn)} />
      ))}
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

/** A line from top to ground where a day lies between the ends of two years; none where the years are not drawn. */
function markOf(day: string, drawn: readonly Drawn[]): string | undefined {
  const year = Number(day.slice(0, 4))
  const [before, after] = [drawn.find(({ label }) => label === String(year - 1)), drawn.find(({ label }) => label === String(year))]
  if (!before || !after) return undefined
  const passed = (Date.parse(day) - Date.UTC(year, 0, 1)) / (366 * 86_400_000)
  return `M${Math.round(before.x + passed * (after.x - before.x))} 20V190`
}
