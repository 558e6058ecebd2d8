import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import { body_shape } from './body.ts'
import { type CitedBody, cited_shape } from './citation.ts'
import { parseStructured, type StructuredCode } from './parse-structured.ts'

/** Reads structured text as `parseStructured` does, and refuses what no body of ours holds: empty-text, unfit-signs. */
export function readStructured(typed: string): Outcome<CitedBody, StructuredCode> {
  const parsed = parseStructured(typed)
  return parsed.ok ? (problemWith(parsed.value) ?? done(parsed.value)) : parsed
}

/** What the closed set of blocks does not allow: signs that no text of ours holds. */
function problemWith({ body, citations }: CitedBody): Outcome<never, StructuredCode> | null {
  if (body.length === 0) return { ok: false, problems: [{ code: 'empty-text', field: 'body' }] }
  const is_fit = body_shape.safeParse(body).success && citations.every(citation => cited_shape.safeParse(citation).success)
  return is_fit ? null : { ok: false, problems: [{ code: 'unfit-signs', field: 'body' }] }
}
