import { type Move, workflow } from '../../../platform/workflow/index.ts'

export type CaseState = 'draft' | 'submitted' | 'returned' | 'withdrawn' | 'appraised' | 'voted' | 'rejected' | 'decided'
export type CaseMaker = 'commune' | 'appraiser' | 'council' | 'office-above'

/**
 * Who brings an assessment from where to where. The commune's office writes it, criterion by criterion; the office of
 * another unit appraises it; of a commune that meets all criteria the council votes, and the office above decides. Nobody
 * judges what they had a hand in.
 */
const moves = {
  begin: { from: [null], to: 'draft', by: 'commune', act: 'assess', entry: 'begin-assessment' },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'commune', act: 'assess', entry: 'submit-assessment' },
  withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn', by: 'commune', act: 'assess', entry: 'withdraw-assessment' },
  appraise: { from: ['submitted'], to: 'appraised', by: 'appraiser', comment: 'required', entry: 'appraise-assessment' },
  return: { from: ['submitted'], to: 'returned', by: 'appraiser', act: 'appraise', comment: 'required', entry: 'return-assessment' },
  vote: { from: ['appraised'], to: 'voted', by: 'council', entry: 'vote-standing' },
  'vote-down': { from: ['appraised'], to: 'rejected', by: 'council', act: 'vote', entry: 'vote-standing-down' },
  decide: { from: ['voted'], to: 'decided', by: 'office-above', entry: 'decide-standing' },
} satisfies Record<string, Move<CaseState, CaseMaker>>

export type CaseMove = keyof typeof moves
export const case_flow = workflow('standing', {
  moves,
  makers: { commune: 'either', appraiser: 'others', council: 'others', 'office-above': 'others' },
  object: 'standing_case',
  retention: 'organisation',
})

/** The moves that ask for no more than a few words, or for none. */
export const plain_moves = ['submit', 'withdraw', 'appraise', 'return'] as const
export type PlainMove = (typeof plain_moves)[number]

/**
 * What a case with all criteria met is to the unit: a step before its decision. One that falls short, or is over, is
 * none.
 */
export const step_of: Readonly<Record<CaseState, 'assessed' | 'appraised' | 'voted' | null>> = {
  ...{ draft: null, submitted: 'assessed', returned: null, withdrawn: null },
  ...{ appraised: 'appraised', voted: 'voted', rejected: null, decided: null },
}
