import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import type { PostKept } from '../verbs/lay-down-posts.ts'

/** What posts are called and where they are, whoever holds them. */
export async function listPosts(db: Db, { post_ids, day }: { post_ids: number[]; day: string }): Promise<PostKept[]> {
  const { rows } = await sql<PostKept>`
    select p.post_id, p.title, v.name as unit_name
      from post p
      join unit_version v on v.unit_id = p.unit_id and v.valid @> last_day_alive(p.unit_id, ${day}::date, recorded_now()) and upper(v.recorded) = 'infinity'
     where p.post_id = any (${post_ids})
     order by p.post_id`.execute(db as Tx)
  return rows
}
