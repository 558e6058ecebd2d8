import type { StandingRow } from './standing-rows.ts'

const [width, left, right] = [360, 4, 352]
const [head, row_height, line_at] = [24, 30, 22]

type Props = { rows: readonly StandingRow[]; until: string; mergers: readonly string[]; label: string }

/**
 * The standing of communes through time: a line each, thick while it holds, thicker at a higher level, dashed where it
 * lapsed. Where communes were merged, lines join; the days of large mergers stand across all. It is as broad as a
 * telephone, so that one drawing serves every page; the same stands in the table below it.
 */
export function StandingLines({ rows, until, mergers, label }: Props) {
  const first = rows.reduce((least, { from }) => (from < least ? from : least), until)
  const [from_year, to_year] = [Number(first.slice(0, 4)), Number(until.slice(0, 4)) + 1]
  const span = Date.UTC(to_year, 0, 1) - Date.UTC(from_year, 0, 1)
  const xOf = (day: string) => round(left + ((Date.parse(day) - Date.UTC(from_year, 0, 1)) / span) * (right - left))
  const yOf = (key: string) => head + rows.findIndex(row => row.key === key) * row_height + line_at
  const height = head + rows.length * row_height + 8
  return (
    <svg class="standings" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Years {...{ from_year, to_year, height, xOf }} />
      {mergers.map(day => (
        <path key={day} class="event" d={`M${xOf(day)} ${head - 4}V${height}`} />
      ))}
      {rows.map(row => (
        <Line key={row.key} {...{ row, until, xOf, yOf }} />
      ))}
    </svg>
  )
}

type Scale = { xOf(day: string): number }

/** Every year has its mark; every other one its number, where they are many. */
function Years({ from_year, to_year, height, xOf }: Scale & { from_year: number; to_year: number; height: number }) {
  const years = Array.from({ length: to_year - from_year }, (_, i) => from_year + i)
  const every = Math.ceil(years.length / 8)
  return (
    <>
      {years.map(year => (
        <path key={year} class="base" d={`M${xOf(`${year}-01-01`)} ${head - 4}V${height}`} />
      ))}
      {years
        .filter((_, i) => i % every === 0)
        .map(year => (
          <text key={year} x={xOf(`${year}-01-01`) + 2} y="14">
            {year}
          </text>
        ))}
    </>
  )
}

type LineProps = Scale & { row: StandingRow; until: string; yOf(key: string): number }

function Line({ row, until, xOf, yOf }: LineProps) {
  const y = yOf(row.key)
  const [begins, ends] = [xOf(row.from), xOf(row.ends ?? until)]
  return (
    <g>
      <text class="name" {...placeOfName(row.names.join(' › '), begins)} y={y - 7}>
        {row.names.join(' › ')}
      </text>
      <path class="gone" d={`M${begins} ${y}H${ends}`} />
      {row.joins !== null && <path class="gone" d={`M${ends} ${y}V${yOf(row.joins)}`} />}
      {row.held.map(({ from, until: lost, rank }) => (
        <path key={from} class={rank > 1 ? 'held is-higher' : 'held'} d={`M${xOf(from)} ${y}H${xOf(lost ?? until)}`} />
      ))}
      {row.ends === null && row.held.at(-1)?.until === null && <circle cx={ends} cy={y} r="5" />}
    </g>
  )
}

/** About what a letter of a name takes; a name that would leave the drawing ends at its right side instead. */
const letter = 6.6

function placeOfName(said: string, begins: number): { x: number; 'text-anchor'?: 'end' } {
  return begins + said.length * letter > right ? { x: right, 'text-anchor': 'end' } : { x: begins }
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
