import type { ViewContext } from '../../../platform/web/index.ts'
import { listWall, type WallRow, wall_tables } from '../../../register/exemplar/index.ts'
import { ExemplarCard } from '../exemplars/exemplar-card.tsx'
import { movement_words } from '../movement/movement-words.ts'
import { words } from '../words.ts'
import { block, idOf } from './block.ts'
import { howMany } from './setup.ts'

type Props = { rows: WallRow[]; year: number }
type Settings = { most: number }

/** Who was recognised in the movement's year, and agrees to be named. */
export const movement_exemplars = block<Settings, Props>({
  type: 'movement-exemplars',
  name: { vi: 'Điển hình của phong trào', en: 'Exemplars of the movement' },
  about: {
    vi: 'Tập thể, cá nhân được công nhận trong năm và đồng ý nêu tên.',
    en: 'Those who were recognised in the year and agree to be named.',
  },
  pages: ['movement'],
  regions: ['main'],
  ...howMany({ vi: 'Nhiều nhất mấy điển hình', en: 'At most how many' }, { usual: 4, most: 12 }),
  async load({ db, movement, day }, { most }) {
    if (!movement) return { props: null, tables: wall_tables }
    const { year } = movement
    const rows = await listWall(db, { day, most, after: 0, year, field: null, level: null, place: null })
    return { props: rows.length > 0 ? { rows, year } : null, tables: wall_tables }
  },
  view: MovementExemplars,
})

function MovementExemplars({ rows, year, nth, ...view }: Props & ViewContext & { nth: number }) {
  const heading = idOf('dien-hinh-phong-trao', nth)
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 class="ruled" id={heading}>
        {movement_words[view.lang].exemplars(year)}
      </h2>
      <div class="cards">
        {rows.map(row => (
          <ExemplarCard key={row.exemplar_id} {...{ row, view }} level={3} />
        ))}
      </div>
      <p class="more">
        <a href={view.to.exemplars({ year: String(year) })}>{words[view.lang].all_exemplars}</a>
      </p>
    </section>
  )
}
