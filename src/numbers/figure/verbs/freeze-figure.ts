import { CompiledQuery } from 'kysely'
import { canonicalJson, digestOf } from '../../../basis/shared/canonical-json.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Answer } from '../figure.ts'
import type { PrintableAnswer } from '../public/answer-publicly.ts'

const first_chain = '0'.repeat(64)

/**
 * Keeps an answer as a run that nobody can change afterwards: the chain of each run holds the one before it. Answers
 * with the run's number.
 */
export async function freezeFigure(tx: Tx, answer: PrintableAnswer): Promise<number> {
  // One at a time: a chain has one end.
  await tx.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(hashtext('figure_run'))`))
  const last = await tx.selectFrom('figure_run').select('chain').orderBy('figure_run_id', 'desc').limit(1).executeTakeFirst()
  const facts = factsOf(answer)
  const { figure_run_id } = await tx
    .insertInto('figure_run')
    .values({
      ...facts,
      parameters: JSON.stringify(facts.parameters),
      value: JSON.stringify(facts.value),
      chain: chained(last?.chain, facts),
    })
    .returning('figure_run_id')
    .executeTakeFirstOrThrow()
  return figure_run_id
}

/** What a run keeps of an answer; the rows themselves are recomputed, and their digest compared. */
export function factsOf({ figure, version, parameters, value, rows, digest }: Answer) {
  const { valid_as_of, recorded_as_of, map } = parameters
  return { figure, version, parameters, valid_as_of, recorded_as_of, map, value, row_count: rows.length, digest }
}

/** SHA-256 over the chain before it and the run's own facts, whose JSON is canonical. */
export function chained(before: string | undefined, facts: ReturnType<typeof factsOf>): string {
  return digestOf([before ?? first_chain, canonicalJson(facts)])
}
