import { type Db, query, type Tx } from '../../../../platform/database/index.ts'
import { days_alike } from '../giving.ts'
import { listContributionKinds } from '../reads.ts'
import { type Judged, judgeGifts, type KnownPlace } from './judge-gifts.ts'
import type { GiftLine } from './read-gifts.ts'

const places = query<{ unit_id: number }, KnownPlace>(`
  select u.unit_id as place_id, u.key, v.name, k.name_vi as kind_vi, lower(v.valid)::text as since,
         nullif(upper(v.valid), 'infinity')::text as until
    from places_of(:unit_id::integer) p
    join unit u         on u.unit_id = p.place_id
    join unit_version v on v.unit_id = p.place_id and is_open(v.recorded)
    join unit_kind k    on k.unit_kind = v.unit_kind`)

/** The rows of a list beside what the register knows of the unit that keeps them. */
export async function judgeGiftsOf(
  db: Db | Tx,
  lines: readonly GiftLine[],
  { unit_id, today }: { unit_id: number; today: string },
): Promise<Judged> {
  return judgeGifts(lines, { kinds: await listContributionKinds(db, {}), places: await places(db, { unit_id }), today })
}

/** A list that was sent; `waiting` of its gifts nobody has verified, the others are counted. */
export type GiftList = {
  contribution_list_id: number
  kept_at: number
  sent_by: number
  sender: string | null
  file_name: string
  sent_at: string
  waiting: number
  verified: number
}

const lists = query<{ unit_id: number; contribution_list_id: number; most: number }, GiftList>(`
  select l.contribution_list_id, l.kept_at, l.sent_by, name_of(l.sent_by) as sender, l.file_name, l.sent_at, n.waiting, n.verified
    from contribution_list l
   cross join lateral (
         select (count(*) filter (where w.contribution_id is null))::int as waiting, count(w.contribution_id)::int as verified
           from contribution c
           left join contribution_verification w on w.contribution_id = c.contribution_id and is_open(w.recorded)
          where c.contribution_list_id = l.contribution_list_id and is_open(c.recorded)) n
   where l.kept_at = :unit_id::integer and (:contribution_list_id::bigint = 0 or l.contribution_list_id = :contribution_list_id)
   order by l.contribution_list_id desc
   limit :most`)

const most_shown = 50

/** The lists that an office sent, the newest first. */
export function listGiftLists(db: Db, unit_id: number): Promise<GiftList[]> {
  return lists(db, { unit_id, contribution_list_id: 0, most: most_shown })
}

export async function findGiftList(db: Db | Tx, at: { unit_id: number; contribution_list_id: number }): Promise<GiftList | null> {
  return at.contribution_list_id === 0 ? null : ((await lists(db, { ...at, most: 1 }))[0] ?? null)
}

export type SumOfList = { kind_vi: string; kind_en: string; measure: string; n: number; quantity: number }

/** What a list comes to, each kind in its measure. */
export const listSumsOfList = query<{ contribution_list_id: number }, SumOfList>(`
  select k.name_vi as kind_vi, k.name_en as kind_en, k.measure, count(*)::int as n, sum(c.quantity)::float8 as quantity
    from contribution c
    join contribution_kind k using (contribution_kind)
   where c.contribution_list_id = :contribution_list_id::bigint and is_open(c.recorded)
   group by k.contribution_kind
   order by k.name_vi collate "vi-x-icu"`)

export type ResemblingGift = { list_row: number; contribution_id: number; resembles: number; giver: string | null }
const resembling = query<{ contribution_list_id: number; days_alike: number }, ResemblingGift>(`
  select c.list_row, c.contribution_id, r.resembles, g.household as giver
    from resembling_gifts(:contribution_list_id::bigint, :days_alike::integer) r
    join contribution c           using (contribution_id)
    left join contribution_giver g on g.contribution_id = c.contribution_id and is_open(g.recorded)
   order by c.list_row`)

/** Those of a list that wait and may be a gift told twice. */
export function listResembling(db: Db, contribution_list_id: number): Promise<ResemblingGift[]> {
  return resembling(db, { contribution_list_id, days_alike })
}
