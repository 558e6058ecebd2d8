import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import type { Browser } from '../../../test/harness/test-browser.ts'
import { type TestCell, testWorkbook } from '../../../test/harness/workbook.ts'
import { addGrant, addMember, addPerson, addUnit, type InventedCommune, inventCommune } from '../../platform/sign-in/invented-commune.ts'
import { treeRoutes } from './routes.tsx'

const world = withDatabase('empty')
let commune: InventedCommune
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const second = await addPerson(world.owner, 'Lục Thị Thêm')
  const other = await addPerson(world.owner, 'Chu Văn Khác')
  for (const person of [second, other]) await addMember(world.owner, person, commune.units.other_cell)
  await addGrant(world.owner, second, 'unit-office', commune.units.commune)
  await addGrant(world.owner, other, 'unit-office', commune.units.far_commune)
  await world.owner.query('commit')
  const { office } = commune.people
  signedInAs = await openPages(world, { office, second, other }, options => treeRoutes({ ...options, database: world.database }))
})

let pressed = 0
const newKey = () => `list-test-key-${String(++pressed).padStart(6, '0')}`
const header = ['STT', 'Tên chi bộ', 'Trực thuộc', 'Ngày thành lập', 'Mã']
const xlsx = (rows: TestCell[][]) => testWorkbook({ sheets: [{ name: 'Chi bộ', rows: [header, ...rows] }] })
const asked = () => ({
  from: '1/12/2026',
  number: `${++pressed}-QĐ/ĐU`,
  issuer: 'Đảng ủy xã',
  title: 'Thành lập các chi bộ',
  signed_on: '20/11/2026',
})
const columns = { 'column-name': '1', 'column-parent': '2', 'column-from': '3', 'column-code': '4' }
const rows = async (question: string, values: unknown[] = []) => (await world.owner.query(question, values)).rows
const isThere = async (name: string) =>
  (await rows(`select from unit_version where name = $1 and upper(recorded) = 'infinity'`, [name])).length === 1

async function send(browser: Browser, bytes: Uint8Array, unit = 'dang-bo-xa', name = 'chi-bo.xlsx') {
  const body = new FormData()
  body.set('key', newKey())
  body.set('file', new File([Uint8Array.from(bytes)], name))
  return browser.send(`/to-chuc/${unit}/tu-excel`, { method: 'POST', body })
}
/** Sends a list, reads it by the columns above, and gives the address of its page. */
async function sendAndRead(browser: Browser, cells: TestCell[][], more: Record<string, string> = {}): Promise<string> {
  const sent = await send(browser, xlsx(cells))
  const read = await browser.post(`${sent.location}/cot`, { sheet: '0', ...columns, ...asked(), ...more, key: newKey() })
  expect(read.status).toBe(303)
  return sent.location!
}

