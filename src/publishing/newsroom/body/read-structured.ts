import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import { body_shape, tooMuchIn } from './body.ts'
import { type CitedBody, cited_shape } from './citation.ts'
import { limits_of_body } from './declaration.ts'
import { parseStructured, type StructuredCode } from './parse-structured.ts'

/**
 * Reads structured text as `parseStructured` does, and refuses what no body of ours holds: empty-text, words-too-long (a
 * caption, a name), too-many-parts (of a list, a table, a paragraph, a body), unfit-signs.
 */
export function readStructured(typed: string): Outcome<CitedBody, StructuredCode> {
  const parsed = parseStructured(typed)
  return parsed.ok ? (problemWith(parsed.value) ?? done(parsed.value)) : parsed
}

/** What the closed set of blocks does not allow. */
function problemWith({ body, citations }: CitedBody): Outcome<never, StructuredCode> | null {
  if (body.length === 0) return refusedAt('empty-text')
  if (body.length > limits_of_body.blocks) return refusedAt('too-many-parts', limits_of_body.blocks)
  const much = body.map(tooMuchIn).find(found => found !== null)
  if (much) return much.words === null ? refusedAt('too-many-parts', much.most) : refusedAt('words-too-long', much.most, much.words)
  const is_fit = body_shape.safeParse(body).success && citations.every(citation => cited_shape.safeParse(citation).success)
  return is_fit ? null : refusedAt('unfit-signs')
}

function refusedAt(code: StructuredCode, limit?: number, words?: string): Outcome<never, StructuredCode> {
  return { ok: false, problems: [{ code, field: 'body', ...(limit && { limit }), ...(words && { values: { words } }) }] }
}
