import { deleteSelection } from 'prosemirror-commands'
import { type Command, EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { parseStructured } from '../../body/parse-structured.ts'
import { printStructured } from '../../body/print-structured.ts'
import { makeDoc } from '../doc/make-doc.ts'
import { readDoc } from '../doc/read-doc.ts'
import { chooseAtom, leaveList, plainAtStart, spellOutBeforeJoin } from './commands.ts'
import { evenTables, nextCell, of_table } from './table.ts'
import { turnInto } from './turn-into.ts'

/** A text with the cursor, or a selection, at `‸`. */
function at(text: string): EditorState {
  const read = parseStructured(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const doc = makeDoc(read.value)
  const places: number[] = []
  doc.descendants((node, pos) => {
    if (node.isText) for (const { index } of node.text!.matchAll(/‸/g)) places.push(pos + index - places.length)
  })
  let state = EditorState.create({ doc })
  for (const place of places) state = state.apply(state.tr.delete(place, place + 1))
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, places[0]!, places[1] ?? places[0]!)))
}
const textOf = (state: EditorState) => printStructured(readDoc(state.doc))
function after(state: EditorState, command: Command): EditorState {
  let next = state
  expect(command(state, tr => (next = state.apply(tr)))).toBe(true)
  return next
}

test('blocks become others and come back; items leave their list where they stand; the cursor stays in its word', () => {
  const list = turnInto({ type: 'list' })
  const listed = after(at('Một\n\nH‸ai\n\nBa‸\n\nBốn'), list)
  expect(textOf(listed)).toBe('Một\n\n- Hai\n- Ba\n\nBốn')
  expect(textOf(after(listed, list))).toBe('Một\n\nHai\n\nBa\n\nBốn')
  const middle = after(at('- Một\n- H‸ai\n- Ba'), turnInto({ type: 'paragraph' }))
  expect(textOf(middle)).toBe('- Một\n\nHai\n\n- Ba')
  expect(middle.selection.$from.parentOffset).toBe(1)
  expect(textOf(after(at('- M‸ột\n- Hai'), turnInto({ type: 'list', attrs: { ordered: true } })))).toBe('1. Một\n\n- Hai')
})

test('where a block holds no numbers of the register they are spelled out, and never lost', () => {
  expect(textOf(after(at('Có {F16 | 15} xã‸'), turnInto({ type: 'heading' })))).toBe('## Có 15 xã')
  const joined = after(at('> Lời\n\n‸{F16 | 15} xã'), spellOutBeforeJoin)
  expect(textOf(joined)).toBe('> Lời\n\n15 xã')
})

test('a number beside the cursor is chosen first; a letter is not touched', () => {
  const chosen = after(at('Có {F16 | 15}‸ xã'), chooseAtom(-1))
  expect(chosen.selection).toBeInstanceOf(NodeSelection)
  expect(textOf(after(chosen, deleteSelection))).toBe('Có  xã')
  expect(chooseAtom(-1)(at('Có {F16 | 15} x‸ã'))).toBe(false)
  expect(plainAtStart(at('- x‸ã'))).toBe(false)
  expect(textOf(after(at('## ‸Tựa'), plainAtStart))).toBe('Tựa')
})

test('an empty item ends the list', () => {
  const ended = after(at('- Một\n- ‸'), leaveList)
  expect(ended.doc.children.map(({ type }) => type.name)).toEqual(['list', 'paragraph'])
})

test('rows and columns come and go, the head stays, Tab behind the last cell adds a row', () => {
  const table = () => at('| Năm | Xã |\n| 2020 | 15‸ |')
  expect(textOf(after(table(), of_table.addRow))).toBe('| Năm | Xã |\n| 2020 | 15 |\n|  |  |')
  expect(textOf(after(table(), nextCell))).toBe('| Năm | Xã |\n| 2020 | 15 |\n|  |  |')
  expect(textOf(after(table(), of_table.addColumn))).toBe('| Năm | Xã |  |\n| 2020 | 15 |  |')
  expect(textOf(after(table(), of_table.dropColumn))).toBe('| Năm |\n| 2020 |')
  expect(textOf(after(table(), of_table.dropRow))).toBe('| Năm | Xã |')
  expect(of_table.dropRow(at('| N‸ăm |\n| 2020 |'))).toBe(false)
})

test('an uneven table is filled', () => {
  const state = at('| Năm | Xã |\n| 2020 | 15‸ |')
  const cell = state.selection.$from
  const torn = state.apply(state.tr.delete(cell.before(), cell.after()))
  expect(textOf(torn.apply(evenTables(torn)!))).toBe('| Năm | Xã |\n| 2020 |  |')
  expect(evenTables(state)).toBe(null)
})
