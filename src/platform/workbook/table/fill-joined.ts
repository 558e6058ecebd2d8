import type { Sheet } from '../workbook.ts'

/** A name over several rows that were joined holds for each of them. */
export function fillJoined({ rows, joined }: Pick<Sheet, 'rows' | 'joined'>, column: number | undefined): void {
  if (column === undefined) return
  const by_place = new Map(rows.map(row => [row.at, row]))
  for (const { from, to } of joined) {
    if (from[1] !== column || to[0] === from[0]) continue
    const first = by_place.get(from[0])?.cells[column]
    for (let at = from[0] + 1; first && at <= to[0]; at++) {
      const row = by_place.get(at)
      if (row) row.cells[column] ??= { ...first }
    }
  }
}
