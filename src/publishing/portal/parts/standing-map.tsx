import type { ViewContext } from '../../../platform/web/index.ts'
import { type Tile, TileMap, TileSample, type TileState } from '../charts/tile-map.tsx'
import { words } from '../words.ts'

const states: TileState[] = ['advanced', 'standard', 'lapsed', 'none', 'other']

/** The standings of the province as tiles. */
export function StandingTiles({ tiles, lang }: { tiles: Tile[] } & Pick<ViewContext, 'lang'>) {
  const { map_label, states: says } = words[lang]
  return <KeyedTiles {...{ tiles, says }} label={map_label} />
}

/** The province as tiles, with its key: what each colour and sign means, and of how many units. */
export function KeyedTiles({ tiles, label, says }: { tiles: readonly Tile[]; label: string; says: Record<TileState, string> }) {
  return (
    <div>
      <TileMap tiles={tiles} label={label} states={says} />
      <ul class="legend">
        {states
          .filter(state => tiles.some(tile => tile.state === state))
          .map(state => (
            <li key={state}>
              <TileSample state={state} />
              {says[state]} ({tiles.filter(tile => tile.state === state).length})
            </li>
          ))}
      </ul>
    </div>
  )
}
