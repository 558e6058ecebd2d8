import { type RawBuilder, sql } from 'kysely'
import type { Actor, Db, Tx } from '../../platform/database/index.ts'
import { may, standingOf } from '../../platform/role/index.ts'
import { endTenures } from '../people/index.ts'
import type { Roster, StepDetail } from './roster.ts'

/**
 * A post that somebody holds who leaves by a roster, or that is of the cell which they leave for another one.
 * `becomes`: for whoever asks it ends with the roster; it remains, because another office has to end it; or it is
 * theirs to end, but began on the day of the roster or later. `belongs_to` is the unit that keeps the person,
 * `unit_name` that of the post.
 */
export type PostLeft = {
  tenure_id: number
  post_id: number
  person_id: number
  full_name: string
  belongs_to: number
  unit_id: number
  title: string
  unit_name: string
  since: string
  becomes: 'ends' | 'remains' | 'too-new'
}

type Leaving = Pick<Roster, 'roster_import_id' | 'listed_on'>

/** Whoever leaves, with all they hold; whoever moves, with what is of the cell they leave. */
const leaving_by_views = (roster_import_id: number) => sql`
  select l.person_id, l.full_name, l.unit_id, false as moves from roster_left l where l.roster_import_id = ${roster_import_id}
  union all
  select o.person_id, o.full_name, o.former_unit_id, true
    from roster_outcome o
   where o.roster_import_id = ${roster_import_id} and o.standing = 'changed' and o.former_unit_id <> o.unit_id`

/**
 * What the leavers of a roster hold on its day or later, as far as one sees it. `leaving` says where who leaves is
 * written, where that is known already.
 */
export async function listPostsLeft(
  db: Db,
  { person_id }: Actor,
  { roster_import_id, listed_on }: Leaving,
  leaving: RawBuilder<unknown> = leaving_by_views(roster_import_id),
): Promise<PostLeft[]> {
  const { rows } = await sql<Omit<PostLeft, 'becomes'> & { is_newer: boolean; today: string }>`
    select t.tenure_id, t.post_id, t.person_id, x.full_name, x.unit_id as belongs_to, p.unit_id, p.title, v.name as unit_name, lower(t.valid)::text as since,
           lower(t.valid) >= ${listed_on}::date as is_newer, today_in_vietnam()::text as today
      from (${leaving}) x
      join tenure t       on t.person_id = x.person_id and t.valid && daterange(${listed_on}::date, 'infinity') and upper(t.recorded) = 'infinity'
      join post p         on p.post_id = t.post_id and (not x.moves or successor_of(p.unit_id, today_in_vietnam(), recorded_now()) = x.unit_id)
      join unit_version v on v.unit_id = p.unit_id and v.valid @> last_day_alive(p.unit_id, today_in_vietnam(), recorded_now()) and upper(v.recorded) = 'infinity'
     order by x.full_name collate "vi-x-icu", t.tenure_id`.execute(db as Tx)
  if (rows.length === 0 || person_id === null) return []
  const standing = await standingOf(db, person_id, rows[0]!.today)
  return rows.map(({ is_newer, today: _, ...held }) => {
    const is_ones_own = may(standing, 'post', 'appoint', held).allowed
    return { ...held, becomes: !is_ones_own ? 'remains' : is_newer ? 'too-new' : 'ends' }
  })
}

/** Ends tenures on the day of a roster; each row that is closed or opened is noted. */
export async function endPosts(tx: Tx, { roster_import_id, listed_on }: Leaving, tenure_ids: number[]): Promise<void> {
  const { closed, opened } = await endTenures(tx, { tenure_ids, on: listed_on })
  const effects = [...closed.map(row => ({ ...row, act: 'closed' })), ...opened.map(row => ({ ...row, act: 'opened' }))]
  await sql`
    insert into roster_effect (roster_import_id, noun, row_id, act, person_id)
    select ${roster_import_id}, 'tenure', e.tenure_id, e.act, e.person_id
      from jsonb_to_recordset(${JSON.stringify(effects)}::jsonb) as e (tenure_id bigint, act text, person_id bigint)`.execute(tx)
}

export type PostsEnded = {
  ended: number
  kept: { person_id: number; full_name: string; belongs_to: number; title: string; unit_name: string }[]
}

/** What a written roster has done to posts: how many ended with it, and which of its leavers' remained then. */
export async function listPostsEnded(
  db: Db,
  { roster_import_id, detail }: { roster_import_id: number; detail: StepDetail },
): Promise<PostsEnded> {
  const { rows } = await sql<{ ended: number }>`
    select count(*)::int as ended from roster_effect
     where roster_import_id = ${roster_import_id} and noun = 'tenure' and act = 'closed'`.execute(db as Tx)
  const { rows: kept } = await sql<PostsEnded['kept'][number]>`
    select k.person_id, p.full_name, p.unit_id as belongs_to, q.title, v.name as unit_name
      from jsonb_to_recordset(${JSON.stringify(detail.posts_kept ?? [])}::jsonb) as k (person_id bigint, post_id bigint)
      join roster_person p on p.roster_import_id = ${roster_import_id} and p.person_id = k.person_id
      join post q          on q.post_id = k.post_id
      join unit_version v  on v.unit_id = q.unit_id and v.valid @> last_day_alive(q.unit_id, today_in_vietnam(), recorded_now()) and upper(v.recorded) = 'infinity'
     order by p.full_name collate "vi-x-icu", k.post_id`.execute(db as Tx)
  return { ended: rows[0]!.ended, kept }
}

/**
 * How many of the tenures that an import has ended are not for whoever asks to give back: of units whose posts another
 * office fills, or their own.
 */
export async function countPostsBeyond(tx: Tx, { person_id }: { person_id: number }, roster_import_id: number): Promise<number> {
  const { rows } = await sql<{ person_id: number; unit_id: number | null; today: string }>`
    select e.person_id, p.unit_id, today_in_vietnam()::text as today
      from roster_effect e
      left join tenure t on t.tenure_id = e.row_id
      left join post p   on p.post_id = t.post_id
     where e.roster_import_id = ${roster_import_id} and e.noun = 'tenure' and e.act = 'closed'`.execute(tx)
  if (rows.length === 0) return 0
  const standing = await standingOf(tx, person_id, rows[0]!.today)
  return rows.filter(({ unit_id, ...held }) => unit_id === null || !may(standing, 'post', 'appoint', { ...held, unit_id }).allowed).length
}
