import { withContent, wordsOf } from '../body/content.ts'
import type { Block, Inline } from '../body/declaration.ts'
import { normalBody } from '../body/normal-body.ts'
import type { DraftText } from '../draft/draft.ts'
import type { Finding } from './check-draft.ts'
import { textOfDraft } from './text-of-draft.ts'

/**
 * A draft with a quantity bound, as its finding says; null where it stands in no running text, or over the edge of two
 * pieces of it.
 */
export function bindNumber(content: DraftText, { at, quantity, binding }: Pick<Finding, 'at' | 'quantity' | 'binding'>): DraftText | null {
  if (!binding) return null
  const mark = `t${content.citations.length + 1}`
  const to_bind = { at, length: Array.from(quantity).length, put: [{ cite: mark }, ...(binding.rest ? [{ text: binding.rest }] : [])] }
  const body = putInto(content, to_bind)
  if (!body) return null
  return { ...content, ...normalBody({ body, citations: [...content.citations, { ...binding.token, mark }] }) }
}

type Put = { at: number; length: number; put: Inline[] }

/**
 * The running texts of a draft stand in `textOfDraft` in the order in which they are met here, each from where its line
 * begins.
 */
function putInto(content: DraftText, { at, length, put }: Put): Block[] | null {
  const begins = textOfDraft(content).bindable[Symbol.iterator]()
  const printed = new Map(content.citations.map(citation => [citation.mark, citation.printed]))
  let is_put = false
  const body = content.body.map(block =>
    withContent(block, pieces => {
      let point = pieces.length === 0 ? 0 : begins.next().value!.start
      return pieces.flatMap(piece => {
        const words = Array.from(wordsOf([piece], printed))
        const from = at - point
        point += words.length
        if (!('text' in piece) || from < 0 || from + length > words.length) return [piece]
        is_put = true
        const part = (text: string[]) => (text.length > 0 ? [{ ...piece, text: text.join('') }] : [])
        return [...part(words.slice(0, from)), ...put, ...part(words.slice(from + length))]
      })
    }),
  )
  return is_put ? body : null
}
