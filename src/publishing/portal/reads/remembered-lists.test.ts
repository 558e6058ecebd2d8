import { expect, test } from 'vitest'
import { tester, withDatabase } from '../../../../test/harness/database.ts'
import { withPortal } from '../../../../test/harness/portal.ts'
import { withdraw } from '../../newsroom/withdraw-article.ts'

const world = withDatabase('demo')
const portal = withPortal(world)

test('an article that is withdrawn is gone from the lists around the others, which are remembered between pages', async () => {
  const { rows } = await world.owner.query<{ article_id: number; slug: string }>(`
    select article_id, slug from article join edition using (article_id)
     where lang = 'vi' and number = 1
     order by published_at desc, article_id desc limit 2`)
  const [newest, before] = rows.map(({ article_id, slug }) => `/bai/${article_id}-${slug}`)
  const linked = async () => (await (await fetch(portal.address + before)).text()).includes(`href="${newest}"`)
  expect([await linked(), await linked()]).toEqual([true, true])
  const asked = { article_id: rows[0]!.article_id, reason: 'Bài đăng nhầm.', replaced_by: null }
  expect(await world.changeAsOwner(tx => withdraw(tx, tester, asked))).toMatchObject({ ok: true })
  await expect.poll(linked).toBe(false)
})
