import { expect, test } from 'vitest'
import { violations, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { openMenu } from '../harness/menu.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()
const menu = 'Kế hoạch lãnh đạo'
const today = new Date().toLocaleDateString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' })

const planned = async () =>
  (await world.owner.query('select sum(planned)::int as n from leadership_tally where year = 2027')).rows[0].n as number

async function nameOf(account: string): Promise<string> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select v.full_name from account a join person_version v using (person_id) where a.sign_in_name = $1 and upper(v.recorded) = 'infinity'`,
    [account],
  )
  return rows[0].full_name
}

test('a leader writes the plan of the post part by part, presents it, hands it in and keeps the receipt', async () => {
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.lanh-dao', '/ke-hoach')
  await page.getByRole('link', { name: 'Viết kế hoạch' }).click()
  await page.getByRole('link', { name: 'Nội dung', exact: true }).click()
  await page.getByLabel('Trách nhiệm nêu gương').fill('Không nhận quà; họp đúng giờ')
  await page.getByLabel('Nhiệm vụ gắn với chức vụ').fill('Xuống mỗi đơn vị cơ sở một lần trong quý')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  const deed = page.getByRole('group', { name: /^Việc 1/ })
  await deed.getByLabel('Làm việc gì').fill('Tiếp cán bộ, chiến sĩ mỗi tháng hai buổi')
  await deed.getByLabel('Lấy gì để biết đã xong').fill('sổ tiếp')
  await deed.getByLabel('Xong trước ngày').fill('31/12/2027')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.getByLabel('Đã trình bày trước tập thể ngày').fill('01/01/2020')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.getByRole('button', { name: 'Nộp kế hoạch' }).click()
  await page.getByRole('alert').filter({ hasText: 'ngày trình bày không thể trước ngày ấy' }).waitFor()
  await page
    .getByRole('link', { name: /trình bày trước tập thể/ })
    .first()
    .click()
  await page.getByLabel('Đã trình bày trước tập thể ngày').fill(today)
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.getByRole('button', { name: 'Nộp kế hoạch' }).click()
  await page.waitForURL('**/giay-nhan?**')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Giấy nhận kế hoạch KH-2027-\d{6}-1$/)
})

test('the level above reads the plan and gives it back with a comment; the leader mends it and hands in the next version', async () => {
  const above = await stage.newPage({ script: false })
  await signInAs(above, portal.address, 'mau.cap-tren', '/cam-ket')
  await openMenu(above)
  await above.getByRole('link', { name: menu }).click()
  await above.getByRole('link', { name: `Đọc kế hoạch của ${await nameOf('mau.lanh-dao')}` }).click()
  await above.getByText('Trả lại để sửa').click()
  await above.getByLabel('Cần sửa gì').fill('Nêu rõ đơn vị nào trước')
  await above.getByRole('button', { name: 'Trả lại kèm ý kiến' }).click()
  await above.getByRole('status').filter({ hasText: 'Đã trả lại' }).waitFor()

  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.lanh-dao', '/ke-hoach')
  await page.getByText('Nêu rõ đơn vị nào trước').waitFor()
  await page.getByRole('link', { name: 'Sửa theo ý kiến' }).click()
  await page.getByRole('link', { name: 'Nội dung', exact: true }).click()
  await page.getByLabel('Nhiệm vụ gắn với chức vụ').fill('Quý một xuống hai đơn vị xa nhất')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.goto(page.url().replace('viec-lam', 'kiem-tra'))
  await page.getByRole('button', { name: 'Nộp kế hoạch' }).click()
  await page.waitForURL('**/giay-nhan?**')
})

test('the level above approves the mended plan, and it counts at once', async () => {
  const before = await planned()
  const above = await stage.newPage({ script: false })
  await signInAs(above, portal.address, 'mau.cap-tren', '/cam-ket')
  await openMenu(above)
  await above.getByRole('link', { name: menu }).click()
  await above.getByRole('link', { name: `Đọc kế hoạch của ${await nameOf('mau.lanh-dao')}` }).click()
  await above.getByText('Quý một xuống hai đơn vị xa nhất').waitFor()
  await above.getByRole('button', { name: 'Duyệt kế hoạch này' }).click()
  await above.getByRole('status').filter({ hasText: 'Đã duyệt một kế hoạch.' }).waitFor()
  expect(await planned()).toBe(before + 1)
})

test('the leader amends the approved plan, thinks better of it and takes the amendment back: the approved one counts again', async () => {
  const before = await planned()
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.lanh-dao', '/ke-hoach')
  await page.getByRole('link', { name: 'Sửa kế hoạch đã duyệt' }).click()
  await page.getByRole('link', { name: 'Trình bày trước tập thể', exact: true }).click()
  await page.getByLabel('Đã trình bày trước tập thể ngày').fill(today)
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.getByRole('button', { name: 'Nộp kế hoạch' }).click()
  await page.waitForURL('**/giay-nhan?**')
  expect(await planned()).toBe(before - 1)
  await page.goto(`${portal.address}/ke-hoach`)
  await page.getByRole('button', { name: 'Rút bản sửa, giữ kế hoạch đã duyệt' }).click()
  await page.getByRole('status').filter({ hasText: 'Kế hoạch đã duyệt lại có hiệu lực' }).waitFor()
  await page.getByText('đã duyệt', { exact: true }).waitFor()
  expect(await planned()).toBe(before)
})

test('the leader sees that the level above has read the plan, and cannot approve it himself', async () => {
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.lanh-dao', '/ke-hoach')
  await page.getByText('đã duyệt', { exact: true }).waitFor()
  await openMenu(page)
  await page.getByRole('link', { name: menu }).click()
  const own = await page
    .getByRole('link', { name: `Đọc kế hoạch của ${await nameOf('mau.lanh-dao')}`, includeHidden: true })
    .first()
    .getAttribute('href')
  const answer = await page.request.post(`${portal.address}${own}/duyet`, {
    headers: { 'sec-fetch-site': 'same-origin' },
    form: { version: '2', key: 'mot-khoa-dai-du-dung' },
  })
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toContain('Không ai duyệt kế hoạch của chính mình.')
})

test('the pages of plans are free of what axe finds', async () => {
  const page = await stage.newAuditedPage()
  await signInAs(page, portal.address, 'mau.lanh-dao', '/ke-hoach')
  const paths = ['/ke-hoach', await hrefOf('Sửa kế hoạch đã duyệt')]
  for (const part of ['noi-dung', 'viec-lam', 'trinh-bay', 'kiem-tra', 'giay-nhan']) paths.push(paths[1]!.replace('viet', part))
  await page.goto(`${portal.address}/ke-hoach`)
  await openMenu(page)
  paths.push(await hrefOf(menu))
  for (const path of paths) {
    await page.goto(`${portal.address}${path}`)
    expect([path, await violations(page)]).toEqual([path, []])
  }

  async function hrefOf(name: string): Promise<string> {
    return (await page.getByRole('link', { name }).first().getAttribute('href'))!
  }
})
