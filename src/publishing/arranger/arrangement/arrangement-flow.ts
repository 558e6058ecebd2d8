import { workflow } from '../../../platform/workflow/index.ts'

export type ArrangementState = 'draft' | 'submitted' | 'approved' | 'published' | 'dropped'

/**
 * The way of an arrangement to the public: biên tập viên → người duyệt đăng. Whoever approves is nobody who arranged it
 * (`arrangement_hand`). Publishing is done by the program, at the hour that was approved; `recall` takes an approval
 * back before that hour. The database repeats the table as the constraint `a_lawful_move_of_pages`.
 */
export const arrangement_flow = workflow('page', {
  object: 'arrangement',
  retention: 'publication',
  makers: { editor: 'either', publisher: 'others' },
  moves: {
    submit: { from: ['draft'], to: 'submitted', by: 'editor', act: 'arrange' },
    drop: { from: ['draft'], to: 'dropped', by: 'editor', act: 'arrange' },
    'take-back': { from: ['submitted'], to: 'draft', by: 'editor', act: 'arrange' },
    approve: { from: ['submitted'], to: 'approved', by: 'publisher' },
    return: { from: ['submitted'], to: 'draft', by: 'publisher', act: 'approve', comment: 'required' },
    recall: { from: ['approved'], to: 'submitted', by: 'publisher', act: 'approve', comment: 'required' },
  },
})

export type ArrangementMove = keyof typeof arrangement_flow.moves & string
export type ArrangementMaker = keyof typeof arrangement_flow.makers & string

/** Whether something is still to be done with an arrangement in this state. */
export function isOnItsWay(state: ArrangementState): boolean {
  return state !== 'published' && state !== 'dropped'
}
