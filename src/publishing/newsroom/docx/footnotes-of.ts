import { atoms } from '../body/declaration.ts'
import { normalWords } from '../body/normal-body.ts'
import { type DocumentBlock, type DocumentInline, plainText, type WordDocument } from './document.ts'

/** What footnotes of a text say, by the place of their notes in the document's list. */
export type Footnotes = ReadonlyMap<number, string>

/**
 * The notes that become footnotes: called once, from running text, and no longer than a footnote may be. A heading and a
 * quotation hold none.
 */
export function footnotesOf({ blocks, notes }: Pick<WordDocument, 'blocks' | 'notes'>): Footnotes {
  const calls = blocks.flatMap(block => callsIn(block))
  const called = (i: number) => calls.filter(({ note }) => note === i)
  const says = notes.map(({ content }, i) => {
    const words = normalWords(plainText(content))
    const [call, ...others] = called(i)
    const is_fit = words !== '' && words.length <= atoms.footnote.most
    return is_fit && call?.is_running && others.length === 0 ? ([[i, words]] as const) : []
  })
  return new Map(says.flat())
}

function callsIn(block: DocumentBlock): { note: number; is_running: boolean }[] {
  const is_running = block.type !== 'heading' && block.type !== 'quotation'
  return contentsOf(block)
    .flat()
    .flatMap(inline => ('note' in inline ? [{ note: inline.note, is_running }] : []))
}

function contentsOf(block: DocumentBlock): DocumentInline[][] {
  if (block.type === 'list') return block.items.map(({ content }) => content)
  if (block.type === 'table') return block.rows.flat().map(({ content }) => content)
  return 'content' in block ? [block.content] : []
}
