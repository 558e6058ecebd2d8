import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { manyLines } from '../../basis/shared/vietnamese.ts'

export type CommentCode = 'no-comment' | 'too-long'

const longest_comment = 1000

/** What is said with a move, as it is kept. Refusals, at the field `comment`: no-comment, too-long. */
export function readComment(sent: string): Outcome<string, CommentCode> {
  const comment = manyLines(sent)
  if (comment === '') return refused({ code: 'no-comment', field: 'comment' })
  if (comment.length > longest_comment) return refused({ code: 'too-long', field: 'comment', limit: longest_comment })
  return done(comment)
}
