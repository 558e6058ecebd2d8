import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { typedRating } from '../rating.ts'

type Row = {
  review_step_id: number
  said: string | null
  shortcomings: string | null
  rating_level_id: number
  points: number | null
  deeds: { deed_id: number; result: string; said: string | null }[]
}

/** What somebody last handed in of their own review, as the fields of the form; null where nothing was. */
export async function readSelfReview(
  db: Db | Tx,
  { review_subject_id, by_points }: { review_subject_id: number; by_points: boolean },
): Promise<Fields | null> {
  const { rows } = await sql<Row>`
    select t.review_step_id, t.said, t.shortcomings, t.rating_level_id, t.points,
           (select coalesce(jsonb_agg(jsonb_build_object('deed_id', d.deed_id, 'result', d.result, 'said', d.said)), '[]')
              from reviewed_deed d where d.review_step_id = t.review_step_id and upper(d.recorded) = 'infinity') as deeds
      from review_step t
     where t.review_subject_id = ${review_subject_id} and t.state = 'self-reviewed' and upper(t.recorded) = 'infinity'
     order by t.review_step_id desc
     limit 1`.execute(db as Tx)
  const [row] = rows
  if (!row) return null
  const of_deeds = row.deeds.flatMap(({ deed_id, result, said }) => [
    [`deed_${deed_id}_result`, result],
    [`deed_${deed_id}_said`, said ?? ''],
  ])
  return {
    ...Object.fromEntries(of_deeds),
    ...{ strengths: row.said ?? '', shortcomings: row.shortcomings ?? '', rating: typedRating({ by_points }, row) },
  }
}
