import { type Move, workflow } from '../../platform/workflow/index.ts'

/** For which time people are reviewed. */
export const round_kinds = ['year', 'term', 'quarter', 'ad-hoc'] as const
export type RoundKind = (typeof round_kinds)[number]

export type ReviewState = 'self-reviewed' | 'proposed' | 'appraised' | 'decided' | 'complained'
export type ReviewMaker = 'self' | 'cell' | 'level-above'

/**
 * Who moves a review from what to what; null is one of which nothing was said. The member, the collective, the level
 * above, the decision: Regulations 124-QĐ/TW and 366-QĐ/TW. The collective rates also whoever has not written, and
 * whoever keeps its minutes is rated with the others. A complaint is followed by another decision.
 */
const moves = {
  'self-review': { from: [null, 'self-reviewed'], to: 'self-reviewed', by: 'self', act: 'write', entry: 'self-review' },
  record: { from: [null, 'self-reviewed', 'proposed'], to: 'proposed', by: 'cell' },
  appraise: { from: ['proposed', 'appraised'], to: 'appraised', by: 'level-above' },
  decide: { from: ['appraised', 'complained'], to: 'decided', by: 'level-above' },
  complain: { from: ['decided'], to: 'complained', by: 'self', act: 'write', comment: 'required' },
} satisfies Record<string, Move<ReviewState, ReviewMaker>>

export type ReviewMove = keyof typeof moves
export const review_flow = workflow('review', { moves, makers: { self: 'own', cell: 'either', 'level-above': 'others' } })

/** What became of a deed, as its member says at the end of the time. */
export const deed_results = ['done', 'partly', 'not-done'] as const
export type DeedResult = (typeof deed_results)[number]
