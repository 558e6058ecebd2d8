import { z } from 'zod'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { catalogue, type FigureId, figure_words } from '../../../numbers/figure/index.ts'
import { type Answers, day, grouped, select, type Typed, text } from '../../../platform/staff/index.ts'
import { asked_parameters } from '../../../platform/web/index.ts'
import { bothOf, inBoth, said_in_both } from './setup.ts'

const figures = Object.keys(catalogue) as [FigureId, ...FigureId[]]

/** One numeral: the figure, what it is asked besides the day, and its sentence. */
export const cell_settings = z.strictObject({
  figure: z.enum(figures),
  asked: z.record(z.string(), z.string()).default({}),
  sentence: said_in_both,
})
export type CellSettings = z.output<typeof cell_settings>
type BoardSettings = { day?: string; cells?: CellSettings[] }

export const most_cells = 6
const [sentence_vi, sentence_en] = inBoth({ vi: 'Câu', en: 'Sentence' })

const cell = {
  figure: select({
    label: { vi: 'Số liệu', en: 'Figure' },
    options: figures.map(id => ({
      value: id,
      label: { vi: `${id}: ${figure_words[id].name.vi}`, en: `${id}: ${figure_words[id].name.en}` },
    })),
    empty: { vi: 'Không có', en: 'None' },
  }),
  asked: text({
    label: { vi: 'Tham số', en: 'Parameters' },
    hint: { vi: 'Ví dụ year=2020, hoặc kind=land; from=2016-01-01.', en: 'For example year=2020, or kind=land; from=2016-01-01.' },
    most: 200,
  }),
  sentence_vi: text({ label: sentence_vi, most: 200, rows: 2 }),
  sentence_en: text({ label: sentence_en, most: 200, rows: 2 }),
}

const numbers = Array.from({ length: most_cells }, (_, i) => i + 1)
const cells = numbers.map(n => grouped({ legend: { vi: `Ô ${n}`, en: `Cell ${n}` }, is_optional: n > 1 }, `cell_${n}_`, cell))
export const board_form = {
  day: day({
    label: { vi: 'So với ngày', en: 'Compared with the day' },
    hint: { vi: 'Để trống thì chỉ nêu số của hôm nay.', en: 'Empty: today’s numbers alone.' },
    is_optional: true,
  }),
  ...(Object.assign({}, ...cells) as Record<never, never>),
}

export function boardTyped({ day = '', cells = [] }: Partial<BoardSettings>): Typed {
  const fields = cells.map(({ figure, asked, sentence }, i) => {
    const parameters = Object.entries(asked).map(entry => entry.join('='))
    return inCell(i + 1, { figure, asked: parameters.join('; '), ...bothOf('sentence', sentence) })
  })
  return Object.assign({ day }, ...fields)
}

/** Cells without a figure fall away. */
export function boardMeant({ day, ...answers }: Answers<typeof board_form>): Record<string, unknown> {
  const typed = (n: number, name: keyof typeof cell) => lookUp<string>(answers, `cell_${n}_${name}`) ?? ''
  const cells = numbers.map(n => ({
    figure: typed(n, 'figure'),
    asked: askedIn(typed(n, 'asked')),
    sentence: { vi: typed(n, 'sentence_vi'), en: typed(n, 'sentence_en') },
  }))
  return { ...(day && { day }), cells: cells.filter(({ figure }) => figure !== '') }
}

/** What a cell is asked, where the register knows all of its names. */
export function isAskable(asked: Record<string, string>): boolean {
  return Object.keys(asked).every(name => (asked_parameters as readonly string[]).includes(name))
}

/** «kind=land; from=2016-01-01» */
function askedIn(typed: string): Record<string, string> {
  const parts = typed.split(';').filter(part => part.trim() !== '')
  return Object.fromEntries(parts.map(part => [part.split('=')[0]!.trim(), part.split('=').slice(1).join('=').trim()]))
}

function inCell(n: number, fields: Typed): Typed {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`cell_${n}_${name}`, value]))
}
