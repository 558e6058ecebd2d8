import { type Move, workflow } from '../../platform/workflow/index.ts'

/** What an exemplar is, at which level it is recognised, and in which form. */
export const exemplar_kinds = ['collective', 'individual'] as const
export type ExemplarKind = (typeof exemplar_kinds)[number]
export const recognition_levels = ['commune', 'district', 'province', 'nation'] as const
export type RecognitionLevel = (typeof recognition_levels)[number]
export const recognition_forms = ['certificate-of-merit', 'commendation', 'title', 'order'] as const
export type RecognitionForm = (typeof recognition_forms)[number]

/** What may be told of an exemplar, each by a consent of its own. `notice`: the name, while a notice stands. */
export const consent_scopes = ['notice', 'name', 'photo', 'place', 'story'] as const

export type NominationState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'withdrawn'
  | 'verified'
  | 'rejected'
  | 'council'
  | 'notice'
  | 'recommended'
  | 'recognised'
  | 'revoked'
export type NominationMaker = 'nominator' | 'verifier' | 'council' | 'office-above'

/**
 * Who brings a case from where to where. Nobody judges what they put forward, nor themselves; and who verifies holds
 * their role at another unit than the one that put it forward. An award follows a council and a notice, as hero titles
 * do (Law 06/2022/QH15); for how long and by which majority is the register's to set.
 */
const moves = {
  begin: { from: [null], to: 'draft', by: 'nominator', act: 'nominate' },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'nominator', act: 'nominate' },
  withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn', by: 'nominator', act: 'nominate' },
  verify: { from: ['submitted'], to: 'verified', by: 'verifier', comment: 'required' },
  return: { from: ['submitted'], to: 'returned', by: 'verifier', act: 'verify', comment: 'required' },
  reject: { from: ['submitted'], to: 'rejected', by: 'verifier', act: 'verify', comment: 'required' },
  vote: { from: ['verified'], to: 'council', by: 'council' },
  'vote-down': { from: ['verified'], to: 'rejected', by: 'council', act: 'vote' },
  announce: { from: ['council'], to: 'notice', by: 'council', act: 'vote' },
  recommend: { from: ['notice'], to: 'recommended', by: 'office-above', act: 'recognise', comment: 'required' },
  dismiss: { from: ['notice'], to: 'rejected', by: 'council', act: 'vote', comment: 'required' },
  recognise: { from: ['recommended'], to: 'recognised', by: 'office-above' },
  revoke: { from: ['recognised'], to: 'revoked', by: 'office-above', act: 'recognise' },
} satisfies Record<string, Move<NominationState, NominationMaker>>

export type NominationMove = keyof typeof moves
export const nomination_flow = workflow('exemplar', {
  moves,
  makers: { nominator: 'own', verifier: 'others', council: 'others', 'office-above': 'others' },
  object: 'nomination',
})

/** The moves that ask for no more than a few words, or for none. */
export const plain_moves = ['submit', 'withdraw', 'verify', 'return', 'reject', 'announce', 'recommend', 'dismiss'] as const
export type PlainMove = (typeof plain_moves)[number]
