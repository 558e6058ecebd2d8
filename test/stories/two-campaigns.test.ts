import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addDays, dayOf, sayDay } from '../../src/basis/shared/dates.ts'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()
const top = 'tinh-uy-thai-nguyen-2025'
const inDays = (n: number) => sayDay(addDays(dayOf(new Date()), n), 'vi')
let cell: string
let base: string

beforeAll(async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select u.key as cell, b.key as base
       from account a
       join membership m using (person_id)
       join unit u       using (unit_id)
       join placement p  on p.unit_id = u.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and upper(p.recorded) = 'infinity'
       join unit b       on b.unit_id = p.parent_id
      where a.sign_in_name = 'mau.dang-vien' and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'`,
  )
  ;[cell, base] = [rows[0].cell, rows[0].base]
})

async function enter(name: string, path: string): Promise<Page> {
  const page = await stage.newPage({ width: 1280, height: 900 })
  await signInAs(page, portal.address, name, path)
  return page
}

/** The campaign that a page shows, and the others that it leads to. */
async function shownOn(page: Page): Promise<[shown: string, others: string[]]> {
  const nav = page.getByRole('navigation', { name: 'Các đợt cam kết' })
  return [await nav.locator('[aria-current]').innerText(), await nav.getByRole('link').allInnerTexts()]
}

async function switchTo(page: Page, year: number): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Các đợt cam kết' })
    .getByRole('link', { name: `Đợt ${year}` })
    .click()
  await page.waitForURL(/[?&]dot=\d+$/)
}

test('while the campaign of 2027 still receives, the office of the province is asked back about that of 2028, and calls it', async () => {
  const page = await enter('mau.cap-tren', `/dot/${top}`)
  await page.getByRole('link', { name: 'Phát động đợt mới' }).click()
  const programme = page.getByRole('radio')
  if (await programme.count()) await programme.first().check()
  const answers = {
    ...{ 'Năm của bản cam kết': '2028', 'Nhận từ ngày': inDays(0), 'Hạn nộp': inDays(40), 'Ngày đóng': inDays(60) },
    ...{ 'Ít nhất mấy việc làm theo': '2', 'Nhiều nhất mấy việc': '3', 'Số, ký hiệu': '90-KH/TU', 'Cơ quan ban hành': 'Tỉnh ủy' },
    ...{ 'Trích yếu': 'Về đợt cam kết 2028', 'Ngày ký': inDays(0) },
  }
  for (const [label, answer] of Object.entries(answers)) await page.getByLabel(label, { exact: true }).fill(answer)
  await page.getByLabel('Chuyên đề').fill('Nói đi đôi với làm')
  await page.getByRole('button', { name: 'Xem lại trước khi phát động' }).click()
  await page.getByText('Đợt 2027 của Tỉnh ủy Thái Nguyên còn nhận từ').waitFor()
  await page.getByRole('button', { name: /^Phát động cho / }).click()
  await page.getByRole('alert').getByText('Xem những điều được hỏi lại').waitFor()
  await page.getByLabel('Tôi đã xem những điều trên và vẫn phát động').check()
  await page.getByRole('button', { name: /^Phát động cho / }).click()
  await page.getByRole('status').getByText('Đã phát động.').waitFor()
})

test('a member owes both and writes each; what is written for 2028 does not stand in 2027', async () => {
  const page = await enter('mau.dang-vien', '/cam-ket')
  const writing = page.getByRole('link', { name: 'Viết cam kết' })
  for (const year of [2028, 2027]) await page.getByRole('heading', { name: `Cam kết năm ${year}` }).waitFor()
  const [newer, older] = await Promise.all((await writing.all()).map(link => link.getAttribute('href')))
  const write = async (path: string | null | undefined, thought: string) => {
    await page.goto(`${portal.address}${path}`)
    await page.getByRole('link', { name: 'Tự rèn luyện' }).click()
    expect(await page.getByLabel('Tư tưởng, chính trị').inputValue()).toBe('')
    await page.getByLabel('Tư tưởng, chính trị').fill(thought)
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
    await page.getByRole('group', { name: 'Việc 1' }).waitFor()
  }
  await write(newer, 'Lời của năm 2028')
  await write(older, 'Lời của năm 2027')
})

test('a leader owes the plan of both years', async () => {
  const page = await enter('mau.lanh-dao', '/ke-hoach')
  for (const year of [2028, 2027]) await page.getByRole('heading', { name: new RegExp(`${year}`) }).waitFor()
  expect(await page.getByRole('link', { name: 'Viết kế hoạch' }).count()).toBe(2)
})

