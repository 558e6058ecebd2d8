import { z } from 'zod'
import { isDay, sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { catalogue, type FigureId, tablesOf } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { HistoryPoint } from '../charts/points.ts'
import { Sparkline } from '../charts/sparkline.tsx'
import { historyOf } from '../history.ts'
import { sayValue } from '../say.ts'
import { words } from '../words.ts'
import { type Asking, block } from './block.ts'

type Cell = { figure: FigureId; value: string; sentence: string; points: HistoryPoint[]; asked: Record<string, string> }
type Props = { cells: Cell[]; day: string }

const text = z.strictObject({ vi: z.string(), en: z.string() })
const cell_settings = z.strictObject({
  figure: z.enum(Object.keys(catalogue) as [FigureId, ...FigureId[]]),
  asked: z.record(z.string(), z.string()).default({}),
  sentence: text,
})
type CellSettings = z.output<typeof cell_settings>
type Settings = { day?: string; cells: CellSettings[] }

/** Large numerals, each with one plain sentence, its course over the years, and one day for all. */
export const figure_board = block<Settings, Props>({
  type: 'figure-board',
  settings: z.strictObject({ day: z.string().refine(isDay).optional(), cells: z.array(cell_settings).min(1).max(6) }),
  async load(asking, { day = asking.day, cells }) {
    const counted = await Promise.all(cells.map(cell => countCell(asking, cell, day)))
    const known = counted.filter(cell => cell !== null)
    const tables = [...new Set(cells.flatMap(cell => tablesOf(cell.figure)))]
    return { props: known.length > 0 ? { cells: known, day } : null, tables }
  },
  view: FigureBoard,
})

async function countCell(asking: Asking, { figure, asked, sentence }: CellSettings, day: string): Promise<Cell | null> {
  const { lang } = asking.view
  const question = { ...asked, valid_as_of: day }
  const answer = await asking.ask(figure, question)
  if (!answer) return null
  const points = await historyOf(asking, figure, question)
  return { figure, asked: question, value: sayValue(answer.value, lang), sentence: sentence[lang], points }
}

export function FigureBoard({ cells, day, lang, to }: Props & ViewContext) {
  const w = words[lang]
  return (
    <section aria-label={w.board}>
      <ul class="board">
        {cells.map(({ figure, value, sentence, points, asked }) => (
          <li key={figure}>
            <p class="numeral">
              <Numeral said={value} />
            </p>
            <a href={to.figure({ figure, asked })}>{sentence}</a>
            <Sparkline points={points} label={`${w.history}: ${points.map(point => `${point.label} ${point.said}`).join(', ')}`} />
            <p class="meta">{fill(w.held_on, { day: sayDay(day, lang) })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** «19.342 m²»: the number large, its measure small. */
export function Numeral({ said }: { said: string }) {
  const [, number, measure] = /^([\d.,]+) (\p{L}.*)$/u.exec(said) ?? []
  if (number === undefined) return <>{said}</>
  return (
    <>
      {number} <small>{measure}</small>
    </>
  )
}
