import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { type Desk, openNewsdesk } from '../../../../test/harness/newsdesk.ts'
import { done } from '../../../basis/shared/outcome.ts'

const world = withDatabase('territory')
let desk: Desk
beforeAll(async () => {
  desk = await openNewsdesk(world)
})

test('a number that is another since it was printed stands on the board with the rows that caused it, and one press drafts the correction', async () => {
  await desk.publish({ title: 'Bài sẽ lệch', body: 'Có {F16 valid_as_of=2021-02-19 | 15} xã đạt chuẩn.' })
  expect(await desk.see('/ban-tin', 'hoa')).not.toContain('Đã đăng, cần xem lại')
  await world.changeAsOwner(async tx => {
    await sql`
      update standing_decision set recorded = closed(recorded)
       where standing_decision_id = (select min(standing_decision_id) from standing_decision
                                      where is_open(recorded) and verdict = 'recognised' and standing_level = 'standard' and decided_on <= '2021-02-19')`.execute(
      tx,
    )
    return done(null)
  })
  await publishNewer(21)
  const board = await desk.see('/ban-tin', 'hoa')
  expect(board).toContain('Đã đăng, cần xem lại')
  expect(board).toContain('in «15», sổ nay cho «14»')
  expect(board).toMatch(/không còn: \S+/)
  const article = /name="article" value="(\d+)"/.exec(board)![1]!
  const begun = await desk.as('hoa').post('/ban-tin/soan-tiep', { article, follows: 'drift', key: desk.key() })
  expect(begun.status).toBe(303)
  const form = await desk.see(begun.location!, 'hoa')
  expect(form).toContain('| 14}')
  expect(form).toContain('«15» nay là «14»')
  expect(await desk.see(begun.location!.replace('/sua', ''), 'lan')).toContain('>14</mark> xã đạt chuẩn')
})

/** So many articles of an archive, newer than all others. */
async function publishNewer(n: number): Promise<void> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await world.owner.query(
    `with added as (insert into article (slug, topic) select 'bai-moi-' || i, 'programme' from generate_series(1, $1::integer) i returning article_id)
     insert into edition (article_id, lang, number, title, lead, body, byline, published_at, digest)
     select article_id, 'vi', 1, 'Bài mới ' || article_id, 'Sa pô.', '[{"type": "paragraph", "content": [{"text": "Chữ."}]}]', 'Người viết',
            now() + interval '1 minute', repeat('0', 64)
       from added`,
    [n],
  )
}
