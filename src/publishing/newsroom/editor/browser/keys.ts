import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands'
import { InputRule, inputRules } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { type Command, NodeSelection, type Plugin } from 'prosemirror-state'
import type { Act } from './acts.ts'
import { chooseAtom, leaveList, plainAtStart, spellOutBeforeJoin } from './commands.ts'
import { cellBefore, nextCell } from './table.ts'
import { type Look, turnInto } from './turn-into.ts'

/**
 * The keys of the editor. Backspace and Enter are bound at the edge of a block and beside an atom alone: a Vietnamese
 * keyboard presses Backspace to write a letter anew, and must find it as the browser has it.
 */
export function keysOf(acts: readonly Act[], editAtom: Command): Plugin[] {
  const backspace = chainCommands(chooseAtom(-1), plainAtStart, spellOutBeforeJoin)
  const bound: Record<string, Command> = {
    ...Object.fromEntries(acts.map(({ key, run }) => [key, run])),
    'Mod-Shift-z': acts.find(({ name }) => name === 'redo')!.run,
    Enter: chainCommands(onAtom(editAtom), leaveList, nextCell),
    Backspace: backspace,
    Delete: chooseAtom(1),
    Tab: nextCell,
    'Shift-Tab': cellBefore,
    'Shift-Enter': exitCode,
  }
  return [keymap(bound), keymap(baseKeymap), inputRules({ rules: line_beginnings.map(([typed, look]) => ruleFor(typed, look)) })]
}

function onAtom(edit: Command): Command {
  return (state, dispatch, view) => state.selection instanceof NodeSelection && state.selection.node.isInline && edit(state, dispatch, view)
}

/** As in structured text: a dash, a number, a sign and a blank at the beginning of a paragraph. */
const line_beginnings: [RegExp, Look][] = [
  [/^- $/, { type: 'list' }],
  [/^1\. $/, { type: 'list', attrs: { ordered: true } }],
  [/^> $/, { type: 'quotation' }],
  [/^! $/, { type: 'note' }],
]

function ruleFor(typed: RegExp, look: Look): InputRule {
  return new InputRule(typed, (state, _match, from, to) => {
    if (state.selection.$from.parent.type.name !== 'paragraph') return null
    const tr = state.tr.delete(from, to)
    let made = null as typeof tr | null
    turnInto(look)(state.apply(tr), turned => {
      made = turned
    })
    if (!made) return null
    for (const step of made.steps) tr.step(step)
    return tr
  })
}
