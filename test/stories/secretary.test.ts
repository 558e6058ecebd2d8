import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()
let cell: { unit_id: number; key: string }

/**
 * Ten of the cell of the demo's secretary have handed in and wait; the rows are the loader's, the pages are the
 * program's.
 */
beforeAll(async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select u.unit_id, u.key from account a join membership m using (person_id) join unit u using (unit_id)
      where a.sign_in_name = 'mau.dang-vien' and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'`,
  )
  cell = rows[0]
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(
    `with due as (select obligation_id, person_id from obligation join campaign using (campaign_id)
                   where year = 2027 and obligation.unit_id = $1 and person_id not in (select person_id from account)
                     and obligation_id not in (select obligation_id from commitment) order by 1),
          texts as (insert into commitment (obligation_id, thought, ethics, working_style, discipline, prevention)
                    select obligation_id, 'a', 'b', 'c', 'd', 'e' from due returning commitment_id, obligation_id),
          deeds as (insert into deed (commitment_id, ordinal, what, measure, due_on, registered_on)
                    select commitment_id, n, 'Việc số ' || n, 'sổ', '2027-06-30', '2026-11-20' from texts cross join generate_series(1, 2) n)
     insert into commitment_step (commitment_id, state, happened_on, actor_id)
     select commitment_id, 'submitted', '2026-11-20', person_id from texts join due using (obligation_id)`,
    [cell.unit_id],
  )
  await world.owner.query('commit')
})

/** Who of the cell has handed nothing in, as Vietnamese sort names. */
const missing = async (): Promise<string[]> => {
  const { rows } = await world.owner.query<{ full_name: string }>(
    `select v.full_name from obligation o join campaign using (campaign_id) join person_version v on v.person_id = o.person_id and upper(v.recorded) = 'infinity'
      where year = 2027 and o.unit_id = $1 and o.obligation_id not in (select obligation_id from commitment)
      order by regexp_replace(v.full_name, '^.* ', '') collate "vi-x-icu", v.full_name collate "vi-x-icu"`,
    [cell.unit_id],
  )
  return rows.map(row => row.full_name)
}

const waiting = async () => {
  const { rows } = await world.owner.query(
    `select count(*)::int as n from obligation o join campaign using (campaign_id) join commitment c using (obligation_id)
       join lateral (select state from commitment_step where commitment_id = c.commitment_id and upper(recorded) = 'infinity' order by commitment_step_id desc limit 1) s on s.state = 'submitted'
      where year = 2027 and o.unit_id = $1 and o.person_id not in (select person_id from account)`,
    [cell.unit_id],
  )
  return rows[0].n as number
}

/** Who has been read by the secretary of the demo, and who waits in her cell, herself left out. */
const readingsOfHers = async () => {
  const { rows } = await world.owner.query(
    `select distinct r.person_id from person_reading r join account a on a.person_id = r.reader_id where a.sign_in_name = 'mau.bi-thu' order by 1`,
  )
  return rows
}
const othersWaiting = async () => {
  const { rows } = await world.owner.query(
    `select o.person_id from obligation o join campaign using (campaign_id) join commitment c using (obligation_id)
       join lateral (select state from commitment_step where commitment_id = c.commitment_id and upper(recorded) = 'infinity' order by commitment_step_id desc limit 1) s on s.state = 'submitted'
      where year = 2027 and o.unit_id = $1 and o.person_id not in (select person_id from account where sign_in_name = 'mau.bi-thu') order by 1`,
    [cell.unit_id],
  )
  return rows
}

