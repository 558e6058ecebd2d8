import { limits } from '../draft/draft.ts'
import { type DocumentBlock, plainText } from './document.ts'
import type { Tell } from './findings.ts'

/** What stands apart in the room's form, with the rest. */
export type Head = { title: string; lead: string; byline: string; blocks: DocumentBlock[] }

/**
 * Takes the title, the lead (all of the paragraph below it in bold) and the byline (a last line that says who wrote it)
 * out of a text. What is longer than the form takes stays where it is.
 */
export function partHead(all: readonly DocumentBlock[], tell: Tell): Head {
  const title = all.find(block => block.type === 'heading' && block.is_title && fits(block, limits.title))
  const below = all[title ? all.indexOf(title) + 1 : 0]
  const lead = below && all.length > 2 && isLead(below) ? below : undefined
  const last = all.findLast(block => block.type !== 'picture')
  const byline = last && last !== lead ? bylineIn(last) : ''
  if (lead) tell('lead-by-look', textOf(lead))
  if (byline !== '') tell('byline-by-look', textOf(last!))
  const blocks = all.filter(block => block !== title && block !== lead && (byline === '' || block !== last))
  return { title: title ? textOf(title) : '', lead: lead ? textOf(lead) : '', byline, blocks }
}

function textOf(block: DocumentBlock): string {
  return 'content' in block ? plainText(block.content) : ''
}

/** A note that is called there would lose its place. */
function fits(block: DocumentBlock, most: number): boolean {
  return 'content' in block && textOf(block).length <= most && block.content.every(inline => 'text' in inline)
}

function isLead(block: DocumentBlock): boolean {
  if (block.type !== 'paragraph' || !fits(block, limits.lead) || textOf(block).length < 40) return false
  return block.content.every(inline => 'text' in inline && (inline.strong || !/[\p{L}\p{N}]/u.test(inline.text)))
}

const by = /^(?:(?:tin|bài)(?:,? (?:và )?ảnh)?|bài viết|người viết|tác giả|thực hiện)\s*:\s*(.{2,})$/iu

function bylineIn(block: DocumentBlock): string {
  return block.type === 'paragraph' && fits(block, limits.byline) ? (by.exec(textOf(block).trim())?.[1] ?? '') : ''
}
