import { done, type Outcome, type Problem } from '../../../basis/shared/outcome.ts'
import { type Asked, answerToPrint, printValue } from '../../../numbers/figure/index.ts'
import type { Reads } from '../../../platform/database/index.ts'
import { normalBody } from '../body/normal-body.ts'
import type { DraftText } from '../draft/draft.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import type { PrintClock } from './answers.ts'

/**
 * A draft in which each number without words of its own («{F16}») is printed as the register prints it. Refusals, at
 * the body: those of a figure's question.
 */
export async function fillPrinted(
  db: Reads,
  content: DraftText,
  { published_at, recorded_as_of }: PrintClock,
): Promise<Outcome<DraftText, DraftCode>> {
  const problems: Problem<DraftCode>[] = []
  const citations = []
  for (const citation of content.citations) {
    if (citation.printed !== '') {
      citations.push(citation)
      continue
    }
    const asked = { ...citation.parameters, recorded_as_of } as Asked
    const outcome = await answerToPrint(db, citation.figure, asked, new Date(published_at))
    if (outcome.ok) citations.push({ ...citation, printed: printValue(outcome.value.shown.value) })
    else problems.push(...outcome.problems.map(problem => ({ ...problem, field: 'body' })))
  }
  return problems.length > 0 ? { ok: false, problems } : done({ ...content, ...normalBody({ body: content.body, citations }) })
}
