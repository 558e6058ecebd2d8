/** What a bar stands for, and how much; `mark` is a line across it, with what it says below it. */
export type Bar = { name: string; n: number; mark?: { at: number; said: string } }

const width = 320
const row_height = 44
const for_a_mark = 18
const [bar_top, bar_height] = [20, 16]
/** The number of the longest bar stands to the right of it. */
const for_a_number = 60

/** Counts as bars, one under another; `label` says them all, and the same stands in a table beside them. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const longest = Math.max(1, ...bars.map(({ n, mark }) => Math.max(n, mark?.at ?? 0)))
  const along = (n: number) => Math.round((n / longest) * (width - for_a_number))
  // The number of a bar stands behind a line that would go through it.
  const clearOf = (n: number, at: number) => (at > n && along(at) - along(n) < for_a_number / 2 ? at : n)
  const tops = bars.map((_, i) => bars.slice(0, i).reduce((y, bar) => y + heightOf(bar), 0))
  const height = bars.reduce((sum, bar) => sum + heightOf(bar), 0)
  return (
    <svg class="levels" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {bars.map(({ name, n, mark }, i) => (
        <g key={name} transform={`translate(0 ${tops[i]})`}>
          <text y="14">{name}</text>
          <rect class="bar" y={bar_top} width={along(n)} height={bar_height} />
          <text x={along(clearOf(n, mark?.at ?? n)) + 6} y="33">
            {n}
          </text>
          {mark && <Mark x={along(mark.at)} said={mark.said} />}
        </g>
      ))}
    </svg>
  )
}

function heightOf({ mark }: Bar): number {
  return row_height + (mark ? for_a_mark : 0)
}

/** The line goes down to its words, which end at it where there is no room behind it. */
function Mark({ x, said }: { x: number; said: string }) {
  const is_left = x > width / 2
  return (
    <>
      <line class="cap" x1={x} x2={x} y1={bar_top - 3} y2={row_height + 8} />
      <text class="cap" x={is_left ? x - 5 : x + 5} y={row_height + 8} text-anchor={is_left ? 'end' : 'start'}>
        {said}
      </text>
    </>
  )
}
