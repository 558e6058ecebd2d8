import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Outcome } from '../../basis/shared/outcome.ts'
import type { Role, Standing } from '../role/index.ts'
import { sayProblems } from '../staff/index.ts'
import {
  decideMove,
  decideUndo,
  type Move,
  MoveForms,
  MoveHistory,
  type MoveWords,
  moveOf,
  moveProblems,
  permittedMoves,
  readComment,
  undoableMove,
  workflow,
} from './index.ts'

type State = 'draft' | 'submitted' | 'returned' | 'approved' | 'published' | 'superseded' | 'withdrawn'
type Maker = 'writer' | 'editor' | 'approver'

/** An edition, over acts that the policy table has: one who wrote in it does not approve it. */
const moves = {
  begin: { from: [null], to: 'draft', by: 'writer', act: 'write' },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'writer' },
  return: { from: ['submitted', 'approved'], to: 'returned', by: 'editor', comment: 'required' },
  approve: { from: ['submitted'], to: 'approved', by: 'approver', undo: 'close-step' },
  publish: { from: ['approved'], to: 'published', by: 'approver', act: 'approve', replaces: 'superseded', undo: 'withdraw' },
  withdraw: { from: ['published'], to: 'withdrawn', by: 'approver', act: 'approve' },
} satisfies Record<string, Move<State, Maker>>

const flow = workflow('commitment', { moves, makers: { writer: 'own', editor: 'either', approver: 'others' } })

const words: MoveWords<State, Maker> = {
  steps: {
    draft: { vi: 'bắt đầu', en: 'begun' },
    submitted: { vi: 'gửi', en: 'sent in' },
    returned: { vi: 'trả lại', en: 'given back' },
    approved: { vi: 'duyệt', en: 'approved' },
    published: { vi: 'đăng', en: 'published' },
    superseded: { vi: 'thay bằng bản sau', en: 'replaced' },
    withdrawn: { vi: 'gỡ', en: 'taken down' },
  },
  makers: {
    writer: { vi: 'người viết', en: 'its writer' },
    editor: { vi: 'biên tập viên', en: 'an editor' },
    approver: { vi: 'người duyệt', en: 'an approver' },
  },
}

const [lan, hoa, quy] = [1, 2, 3]
const at = (person_id: number, ...held: [Role, giver_id?: number][]): Standing => ({
  person_id,
  held: held.map(([role, giver_id = null]) => ({ role, unit_id: 7, giver_id, acts: null, reach: new Set([7]) })),
})
const edition = (state: State | null, ...hands: number[]) => ({ unit_id: 7, hands, state })
const told = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems)

test('a page offers the moves that the table of policies, the state and the hands allow, and no other', () => {
  expect(permittedMoves(flow, edition('draft', lan), at(lan))).toEqual(['submit'])
  expect(permittedMoves(flow, edition('submitted', lan), at(hoa, ['secretary']))).toEqual(['return'])
  expect(permittedMoves(flow, edition('submitted', lan), at(hoa, ['superior-office']))).toEqual(['return', 'approve'])
  expect(permittedMoves(flow, edition('submitted', lan), at(quy))).toEqual([])
  expect(permittedMoves(flow, { ...edition('submitted', lan), unit_id: 8 }, at(hoa, ['superior-office']))).toEqual([])
})

test('nobody who had a hand in it approves it, nor for one who had; whoever lent the power is named', () => {
  expect(told(decideMove(flow, 'approve', edition('submitted', lan, hoa), at(hoa, ['superior-office'])))).toEqual([
    { code: 'own-work', values: { by: 'approver' } },
  ])
  const lent = at(quy, ['superior-office', hoa])
  expect(told(decideMove(flow, 'approve', edition('submitted', lan, hoa), lent))).toEqual([
    { code: 'not-yours', values: { by: 'approver' } },
  ])
  expect(decideMove(flow, 'approve', edition('submitted', lan), lent)).toEqual({ ok: true, value: { on_behalf_of: hoa } })
})

test('a refusal says who can', () => {
  const say = (lang: 'vi' | 'en', outcome: Outcome<unknown, 'own-work' | 'not-yours' | 'wrong-state'>) =>
    outcome.ok ? [] : sayProblems(moveProblems(words), { lang }, outcome.problems).map(complaint => complaint.say)
  expect(say('vi', decideMove(flow, 'submit', edition('draft', lan), at(quy)))).toEqual(['Bước này do người viết làm.'])
  const approve = (state: State | null) => decideMove(flow, 'approve', edition(state, lan), at(hoa, ['superior-office']))
  expect(say('en', approve('approved'))).toEqual(['The latest step is now «approved»; the next is for an editor or an approver to take.'])
  expect(say('en', approve('withdrawn'))).toEqual(['The latest step is now «taken down»; none follows it.'])
  expect(say('vi', approve(null))).toEqual(['Chưa có bước nào; bước đầu do người viết làm.'])
})

