import { z } from 'zod'
import { isDay, sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { type FigureId, tablesOf } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { HistoryPoint } from '../charts/points.ts'
import { Sparkline } from '../charts/sparkline.tsx'
import { historyOf } from '../history.ts'
import { BoardCell } from '../parts/board.tsx'
import { sayValue } from '../say.ts'
import { words } from '../words.ts'
import { type Asking, block } from './block.ts'
import { board_form, boardMeant, boardTyped, type CellSettings, cell_settings, isAskable, most_cells } from './figure-board-form.ts'
import { setup } from './setup.ts'

type Asked = Record<string, string>
/** `then`: what came out on the day of comparison, where it is other than today. */
type Cell = { figure: FigureId; value: string; sentence: string; points: HistoryPoint[]; asked: Asked; then: Then | null }
type Then = { day: string; value: string; asked: Asked }
type Props = { cells: Cell[]; day: string }
type Settings = { day?: string; cells: CellSettings[] }

/**
 * Large numerals of today, each with one plain sentence and its course over the years; and what they were on one other
 * day, where that differs.
 */
export const figure_board = block<Settings, Props>({
  type: 'figure-board',
  name: { vi: 'Bảng số liệu', en: 'Figure board' },
  about: {
    vi: 'Những số lớn của sổ, mỗi số một câu, diễn biến qua các năm.',
    en: 'Large numbers of the register, each with a sentence and its course.',
  },
  regions: ['main'],
  setup: setup<Partial<Settings>>()(board_form, {
    typed: boardTyped,
    meant: boardMeant,
    problems: problemsWithCells,
    summary: ({ day, cells = [] }, lang) => [...cells.map(({ figure }) => figure), day && sayDay(day, lang)].filter(Boolean).join(' · '),
  }),
  settings: z.strictObject({ day: z.string().refine(isDay).optional(), cells: z.array(cell_settings).min(1).max(most_cells) }),
  async load(asking, { day: compared, cells }) {
    const counted = await Promise.all(cells.map(cell => countCell(asking, cell, compared)))
    const known = counted.filter(cell => cell !== null)
    const tables = [...new Set(cells.flatMap(cell => tablesOf(cell.figure)))]
    return { props: known.length > 0 ? { cells: known, day: asking.day } : null, tables }
  },
  view: FigureBoard,
})

/** What its fields cannot know: half a cell; and one that the register does not answer, which nobody would see. */
async function problemsWithCells(asking: Asking, { day = asking.day, cells = [] }: Partial<Settings>) {
  const found = await Promise.all(cells.map((cell, i) => problemWithCell(asking, cell, day, `cell_${i + 1}_`)))
  return [...(cells.length === 0 ? [{ code: 'no-cell' as const, field: 'cell_1_figure' }] : []), ...found.flatMap(one => one ?? [])]
}

async function problemWithCell(asking: Asking, { figure, asked, sentence }: CellSettings, day: string, before: string) {
  if (sentence.vi === '' || sentence.en === '')
    return { code: 'half-a-cell' as const, field: `${before}sentence_${sentence.vi === '' ? 'vi' : 'en'}` }
  const answer = isAskable(asked) && (await asking.ask(figure, { ...asked, valid_as_of: day }))
  return answer ? null : { code: 'unanswered' as const, field: `${before}asked` }
}

async function countCell(asking: Asking, { figure, asked, sentence }: CellSettings, compared?: string): Promise<Cell | null> {
  const { lang } = asking.view
  const question = { ...asked, valid_as_of: asking.day }
  const value = await valueOn(asking, figure, question)
  if (value === null) return null
  const earlier = compared === undefined ? null : { ...asked, valid_as_of: compared }
  const [points, was] = await Promise.all([historyOf(asking, figure, question), earlier && valueOn(asking, figure, earlier)])
  const then = earlier && was !== null && was !== value ? { day: compared!, value: was, asked: earlier } : null
  return { figure, asked: question, value, sentence: sentence[lang], points, then }
}

async function valueOn(asking: Asking, figure: FigureId, asked: Asked): Promise<string | null> {
  const answer = await asking.ask(figure, asked)
  return answer && sayValue(answer.value, asking.view.lang)
}

export function FigureBoard({ cells, day, lang, to }: Props & ViewContext) {
  const w = words[lang]
  return (
    <section aria-label={w.board}>
      <ul class="board">
        {cells.map(({ figure, value, sentence, points, asked, then }) => (
          <BoardCell key={figure} said={value} name={sentence} href={to.figure({ figure, asked })}>
            <Sparkline points={points} label={`${w.history}: ${points.map(point => `${point.label} ${point.said}`).join(', ')}`} />
            <p class="meta">
              {fill(w.held_on, { day: sayDay(day, lang) })}
              {then && (
                <>
                  <br />
                  <a class="then" href={to.figure({ figure, asked: then.asked })}>
                    {fill(w.was_then, { day: sayDay(then.day, lang), value: then.value })}
                  </a>
                </>
              )}
            </p>
          </BoardCell>
        ))}
      </ul>
    </section>
  )
}
