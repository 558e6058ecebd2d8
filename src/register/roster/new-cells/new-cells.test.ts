import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { inventOffices, newKey, type Offices, rosterOf, sendRoster } from '../../../../test/harness/rosters.ts'
import type { TestCell } from '../../../../test/harness/workbook.ts'
import { addGrant, addMember, addUnit } from '../../../platform/sign-in/invented-commune.ts'
import { rosterRoutes } from '../roster-routes.tsx'
import { nameOfCell } from './find-new-cells.ts'
import { newCellsRoutes } from './routes.tsx'

const world = withDatabase('empty')
let offices: Offices
let signedInAs: Awaited<ReturnType<typeof openPages>>

/** Beside the commune a new one, in which nothing stands yet; its list is kept by the same clerk. */
beforeAll(async () => {
  offices = await inventOffices(world)
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const fresh = await addUnit(world.owner, 'dang-bo-moi', 'base-organisation', offices.units.district)
  await addGrant(world.owner, offices.clerk, 'unit-office', fresh)
  await addMember(world.owner, offices.second, offices.units.other_cell)
  await world.owner.query('commit')
  const { clerk, second, people } = offices
  signedInAs = await openPages(world, { clerk, second, lan: people.lan }, options => {
    const whole = { ...options, database: world.database }
    return [rosterRoutes(whole), newCellsRoutes(whole)]
  })
})

const line = (n: number, name: string, cell: string): TestCell[] => [n, name, '1/2/1980', 'Nam', 'Kinh', cell, 'Chính thức', '']
const asked = () => ({ from: '1/12/2026', number: '3-QĐ/ĐU', issuer: 'Đảng ủy', title: 'Thành lập chi bộ', signed_on: '20/11/2026' })
const stateOf = async (roster_import_id: number) => (await rosterOf(offices, offices.clerk, roster_import_id))!.state
async function cameTo(roster_import_id: number, state: string): Promise<void> {
  for (let tries = 0; tries < 600 && (await stateOf(roster_import_id)) === 'reading'; tries++)
    await new Promise(done => setTimeout(done, 100))
  expect(await stateOf(roster_import_id)).toBe(state)
}
const cellsUnder = async (unit: string) =>
  (
    await world.owner.query(
      `select v.name from placement p join unit u on u.unit_id = p.parent_id join unit_version v on v.unit_id = p.unit_id and upper(v.recorded) = 'infinity'
        where u.key = $1 and upper(p.recorded) = 'infinity' order by 1`,
      [unit],
    )
  ).rows.map(({ name }) => name)

describe('a roster with cells that the register does not have', () => {
  test('offers to found them, to whoever sent it and may; then it is read again and can be compared', async () => {
    const roster = await sendRoster(offices, [
      line(1, 'Nông Văn Một', 'chi-bo'),
      line(2, 'Nông Văn Hai', 'THÔN NÀ LẸNG'),
      line(3, 'Nông Văn Ba', 'Thôn Nà Lẹng'),
      line(4, 'Nông Văn Tư', 'chi-bo-ben'),
    ])
    expect(roster.state).toBe('faulty')
    const [clerk, second, lan] = [await signedInAs('clerk'), await signedInAs('second'), await signedInAs('lan')]
    const address = `/danh-sach/dang-bo-xa/lan/${roster.roster_import_id}`
    expect((await clerk.get(address)).text).toContain('Lập 1 chi bộ chưa có trong sổ')
    expect((await second.get(address)).text).not.toContain('chi-bo-moi')
    for (const browser of [second, lan]) expect((await browser.get(`${address}/chi-bo-moi`)).status).toBe(403)
    const page = await clerk.get(`${address}/chi-bo-moi`)
    expect(page.text).toContain('Chi bộ Thôn Nà Lẹng')
    const bare = await clerk.post(`${address}/chi-bo-moi`, { cells: '0', ...asked(), number: '', key: newKey() })
    expect([bare.status, bare.text.includes('Nhập số văn bản.')]).toEqual([422, true])
    const none = await clerk.post(`${address}/chi-bo-moi`, { ...asked(), key: newKey() })
    expect([none.status, none.text.includes('Chưa có gì khác với sổ')]).toEqual([422, true])
    expect((await clerk.post(`${address}/chi-bo-moi`, { cells: '0', ...asked(), key: newKey() })).status).toBe(303)
    await cameTo(roster.roster_import_id, 'compared')
    expect(await cellsUnder('dang-bo-xa')).toContain('Chi bộ Thôn Nà Lẹng')
    expect((await clerk.get(`${address}/chi-bo-moi`)).status).toBe(403)
  })

  test('of a unit that has none yet is not taken for another unit’s', async () => {
    const rows = [line(1, 'Hoàng Văn Một', 'Chi bộ Thôn Đông'), line(2, 'Hoàng Văn Hai', 'Chi bộ Thôn Tây')]
    const roster = await sendRoster(offices, rows, { unit: 'dang-bo-moi' })
    expect(roster.state).toBe('faulty')
    const clerk = await signedInAs('clerk')
    const address = `/danh-sach/dang-bo-moi/lan/${roster.roster_import_id}`
    const sent: [string, string][] = [['cells', '0'], ['cells', '1'], ['key', newKey()], ...Object.entries(asked())]
    expect((await clerk.post(`${address}/chi-bo-moi`, sent)).status).toBe(303)
    await cameTo(roster.roster_import_id, 'compared')
    expect(await cellsUnder('dang-bo-moi')).toEqual(['Chi bộ Thôn Tây', 'Chi bộ Thôn Đông'])
  })
})

test.each([
  ['THÔN NÀ LẸNG', 'Chi bộ Thôn Nà Lẹng'],
  ['chi bộ trường thcs', 'Chi bộ Trường Thcs'],
  ['Chi bộ Trường THCS', 'Chi bộ Trường THCS'],
])('«%s» in a roster is «%s»', (said, name) => {
  expect(nameOfCell(said)).toBe(name)
})
