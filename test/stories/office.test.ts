import { expect, test } from 'vitest'
import { violations, withBrowser } from '../harness/browser.ts'
import { withDatabase } from '../harness/database.ts'
import { withPortal } from '../harness/portal.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('demo')
const portal = withPortal(world)
const stage = withBrowser()
const top = '/doi-soat/tinh-uy-thai-nguyen-2025'

/** A base organisation that lacks one person in one cell. */
async function theOneThatLacks(): Promise<{ base: string; full_name: string }> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select min(v.name) as base, min(n.full_name) as full_name
       from obligation o
       join campaign using (campaign_id)
       join placement p      on p.unit_id = o.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and upper(p.recorded) = 'infinity'
       join unit_version v   on v.unit_id = p.parent_id and v.unit_kind = 'base-organisation' and v.valid @> today_in_vietnam() and upper(v.recorded) = 'infinity'
       join person_version n on n.person_id = o.person_id and upper(n.recorded) = 'infinity'
       join placement a      on a.unit_id = p.parent_id and a.hierarchy = 'party' and a.valid @> today_in_vietnam() and upper(a.recorded) = 'infinity'
       join unit r           on r.unit_id = a.parent_id and r.key = 'tinh-uy-thai-nguyen-2025'
      where year = 2027 and o.obligation_id not in (select obligation_id from commitment)
      group by p.parent_id having count(*) = 1 order by 1`,
  )
  return rows[0]
}

test('the office of the province finds the one person who is missing in a commune, in one step from the map', async () => {
  const { base, full_name } = await theOneThatLacks()
  const page = await stage.newAuditedPage({ width: 1280, height: 900 })
  const found: unknown[] = []
  const audit = async (where: string) => found.push(...(await violations(page)).map(({ rule, where: at }) => [where, rule, at]))
  await signInAs(page, portal.address, 'mau.cap-tren', top)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Đợt 2027: còn thiếu [\d.]+ người$/)
  await audit('the province')
  await page.getByText(/đơn vị khác còn thiếu ít hơn/).click()
  await page.getByRole('link', { name: base, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Đợt 2027: còn thiếu 1 người' }).waitFor()
  expect(await page.getByRole('listitem').filter({ hasText: full_name }).count()).toBe(1)
  await audit('the commune')
  expect(found).toEqual([])
})

test('a member may not look at the completeness of a unit, nor at a cell', async () => {
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.dang-vien', top)
  await page.getByRole('heading', { name: 'Trang này không thuộc phần việc của tài khoản đang dùng' }).waitFor()
})
