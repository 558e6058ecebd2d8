import type { Problem } from '../../../basis/shared/outcome.ts'
import { sayProblems } from '../../staff/index.ts'
import type { WebContext } from '../../web/index.ts'
import { type AccessCode, access_problems } from '../problem-words.ts'

/** What a script of ours is told where a step is refused: one sentence. */
export function refuseStep(c: WebContext, problems: Problem<AccessCode>[], status: 403 | 422 = 422): Response {
  const [first] = sayProblems(access_problems, c.var.view, problems)
  return c.json({ say: first!.say }, status)
}

/** What a script of ours has sent. What cannot be read as an object of JSON is an empty question. */
export async function jsonOf<T>(c: WebContext): Promise<Partial<T> & T> {
  const read: unknown = await c.req.json().catch(() => null)
  return (typeof read === 'object' && read !== null ? read : {}) as Partial<T> & T
}
