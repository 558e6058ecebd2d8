import { align } from './align.ts'

/** Words that two texts share, or that one alone has. */
export type Run = { kind: 'same' | 'gone' | 'new'; text: string }

/** A word with its marks, a number with its dots, a blank, or a sign. */
const pieces = /\p{L}[\p{L}\p{M}]*|\p{N}+(?:[.,]\p{N}+)*|\s+|[^\p{L}\p{N}\s]/gu

/** Compares two texts word by word: «bản» and «bàn» are two words. What is gone stands before what is new. */
export function compareWords(before: string, after: string): Run[] {
  const [a, b] = [piecesOf(before), piecesOf(after)]
  const runs = align(a, b).flatMap(({ is_same, a: [from, to], b: [start, end] }): Run[] =>
    is_same
      ? [{ kind: 'same', text: a.slice(from, to).join('') }]
      : [
          { kind: 'gone', text: a.slice(from, to).join('') },
          { kind: 'new', text: b.slice(start, end).join('') },
        ],
  )
  return bridged(runs.filter(({ text }) => text !== ''))
}

function piecesOf(text: string): string[] {
  return text.normalize('NFC').match(pieces) ?? []
}

/** A blank alone between two changes is part of them: whole phrases are read, not every second word. */
function bridged(runs: readonly Run[]): Run[] {
  const made: Run[] = []
  for (const [i, run] of runs.entries()) {
    const is_bridge = run.kind === 'same' && /^\s+$/.test(run.text) && i > 0 && i < runs.length - 1
    for (const part of is_bridge ? (['gone', 'new'] as const).map(kind => ({ kind, text: run.text })) : [run]) add(made, part)
  }
  return made
}

/** What is gone, and then what is new, until something is alike again. */
function add(made: Run[], run: Run): void {
  const open = made.findLastIndex(({ kind }) => kind === 'same') + 1
  const like = made.findIndex(({ kind }, i) => i >= open && kind === run.kind)
  if (run.kind !== 'same' && like >= 0) made[like] = { ...made[like]!, text: made[like]!.text + run.text }
  else if (run.kind === 'gone') made.splice(open, 0, run)
  else if (run.kind === 'same' && made.at(-1)?.kind === 'same')
    made[made.length - 1] = { ...made.at(-1)!, text: made.at(-1)!.text + run.text }
  else made.push(run)
}
