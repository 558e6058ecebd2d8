export type Tile<T> = { of: T; x: number; y: number; width: number; height: number }
type Frame = { x: number; y: number; width: number; height: number }

/**
 * Fills a frame with tiles whose areas are as their weights, as square as rows of them can be (Bruls, Huizing and van
 * Wijk). Weights are positive; heavier ones come first.
 */
export function treemap<T>(weighed: readonly { of: T; weight: number }[], frame: Frame): Tile<T>[] {
  const sum = weighed.reduce((total, { weight }) => total + weight, 0)
  const scale = (frame.width * frame.height) / sum
  const left = weighed.map(({ of, weight }) => ({ of, area: weight * scale })).sort((a, b) => b.area - a.area)
  return fill(left, frame)
}

type Sized<T> = { of: T; area: number }

function fill<T>(left: readonly Sized<T>[], frame: Frame): Tile<T>[] {
  const tiles: Tile<T>[] = []
  let rest = frame
  for (let from = 0; from < left.length; ) {
    const row = rowFrom(left.slice(from), Math.min(rest.width, rest.height))
    tiles.push(...laid(row, rest))
    rest = without(row, rest)
    from += row.length
  }
  return tiles
}

/** Takes more into the row while that makes its longest tile no longer. */
function rowFrom<T>(left: readonly Sized<T>[], side: number): readonly Sized<T>[] {
  let taken = 1
  while (taken < left.length && worst(left.slice(0, taken + 1), side) <= worst(left.slice(0, taken), side)) taken += 1
  return left.slice(0, taken)
}

function worst(row: readonly Sized<unknown>[], side: number): number {
  const thickness = areaOf(row) / side
  return Math.max(...row.map(({ area }) => Math.max(area / thickness ** 2, thickness ** 2 / area)))
}

function areaOf(row: readonly Sized<unknown>[]): number {
  return row.reduce((sum, { area }) => sum + area, 0)
}

function laid<T>(row: readonly Sized<T>[], { x, y, width, height }: Frame): Tile<T>[] {
  const is_wide = width >= height
  const thickness = areaOf(row) / Math.min(width, height)
  let along = 0
  return row.map(({ of, area }) => {
    const length = area / thickness
    const tile = is_wide
      ? { of, x, y: y + along, width: thickness, height: length }
      : { of, x: x + along, y, width: length, height: thickness }
    along += length
    return tile
  })
}

function without(row: readonly Sized<unknown>[], { x, y, width, height }: Frame): Frame {
  const thickness = areaOf(row) / Math.min(width, height)
  if (width >= height) return { x: x + thickness, y, width: width - thickness, height }
  return { x, y: y + thickness, width, height: height - thickness }
}
