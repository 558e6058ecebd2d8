import { z } from 'zod'
import { sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { figure_words, tablesOf } from '../../../numbers/figure/index.ts'
import { several } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { lastDayOf, of_campaign } from '../movement/movement.ts'
import { movement_words } from '../movement/movement-words.ts'
import { BoardCell } from '../parts/board.tsx'
import { sayValue } from '../say.ts'
import { words } from '../words.ts'
import { block, idOf } from './block.ts'
import { setup } from './setup.ts'

type Of = (typeof of_campaign)[number]
type Cell = { figure: Of; value: string; asked: Record<string, string> }
type Props = { cells: Cell[]; day: string }
type Settings = { figures: Of[] }

const usual: Of[] = ['F1', 'F2', 'F3', 'F5', 'F6', 'F9']
const figures_form = { figures: several({ vi: 'Những số liệu nào', en: 'Which figures' }) }

/** The numbers of a movement, each by its own name, as of today or of the day on which it closed. */
export const movement_figures = block<Settings, Props>({
  type: 'movement-figures',
  name: { vi: 'Số liệu của phong trào', en: 'Figures of the movement' },
  about: { vi: 'Những số của đợt trong năm ấy.', en: 'The numbers of the campaign of that year.' },
  pages: ['movement'],
  regions: ['main'],
  setup: setup<Partial<Settings>>()(figures_form, {
    typed: ({ figures = usual }) => ({ figures: figures.join(' ') }),
    meant: answers => answers,
    summary: ({ figures = usual }) => figures.join(' · '),
    options: async ({ view: { lang } }) => ({
      figures: of_campaign.map(id => ({ value: id, label: `${id}: ${figure_words[id].name[lang]}` })),
    }),
    problems: async (_, { figures = [] }) => (figures.length === 0 ? [{ code: 'no-choice', field: 'figures' }] : []),
  }),
  settings: z.strictObject({ figures: z.array(z.enum(of_campaign)).min(1).default(usual) }),
  async load({ movement, day, ask, view: { lang } }, { figures }) {
    const tables = [...new Set(figures.flatMap(figure => tablesOf(figure)))]
    if (!movement) return { props: null, tables }
    const { year, unit } = movement
    const last = lastDayOf(movement, day)
    const asked = { year: String(year), unit, valid_as_of: last }
    const answers = await Promise.all(figures.map(figure => ask(figure, { year, unit, valid_as_of: last })))
    const cells = figures.flatMap((figure, i) => {
      const value = answers[i]?.value
      return value && value.kind !== 'none-due' ? [{ figure, value: sayValue(value, lang), asked }] : []
    })
    return { props: cells.length > 0 ? { cells, day: last } : null, tables }
  },
  view: MovementFigures,
})

function MovementFigures({ cells, day, nth, lang, to }: Props & ViewContext & { nth: number }) {
  const heading = idOf('so-lieu-phong-trao', nth)
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 class="ruled" id={heading}>
        {movement_words[lang].figures}
      </h2>
      <ul class="board">
        {cells.map(({ figure, value, asked }) => (
          <BoardCell key={figure} said={value} name={figure_words[figure].name[lang]} href={to.figure({ figure, asked })}>
            <p class="meta">{fill(words[lang].held_on, { day: sayDay(day, lang) })}</p>
          </BoardCell>
        ))}
      </ul>
    </section>
  )
}
