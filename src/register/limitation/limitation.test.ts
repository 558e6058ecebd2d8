import { beforeAll, describe, expect, test } from 'vitest'
import { addLimitation, type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { addDays, inDayMonthYear } from '../../basis/shared/dates.ts'
import { look } from '../../platform/sign-in/index.ts'
import { readWorkbook } from '../../platform/workbook/index.ts'
import { ageOf } from './limitation.ts'
import { limitationRoutes } from './limitation-routes.tsx'
import { listLimitationBranches } from './reads/list-limitation-branches.ts'

/** Lan is a member of the cell that Hòa heads; Toàn's office of the commune stands above both. */
const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>
let lans: number

beforeAll(async () => {
  scene = await inventCampaign(world)
  lans = scene.names['Nông Thị Lan']!
  const { lan, hoa, quy, office } = scene.people
  signedInAs = await openPages(world, { lan, hoa, quy, office }, limitationRoutes)
})

type Who = 'lan' | 'hoa' | 'quy' | 'office'
const remedy = (changes = {}) => ({
  remedy: 'Đến trước giờ họp',
  owner: 'person',
  due_on: inDayMonthYear(addDays(scene.today, 90)),
  ...changes,
})
const raising = (unit = 'chi-bo') => `/han-che-don-vi/${unit}/neu/${lans}`
const raise = async (who: Who, fields: Record<string, string>) => {
  const browser = await signedInAs(who)
  return browser.post(raising(), { ...(await browser.get(raising())).hidden, ...fields })
}
const step = async (who: Who, id: number, move: string, comment = '') => {
  const browser = await signedInAs(who)
  const page = await browser.get(`/han-che/${id}`)
  return browser.post(`/han-che/${id}/buoc/${move}`, { key: page.hidden.key ?? 'chua-co-nut-nao-de-bam', comment })
}
const idOf = async (what: string) => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  return (await world.owner.query('select limitation_id from limitation where what = $1', [what])).rows[0].limitation_id as number
}
const counts = async () => {
  const [cell] = await look(world.database, { person_id: scene.people.office }, db =>
    listLimitationBranches(db, { unit: 'chi-bo', day: scene.today }),
  )
  return cell && [cell.open, cell.repaired, cell.carried_twice]
}
const asked = async () =>
  (await world.owner.query(`select what from open_limitations($1, $2)`, [scene.people.lan, scene.year + 1])).rows.map(({ what }) => what)

