import { workflow } from '../../../platform/workflow/index.ts'

export type DraftState = 'draft' | 'submitted' | 'in-review' | 'checked' | 'approved' | 'published' | 'dropped'

/**
 * The way of a text to the public: phóng viên → biên tập viên → thư ký kiểm số → người duyệt đăng. Whoever approves is
 * nobody who wrote in it (`draft_hand`). In an emergency any publisher lets it out past the desks, and a second person
 * signs afterwards (`countersign`). Publishing is done by the program, at the hour that was approved; `recall`
 * takes an approval back before that hour, and so does a number that has changed. The database repeats the table as the
 * constraint `a_lawful_move`.
 */
export const draft_flow = workflow('article', {
  object: 'draft',
  retention: 'publication',
  makers: { reporter: 'either', editor: 'either', 'fact-checker': 'either', publisher: 'others', 'any-publisher': 'either' },
  moves: {
    submit: { from: ['draft'], to: 'submitted', by: 'reporter', act: 'write' },
    drop: { from: ['draft'], to: 'dropped', by: 'reporter', act: 'write' },
    pass: { from: ['submitted'], to: 'in-review', by: 'editor', act: 'edit' },
    return: { from: ['submitted'], to: 'draft', by: 'editor', act: 'edit', comment: 'required' },
    'sign-off': { from: ['in-review'], to: 'checked', by: 'fact-checker', act: 'check' },
    'send-back': { from: ['in-review'], to: 'draft', by: 'fact-checker', act: 'check', comment: 'required' },
    approve: { from: ['checked'], to: 'approved', by: 'publisher', act: 'approve' },
    emergency: {
      from: ['draft', 'submitted', 'in-review', 'checked'],
      to: 'approved',
      by: 'any-publisher',
      act: 'approve',
      comment: 'required',
    },
    refuse: { from: ['checked'], to: 'draft', by: 'publisher', act: 'approve', comment: 'required' },
    recall: { from: ['approved'], to: 'checked', by: 'publisher', act: 'approve', comment: 'required' },
  },
})

export type DraftMove = keyof typeof draft_flow.moves & string
export type DraftMaker = keyof typeof draft_flow.makers & string

/**
 * The act of whoever a draft lies with in a state; null where nobody does anything more with it. Who writes in it,
 * while it is being written, is who it lies with.
 */
export const act_in_state = {
  draft: 'write',
  submitted: 'edit',
  'in-review': 'check',
  checked: 'approve',
  approved: 'approve',
  published: null,
  dropped: null,
} as const satisfies Record<DraftState, string | null>

const written_in: ReadonlySet<DraftState> = new Set(['draft', 'submitted', 'in-review'])

/** Whether a text in this state is still being written. */
export function isWritten(state: DraftState): boolean {
  return written_in.has(state)
}
