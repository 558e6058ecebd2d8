/**
 * What a unit's tile shows. `lapsed`: land that held a standing before a merger ended it; `other`: wards and townships,
 * which cannot hold it; on a map of amounts the steps, the least first.
 */
export type TileState = 'advanced' | 'standard' | 'lapsed' | 'none' | 'other' | (typeof amount_steps)[number]
export const amount_steps = ['step-1', 'step-2', 'step-3', 'step-4'] as const
/** How strongly the one hue of amounts is laid on, by step. */
const strengths = new Map<TileState, number>(amount_steps.map((step, nth) => [step, (nth + 1) / amount_steps.length]))

export type Tile = { key: string; name: string; district: string; column: number; row: number; state: TileState }

/** What each state of a map means, in words. */
export type TilesSay = Partial<Record<TileState, string>>

const gap = 0.06
/** How many columns leave room on a telephone for letters of 12 pixels. */
const most_lettered = 10

/**
 * One tile a unit, laid out like the province; an outline around each district, and its name on it. Where there are no
 * districts the units bear their initials. Signs repeat what the colours say.
 */
export function TileMap({ tiles, label, states }: { tiles: readonly Tile[]; label: string; states: TilesSay }) {
  const columns = Math.max(...tiles.map(tile => tile.column)) + 1
  const rows = Math.max(...tiles.map(tile => tile.row)) + 1
  return (
    <svg class="tiles" viewBox={`-0.1 -0.1 ${columns + 0.2} ${rows + 0.2}`} role="img" aria-label={label}>
      {tiles.map(tile => (
        <TileShape key={tile.key} tile={tile} title={`${tile.name}: ${states[tile.state]}`} />
      ))}
      <path class="t-edge" d={outlines(tiles)} />
      {tiles
        .filter(({ district }) => district === '' && columns <= most_lettered)
        .map(({ key, name, column, row }) => (
          <text key={key} class="t-name t-initials" x={column + 0.5} y={at(row + 0.62)}>
            {initials(name)}
          </text>
        ))}
      {centres(tiles).map(({ district, x, y }) => (
        <text key={district} class="t-name" x={x} y={y}>
          {district}
        </text>
      ))}
    </svg>
  )
}

function TileShape({ tile: { column, row, state }, title }: { tile: Tile; title: string }) {
  const side = 1 - 2 * gap
  const strength = strengths.get(state)
  return (
    <g>
      <title>{title}</title>
      <rect
        class={`t t-${strength ? 'advanced' : state}`}
        fill-opacity={strength}
        x={at(column + gap)}
        y={at(row + gap)}
        width={at(side)}
        height={at(side)}
        rx=".08"
      />
      {state === 'advanced' && <circle class="t-dot" cx={column + 0.5} cy={row + 0.5} r=".16" />}
      {state === 'lapsed' && <path class="t-sign" d={`M${at(column + 0.28)} ${at(row + 0.72)}l.44-.44`} />}
    </g>
  )
}

/** One tile by itself, for the legend. */
export function TileSample({ state }: { state: TileState }) {
  return (
    <svg viewBox="0 0 1 1" aria-hidden="true">
      <TileShape tile={{ key: state, name: '', district: '', column: 0, row: 0, state }} title="" />
    </svg>
  )
}

/**
 * The outline of every district: each side of a tile beyond which another district lies, or none. A line between two is
 * drawn once.
 */
function outlines(tiles: readonly Tile[]): string {
  const district = new Map(tiles.map(tile => [`${tile.column} ${tile.row}`, tile.district]))
  return tiles
    .filter(tile => tile.district !== '')
    .flatMap(({ column, row, district: here }) => {
      const beyond = (right: number, down: number) => district.get(`${column + right} ${row + down}`)
      return [
        beyond(1, 0) !== here && `M${column + 1} ${row}v1`,
        beyond(0, 1) !== here && `M${column} ${row + 1}h1`,
        beyond(-1, 0) === undefined && `M${column} ${row}v1`,
        beyond(0, -1) === undefined && `M${column} ${row}h1`,
      ]
    })
    .filter(Boolean)
    .join('')
}

/**
 * Where the name of each district stands: the middle of its tiles, on the line between two rows, so that it hides no
 * sign of a tile.
 */
function centres(tiles: readonly Tile[]): { district: string; x: number; y: number }[] {
  return [...Map.groupBy(tiles, tile => tile.district)]
    .filter(([district]) => district !== '')
    .map(([district, own]) => ({
      district,
      x: at(mean(own.map(t => t.column)) + 0.5),
      y: at(Math.round(mean(own.map(t => t.row)) + 0.5) + 0.15),
    }))
}

/** «Ba Bể»: BB; three letters at most. */
function initials(name: string): string {
  return name
    .split(' ')
    .slice(0, 3)
    .map(([letter = '']) => letter)
    .join('')
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0) / numbers.length
}

function at(n: number): number {
  return Math.round(n * 100) / 100
}