test('the secretary endorses what waits of 2027, enters a paper for 2028, and reminds of 2027 whom 2028 does not concern', async () => {
  const page = await enter('mau.bi-thu', `/chi-bo/${cell}`)
  const title = () => page.getByRole('heading', { level: 1 }).innerText()
  expect(await shownOn(page)).toEqual(['Đợt 2028', ['Đợt 2027']])
  const of_2028 = Number(/còn (\d+) người/.exec(await title())![1])
  await page.getByText('Không còn bản nào chờ.').waitFor()

  await switchTo(page, 2027)
  const of_2027 = Number(/còn (\d+) người/.exec(await title())![1])
  expect(of_2027).toBeLessThan(of_2028)
  await page.getByRole('link', { name: /^Đọc và xác nhận \d+ bản$/ }).click()
  while (await page.getByRole('button', { name: 'Xác nhận và đọc bản tiếp' }).count())
    await page.getByRole('button', { name: 'Xác nhận và đọc bản tiếp' }).click()
  await page.getByRole('button', { name: 'Xác nhận bản cuối' }).click()
  await page.getByRole('status').getByText('Đã xác nhận bản của ').waitFor()
  expect([await title(), (await shownOn(page))[0]]).toEqual([`Đợt cam kết 2027: còn ${of_2027} người`, 'Đợt 2027'])

  const name = await page.locator('.people strong').first().innerText()
  await page.getByRole('link', { name: 'Nhắc người chưa nộp' }).click()
  await page.getByRole('button', { name: `Nhắc ${of_2027} người` }).click()
  await page
    .getByRole('status')
    .getByText(new RegExp(`^Đã nhắc ${of_2027} người \\(.*${name}`))
    .waitFor()
  await page.getByRole('link', { name: 'Về trang nhắc' }).click()
  expect(await shownOn(page)).toEqual(['Đợt 2027', ['Đợt 2028']])
  await switchTo(page, 2028)
  await page.getByText('Chưa nhắc lần nào trong đợt này.').waitFor()

  await page.goto(`${portal.address}/chi-bo/${cell}`)
  await page.getByRole('link', { name: `nhập hộ từ giấy: ${name}` }).click()
  for (const box of await page.getByRole('main').getByRole('textbox').all()) {
    const field = (await box.getAttribute('name'))!
    if (!field.startsWith('deed_3')) await box.fill(field.endsWith('due_on') ? inDays(30) : 'Nói đi đôi với làm')
  }
  await page.getByRole('button', { name: `Nộp hộ ${name}` }).click()
  await page.getByRole('status').getByText(`Đã nhập hộ cho ${name}.`).waitFor()
  expect([await title(), (await shownOn(page))[0]]).toEqual([`Đợt cam kết 2028: còn ${of_2028 - 1} người`, 'Đợt 2028'])
  await switchTo(page, 2027)
  expect(await title()).toBe(`Đợt cam kết 2027: còn ${of_2027} người`)
})

const followed = [
  ['mau.van-phong', 'doi-soat'],
  ['mau.cap-tren', 'doi-soat'],
  ['mau.van-phong', 'ke-hoach-lanh-dao'],
  ['mau.cap-tren', 'ke-hoach-lanh-dao'],
] as const

test.for(followed)('%s follows each campaign by itself at /%s', async ([who, room]) => {
  const page = await enter(who, `/${room}/${who === 'mau.cap-tren' ? top : base}`)
  const title = page.getByRole('heading', { level: 1 })
  expect(await shownOn(page)).toEqual(['Đợt 2028', ['Đợt 2027']])
  expect(await title.innerText()).toContain('2028')
  await switchTo(page, 2027)
  expect(await shownOn(page)).toEqual(['Đợt 2027', ['Đợt 2028']])
  expect(await title.innerText()).toContain('2027')
})

test('whoever goes down from the map of 2027, and up again, stays in 2027', async () => {
  const page = await enter('mau.cap-tren', `/doi-soat/${top}`)
  await switchTo(page, 2027)
  await page.getByText('Nộp đủ đến đâu, theo đơn vị').click()
  await page.getByRole('navigation', { name: 'Từng đơn vị còn thiếu bao nhiêu bản cam kết' }).first().waitFor()
  await page.getByRole('rowheader').getByRole('link').first().click()
  await page.waitForURL(url => !url.pathname.endsWith(top))
  expect((await shownOn(page))[0]).toBe('Đợt 2027')
  await page.getByRole('link', { name: /^Lên một cấp/ }).click()
  await page.waitForURL(url => url.pathname.endsWith(top))
  expect((await shownOn(page))[0]).toBe('Đợt 2027')
})
