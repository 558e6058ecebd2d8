import { footnotesOf, runsOf, wordsOf } from '../body/content.ts'
import type { Block } from '../body/declaration.ts'
import type { Edition } from '../find-article.ts'

type Told = Pick<Edition, 'lead' | 'picture' | 'body' | 'byline'> & { citations: readonly { mark: string; printed: string }[] }

/** What readers can find an edition by besides its title: its text line by line, each number as it is printed. */
export function wordsOfEdition({ lead, picture, body, byline, citations }: Told): string {
  const printed = new Map(citations.map(citation => [citation.mark, citation.printed]))
  const lines = [lead, ...body.flatMap(block => linesOf(block, printed)), picture?.caption ?? '', byline]
  return lines.filter(line => line.trim() !== '').join('\n')
}

function linesOf(block: Block, printed: ReadonlyMap<string, string>): string[] {
  const words = 'text' in block ? [block.text] : []
  const source = 'source' in block ? [block.source] : []
  const caption = 'caption' in block && block.caption ? [block.caption] : []
  const runs = runsOf(block).flatMap(run => [wordsOf(run, printed), ...footnotesOf(run)])
  return [...words, ...source, ...runs, ...caption]
}
