import { type Drawn, type HistoryPoint, lineThrough, placed, within, written } from './points.ts'

const [left, right] = [44, 596]
/** In the type of a telephone, in units of the drawing: the least room of a value, and a letter of one. */
const type = { width: 640, broad: 92, letter: 12 }

type ChartProps = { points: readonly HistoryPoint[]; events?: readonly string[]; label: string }

/** So many points have a value each on a broad page, where type is smaller; of more, only those that a telephone has. */
const most_values = 12

/**
 * A value over the years or months, with a gap where nothing is known. Each point has its value above its time; on a
 * telephone, where type is larger, as many of them as have room, the last among them. The table of the same numbers
 * stands beside it.
 */
export function HistoryChart({ points, events = [], label }: ChartProps) {
  const drawn = placed(points, { left, right, top: 42, ground: 190 }, true)
  const last = drawn.at(-1)
  const isWritten = written(drawn, type)
  const is_dense = points.length > most_values
  return (
    <svg class="chart" viewBox="0 0 640 230" role="img" aria-label={label}>
      <path class="base" d="M16 190.500h608" />
      {events.map(day => (
        <path key={day} class="event" d={markOf(day, drawn)} />
      ))}
      <path class="line" d={lineThrough(drawn)} />
      {drawn.map(point => (
        <g key={point.label} class={isWritten(point) ? undefined : 'between'}>
          <circle class={point === last ? 'now' : undefined} cx={point.x} cy={point.y} r={is_dense ? 4 : 5} />
          {(!is_dense || isWritten(point)) && <ValueAndTime {...point} />}
        </g>
      ))}
    </svg>
  )
}

function ValueAndTime({ x, y, label, said }: Drawn) {
  return (
    <>
      <text class="v" x={within(x, said, type)} y={y - 14}>
        {said}
      </text>
      <text x={within(x, label, type)} y="216">
        {label}
      </text>
    </>
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
