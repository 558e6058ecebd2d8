import type { ViewContext } from '../../../platform/web/index.ts'
import { type Tile, TileMap, TileSample, type TileState } from '../charts/tile-map.tsx'
import { words } from '../words.ts'

const states: TileState[] = ['advanced', 'standard', 'lapsed', 'none', 'other']

/** The province as tiles, with its key: what each colour and sign means, and of how many units. */
export function StandingTiles({ tiles, lang }: { tiles: Tile[] } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  return (
    <div>
      <TileMap tiles={tiles} label={w.map_label} states={w.states} />
      <ul class="legend">
        {states
          .filter(state => tiles.some(tile => tile.state === state))
          .map(state => (
            <li key={state}>
              <TileSample state={state} />
              {w.states[state]} ({tiles.filter(tile => tile.state === state).length})
            </li>
          ))}
      </ul>
    </div>
  )
}
