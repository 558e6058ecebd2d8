import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { release_form } from '../forms.ts'
import { endMembership, findMembership, type Keeper, mayKeep } from '../known.ts'
import { problemsWithEnd } from '../person-problems.ts'
import type { PeopleCode } from '../problem-words.ts'
import { layDownPosts, type PostKept } from './lay-down-posts.ts'

/** `ends_posts`: the posts that the person holds, as far as the office may end them, end on the same day. */
export type Release = { person_id: number; on: string; reason: string; ends_posts: boolean; key: string; today: string }

/**
 * Takes somebody out of their cell from a day on: moved away, retired, asked to leave, excluded, died. What they still
 * owe is void. Their own is another's to do. Gives the posts that remain. Refusals: unknown-person, to-oneself,
 * not-yours, holds-post (unless the posts end with it), no-reason, no-such-day, to-come, not-after (limit: the day they
 * came, or got a post).
 */
export function releasePerson(tx: Tx, actor: Keeper, release: Release): Promise<Outcome<{ remaining: PostKept[] }, PeopleCode>> {
  const { person_id, on, reason, ends_posts, key, today } = release
  return once(tx, actor, { key, act: 'release-person', request: { person_id, on, reason, ends_posts } }, async () => {
    const membership = await findMembership(tx, person_id, today)
    if (!membership) return refused({ code: 'unknown-person' })
    if (person_id === actor.person_id) return refused({ code: 'to-oneself' })
    const leave = await mayKeep(tx, actor, membership.unit_id, today)
    if (!leave.allowed) return refused({ code: 'not-yours' })
    const wrong = problemsOf([
      ...problemsWith(release_form, release, { today }),
      ...problemsWithEnd(on, { today, since: membership.since }),
    ])
    if (wrong) return wrong
    const laid_down = await layDownPosts(tx, actor, release)
    if (!laid_down.ok) return laid_down
    const membership_id = await endMembership(tx, membership, on)
    await sql`insert into membership_end (membership_id, person_id, reason) values (${membership_id}, ${person_id}, ${reason})`.execute(tx)
    const digest = digestOf({ person_id, on, reason })
    const told = { object: 'person', object_id: String(person_id), digest, retention: 'conduct' } as const
    await record(tx, actor, { act: 'release-person', ...told, on_behalf_of: leave.on_behalf_of })
    return done({ remaining: laid_down.value })
  })
}
