import { fill } from '../../../basis/shared/sentences.ts'
import { printNumber } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { amount_steps, type Tile, TileMap, TileSample, type TileState, type TilesSay } from '../charts/tile-map.tsx'
import { sayAmount } from '../say.ts'
import { words } from '../words.ts'
import type { AmountMap } from './map-amounts.ts'
import type { StandingMap } from './map-standings.ts'

const states: TileState[] = [...amount_steps, 'advanced', 'standard', 'lapsed', 'none', 'other']

/** The standings of the province as tiles. */
export function StandingTiles({ tiles, lang }: { tiles: Tile[] } & Pick<ViewContext, 'lang'>) {
  const { map_label, states: says } = words[lang]
  return <KeyedTiles {...{ tiles, says }} label={map_label} />
}

/** The map of a figure's day: of standings, or of amounts. */
export function FigureMap({ map, lang }: { map: StandingMap | AmountMap } & Pick<ViewContext, 'lang'>) {
  return 'steps' in map ? <AmountTiles {...map} lang={lang} /> : <StandingTiles tiles={map.tiles} lang={lang} />
}

/** How much of a quantity each commune has, as tiles; what lies in no commune of the map is said below. */
function AmountTiles({ tiles, steps, elsewhere, measure, lang }: AmountMap & Pick<ViewContext, 'lang'>) {
  const { amounts } = words[lang]
  const steps_say = steps.map(({ least, most }, nth) => [
    amount_steps[nth],
    least === most ? sayAmount(least, measure, lang) : `${printNumber(least, lang)} – ${sayAmount(most, measure, lang)}`,
  ])
  return (
    <div>
      <KeyedTiles tiles={tiles} says={{ ...Object.fromEntries(steps_say), none: amounts.none }} label={amounts.map} />
      {elsewhere > 0 && <p class="note">{fill(amounts.elsewhere, { amount: sayAmount(elsewhere, measure, lang) })}</p>}
    </div>
  )
}

/** The province as tiles, with its key: what each colour and sign means, and of how many units. */
export function KeyedTiles({ tiles, label, says }: { tiles: readonly Tile[]; label: string; says: TilesSay }) {
  return (
    <div>
      <TileMap tiles={tiles} label={label} states={says} />
      <ul class="legend">
        {states
          .filter(state => says[state] && tiles.some(tile => tile.state === state))
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
