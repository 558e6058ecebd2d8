import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { letIn, tokenOf } from '../../prove/door.ts'
import { addGrant, addMember, addPerson, addUnit } from '../../src/platform/sign-in/invented-commune.ts'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { lapsed_2020, recogniseUntil2021, resolution_2020, type Successor, successorsOf2020 } from '../harness/resolution-2020.ts'

/** Before the merger of 2020, which is written here; what was decided later is recorded first. */
const world = withDatabase('territory', { until: '2019-02-19' })
const portal = withProgram(world)
const stage = withBrowser()
let [writer, second] = [0, 0]

beforeAll(async () => {
  await recogniseUntil2021(world)
  const { owner } = world
  await owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const top = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const cell = await addUnit(owner, 'chi-bo', 'cell', top)
  const people = [await addPerson(owner, 'Đặng Phúc Sinh'), await addPerson(owner, 'Vi Thị Hai')]
  for (const person of people) {
    await addMember(owner, person, cell)
    await addGrant(owner, person, 'superior-office', top)
  }
  await owner.query('commit')
  ;[writer, second] = people as [number, number]
  for (const person of people) await letIn(owner, person, person)
})

async function at(person: number, path: string): Promise<Page> {
  const page = await stage.newPage({ width: 1280, height: 900, script: false })
  await page.context().addCookies([{ name: 'neu-guong', value: tokenOf(person), url: portal.address }])
  await page.goto(`${portal.address}${path}`)
  return page
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** A successor as somebody writes it: its parts are found by their names and marked, then it is named and kept. */
async function write(page: Page, { parts, name, unit_kind, code, parent }: Successor): Promise<void> {
  await page.getByRole('link', { name: 'Thêm một đơn vị' }).click()
  await page.getByLabel('Tìm đơn vị').fill(parts.map(part => part.name).join(', '))
  await press(page, 'Tìm')
  for (const { unit } of parts) await page.locator(`input[name="add"][value="${unit}"]`).check()
  await press(page, 'Thêm vào danh sách')
  const listed = (await page.locator('input[name="parts"]').inputValue()).split(' ')
  for (const { unit, extent } of parts) await page.locator(`select[name="part_${listed.indexOf(unit)}_extent"]`).selectOption(extent)
  await page.getByLabel('Tên đơn vị mới').fill(name)
  await page.getByLabel('Loại', { exact: true }).selectOption(unit_kind)
  await page.getByLabel('Mã', { exact: true }).fill(code)
  await page.getByLabel('Trực thuộc', { exact: true }).selectOption(parent)
  await press(page, 'Lưu đơn vị này')
  await page.getByText('Đã lưu đơn vị.').waitFor()
}

/** The communes that stand on 19/02/2021, by name, as everybody reads them. */
async function standing(): Promise<string[]> {
  const answer = await fetch(`${portal.address}/so-lieu/F16.json?unit=tinh-bac-kan&valid_as_of=2021-02-19`)
  return ((await answer.json()) as { rows: { name: string }[] }).rows.map(({ name }) => name).sort()
}

test('without script one person writes the resolution of 2020 unit by unit, another confirms it: 23 communes become 15, the ones that the resolution lets lapse', async () => {
  const before = await standing()
  expect(before).toHaveLength(23)
  const page = await at(writer, '/sap-nhap/soan')
  await page.getByLabel('Đơn vị hành chính').check()
  await page.getByLabel('Kết quả đạt chuẩn nông thôn mới').selectOption(resolution_2020.rule)
  const { effective_on, number, issuer, title, signed_on } = resolution_2020
  const said = {
    'Bản đồ đổi từ ngày': effective_on,
    'Số, ký hiệu': number,
    'Cơ quan ban hành': issuer,
    'Trích yếu': title,
    'Ngày ký': signed_on,
  }
  for (const [label, typed] of Object.entries(said)) await page.getByLabel(label).fill(typed)
  await press(page, 'Tiếp tục')
  const successors = successorsOf2020()
  for (const successor of successors) await write(page, successor)
  await page.getByRole('heading', { name: `Đơn vị hình thành (${successors.length})` }).waitFor()
  await page.getByRole('link', { name: 'Xem trước' }).click()
  await page.getByRole('heading', { name: '8 kết quả đạt chuẩn mất đi' }).waitFor()
  const lapsing = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'mất', exact: true }) })
  expect((await lapsing.getByRole('rowheader').allTextContents()).sort()).toEqual(lapsed_2020)
  expect(await standing()).toEqual(before)
  await press(page, 'Trình người thứ hai xác nhận')

  const confirming = await at(second, new URL(page.url()).pathname)
  await confirming.getByRole('heading', { name: '8 kết quả đạt chuẩn mất đi' }).waitFor()
  await press(confirming, 'Xác nhận sáp nhập')
  await confirming.getByText('sổ đã ghi sáp nhập này', { exact: false }).waitFor()
  await expect.poll(standing, { timeout: 20_000 }).toEqual(before.filter(name => !lapsed_2020.includes(name)))
  expect(await standing()).toHaveLength(15)
}, 300_000)
