import type { Problem } from '../../basis/shared/outcome.ts'
import { type Movable, type Move, workflow } from '../../platform/workflow/index.ts'
import type { SheetSeen } from './look-at-workbook.ts'
import type { RosterCode } from './problem-words.ts'

export type RosterState =
  | 'uploaded'
  | 'reading'
  | 'compared'
  | 'faulty'
  | 'unreadable'
  | 'applying'
  | 'applied'
  | 'refused'
  | 'undoing'
  | 'undone'
  | 'stopped'
  | 'dropped'

/** Who takes a roster further: the one who uploaded it, a second person, or either of them. */
export type RosterMaker = 'uploader' | 'second' | 'either'

const before_applying = ['uploaded', 'compared', 'faulty', 'unreadable', 'refused', 'stopped'] as const

/**
 * A busy state among `from` is one whose machine went down: the work is begun again. Confirmed by a second person as
 * the house's rule for bulk acts has it.
 */
const moves = {
  read: { from: [...before_applying, 'reading'], to: 'reading', by: 'uploader', act: 'import' },
  choose: { from: ['compared'], to: 'compared', by: 'uploader', act: 'import' },
  confirm: { from: ['compared', 'applying'], to: 'applying', by: 'second', act: 'confirm', entry: 'begin-roster' },
  undo: { from: ['applied', 'undoing'], to: 'undoing', by: 'either', act: 'confirm', entry: 'begin-undo-roster' },
  drop: { from: before_applying, to: 'dropped', by: 'either', act: 'import' },
} satisfies Record<string, Move<RosterState, RosterMaker>>

export type RosterMove = keyof typeof moves
export const roster_flow = workflow('roster', {
  moves,
  makers: { uploader: 'own', second: 'others', either: 'either' },
  object: 'roster-import',
})

/** Whose a roster is, where, and how it stands: what a move of it is decided by. */
export function movable({ unit_id, uploaded_by, state }: Pick<Roster, 'unit_id' | 'uploaded_by' | 'state'>): Movable {
  return { unit_id, hands: [uploaded_by], state }
}

/** Work is under way; its machine is taken for gone when nothing was heard of it for so long. */
export const busy: ReadonlySet<RosterState> = new Set(['reading', 'applying', 'undoing'])
export const stalled_after_ms = 30_000

/** Above this share of a unit's members, whoever confirms types how many leave. */
export const vanishing_share = 0.05

/** An import as its page needs it. `version` grows with each step and each choice. */
export type Roster = {
  roster_import_id: number
  unit_id: number
  unit: string
  unit_name: string
  uploaded_by: number
  uploader: string | null
  uploaded_at: string
  listed_on: string
  file_name: string
  seen: { sheets: SheetSeen[]; repaired: number }
  state: RosterState
  state_at: string
  taken_by: number
  detail: StepDetail
  doing: string | null
  done: number
  seen_at: string | null
  version: number
}

/** What a step leaves behind for the page: what is wrong with the whole, and how its columns were read. */
export type StepDetail = {
  problems?: Problem<RosterCode>[]
  sheet?: number
  mapping?: Record<string, number>
  faults?: number
  padded?: number
  /** Of the leavers of a written roster: what they go on holding, because another office has to end it. */
  posts_kept?: { person_id: number; post_id: number }[]
}

export function isStalled({ state, state_at, seen_at }: Pick<Roster, 'state' | 'state_at' | 'seen_at'>, now: Date): boolean {
  const heard = Math.max(Date.parse(state_at), Date.parse(seen_at ?? state_at))
  return busy.has(state) && now.getTime() - heard > stalled_after_ms
}
