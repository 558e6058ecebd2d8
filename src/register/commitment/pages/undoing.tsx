import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Flash, Undo } from '../../../platform/staff/index.ts'
import { listNames, UndoForm } from '../../../platform/staff/index.ts'
import type { InCampaign, ViewContext } from '../../../platform/web/index.ts'
import { undoableOf } from '../commitment.ts'
import type { CellRow } from '../reads/list-cell.ts'
import { commitment_words } from '../words.ts'

type OfRows = { view: ViewContext; at: InCampaign; rows: readonly CellRow[] }

/** The press that undoes the last step of each of some rows, all by one move. */
function undoOf({ view: { lang, to }, at, rows }: OfRows): Undo | undefined {
  const [first] = rows
  const move = first?.state && undoableOf({ made: first.state, is_by_proxy: first.is_by_proxy })
  if (!move) return undefined
  const fields = rows.map(row => ['step', String(row.commitment_step_id)] as [string, string])
  return { action: to.cell_undo(at), fields, ...commitment_words[lang].undo[move] }
}

/** The button beside a row. */
export function UndoRow({ row, ...of }: Omit<OfRows, 'rows'> & { row: CellRow }) {
  const undo = undoOf({ ...of, rows: [row] })
  return undo ? <UndoForm {...undo} is_short about={row.full_name} /> : null
}

export type JustDone = { done: string | undefined; n: number; commitment_ids: readonly number[] }

/** What the step before has done, to whom, and how to undo it; without a name where who asks sees none. */
export function flashOf({ done, n, commitment_ids }: JustDone, { view, at, rows, undoable }: OfRows & { undoable: ReadonlySet<number> }) {
  const words = commitment_words[view.lang]
  const about = rows.filter(({ commitment_id }) => commitment_id !== null && commitment_ids.includes(commitment_id))
  const names = listNames(
    view.lang,
    about.map(row => row.full_name),
  )
  const undo = undoOf({ view, at, rows: about.filter(({ commitment_step_id }) => undoable.has(commitment_step_id!)) })
  const said: Record<string, () => Flash> = {
    'xac-nhan': () => ({ say: names ? words.endorsed_of(names) : words.endorsed_n(n), undo }),
    'nhap-ho': () => ({ say: names ? words.proxied_for(names) : words.proxied, undo }),
    'tra-lai': () => ({ say: names ? words.returned_of(names) : words.returned_one }),
    'hoan-tac': () => ({ say: words[undoneTo(about)](names) }),
  }
  return lookUp(said, done)?.()
}

/** What undoing has come to: it waits again, it is missing again, or the one before stands again. */
function undoneTo(rows: readonly CellRow[]): 'entry_undone' | 'endorsement_undone' | 'amendment_undone' {
  if (rows.every(({ state }) => state === 'withdrawn')) return 'entry_undone'
  return rows.some(({ state }) => state === 'submitted') ? 'endorsement_undone' : 'amendment_undone'
}
