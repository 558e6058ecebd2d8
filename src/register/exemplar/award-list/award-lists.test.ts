import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../../test/harness/campaign.ts'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import type { Browser } from '../../../../test/harness/test-browser.ts'
import { type TestCell, testWorkbook } from '../../../../test/harness/workbook.ts'
import { addGrant } from '../../../platform/sign-in/invented-commune.ts'
import { exemplarRoutes } from '../nomination-routes.tsx'
import { listRecognisedExemplars } from '../reads/list-recognised-exemplars.ts'
import { readAwards } from './tasks.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: (name: string) => Promise<Browser>

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { people, units } = scene
  const { owner } = world
  const since = `'[2020-01-01,infinity)'`
  await owner.query(`set neu_guong.loading = 'yes'`)
  await owner.query(`
    insert into unit (unit_id, key) values (9001, 'tinh'), (9002, 'xa-na'), (9003, 'xa-dong-1'), (9004, 'xa-dong-2');
    insert into unit_version (unit_id, name, unit_kind, valid, recorded) values (9001, 'Tỉnh', 'province', ${since}, ${since}),
      (9002, 'Nà Phặc', 'commune', ${since}, ${since}), (9003, 'Đồng Tâm', 'commune', ${since}, ${since}), (9004, 'Đồng Tâm', 'commune', ${since}, ${since});
    insert into placement (unit_id, hierarchy, parent_id, valid, recorded)
    select unit_id, 'territory', 9001, ${since}, ${since} from unit where unit_id between 9002 and 9004;
    insert into exemplar (exemplar_id, kind, field, unit_id, keeper_id) values (70, 'individual', 'economy', 9002, ${units.cell});
    insert into exemplar_profile (exemplar_id, person_id, name) values (70, ${people.superior}, 'Đặng Phúc Sinh')`)
  await addGrant(owner, people.leader, 'superior-office', units.district)
  await owner.query('reset neu_guong.loading')
  const { superior, leader, office } = people
  signedInAs = await openPages(world, { superior, leader, office }, exemplarRoutes)
})

let presses = 0
const key = () => `awards-press-${String(++presses).padStart(6, '0')}`
const header = ['STT', 'Họ và tên', 'Loại', 'Lĩnh vực', 'Địa bàn', 'Thành tích', 'Cấp', 'Hình thức', 'Số QĐ', 'Ngày ký', 'Cơ quan ban hành']
const xlsx = (rows: TestCell[][]) => testWorkbook({ sheets: [{ name: 'Khen', rows: [['DANH SÁCH KHEN THƯỞNG'], header, ...rows] }] })
const line = (name: string, changed: Partial<Record<number, TestCell>> = {}): TestCell[] =>
  [
    '1',
    name,
    'Cá nhân',
    'Y tế',
    'xã Nà Phặc',
    'Trực trạm suốt mùa lũ',
    'Tỉnh',
    'Bằng khen của UBND',
    '12/QĐ-UBND',
    '5/3/2024',
    'UBND tỉnh',
  ].map((cell, at) => changed[at] ?? cell)
const lists = '/khen-thuong/huyen-uy'

async function send(who: string, bytes: Uint8Array, name = 'khen.xlsx') {
  const body = new FormData()
  body.set('key', key())
  body.set('file', new File([Uint8Array.from(bytes)], name))
  return (await signedInAs(who)).send(lists, { method: 'POST', body })
}
const sent = async (rows: TestCell[][]) => (await send('superior', xlsx(rows))).location!.split('?')[0]!
const move = async (who: string, address: string, name: string, comment = '') =>
  (await signedInAs(who)).post(`${address}/${name}`, { key: key(), comment })
const counted = async () =>
  (
    await listRecognisedExemplars(world.db, { unit: 'tinh', from: '2016-01-01', valid_as_of: scene.today, recorded_as_of: '2099-01-01' })
  ).map(({ kind, field, awards }) => `${kind} ${field} ${awards}`)
const rowsOf = async <T>(question: string): Promise<T[]> => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  return (await world.owner.query(question)).rows
}

