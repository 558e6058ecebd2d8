/** What a line of structured text begins. */
export type LineKind = 'heading' | 'subheading' | 'quotation' | 'item' | 'numbered' | 'note' | 'row' | 'bar' | 'picture' | 'text'

const beginnings: [LineKind, RegExp][] = [
  ['subheading', /^### +/],
  ['heading', /^## +/],
  ['quotation', /^> +/],
  ['item', /^- +/],
  ['numbered', /^\d{1,4}\. +/],
  ['note', /^! +/],
  ['row', /^\|/],
  ['bar', /^~ +/],
  ['picture', /^\[\[/],
]

export function kindOf(line: string): LineKind {
  return beginnings.find(([, begins]) => begins.test(line))?.[0] ?? 'text'
}

/** A block as it was typed: what its lines begin, the lines without that, and the number of the first (from 1). */
export type LineBlock = { kind: LineKind; lines: string[]; at: number }

/** Kinds of which several lines make one block; the others end with their line. */
const several = new Set<LineKind>(['quotation', 'item', 'numbered', 'row', 'bar', 'text'])
/** Kinds that a plain line goes on. */
const go_on = new Set<LineKind>(['item', 'numbered', 'note', 'text'])

/**
 * Cuts a text into blocks: a blank line ends one, and so does a line that begins another. A plain line below an item, a
 * note or a paragraph goes on with it.
 */
export function blocksOfLines(text: string): LineBlock[] {
  const blocks: LineBlock[] = []
  let open: LineBlock | null = null
  for (const [i, typed] of text.split('\n').entries()) {
    const line = typed.replace(/^[ \t\r]+|[ \t\r]+$/g, '')
    const kind = kindOf(line)
    if (line === '') open = null
    else if (open && kind === 'text' && go_on.has(open.kind)) open.lines.push(`${open.lines.pop()} ${line}`)
    else if (open && kind === open.kind && several.has(kind)) open.lines.push(withoutBeginning(line, kind))
    else {
      open = { kind, lines: [withoutBeginning(line, kind)], at: i + 1 }
      blocks.push(open)
    }
  }
  return blocks
}

function withoutBeginning(line: string, kind: LineKind): string {
  return line.replace(beginnings.find(([name]) => name === kind)?.[1] ?? '', '')
}