describe('a limitation', () => {
  test('is raised by the cell with its remedy, who answers for it and a day; each thing amiss stands at its field', async () => {
    expect((await (await signedInAs('lan')).get(raising())).status).toBe(403)
    const empty = await raise('hoa', { what: '', remedy: '', owner: '', due_on: '31/02/2027' })
    expect(empty.status).toBe(422)
    for (const said of ['Viết hạn chế thành một câu', 'Viết cách khắc phục', 'Chọn ai chịu trách nhiệm', 'một ngày có thật'])
      expect(empty.text).toContain(said)
    const past = await raise('hoa', { what: 'Đến muộn', ...remedy({ due_on: '01/01/2021' }) })
    expect([past.status, past.text.includes('từ hôm nay trở đi'), past.text.includes('Đến muộn')]).toEqual([422, true, true])
    expect((await raise('hoa', { what: 'Đến muộn', ...remedy({ owner: 'me' }) })).status).toBe(303)
    expect([await counts(), await asked()]).toEqual([[1, 0, 0], ['Đến muộn']])
  })

  test('is followed until somebody else has seen it repaired: not its person, not whoever answers for it', async () => {
    const id = await idOf('Đến muộn')
    const early = await step('office', id, 'verify')
    expect([early.status, early.text.includes('có biện pháp khắc phục')]).toEqual([422, true])
    expect((await step('lan', id, 'repair')).status).toBe(303)
    for (const who of ['lan', 'hoa'] as const) {
      const own = await step(who, id, 'verify')
      expect([who, own.status, own.text.includes('Không ai tự xác nhận')]).toEqual([who, 422, true])
    }
    expect((await step('quy', id, 'verify')).status).toBe(403)
    const silent = await step('office', id, 'return')
    expect([silent.status, silent.text.includes('Ghi rõ')]).toEqual([422, true])
    const too_long = 'Muộn '.repeat(201).trim()
    const long = await step('office', id, 'return', too_long)
    expect([long.status, long.text.includes(too_long)]).toEqual([422, true])
    expect((await step('office', id, 'return', 'Tháng này vẫn muộn hai lần')).status).toBe(303)
    expect(await counts()).toEqual([1, 0, 0])
    expect((await (await signedInAs('lan')).get(`/han-che/${id}`)).text).toContain('Tháng này vẫn muộn hai lần')
    expect((await step('lan', id, 'repair')).status).toBe(303)
    expect((await step('office', id, 'verify')).status).toBe(303)
    expect([await counts(), await asked()]).toEqual([[0, 1, 0], []])
    const over = await step('office', id, 'verify')
    expect([over.status, over.text.includes('không còn bước nào sau')]).toEqual([422, true])
  })

  test('is carried over with its count, and counted apart from the second time on; the form asks for it again', async () => {
    expect((await raise('hoa', { what: 'Ghi chép chưa đủ', ...remedy() })).status).toBe(303)
    const id = await idOf('Ghi chép chưa đủ')
    const own = await step('lan', id, 'carry', 'x')
    expect([own.status, own.text.includes('Không ai tự')]).toEqual([422, true])
    for (const year of ['một', 'hai']) expect((await step('hoa', id, 'carry', `Năm thứ ${year} chưa xong`)).status).toBe(303)
    expect((await (await signedInAs('lan')).get('/han-che')).text).toContain('đã chuyển 2 lần')
    expect([await counts(), await asked()]).toEqual([[1, 1, 1], ['Ghi chép chưa đủ']])
    const browser = await signedInAs('lan')
    const page = await browser.get(`/han-che/${id}`)
    expect((await browser.post(`/han-che/${id}/bien-phap`, { ...page.hidden, ...remedy({ remedy: 'Mỗi tuần một trang' }) })).status).toBe(
      303,
    )
    expect((await step('lan', id, 'repair')).status).toBe(303)
    expect((await step('hoa', id, 'verify')).status).toBe(303)
    expect(await counts()).toEqual([0, 2, 0])
  })

  test('stands in the list of its unit by age, without its words; opened, its person sees by whom', async () => {
    await addLimitation(world, scene, { obligation_id: lans, years_ago: 3, what: 'Nể nang khi góp ý' })
    const office = await signedInAs('office')
    const list = await office.get('/han-che-don-vi/dang-bo-xa')
    expect(list.text).toContain('Còn 1 hạn chế chưa khắc phục')
    expect(list.text).toContain('từ hai năm 1')
    expect(list.text).not.toContain('Nể nang')
    expect((await office.get(/\/han-che\/\d+/.exec(list.text)![0])).text).toContain('Nể nang khi góp ý')
    const { rows } = await world.owner.query(
      `select distinct reader_id from person_reading where person_id = $1 and noun = 'limitation' order by 1`,
      [scene.people.lan],
    )
    expect(rows.map(({ reader_id }) => reader_id)).toEqual([scene.people.hoa, scene.people.office].sort((a, b) => a - b))
    expect((await (await signedInAs('quy')).get('/han-che-don-vi/chi-bo')).status).toBe(403)
  })

  test('is in the workbook of its unit where a page shows only the oldest', async () => {
    await world.owner.query(`set neu_guong.loading = 'yes'`)
    await world.owner.query(
      `insert into limitation (obligation_id, what, raised_on) select $1, 'Hạn chế ' || n, $2::date from generate_series(1, 200) n`,
      [lans, scene.today],
    )
    const office = await signedInAs('office')
    const path = '/han-che-don-vi/dang-bo-xa'
    const { text } = await office.get(path)
    // The chart is of all that is open, of which the page lists a part.
    for (const said of ['Chỉ hiện 200 trong 201', 'dưới một năm 200; từ một đến hai năm 0; từ hai năm 1']) expect(text).toContain(said)
    const read = readWorkbook(await office.bytes(`${path}?tep=xlsx`), () => null)
    const rows = read.ok ? read.value.sheets.flatMap(sheet => sheet.rows) : []
    expect(rows.filter(({ cells }) => cells[0]?.text === 'Nông Thị Lan')).toHaveLength(201)
  })

  test('cannot be closed by whose it is, nor by a stranger, past the verbs', async () => {
    const id = await idOf('Nể nang khi góp ý')
    const app = await world.connect('neu_guong_app')
    for (const who of ['lan', 'quy'] as const) {
      await app.query('begin')
      await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(scene.people[who])])
      await expect(
        app.query(`insert into limitation_step (limitation_id, state, happened_on, actor_id) values ($1, 'verified', $2, $3)`, [
          id,
          scene.today,
          scene.people[who],
        ]),
      ).rejects.toThrow(/row-level security|own limitation/)
      await app.query('rollback')
    }
  })
})

test('a limitation is a year old on its day, not before', () => {
  expect([ageOf('2025-12-01', '2026-11-30'), ageOf('2025-12-01', '2026-12-01'), ageOf('2024-12-01', '2026-12-01')]).toEqual([
    'under-one',
    'one',
    'two-and-more',
  ])
})
