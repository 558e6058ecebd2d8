import { canonicalJson } from '../../../basis/shared/canonical-json.ts'
import type { CitedBody, CitedInText } from './citation.ts'
import { marksIn, withContent } from './content.ts'
import { type Block, type BlockKind, block_kinds, type Inline } from './declaration.ts'

/**
 * The one way to write a body down: neighbours of one look are one piece, blanks stand single and at no end, and
 * numbers are called `s1`, `s2` … in the order of the text; two that ask and print the same are one. Two bodies that
 * read alike are the same bytes. Blocks that come to nothing are left out.
 */
export function normalBody({ body, citations }: CitedBody): CitedBody {
  const blocks = body.map(block => normalBlock(withContent(block, normalContent))).filter(isThere)
  return renamed(blocks, citations)
}

/** Blanks single, and none at either end; a blank that must not break is a letter like others. */
export function normalWords(text: string): string {
  return single(text).replace(/^ | $/g, '')
}

function single(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ')
}

function normalContent(content: Inline[]): Inline[] {
  const pieces: Inline[] = []
  for (const piece of content.flatMap(normalFootnote)) {
    const last = pieces.at(-1)
    if (last && 'text' in last && 'text' in piece && looksOf(last) === looksOf(piece))
      pieces[pieces.length - 1] = { ...last, text: (last.text + piece.text).normalize('NFC') }
    else pieces.push(piece)
  }
  return withoutBlankEnds(pieces.map(piece => ('text' in piece ? { ...piece, text: single(piece.text) } : piece)))
}

function normalFootnote(piece: Inline): Inline[] {
  if (!('footnote' in piece)) return [piece]
  const footnote = normalWords(piece.footnote)
  return footnote === '' ? [] : [{ footnote }]
}

function looksOf({ strong, emphasis, href }: Extract<Inline, { text: string }>): string {
  return canonicalJson([strong ?? false, emphasis ?? false, href ?? null])
}

function withoutBlankEnds(content: Inline[]): Inline[] {
  const first = content[0]
  if (first && 'text' in first && first.text.startsWith(' '))
    return withoutBlankEnds(withText(first, first.text.slice(1), content.slice(1), 'before'))
  const last = content.at(-1)
  if (last && 'text' in last && last.text.endsWith(' '))
    return withoutBlankEnds(withText(last, last.text.slice(0, -1), content.slice(0, -1), 'behind'))
  return content
}

function withText(piece: Inline, text: string, rest: Inline[], place: 'before' | 'behind'): Inline[] {
  if (text === '') return rest
  return place === 'before' ? [{ ...piece, text } as Inline, ...rest] : [...rest, { ...piece, text } as Inline]
}

/** Words and lines of a block by their declaration; items that came to nothing are left out. */
function normalBlock(block: Block): Block {
  const { holds, fields }: BlockKind = block_kinds[block.type]
  const spoken = Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'words' || kind === 'line' ? [name] : []))
  const said = Object.entries(block).filter(([name]) => spoken.includes(name) || (holds === 'words' && name === 'text'))
  const normal: Block = { ...block, ...Object.fromEntries(said.map(([name, value]) => [name, normalWords(value as string)])) }
  return 'items' in normal ? { ...normal, items: normal.items.filter(item => item.length > 0) } : normal
}

function isThere(block: Block): boolean {
  if ('items' in block) return block.items.length > 0
  if ('content' in block) return block.content.length > 0
  return 'text' in block ? block.text !== '' : true
}

function renamed(body: Block[], citations: CitedInText[]): CitedBody {
  const names = new Map<string, CitedInText>()
  const by_mark = new Map<string, string>()
  for (const mark of marksIn(body)) {
    const cited = citations.find(citation => citation.mark === mark)
    if (!cited) continue
    const asked = { ...cited, ...normalQuestion(cited), mark: '' }
    const key = canonicalJson(asked)
    if (!names.has(key)) names.set(key, { ...asked, mark: `s${names.size + 1}` })
    by_mark.set(mark, names.get(key)!.mark)
  }
  const rename = (content: Inline[]) => content.map(piece => ('cite' in piece ? { cite: by_mark.get(piece.cite) ?? piece.cite } : piece))
  return { body: body.map(block => withContent(block, rename)), citations: [...names.values()] }
}

function normalQuestion({ parameters, printed }: CitedInText): Pick<CitedInText, 'parameters' | 'printed'> {
  const asked = Object.entries(parameters).map(([name, value]) => [name, normalWords(value)] as const)
  return { parameters: Object.fromEntries(asked.toSorted(([a], [b]) => (a < b ? -1 : 1))), printed: normalWords(printed) }
}
