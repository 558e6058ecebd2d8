import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, withVersion } from '../../../platform/ledger/index.ts'
import { recordMove } from '../../../platform/workflow/index.ts'
import { countPostsBeyond, listPostsLeft, type PostLeft } from '../posts-left.ts'
import type { RosterCode } from '../problem-words.ts'
import { countDiffering, countRoster, listUnitCounts, needsTyping, type RosterCounts } from '../reads/count-roster.ts'
import { type Roster, roster_flow } from '../roster.ts'
import { rosterFor, takeStep } from './take-step.ts'

export type Confirmation = { roster_import_id: number; version: number; left_typed: string; posts: number; key: string; now: Date }

/**
 * A second person confirms what they have seen of a comparison; it is then written into the register. Refusals: those
 * of the move, stale-version, doubtful-left, beyond-sight (lines taken for people whom the second person may not see),
 * nothing-to-do, to-oneself (one would let oneself go), posts-moved (`posts` says how many one saw that end with it),
 * posts-too-new (they began on the day of the roster or later), left-not-typed and wrong-count (where more than a
 * twentieth of a unit would leave, the number of leavers is typed).
 */
export async function confirmRoster(
  tx: Tx,
  actor: Actor & { person_id: number },
  confirmation: Confirmation,
): Promise<Outcome<{ roster_import_id: number }, RosterCode>> {
  const { roster_import_id, version, left_typed, posts, key, now } = confirmation
  return once(tx, actor, { key, act: 'confirm-roster', request: { roster_import_id, version, left_typed, posts } }, async () => {
    const found = await rosterFor(tx, actor, 'confirm', roster_import_id, now)
    if (!found.ok) return found
    const roster = found.value
    const fresh = withVersion({ version }, { version: roster.version, fields: {} }, {})
    if (roster.state === 'compared' && !fresh.ok) return fresh
    const counts = await countRoster(tx, roster)
    const units = await listUnitCounts(tx, roster)
    const wrong = problemsOf(problemsWithConfirming(counts, needsTyping(units), left_typed))
    if (wrong) return wrong
    const amiss = problemsOf(await problemsWithLeavers(tx, actor, roster, posts))
    if (amiss) return amiss
    await takeStep(tx, actor, { roster_import_id, state: 'applying', detail: keptOf(roster) })
    await recordBeginning(tx, actor, 'confirm', roster_import_id)
    return done({ roster_import_id })
  })
}

/** The second person's word, when it is given; that the work was done is recorded with what it wrote. */
function recordBeginning(tx: Tx, actor: Actor, move: 'confirm' | 'undo', roster_import_id: number): Promise<void> {
  return recordMove(tx, actor, roster_flow, move, { object_id: roster_import_id, digest: digestOf({ roster_import_id }) })
}

function* problemsWithConfirming(counts: RosterCounts, is_typed: boolean, left_typed: string): Iterable<Problem<RosterCode>> {
  if (counts.doubtful > 0) yield { code: 'doubtful-left', limit: counts.doubtful }
  else if (counts.beyond > 0) yield { code: 'beyond-sight', limit: counts.beyond }
  else if (countDiffering(counts) === 0) yield { code: 'nothing-to-do' }
  if (!is_typed) return
  if (left_typed.trim() === '') yield { code: 'left-not-typed', field: 'left_typed' }
  else if (left_typed.trim() !== String(counts.left)) yield { code: 'wrong-count', field: 'left_typed' }
}

async function problemsWithLeavers(
  tx: Tx,
  actor: Actor & { person_id: number },
  roster: Roster,
  seen: number,
): Promise<Problem<RosterCode>[]> {
  const { rows } = await sql`
    select from roster_left where roster_import_id = ${roster.roster_import_id} and person_id = ${actor.person_id}`.execute(tx)
  if (rows.length > 0) return [{ code: 'to-oneself' }]
  const posts = await listPostsLeft(tx, actor, roster)
  const too_new = [...problemsWithPosts(posts)]
  if (too_new.length > 0) return too_new
  return posts.filter(({ becomes }) => becomes === 'ends').length === seen ? [] : [{ code: 'posts-moved' }]
}

/** A tenure cannot end before it has begun. */
export function* problemsWithPosts(posts: PostLeft[]): Iterable<Problem<RosterCode>> {
  const held = posts.filter(({ becomes }) => becomes === 'too-new')
  if (held.length > 0)
    yield { code: 'posts-too-new', values: { names: held.map(({ full_name, title }) => `${full_name} (${title})`).join(', ') } }
}

/**
 * Takes an applied roster back: from here on it is being undone. Refusals: those of the move and of the key,
 * posts-beyond (it ended posts that somebody else has to give back).
 */
export async function beginUndoing(
  tx: Tx,
  actor: Actor & { person_id: number },
  { roster_import_id, key, now }: { roster_import_id: number; key: string; now: Date },
): Promise<Outcome<{ roster_import_id: number }, RosterCode>> {
  return once(tx, actor, { key, act: 'undo-roster', request: { roster_import_id } }, async () => {
    const found = await rosterFor(tx, actor, 'undo', roster_import_id, now)
    if (!found.ok) return found
    const beyond = await countPostsBeyond(tx, actor, roster_import_id)
    if (beyond > 0) return refused({ code: 'posts-beyond', limit: beyond })
    await takeStep(tx, actor, { roster_import_id, state: 'undoing', detail: keptOf(found.value) })
    await recordBeginning(tx, actor, 'undo', roster_import_id)
    return done({ roster_import_id })
  })
}

/** Lays a roster aside before anything of it was written. */
export async function dropRoster(
  tx: Tx,
  actor: Actor & { person_id: number },
  { roster_import_id, now }: { roster_import_id: number; now: Date },
): Promise<Outcome<null, RosterCode>> {
  const found = await rosterFor(tx, actor, 'drop', roster_import_id, now)
  if (!found.ok) return found
  await takeStep(tx, actor, { roster_import_id, state: 'dropped' })
  return done(null)
}

function keptOf({ detail: { problems: _, ...kept } }: Roster): Roster['detail'] {
  return kept
}
