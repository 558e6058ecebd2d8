import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import type { Keeper } from '../known.ts'
import type { PeopleCode } from '../problem-words.ts'
import { closeTenure, type Held, listHeld } from './end-tenure.ts'

/** A post that somebody goes on holding, because it is another office's to end: that of its unit, or of one above. */
export type PostKept = { post_id: number; title: string; unit_name: string }
type Leaving = { person_id: number; on: string; ends_posts: boolean; today: string; of_unit?: number }

/**
 * Whoever leaves lays down what they hold, of one unit or of all: what the office may end, it ends on the same day;
 * what remains is given back. Refusals: holds-post (unless the posts end with it), and those of ending a tenure.
 */
export async function layDownPosts(tx: Tx, actor: Keeper, leaving: Leaving): Promise<Outcome<PostKept[], PeopleCode>> {
  const { person_id, on, ends_posts, today, of_unit } = leaving
  const standing = await standingOf(tx, actor.person_id, today)
  const held = await listHeld(tx, person_id, on)
  const ends = (post: Held) => may(standing, 'post', 'appoint', post).allowed && (of_unit === undefined || post.unit_id === of_unit)
  const ending = held.filter(ends)
  if (ending.length > 0 && !ends_posts)
    return refused({ code: 'holds-post', field: 'ends_posts', values: { titles: ending.map(({ title }) => title).join(', ') } })
  for (const post of ending) {
    const ended = await closeTenure(tx, actor, post, { on, today })
    if (!ended.ok) return ended
  }
  return done(held.filter(post => !ends(post)).map(({ post_id, title, unit_name }) => ({ post_id, title, unit_name })))
}