describe('a list of units', () => {
  test('is sent, its columns are looked over, and it becomes a change that a second person confirms; and undone', async () => {
    const [office, second] = [await signedInAs('office'), await signedInAs('second')]
    const sent = await send(
      office,
      xlsx([
        [1, 'Chi bộ Thôn Một', '', '', 'T1'],
        [2, 'Chi bộ Thôn Hai', 'dang-bo-xa', '15/11/2026', 'T2'],
        [3, 'chi-bo-ben', '', '', ''],
      ]),
    )
    const page = await office.get(sent.location!)
    for (const said of ['Cột nào nói gì?', 'Chi bộ Thôn Hai', '<option value="2" selected>C · Trực thuộc'])
      expect(page.text).toContain(said)
    await office.post(`${sent.location}/cot`, { sheet: '0', ...columns, ...asked(), key: newKey() })
    const came = (await office.get(sent.location!)).text
    for (const said of ['2 đơn vị khác với sổ', 'giữ nguyên</dt><dd>1</dd>', 'Không đổi</dt><dd>1</dd>']) expect(came).toContain(said)
    expect(await isThere('Chi bộ Thôn Một')).toBe(false)
    const change = /href="(\/thay-doi-don-vi\/\d+)"/.exec(came)![1]!
    expect((await office.post(`${change}/xac-nhan`, {})).status).toBe(422)
    expect((await second.post(`${change}/xac-nhan`, {})).status).toBe(303)
    const added = await rows(
      `select u.key, v.name, v.code, lower(v.valid)::text as since from unit u join unit_version v using (unit_id) where v.code in ('T1', 'T2') order by 1`,
    )
    expect(added).toEqual([
      { key: 'chi-bo-thon-hai', name: 'Chi bộ Thôn Hai', code: 'T2', since: '2026-11-15' },
      { key: 'chi-bo-thon-mot', name: 'Chi bộ Thôn Một', code: 'T1', since: '2026-12-01' },
    ])
    expect((await second.post(`${change}/hoan-tac`, { key: newKey() })).status).toBe(303)
    expect(await isThere('Chi bộ Thôn Một')).toBe(false)
    const acts = await rows(`select act from ledger_entry where object in ('unit-list', 'unit-change') order by entry_id`)
    expect(acts.map(({ act }) => act)).toEqual(['send-unit-list', 'lay-unit-change', 'carry-out-unit-change', 'undo-unit-change'])
  })

  test('with cells that cannot be understood, or that the register would refuse, comes back marked, and nothing is laid', async () => {
    const office = await signedInAs('office')
    const address = await sendAndRead(office, [
      [1, 'Chi bộ Sai Cấp', 'Đảng bộ không có', '', ''],
      [2, 'Chi bộ Sai Ngày', '', '31/2/2026', ''],
      [3, 'Chi bộ Quá Xa', '', '1/12/2099', ''],
      [4, 'Chi bộ Đúng', '', '', ''],
    ])
    const page = (await office.get(address)).text
    for (const said of [
      '3 ô cần sửa',
      'C2</strong> Không có đơn vị cấp trên',
      'D3</strong> «31/2/2026»',
      'D4</strong> Ngày 01/12/2099 còn quá xa',
    ])
      expect(page).toContain(said)
    const marked = await office.get(`${address}/tep`)
    expect([marked.status, marked.text.slice(0, 2), marked.headers.get('content-disposition')]).toEqual([
      200,
      'PK',
      `attachment; filename*=UTF-8''chi-bo-da-danh-dau.xlsx`,
    ])
    expect(await rows(`select from unit_change where plan::text like '%Chi bộ Đúng%'`)).toEqual([])
  })

  test('that was written out and is sent back says what the register says', async () => {
    const office = await signedInAs('office')
    const out = await office.bytes('/to-chuc/dang-bo-xa?tep=xlsx')
    const sent = await send(office, out)
    const own = {
      'column-key': '0',
      'column-name': '1',
      'column-unit_kind': '2',
      'column-parent': '3',
      'column-from': '4',
      'column-code': '5',
      'column-place': '6',
    }
    const read = await office.post(`${sent.location}/cot`, { sheet: '0', ...own, ...asked(), key: newKey() })
    expect(read.status).toBe(303)
    expect((await office.get(sent.location!)).text).toContain('Danh sách không có gì khác với sổ')
  })

  test('is asked for its columns and its instrument again where they are missing', async () => {
    const office = await signedInAs('office')
    const sent = await send(office, xlsx([[1, 'Chi bộ X', '', '', '']]))
    const refused = await office.post(`${sent.location}/cot`, {
      sheet: '0',
      'column-parent': '2',
      'column-code': '2',
      ...asked(),
      number: '',
      key: newKey(),
    })
    expect(refused.status).toBe(422)
    for (const said of ['Chọn cột nào là tên đơn vị.', 'Cột này đã được chọn ở trên.', 'Nhập số văn bản.'])
      expect(refused.text).toContain(said)
  })

  test('that is no workbook, or no list of units, is refused at its field', async () => {
    const office = await signedInAs('office')
    const wrong = await send(office, Buffer.from('xin chào'))
    expect([wrong.status, wrong.text.includes('Không thấy bảng nào có cột tên đơn vị')]).toEqual([422, true])
    const none = await office.post('/to-chuc/dang-bo-xa/tu-excel', { key: newKey() })
    expect([none.status, none.text.includes('Chưa chọn tệp.')]).toEqual([422, true])
  })

  test('is its office’s and its second person’s, and nobody’s else', async () => {
    const [office, other, second] = [await signedInAs('office'), await signedInAs('other'), await signedInAs('second')]
    const sent = await send(office, xlsx([[1, 'Chi bộ Riêng', '', '', '']]))
    expect((await second.get(sent.location!)).status).toBe(200)
    for (const path of ['/to-chuc/dang-bo-xa/tu-excel', sent.location!, `${sent.location}/tep`])
      expect((await other.get(path)).status).toBe(403)
    expect((await send(other, xlsx([[1, 'Chi bộ Lạ', '', '', '']]))).status).toBe(403)
    expect((await send(office, xlsx([[1, 'Chi bộ Lạ', '', '', '']]), 'huyen-uy')).status).toBe(403)
    // Sent by one, a list is read by none but them.
    const read = await second.post(`${sent.location}/cot`, { sheet: '0', ...columns, ...asked(), key: newKey() })
    expect([read.status, read.text.includes('Chỉ người gửi tệp')]).toEqual([422, true])
  })
})

describe('a list', () => {
  test('of the communes of today is taken in as one that was sent, and becomes a change that waits', async () => {
    await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
    await addUnit(world.owner, 'tinh-lai-chau', 'province', null)
    const keeper = await addPerson(world.owner, 'Lò Văn Giữ')
    await addMember(world.owner, keeper, commune.units.far_cell)
    await addGrant(world.owner, keeper, 'superior-office', commune.units.province)
    await world.owner.query('commit')
    const browser = await (await openPages(world, { keeper }, options => treeRoutes({ ...options, database: world.database })))('keeper')
    const address = '/to-chuc/tinh-lai-chau/tu-excel'
    expect((await browser.get(address)).text).toContain('Lấy từ danh mục cả nước')
    expect((await browser.post(address, { key: newKey(), province: '99' })).status).toBe(422)
    const sent = await browser.post(address, { key: newKey(), province: '12' })
    const as_proposed = { 'column-code': '0', 'column-unit_kind': '1', 'column-name': '2', 'column-from': '3' }
    const page = await browser.get(sent.location!)
    for (const said of ['tỉnh Lai Châu.csv', '<option value="2" selected>C · Tên']) expect(page.text).toContain(said)
    expect((await browser.post(`${sent.location}/cot`, { sheet: '0', ...as_proposed, ...asked(), key: newKey() })).status).toBe(303)
    const [change] = await rows('select plan from unit_change order by unit_change_id desc limit 1')
    const units = change!.plan.units as { name: string; unit_kind: string; parent: string; from: string }[]
    expect([units.length, new Set(units.map(unit => `${unit.parent} ${unit.from}`))]).toEqual([38, new Set(['tinh-lai-chau 2025-07-01'])])
    expect(new Set(units.map(({ unit_kind }) => unit_kind))).toEqual(new Set(['commune', 'ward']))
  })
})
