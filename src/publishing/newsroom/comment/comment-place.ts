import { contentOf, wordsOf } from '../body/content.ts'
import type { Block } from '../body/declaration.ts'
import { printToken } from '../body/print-structured.ts'
import type { DraftText } from '../draft/draft.ts'

/** A block of the body, or a number that it asks of the register; `at` is the place of the block, from 0. */
export type CommentPlace = { anchor: 'block' | 'number'; at: number; words: string }
/** Where a comment stands in another version, of a number with its mark there; null where it is no longer there. */
export type PlaceNow = { at: number; mark: string | null; is_changed: boolean } | null

type Text = Pick<DraftText, 'body' | 'citations'>
const longest = 2000

/** A block as its words read, the numbers as they are printed: by them it is found again in another version. */
export function wordsOfBlock(block: Block, { citations }: Pick<Text, 'citations'>): string {
  return spoken(block, citations).slice(0, longest).toWellFormed()
}

function spoken(block: Block, citations: Text['citations']): string {
  if ('text' in block) return `${block.text} ${'source' in block ? block.source : ''}`.trim()
  if ('caption' in block && !('items' in block)) return block.caption
  return wordsOf(contentOf(block), new Map(citations.map(({ mark, printed }) => [mark, printed])))
}

/** A number by what it asks: how it is printed may change, and that is what most comments on it are about. */
export function wordsOfNumber(citation: Text['citations'][number]): string {
  return printToken({ ...citation, printed: '' }).slice(0, longest)
}

/** The block at a place of a version, or the number with a mark in it, as a comment is anchored to it; null where there is none. */
export function placeIn(content: Text, asked: { at: number; mark: string | null }): CommentPlace | null {
  if (asked.mark === null) {
    const block = content.body[asked.at]
    return block ? { anchor: 'block', at: asked.at, words: wordsOfBlock(block, content) } : null
  }
  const citation = content.citations.find(({ mark }) => mark === asked.mark)
  const at = content.body.findIndex(block => contentOf(block).some(piece => 'cite' in piece && piece.cite === asked.mark))
  return citation && at >= 0 ? { anchor: 'number', at, words: wordsOfNumber(citation) } : null
}

/** Finds the place of a comment in a later version: the same words, or the block that shares most of them. */
export function findAgain({ anchor, at, words }: CommentPlace, content: Text): PlaceNow {
  if (anchor === 'number') return numberAgain({ at, words }, content)
  const blocks = content.body.map(block => wordsOfBlock(block, content))
  if (blocks[at] === words) return { at, mark: null, is_changed: false }
  const same = blocks.indexOf(words)
  if (same >= 0) return { at: same, mark: null, is_changed: false }
  const shares = blocks.map(block => shareOf(words, block))
  const best = shares.indexOf(Math.max(...shares))
  return best >= 0 && shares[best]! >= same_enough ? { at: best, mark: null, is_changed: true } : null
}

/** Two numbers may ask the same and print it otherwise: then it is the one in its block, or the first. */
function numberAgain({ at, words }: Pick<CommentPlace, 'at' | 'words'>, content: Text): PlaceNow {
  const places = content.citations
    .filter(citation => wordsOfNumber(citation) === words)
    .flatMap(({ mark }) => {
      const place = placeIn(content, { at: 0, mark })
      return place ? [{ at: place.at, mark, is_changed: false }] : []
    })
  return places.find(place => place.at === at) ?? places[0] ?? null
}

const same_enough = 0.5

/** How much of two texts is the same, by their syllables: 1 of the same ones, 0 of none. */
function shareOf(one: string, other: string): number {
  const [left, right] = [one, other].map(text => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])) as [Set<string>, Set<string>]
  const shared = [...left].filter(word => right.has(word)).length
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size)
}
