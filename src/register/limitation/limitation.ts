import { type Move, workflow } from '../../platform/workflow/index.ts'

export type LimitationState = 'planned' | 'repaired' | 'verified' | 'returned' | 'carried'
export type LimitationMaker = 'either' | 'self' | 'other' | 'cell'

const open = [null, 'planned', 'returned', 'carried'] as const

/**
 * Who moves a limitation from what to what; null is one about which nothing was done. It is followed until somebody
 * else has seen it repaired; what is not repaired within its year is carried over into the next, and that is counted.
 */
const moves = {
  plan: { from: open, to: 'planned', by: 'either' },
  repair: { from: open, to: 'repaired', by: 'self', act: 'write' },
  verify: { from: ['repaired'], to: 'verified', by: 'other' },
  return: { from: ['repaired'], to: 'returned', by: 'other', act: 'verify', comment: 'required' },
  carry: { from: open, to: 'carried', by: 'cell', act: 'raise', comment: 'required' },
} satisfies Record<string, Move<LimitationState, LimitationMaker>>

export type LimitationMove = keyof typeof moves
export const limitation_flow = workflow('limitation', {
  moves,
  makers: { either: 'either', self: 'own', other: 'others', cell: 'others' },
})

/** How long one has been open, in whole years: what lists and the chart put together. */
export const ages = ['under-one', 'one', 'two-and-more'] as const
export type Age = (typeof ages)[number]

export function ageOf(raised_on: string, today: string): Age {
  const years = Number(today.slice(0, 4)) - Number(raised_on.slice(0, 4)) - (today.slice(5) < raised_on.slice(5) ? 1 : 0)
  return years < 1 ? 'under-one' : years < 2 ? 'one' : 'two-and-more'
}
