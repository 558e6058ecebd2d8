import { redo, undo } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import type { BlockType } from '../../body/declaration.ts'
import { schema } from '../doc/schema.ts'
import { emphasis, goBehind, insertTable, strong } from './commands.ts'
import { of_table } from './table.ts'
import { isLook, type Look, turnInto } from './turn-into.ts'
import type { ActName } from './words.ts'

/** What can be done in a text: its command, its key as ProseMirror writes it, and what it makes. */
export type Act = { name: ActName; key: string; run: Command; look?: Look; mark?: string }

/** What a page must do, for it needs a dialog, or its things; where there are no photos or documents none is put in. */
export type Asked = Record<'href' | 'footnote' | 'picture' | 'help' | 'figure', Command> & { photo?: Command; document?: Command }

const into = (name: ActName, key: string, type: BlockType, attrs?: Record<string, unknown>): Act => ({
  ...{ name, key, look: { type, ...(attrs && { attrs }) } },
  run: turnInto({ type, ...(attrs && { attrs }) }),
})

/** The acts of the toolbar in its order. */
export function textActs(asked: Asked): Act[] {
  return [
    into('heading', 'Mod-Alt-2', 'heading'),
    into('subheading', 'Mod-Alt-3', 'heading', { level: 3 }),
    { name: 'strong', key: 'Mod-b', run: strong, mark: 'strong' },
    { name: 'emphasis', key: 'Mod-i', run: emphasis, mark: 'emphasis' },
    { name: 'href', key: 'Mod-k', run: asked.href, mark: 'href' },
    into('list', 'Mod-Alt-8', 'list'),
    into('ordered', 'Mod-Alt-7', 'list', { ordered: true }),
    into('quotation', 'Mod-Alt-9', 'quotation'),
    into('note', 'Mod-Alt-5', 'note'),
    { name: 'footnote', key: 'Mod-Alt-f', run: asked.footnote },
    { name: 'table', key: 'Mod-Alt-6', run: insertTable },
    into('chart', 'Mod-Alt-g', 'chart'),
    { name: 'picture', key: 'Mod-Alt-4', run: asked.picture },
    ...(asked.photo ? [{ name: 'photo', key: 'Mod-Alt-p', run: asked.photo } as const] : []),
    ...(asked.document ? [{ name: 'document', key: 'Mod-Alt-d', run: asked.document } as const] : []),
    { name: 'undo', key: 'Mod-z', run: undo },
    { name: 'redo', key: 'Mod-y', run: redo },
    { name: 'help', key: 'Mod-/', run: asked.help },
    { name: 'figure', key: 'Mod-Alt-1', run: asked.figure },
  ]
}

/** What the toolbar shows while the cursor is in a table. */
export const table_acts: Act[] = [
  { name: 'addRow', key: 'Mod-Alt-ArrowDown', run: of_table.addRow },
  { name: 'addColumn', key: 'Mod-Alt-ArrowRight', run: of_table.addColumn },
  { name: 'dropRow', key: 'Mod-Alt-ArrowUp', run: of_table.dropRow },
  { name: 'dropColumn', key: 'Mod-Alt-ArrowLeft', run: of_table.dropColumn },
  { name: 'dropTable', key: 'Mod-Alt-Backspace', run: of_table.dropTable },
]

/** What has a key and no button. */
export const key_acts: Act[] = [
  { name: 'paragraph', key: 'Mod-Alt-0', run: turnInto({ type: 'paragraph' }) },
  { name: 'behind', key: 'Mod-Enter', run: goBehind },
]

/** Whether the selection is what an act makes. */
export function isOn(act: Act, state: Parameters<Command>[0]): boolean {
  const { $from, from, to, empty } = state.selection
  if (act.look) return $from.depth > 0 && isLook($from.node(1), act.look)
  if (!act.mark) return false
  const mark = lookUp(schema.marks, act.mark)!
  return empty ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, mark)
}
