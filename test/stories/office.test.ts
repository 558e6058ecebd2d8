import { expect, test } from 'vitest'
import { violations, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
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
  await signInAs(page, portal.address, 'mau.cap-tren', '/cam-ket')
  await page.getByRole('navigation', { name: 'Từng đơn vị còn thiếu bao nhiêu bản cam kết' }).waitFor()
  await audit('home')
  await page.getByRole('link', { name: 'Xem bảng từng đơn vị' }).click()
  await page.waitForURL(url => url.pathname === top)
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

/** Somebody whose commitment waits for the cell, made its head. */
async function headWhoWaits(): Promise<string> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `with waiting as (
       select o.person_id, o.unit_id
         from obligation o
         join campaign using (campaign_id)
         join commitment c using (obligation_id)
        where year = 2027 and upper(c.recorded) = 'infinity'
          and 'submitted' = (select s.state from commitment_step s
                              where s.commitment_id = c.commitment_id and upper(s.recorded) = 'infinity' order by s.happened_on desc, s.commitment_step_id desc limit 1)
        order by o.obligation_id limit 1),
     headed as (insert into post (unit_id, title, is_head) select unit_id, 'Bí thư', true from waiting returning post_id)
     insert into tenure (post_id, person_id, valid) select post_id, person_id, daterange('2026-01-01', null) from headed, waiting
     returning (select full_name from person_version v where v.person_id = tenure.person_id and upper(v.recorded) = 'infinity') as full_name`,
  )
  return rows[0].full_name
}

test('a secretary’s own commitment is found by the office above on the page of completeness, and read there to be endorsed', async () => {
  const full_name = await headWhoWaits()
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.cap-tren', top)
  await page.getByRole('heading', { level: 2, name: 'Bản của bí thư chờ cấp trên xác nhận' }).waitFor()
  await page.getByRole('link', { name: full_name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: full_name }).waitFor()
  expect(await page.getByRole('button', { name: /^Xác nhận/ }).count()).toBe(1)
})

test('the office of a unit reads what waits there, and is offered no press that would be refused', async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select u.key from role_grant join unit u using (unit_id)
      where role = 'unit-office' and person_id = (select person_id from account where sign_in_name = 'mau.van-phong')`,
  )
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.van-phong', `/chi-bo/${rows[0].key}`)
  await page.getByRole('link', { name: 'Đọc cả trên một trang' }).click()
  await page.getByRole('heading', { level: 1, name: /^Đọc \d+ bản$/ }).waitFor()
  expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
  expect(await page.getByRole('checkbox').count()).toBe(0)
})
