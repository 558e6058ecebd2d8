import { z } from 'zod'
import { tablesOf } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { movement_words } from '../movement/movement-words.ts'
import { BoardCell } from '../parts/board.tsx'
import { sayValue } from '../say.ts'
import { type Asking, block, idOf } from './block.ts'

const kinds = ['land', 'workdays', 'money'] as const
type Kind = (typeof kinds)[number]
type Cell = { kind: Kind; said: string; asked: Record<string, string> }
type Props = { cells: Cell[]; year: number }

/** What people gave in the movement's year, by kind; only what was verified counts (F13). */
export const movement_contributions = block<Record<string, never>, Props>({
  type: 'movement-contributions',
  name: { vi: 'Đóng góp trong năm của phong trào', en: 'Contributions of the movement' },
  about: { vi: 'Đất hiến, ngày công, tiền đã xác minh trong năm.', en: 'Land, workdays and money verified in the year.' },
  pages: ['movement'],
  regions: ['main'],
  settings: z.strictObject({}),
  async load(asking) {
    const { movement, day } = asking
    const tables = tablesOf('F13')
    if (!movement) return { props: null, tables }
    const { year } = movement
    const end = day < `${year}-12-31` ? day : `${year}-12-31`
    if (end < `${year}-01-01`) return { props: null, tables }
    const asked = { from: `${year}-01-01`, to: end, valid_as_of: end }
    const counted = await Promise.all(kinds.map(kind => cellOf(asking, kind, asked)))
    const cells = counted.filter(cell => cell !== null)
    return { props: cells.length > 0 ? { cells, year } : null, tables }
  },
  view: MovementContributions,
})

async function cellOf({ ask, view }: Asking, kind: Kind, asked: Record<string, string>): Promise<Cell | null> {
  const answer = await ask('F13', { ...asked, kind })
  if (answer?.value.kind !== 'quantity' || Number(answer.value.quantity) === 0) return null
  return { kind, said: sayValue(answer.value, view.lang), asked: { ...asked, kind } }
}

function MovementContributions({ cells, year, nth, lang, to }: Props & ViewContext & { nth: number }) {
  const w = movement_words[lang]
  const heading = idOf('dong-gop-phong-trao', nth)
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 class="ruled" id={heading}>
        {w.contributions(year)}
      </h2>
      <ul class="board">
        {cells.map(({ kind, said, asked }) => (
          <BoardCell key={kind} said={said} name={w.contribution_kinds[kind]} href={to.figure({ figure: 'F13', asked })} />
        ))}
      </ul>
    </section>
  )
}
