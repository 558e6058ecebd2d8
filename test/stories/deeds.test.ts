import { beforeAll, expect, test } from 'vitest'
import { violations, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { place_of_photo, telephonePhoto } from '../harness/photos.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()

/** What the demo's member has promised for 2027 is approved; the rows are the loader's, the pages are the program's. */
beforeAll(async () => {
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(
    `with due as (select o.obligation_id, o.person_id from obligation o join campaign using (campaign_id) join account a using (person_id)
                   where year = 2027 and a.sign_in_name = 'mau.dang-vien'),
          text as (insert into commitment (obligation_id, version, thought, ethics, working_style, discipline, prevention)
                   select obligation_id, 9, 'a', 'b', 'c', 'd', 'e' from due returning commitment_id, obligation_id),
          deeds as (insert into deed (commitment_id, ordinal, what, measure, due_on, registered_on)
                    select commitment_id, n, case n when 1 then 'Trồng 30 cây lát hoa' else 'Giúp 3 hộ nộp hồ sơ' end, 'sổ', '2027-06-30', today_in_vietnam()
                      from text cross join generate_series(1, 2) n)
     insert into commitment_step (commitment_id, state, happened_on, actor_id)
     select commitment_id, s.state, today_in_vietnam(), person_id from text join due using (obligation_id)
      cross join (values (1, 'submitted', true), (2, 'endorsed', false), (3, 'approved', false)) s (place, state, own) where s.own`,
  )
  await world.owner.query(
    `insert into commitment_step (commitment_id, state, happened_on)
     select c.commitment_id, s.state, today_in_vietnam()
       from commitment c cross join (values (1, 'endorsed'), (2, 'approved')) s (place, state) where c.version = 9 order by s.place`,
  )
  await world.owner.query('commit')
})

const counted = async () =>
  (
    await world.owner.query(
      `select sum(t.registered)::int as registered, sum(t.done)::int as done from deed_tally t join campaign using (campaign_id) where year = 2027`,
    )
  ).rows[0]

test('a member reports from the telephone that a deed is done, with a photo of it; it counts at once, and the photo tells nothing else', async () => {
  const before = await counted()
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.dang-vien', '/cam-ket')
  await page.getByRole('listitem').filter({ hasText: 'Trồng 30 cây lát hoa' }).getByRole('link', { name: 'Báo tiến độ' }).click()
  await page.getByRole('heading', { level: 1, name: 'Trồng 30 cây lát hoa' }).waitFor()
  await page.getByRole('radio', { name: 'Đã xong' }).check()
  await page.getByLabel('Một câu cho rõ').fill('Đủ 30 cây, sống 28')
  await page
    .getByLabel('Ảnh hoặc giấy tờ kèm theo')
    .setInputFiles({ name: 'vuon.jpg', mimeType: 'image/jpeg', buffer: await telephonePhoto(64, 48) })
  await page.getByRole('button', { name: 'Ghi tiến độ' }).click()
  await page.getByRole('status').filter({ hasText: 'Đã ghi tiến độ.' }).waitFor()
  const photo = page.getByRole('img', { name: 'Mở vuon.jpg' })
  const address = new URL((await photo.getAttribute('src'))!, portal.address).href
  const answer = await page.request.get(address)
  const bytes = await answer.body()
  expect([answer.status(), bytes.includes(place_of_photo), bytes.subarray(0, 2).toString('hex')]).toEqual([200, false, 'ffd8'])
  const { 'content-type': type, 'x-content-type-options': sniff, 'content-security-policy': csp, 'cache-control': cache } = answer.headers()
  expect([type, sniff, csp, cache]).toEqual(['image/jpeg', 'nosniff', "default-src 'none'; sandbox", 'no-store'])
  expect(await counted()).toEqual({ registered: before.registered, done: before.done + 1 })
  const stranger = await stage.newPage({ script: false })
  await signInAs(stranger, portal.address, 'mau.kiem-tra', '/tai-khoan')
  expect((await stranger.request.get(address)).status()).toBe(403)
})

test('a file that is too long, or is not what it is called, is refused in a sentence at its field; what was typed stays, and nothing is written', async () => {
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.dang-vien', '/cam-ket')
  await page.getByRole('listitem').filter({ hasText: 'Giúp 3 hộ nộp hồ sơ' }).getByRole('link', { name: 'Báo tiến độ' }).click()
  const steps = async () => (await world.owner.query('select count(*)::int as n from deed_step where actor_id is not null')).rows[0].n
  const before = await steps()
  const files = [
    {
      name: 'to.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5 * 1024 * 1024)]),
      says: 'Tệp PDF lớn quá: nhiều nhất 5 MB.',
    },
    { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\x90\0 a program'), says: 'Chỉ nhận ảnh JPEG' },
    { name: 'TỐI MẬT so 3.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7'), says: 'Tên tệp ghi là tài liệu mật' },
  ]
  for (const { says, ...file } of files) {
    await page.getByRole('radio', { name: 'Xong một phần' }).check()
    await page.getByLabel('Một câu cho rõ').fill('Còn một hộ')
    await page.getByLabel('Ảnh hoặc giấy tờ kèm theo').setInputFiles(file)
    await page.getByRole('button', { name: 'Ghi tiến độ' }).click()
    await page.getByRole('alert').filter({ hasText: says }).waitFor()
    expect(await page.getByLabel('Một câu cho rõ').inputValue()).toBe('Còn một hộ')
    expect(await page.getByRole('radio', { name: 'Xong một phần' }).isChecked()).toBe(true)
  }
  expect(await steps()).toBe(before)
})

test('a large photo is made smaller in the browser before it is sent, and is kept under its name', async () => {
  const page = await stage.newPage()
  await signInAs(page, portal.address, 'mau.dang-vien', '/cam-ket')
  await page.getByRole('listitem').filter({ hasText: 'Giúp 3 hộ nộp hồ sơ' }).getByRole('link', { name: 'Báo tiến độ' }).click()
  await page.getByRole('radio', { name: 'Đang làm' }).check()
  const field = page.getByLabel('Ảnh hoặc giấy tờ kèm theo')
  const photo = Buffer.concat([await telephonePhoto(3200, 2400), Buffer.alloc(2 * 1024 * 1024)])
  await field.setInputFiles({ name: 'vuon lon.jpg', mimeType: 'image/jpeg', buffer: photo })
  const chosen = () => field.evaluate((input: HTMLInputElement) => ({ size: input.files![0]!.size, name: input.files![0]!.name }))
  await expect.poll(async () => (await chosen()).size).toBeLessThan(300 * 1024)
  expect((await chosen()).name).toBe('vuon lon.jpg')
  await page.getByRole('button', { name: 'Ghi tiến độ' }).click()
  await page.getByRole('img', { name: 'Mở vuon lon.jpg' }).waitFor()
})

test('a deed that cannot be carried out is replaced, with the reason; the old one is still told of', async () => {
  const page = await stage.newPage({ script: false })
  await signInAs(page, portal.address, 'mau.dang-vien', '/cam-ket')
  await page.getByRole('listitem').filter({ hasText: 'Giúp 3 hộ nộp hồ sơ' }).getByRole('link', { name: 'Báo tiến độ' }).click()
  await page.getByRole('link', { name: 'Thay bằng việc khác' }).click()
  await page.getByRole('button', { name: 'Thay việc này' }).click()
  await page.getByRole('alert').filter({ hasText: 'Ghi một câu cho rõ vì sao.' }).waitFor()
  await page.getByLabel('Vì sao phải thay').fill('Ba hộ đã nộp xong')
  await page.getByLabel('Làm việc gì').fill('Dạy hai cụ dùng điện thoại')
  await page.getByLabel('Lấy gì để biết đã xong').fill('hai cụ tự gọi được')
  await page.getByLabel('Xong trước ngày').fill('30/09/2027')
  await page.getByRole('button', { name: 'Thay việc này' }).click()
  await page.getByRole('heading', { level: 1, name: 'Dạy hai cụ dùng điện thoại' }).waitFor()
  await page.goto(`${portal.address}/cam-ket`)
  const replaced = page.getByRole('listitem').filter({ hasText: 'Giúp 3 hộ nộp hồ sơ' }).filter({ hasText: 'đã thay bằng việc khác' })
  expect(await replaced.getByText('Ba hộ đã nộp xong').count()).toBe(1)
})

test('the page of a deed and that of its replacement are free of what axe finds', async () => {
  const page = await stage.newAuditedPage()
  await signInAs(page, portal.address, 'mau.dang-vien', '/cam-ket')
  expect(await violations(page)).toEqual([])
  await page.getByRole('listitem').filter({ hasText: 'Dạy hai cụ dùng điện thoại' }).getByRole('link', { name: 'Báo tiến độ' }).click()
  await page.getByRole('button', { name: 'Ghi tiến độ' }).click()
  await page.getByRole('alert').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Thay bằng việc khác' }).click()
  await page.waitForURL('**/thay')
  expect(await violations(page)).toEqual([])
})