test('a list is read, laid beside the register and shown; it counts when a second person has confirmed it, and no more when it is undone', async () => {
  const address = await sent([
    line('Lý Thị Hoà'),
    line('Lý Thị Hoà', { 5: 'Dạy 40 người nhận biết sốt rét', 9: '7/9/2025', 8: '40/QĐ-UBND' }),
    line('Đội y tế lưu động', { 2: 'tập thể', 6: 'cấp tỉnh', 7: 'Giấy khen' }),
  ])
  const page = await (await signedInAs('superior')).get(address)
  for (const said of ['Công nhận</dt><dd>3', 'Điển hình mới</dt><dd>2', 'Quyết định</dt><dd>2', 'chờ người thứ hai', 'Rút danh sách'])
    expect(page.text).toContain(said)
  expect(page.text).not.toContain('Xác nhận, ghi vào sổ')
  expect(await counted()).toEqual([])

  // Whoever sent it does not confirm it, nor does an office that recognises nobody.
  expect((await move('superior', address, 'confirm')).text).toContain('Không ai tự làm bước này')
  expect((await move('office', address, 'confirm')).status).toBe(403)
  expect(await rowsOf('select from recognition')).toEqual([])
  expect((await move('leader', address, 'confirm')).status).toBe(303)
  expect(await counted()).toEqual(['individual health 2', 'collective health 1'])

  // What was recognised is a case from which consent goes on; nobody is named by the list.
  const confirmed = await (await signedInAs('leader')).get(address)
  const on_case = /\/ho-so-dien-hinh\/\d+/.exec(confirmed.text)![0]
  expect((await (await signedInAs('leader')).get(on_case)).text).toContain('Ghi giấy đồng ý')
  expect((await (await world.connect('neu_guong_app')).query('select name from exemplar_profile')).rows).toEqual([])

  // Sent once more, each line says that it was recognised already; and nothing of it is written.
  const again = await sent([line('lý thị hoà')])
  expect((await (await signedInAs('superior')).get(again)).text).toContain(
    'F3</strong> Thành tích này của người hoặc tập thể này đang được xét',
  )

  expect((await move('superior', address, 'undo')).text).toContain('Ghi rõ vì sao.')
  expect((await move('superior', address, 'undo', 'Gửi nhầm danh sách.')).status).toBe(303)
  expect(await counted()).toEqual([])
  const states = await rowsOf<{ state: string }>(
    `select distinct on (nomination_id) state from nomination_step order by nomination_id, nomination_step_id desc`,
  )
  expect(states.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  const acts = await rowsOf<{ act: string }>(`select act from ledger_entry where object = 'award-list' order by entry_id`)
  expect(acts.map(({ act }) => act)).toEqual(['send-award-list', 'confirm-award-list', 'send-award-list', 'undo-award-list'])
})

test('cells that cannot be understood are named, and come back marked in the same workbook; nothing waits then', async () => {
  const address = await sent([
    line('', { 5: 'A' }),
    line('Bế Thị B', { 2: 'họ hàng', 3: 'bóng đá', 4: 'xã Không Có' }),
    line('Bế Thị C', { 4: 'Đồng Tâm', 6: 'cấp khu', 7: 'tiền mặt' }),
    line('Bế Thị D', { 8: '', 9: '30/2/2024' }),
    line('Bế Thị E', { 9: '1/1/2099' }),
    line('Bế Thị G'),
    line('bế thị g'),
    line('Đặng Phúc Sinh', { 5: 'Tự khen' }),
  ])
  const page = await (await signedInAs('superior')).get(address)
  for (const said of [
    ...['Có 12 ô cần sửa', 'B3</strong> Dòng này chưa có tên', 'C4</strong> Ghi «cá nhân»', 'D4</strong> Không có lĩnh vực «bóng đá»'],
    ...['E4</strong> Không có xã', 'E5</strong> Có nhiều nơi tên «Đồng Tâm»', 'G5</strong> Ghi «xã»', 'H5</strong> Ghi «bằng khen»'],
    ...['I6</strong> Nhập số văn bản.', 'J6</strong> Nhập một ngày có thật', 'J7</strong> Văn bản chưa ký'],
    ...['F9</strong> Thành tích này của cùng điển hình đã có ở dòng 8', 'B10</strong> Không ai tự khen thưởng mình'],
  ])
    expect(page.text).toContain(said)
  expect((await move('leader', address, 'confirm')).text).toContain('«có ô cần sửa»')
  const marked = await (await signedInAs('superior')).get(`${address}/tep`)
  expect(marked.headers.get('content-disposition')).toContain('khen-da-danh-dau.xlsx')
  expect((await move('superior', address, 'withdraw')).status).toBe(303)
})

test('a file without a table, without a column or without a row is refused at its field, and nothing of it is kept', async () => {
  const before = await rowsOf('select from award_list')
  const refused = async (bytes: Uint8Array, name?: string) => {
    const { status, text } = await send('superior', bytes, name)
    return [status, text] as const
  }
  const csv = (text: string) => new TextEncoder().encode(text)
  const sayings = [
    await refused(csv('a;b\n1;2\n'), 'x.csv'),
    await refused(csv('Họ và tên;Thành tích;Loại\nA;B;cá nhân\n'), 'x.csv'),
    await refused(xlsx([])),
    await refused(csv('')),
  ]
  expect(sayings.map(([status]) => status)).toEqual([422, 422, 422, 422])
  for (const [at, said] of ['không có bảng nào', 'thiếu cột: Lĩnh vực; Địa bàn', 'chưa có dòng nào', 'Tệp rỗng'].entries())
    expect(sayings[at]![1]).toContain(said)
  expect((await (await signedInAs('office')).get(lists)).status).toBe(403)
  expect(await rowsOf('select from award_list')).toHaveLength(before.length)
})

test('what the register has learned since the list was sent is seen where it is confirmed; whoever is in it does not confirm it', async () => {
  const rows = [line('Hà Văn Tư', { 5: 'Giữ rừng' })]
  const [one, other] = [await sent(rows), await sent(rows)]
  expect((await move('leader', one, 'confirm')).status).toBe(303)
  expect((await move('leader', other, 'confirm')).text).toContain('Sổ đã khác so với lúc gửi')
  expect((await move('leader', other, 'reject', 'Gửi hai lần.')).status).toBe(303)
  expect((await move('superior', other, 'withdraw')).text).toContain('không còn bước nào sau')
  expect(await rowsOf(`select from recognition where achievement = 'Giữ rừng'`)).toHaveLength(1)
})

test('by the database alone nobody writes a recognition, a case or a step of a list that they do not confirm', async () => {
  const app = await world.connect('neu_guong_app')
  const { people, units } = scene
  const [waiting] = await rowsOf<{ id: number }>(`select max(award_list_id)::int as id from award_list`)
  const as = async (person: number, statement: string) => {
    await app.query('begin')
    await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(person)])
    try {
      await app.query(statement)
    } finally {
      await app.query('rollback')
    }
  }
  const step = (state: string, by: number) =>
    `insert into award_list_step (award_list_id, state, taken_by) values (${waiting!.id}, '${state}', ${by})`
  await expect(as(people.superior, step('confirmed', people.superior))).rejects.toThrow('row-level security')
  await expect(as(people.office, step('confirmed', people.office))).rejects.toThrow('row-level security')
  const putting = `insert into nomination (exemplar_id, unit_id, nominated_by) values (70, ${units.district}, ${people.superior})`
  await expect(as(people.leader, putting)).rejects.toThrow('row-level security')
  const award = `insert into recognition (exemplar_id, level, form, achievement, instrument_id, decided_on)
    select 70, 'province', 'title', 'x', min(instrument_id), '2024-01-01' from instrument`
  await expect(as(people.leader, award)).rejects.toThrow('row-level security')
})

test('days of the calendar and days as people write them are read alike; numbering, the header once more and blank rows are none', () => {
  const read = readAwards(
    xlsx([header.map((_, i) => String(i + 1)), line('A', { 9: { v: 45356, s: 1 } }), [], header, line('B', { 9: '05.03.2024' })]),
  )
  expect(read.ok && read.value.lines.map(({ row, name, signed_on }) => [row, name, signed_on])).toEqual([
    [4, 'A', '2024-03-05'],
    [7, 'B', '2024-03-05'],
  ])
})
