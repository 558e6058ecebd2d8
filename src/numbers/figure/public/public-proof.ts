import type { Answer } from '../figure.ts'
import { type FigureRun, type Proof, type RowChange, type RunState, rowChanges } from '../prove-run.ts'
import { type PublicAnswer, type PublicRow, printedAnswer } from './public-answer.ts'
import type { Why } from './why-different.ts'

/**
 * What of a run everybody may see: neither the digest over all rows nor how many they were, by which small counts could
 * be tried out.
 */
export type PublicRun = Pick<FigureRun, 'figure_run_id' | 'figure' | 'version' | 'parameters' | 'value'>

/** `withheld`: what is now known of that day is not told, nor whether it is still what was printed. */
export type PublicRunState = RunState | 'withheld'
export type PublicRowChange = Omit<RowChange, 'row' | 'before'> & { row: PublicRow; before: PublicRow | null }
export type PublicProof = {
  run: PublicRun
  state: PublicRunState
  printed: PublicAnswer
  known_now: PublicAnswer
  today: PublicAnswer | null
  causes: PublicRowChange[]
  /** Why today's value is not the one of the day, as it is known now. */
  why: Why | null
}

type Means = {
  /** Makes an answer public. */
  suppress: (answer: Answer) => Promise<PublicAnswer>
  why: (compared: { earlier: PublicAnswer; today: PublicAnswer }) => Promise<Why | null>
}

/** A proof as everybody may see it. */
export async function publicProof(proof: Proof, { suppress, why }: Means): Promise<PublicProof> {
  const { figure_run_id, figure, version, parameters, value } = proof.run
  const shown = await suppress(proof.printed)
  const known_now = await suppress(proof.known_now)
  const today = proof.today && (await suppress(proof.today))
  const is_told = known_now.value.kind !== 'withheld' && !known_now.is_of_month_end
  return {
    run: { figure_run_id, figure, version, parameters, value },
    state: is_told || proof.state === 'broken' ? proof.state : 'withheld',
    ...{ printed: printedAnswer(shown, proof.run), known_now, today },
    causes: is_told ? changesBetween(shown, known_now) : [],
    why: is_told && today ? await why({ earlier: known_now, today }) : null,
  }
}

/** A row that is told in one of them alone came or went for no cause that may be told. */
function changesBetween(printed: PublicAnswer, known_now: PublicAnswer): PublicRowChange[] {
  if (printed.digest === known_now.digest) return []
  const changes = rowChanges(printed.rows, known_now.rows) as PublicRowChange[]
  return printed.is_partial || known_now.is_partial ? changes.filter(({ change }) => change === 'changed') : changes
}
