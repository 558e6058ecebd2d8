import type { Block } from '../body/body.ts'
import type { DocumentBody } from './as-body.ts'
import { openFindings } from './findings.ts'

/**
 * The draft of a document whose photos stand in the library: `numbers` has the number of each by its place in
 * `pictures`. Where one was not taken its words stay in the text, and the findings tell.
 */
export function settlePhotos(draft: DocumentBody, numbers: ReadonlyMap<number, number>): DocumentBody {
  const { tell, list } = openFindings()
  const body = draft.body.map((block): Block => {
    if (block.type !== 'photo') return block
    const photo = numbers.get(block.photo - 1)
    if (photo !== undefined) return { ...block, photo }
    const said = [block.caption.replace(/\.$/, ''), draft.credits[block.photo - 1] && `Ảnh: ${draft.credits[block.photo - 1]}`]
    const words = said.filter(Boolean).join('. ')
    tell('picture-left', words)
    return { type: 'paragraph', content: [{ text: `(Ảnh ${block.photo}${words && `: ${words}`})`, emphasis: true }] }
  })
  return { ...draft, body, findings: [...draft.findings, ...list()] }
}