test('a secretary reads and endorses all that waits, one press each with the text in view, and gives one back with a comment', async () => {
  const page = await stage.newPage({ script: false })
  const before = await waiting()
  expect(before).toBeGreaterThan(1)
  await signInAs(page, portal.address, 'mau.bi-thu', '/cam-ket')
  // Her home says what waits and who is missing, without opening anybody's text.
  await page.getByRole('link', { name: `Đọc và xác nhận ${before} bản` }).waitFor()
  await page.getByText(`Còn thiếu: ${(await missing()).join(', ')}`).waitFor()
  expect(await readingsOfHers()).toEqual([])
  await page.getByRole('heading', { level: 3 }).getByRole('link').click()
  await page.waitForURL(url => url.pathname === `/chi-bo/${cell.key}`)
  expect(await readingsOfHers()).toEqual(await othersWaiting())
  await page.getByRole('link', { name: `Đọc và xác nhận ${before} bản` }).click()
  await page.getByText('Trả lại để sửa').click()
  await page.getByLabel('Cần sửa gì').fill('Nêu rõ làm ở đâu')
  await page.getByRole('button', { name: 'Trả lại kèm ý kiến' }).click()
  await page.getByText(/^Đã trả lại bản của .+ kèm ý kiến\./).waitFor()
  for (let left = before - 1; left > 1; left -= 1) await page.getByRole('button', { name: 'Xác nhận và đọc bản tiếp' }).click()
  await page.getByRole('button', { name: 'Xác nhận bản cuối' }).click()
  expect(await waiting()).toBe(0)
  // One press too many: the notice names whom it was, and its button leads back to that very text.
  const said = await page.getByRole('status').getByText('Đã xác nhận bản của').innerText()
  const name = said.slice('Đã xác nhận bản của '.length, -1)
  await page.getByRole('status').getByRole('button', { name: 'Hoàn tác xác nhận' }).click()
  await page.getByRole('status').getByText(`Đã hoàn tác. Bản của ${name} lại chờ chi bộ xác nhận.`).waitFor()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('button', { name: 'Xác nhận bản cuối' }).click()
  await page.getByRole('status').getByText(said).waitFor()
})

/** All that the cell has judged wait once more. */
const waitAgain = () =>
  world.owner.query(
    `insert into commitment_step (commitment_id, state, happened_on, actor_id)
     select c.commitment_id, 'submitted', s.happened_on, o.person_id
       from obligation o join campaign using (campaign_id) join commitment c using (obligation_id)
       join lateral (select state, happened_on from commitment_step where commitment_id = c.commitment_id and upper(recorded) = 'infinity' order by commitment_step_id desc limit 1) s on s.state in ('endorsed', 'returned')
      where year = 2027 and o.unit_id = $1`,
    [cell.unit_id],
  )

test('a comment written about somebody whose commitment was given back meanwhile is kept in view, and reaches nobody else', async () => {
  await waitAgain()
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.bi-thu', `/chi-bo/${cell.key}/doc`)
  const waited = await waiting()
  expect(waited).toBeGreaterThan(1)
  const giveBack = async (tab: Page, comment: string) => {
    await tab.locator('summary', { hasText: 'Trả lại để sửa' }).click()
    await tab.getByLabel('Cần sửa gì').fill(comment)
    await tab.getByRole('button', { name: 'Trả lại kèm ý kiến' }).click()
  }
  const elsewhere = await page.context().newPage()
  await elsewhere.goto(page.url())
  await giveBack(elsewhere, 'Nêu rõ làm ở đâu')
  await elsewhere.getByText(/^Đã trả lại bản của .+ kèm ý kiến\./).waitFor()
  await giveBack(page, 'Nêu rõ bao giờ xong')
  await page.getByRole('heading', { level: 1, name: 'Bản này không còn chờ xác nhận' }).waitFor()
  await page.getByRole('blockquote').getByText('Nêu rõ bao giờ xong').waitFor()
  expect(await page.getByRole('button', { name: /^Trả lại|^Xác nhận/ }).count()).toBe(0)
  expect(await waiting()).toBe(waited - 1)
})

test('she enters for somebody from paper; what is wrong keeps all that was typed; the sheet has its square; nobody is shut out of these pages', async () => {
  const page = await stage.newAuditedPage({ width: 1280, height: 900, dark: true })
  const found: unknown[] = []
  const audit = async (where: string) => found.push(...(await violations(page)).map(({ rule, where: at }) => [where, rule, at]))
  await signInAs(page, portal.address, 'mau.bi-thu', `/chi-bo/${cell.key}`)
  await audit('the cell')
  const sheet = await page
    .getByRole('link', { name: /^in phiếu/ })
    .first()
    .getAttribute('href')
  await page
    .getByRole('link', { name: /^nhập hộ từ giấy/ })
    .first()
    .click()
  await page.getByLabel('Tư tưởng, chính trị').fill('Chép từ giấy')
  await page.getByRole('button', { name: /^Nộp hộ/ }).click()
  await page.waitForLoadState()
  expect(await page.getByLabel('Tư tưởng, chính trị').inputValue()).toBe('Chép từ giấy')
  expect(await page.getByRole('alert').getByRole('link').count()).toBeGreaterThan(4)
  await audit('entering')
  await page.goto(`${portal.address}${sheet}`)
  expect(await page.getByRole('img', { name: 'Ô vuông mở trang nhập hộ của phiếu này' }).count()).toBe(1)
  await audit('the sheet')
  expect(found).toEqual([])
})
