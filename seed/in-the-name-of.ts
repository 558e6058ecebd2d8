import type pg from 'pg'
import type { Outcome } from '../src/basis/shared/outcome.ts'

/** What a verb of the register does for one of the demo's people, who is told to the database as whoever is at work. */
export async function inTheNameOf<T>(
  owner: pg.Client,
  person_id: number,
  work: (actor: { person_id: number; name: string }) => Promise<Outcome<T>>,
): Promise<T> {
  await owner.query(`select set_config('neu_guong.person_id', $1, true)`, [String(person_id)])
  const outcome = await work({ person_id, name: 'neu-guong demo' })
  await owner.query(`select set_config('neu_guong.person_id', '', true)`)
  if (!outcome.ok) throw new Error(`the demo was refused: ${JSON.stringify(outcome.problems.slice(0, 5))}`)
  return outcome.value
}