test('an approval is undone while nothing has followed it; what has followed names the problem; what was only replaced is no step of its own', () => {
  const undo = (made: State, state: State, standing = at(hoa, ['superior-office'])) =>
    decideUndo(flow, { made, state, is_own: false, is_last: made === state }, edition(state, lan), standing)
  expect(undo('approved', 'approved')).toEqual({ ok: true, value: { move: 'approve', on_behalf_of: null } })
  const codes = [
    undo('approved', 'returned'),
    undo('approved', 'approved', at(quy)),
    undo('returned', 'returned'),
    undo('superseded', 'superseded'),
  ]
  expect(codes.map(outcome => told(outcome).map(({ code }) => code))).toEqual([['returned-since'], ['not-yours'], ['no-undo'], ['no-undo']])
  const again = decideUndo(
    flow,
    { made: 'approved', state: 'approved', is_own: false, is_last: false },
    edition('approved', lan),
    at(hoa, ['superior-office']),
  )
  expect(told(again)).toEqual([{ code: 'changed-since' }])
})

test('the history tells each step by its move: by name where the name may be seen, otherwise by who makes it', () => {
  expect(moveOf(flow, { state: 'superseded', is_own: false })).toBe('publish')
  expect(undoableMove(flow, { state: 'superseded', is_own: false })).toBeUndefined()
  const step = (state: State, is_own: boolean | null, by_name: string | null, undone_at: string | null = null) => ({
    ...{ step_id: state.length, state, is_own, by_name, full_name: 'Nông Thị Lan', happened_on: '2026-12-01', comment: null, undone_at },
  })
  const steps = [
    step('submitted', true, null),
    step('approved', false, 'Triệu Văn Hòa', '2026-12-01T02:00:00Z'),
    step('returned', false, null),
    step('superseded', false, null),
  ]
  const html = render(h(MoveHistory<State, Maker>, { lang: 'vi', flow, words, steps }))
  expect([...html.matchAll(/<strong>([^<]*)<\/strong> · ([^<]*)</g)].map(([, what, by]) => `${what}: ${by}`)).toEqual([
    'gửi: Nông Thị Lan',
    'duyệt: Triệu Văn Hòa',
    'trả lại: biên tập viên',
    'thay bằng bản sau: người duyệt',
  ])
})

test('a move that needs a comment has its field folded, and no button stands for what is not permitted', () => {
  const forms = {
    approve: { action: '/duyet', fields: { version: '3' }, label: 'Duyệt' },
    return: { action: '/tra-lai', fields: { version: '3' }, label: 'Trả lại', comment: { title: 'Trả lại để sửa', label: 'Cần sửa gì' } },
  }
  const buttons = (...permitted: (keyof typeof moves)[]) =>
    [...render(h(MoveForms<string>, { lang: 'vi', moves: permitted, forms })).matchAll(/action="([^"]*)"/g)].map(([, action]) => action)
  expect(buttons('return', 'approve')).toEqual(['/duyet', '/tra-lai'])
  expect(buttons('submit')).toEqual([])
  const html = render(h(MoveForms<string>, { lang: 'vi', moves: ['return'], forms }))
  expect([html.includes('<details>'), html.includes('name="version" value="3"'), html.includes('name="comment"')]).toEqual([
    true,
    true,
    true,
  ])
})

test('a comment is kept in one spelling, and neither empty nor longer than a page', () => {
  expect(readComment(' Nêu rõ\r\nở đâu\0 ')).toEqual({ ok: true, value: 'Nêu rõ\nở đâu' })
  expect(told(readComment(' \n '))).toEqual([{ code: 'no-comment', field: 'comment' }])
  expect(told(readComment('x'.repeat(1001)))).toEqual([{ code: 'too-long', field: 'comment', limit: 1000 }])
})

test('a move without an act of its noun and a maker without hands do not compile', () => {
  const { submit, begin } = moves
  // @ts-expect-error: «publish» is no act on a commitment
  workflow('commitment', { moves: { publish: submit }, makers: { writer: 'own' } })
  // @ts-expect-error: a plan has no act «submit»
  workflow('plan', { moves: { submit }, makers: { writer: 'own' } })
  // @ts-expect-error: nothing is said of who a writer is
  workflow('commitment', { moves: { begin }, makers: {} })
  const two = { begin: { ...begin, act: 'approve' }, return: moves.return } satisfies Record<string, Move<State, Maker>>
  // @ts-expect-error: an act of commitments only
  workflow('plan', { moves: two, makers: { writer: 'own', editor: 'others' } })
  expect(workflow('plan', { moves: { begin }, makers: { writer: 'own' } }).object).toBe('plan')
})
