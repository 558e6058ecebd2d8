import { beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '../../../../seed/read-csv.ts'
import successions from '../../../../seed/territory/successions.csv?raw'
import versions from '../../../../seed/territory/versions.csv?raw'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { lapsed_2020, recogniseUntil2021, resolution_2020, successorsOf2020 } from '../../../../test/harness/resolution-2020.ts'
import { endOf } from '../../../basis/shared/dates.ts'
import { answerFigure } from '../../../numbers/figure/index.ts'
import { addGrant, addMember, addPerson, addUnit } from '../../../platform/sign-in/invented-commune.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { mergerRoutes } from '../routes.tsx'
import type { Drafted, DraftedUnit } from './drafted.ts'
import { takeFromList } from './units-of-today.ts'

/** Before the merger of 2020, which is written here; what was decided later is recorded first. */
const world = withDatabase('territory', { until: '2019-02-19' })
let second: number
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  await recogniseUntil2021(world)
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const top = await addUnit(world.owner, 'tinh-uy', 'province-committee', null)
  const superior = await addPerson(world.owner, 'Đặng Phúc Sinh')
  const office = await addPerson(world.owner, 'Hà Đức Toàn')
  second = await addPerson(world.owner, 'Vi Thị Hai')
  const cell = await addUnit(world.owner, 'chi-bo', 'cell', top)
  for (const person of [superior, second, office]) await addMember(world.owner, person, cell)
  for (const person of [superior, second]) await addGrant(world.owner, person, 'superior-office', top)
  await addGrant(world.owner, office, 'unit-office', cell)
  await world.owner.query('commit')
  signedInAs = await openPages(world, { superior, second, office }, options => mergerRoutes({ ...options, database: world.database }))
})

type Pages = Awaited<ReturnType<typeof signedInAs>>
const pathOf = (location: string | null) => new URL(location!, 'http://x').pathname
const rows = async (question: string, values: unknown[] = []) => (await world.owner.query(question, values)).rows
let pressed = 0
const key = () => `wizard-test-press-${++pressed}`

async function begin(pages: Pages, more: Record<string, string> = {}): Promise<string> {
  const begun = await pages.post('/sap-nhap/soan', { ...resolution_2020, ...more, key: key() })
  expect(begun.status).toBe(303)
  return pathOf(begun.location)
}
const versionOf = async (pages: Pages, path: string) => (await pages.get(path)).hidden.version!
async function addOne(pages: Pages, draft: string, unit: Record<string, string>) {
  const version = await versionOf(pages, draft)
  return pages.post(`${draft}/don-vi/moi`, { act: 'save', key: key(), version, ...unit })
}

/** Parts as the form sends them. */
function partsOf(parts: { unit: string; extent: string; people?: string }[]): Record<string, string> {
  const fields = parts.flatMap(({ extent, people = '' }, i) => [
    [`part_${i}_extent`, extent],
    [`part_${i}_population_share`, people],
    [`part_${i}_area_share`, ''],
  ])
  return { parts: parts.map(({ unit }) => unit).join(' '), ...Object.fromEntries(fields) }
}

/** Each successor of 2020 as the form sends it. */
function unitsOf2020(): Record<string, string>[] {
  return successorsOf2020().map(({ parts, ...unit }) => ({ ...unit, ...partsOf(parts) }))
}

async function standing(): Promise<string[]> {
  const asked = { unit: 'tinh-bac-kan', valid_as_of: '2021-02-19', recorded_as_of: endOf('2199-12-31') }
  const answer = await answerFigure(world.db, 'F16', asked, new Date('2199-12-31'))
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.value.rows.map(row => row.key).sort()
}

test('the resolution of 2020 is written unit by unit, previewed, confirmed by a second person: 23 become 15, by name', async () => {
  const before = await standing()
  expect(before).toHaveLength(23)
  const mine = await signedInAs('superior')
  const draft = await begin(mine)
  // The first one as a person does it: found by names, marked, kept.
  const [first, ...others] = unitsOf2020()
  const found = await mine.post(`${draft}/don-vi/moi`, { act: 'find', words: 'lang ngam, huong ne' })
  expect(found.text).toContain('value="xa-lang-ngam"')
  const listed = await mine.send(`${draft}/don-vi/moi`, {
    method: 'POST',
    body: 'act=add&words=lang+ngam%2C+huong+ne&add=xa-lang-ngam&add=xa-huong-ne&parts=',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect([listed.hidden.parts, listed.text.includes('part_1_extent')]).toEqual(['xa-lang-ngam xa-huong-ne', true])
  // Neither kind nor parent is typed: they are those of the first unit.
  const kept = await addOne(mine, draft, { ...first!, unit_kind: '', parent: '' })
  expect(kept.status).toBe(303)
  for (const unit of others) expect((await addOne(mine, draft, unit)).status).toBe(303)
  const page = await mine.get(draft)
  expect(page.text).toContain(`Đơn vị hình thành (${others.length + 1})`)

  const preview = await mine.get(`${draft}/xem`)
  expect(preview.text).toContain('8 kết quả đạt chuẩn mất đi')
  const fates = [...preview.text.matchAll(/<th scope="row"[^>]*>([^<]+)<\/th><td[^>]*>([^<]+)</g)].map(
    ([, name, fate]) => `${name}: ${fate}`,
  )
  expect(fates.filter(fate => fate.endsWith(': mất')).sort()).toEqual(lapsed_2020.map(name => `${name}: mất`))
  expect(fates.filter(fate => !fate.endsWith(': mất'))).toEqual([])
  for (const said of ['xã mới giữ kết quả khi mọi xã cũ đều đạt: từ 20 thành 12', 'không chuyển tiếp kết quả: từ 20 thành 12'])
    expect(preview.text).toContain(said)
  expect(await standing()).toEqual(before)

  const laid = await mine.post(`${draft}/xem`, { key: key(), version: preview.hidden.version! })
  expect(laid.status).toBe(303)
  expect((await mine.get(draft)).status).toBe(403)
  const path = pathOf(laid.location)
  const hers = await signedInAs('second')
  const asked = await hers.get(path)
  expect(asked.text).toContain('8 kết quả đạt chuẩn mất đi')
  expect((await hers.post(`${path}/xac-nhan`, { seen: asked.hidden.seen! })).status).toBe(303)

  const after = await standing()
  expect(after).toHaveLength(15)
  const lost = before.filter(unit => !after.includes(unit))
  const named = await rows('select distinct v.name from unit_version v join unit u using (unit_id) where u.key = any ($1)', [lost])
  expect(named.map(({ name }) => name).sort()).toEqual(lapsed_2020)
  const made = await rows(
    `select v.name, v.code, v.unit_kind from unit_version v where lower(v.valid) = '2020-02-01' and is_open(v.recorded)
        and exists (select from succession s where s.successor_id = v.unit_id) order by v.code`,
  )
  const ordered = unitsOf2020().map(({ name, code, unit_kind }) => ({ name, code, unit_kind }))
  expect(made).toEqual(ordered.toSorted((a, b) => (a.code! < b.code! ? -1 : 1)))
  const acts = await rows(`select act from ledger_entry where object in ('merger-proposal', 'merger') order by entry_id`)
  expect(acts.map(({ act }) => act)).toEqual(['propose-merger', 'merge-units', 'confirm-merger'])
})

test('the list of the nation fills the draft of 2025: 108 communes into those that were made, lines without a code kept apart', async () => {
  const mine = await signedInAs('superior')
  const draft = await begin(mine, { effective_on: '1/7/2025', signed_on: '16/6/2025', number: '1683/NQ-UBTVQH15' })
  const provinces = partsOf(['tinh-bac-kan', 'tinh-thai-nguyen'].map(unit => ({ unit, extent: 'whole' })))
  expect((await addOne(mine, draft, { name: 'Thái Nguyên', ...provinces })).status).toBe(303)
  const list = `${draft}/danh-sach`
  const { text } = await mine.get(list)
  for (const said of ['36 đơn vị mới; 1 xã giữ nguyên', 'Dòng của danh sách bị để riêng (4)', 'không có mã cũ'])
    expect(text).toContain(said)
  const take = async (parent: string) => mine.post(list, { key: key(), version: await versionOf(mine, draft), parent })
  expect((await take('khong-co')).text).toContain('Chọn tỉnh mà các xã, phường trực thuộc')
  const parent = /value="(tinh-thai-nguyen-\d+)"/.exec(text)![1]!
  expect((await take(parent)).status).toBe(303)
  const [{ drafted }] = await rows('select drafted from merger_draft_version order by saved_at desc, version desc limit 1')
  const made = (drafted as Drafted).units.map(
    ({ name, parts }) =>
      `${name} ← ${parts
        .map(({ name }) => name)
        .sort()
        .join(', ')}`,
  )
  expect(made.sort()).toEqual(madeIn2025())
  expect((drafted as Drafted).others.map(({ name, parent }) => `${name} ${parent}`).sort()).toEqual([
    ...['huyện Ba Bể', 'huyện Bạch Thông', 'huyện Chợ Mới', 'huyện Chợ Đồn', 'huyện Na Rì', 'huyện Ngân Sơn', 'huyện Pác Nặm'].map(
      name => `${name} null`,
    ),
    'thành phố Bắc Kạn null',
    `xã Thượng Quan ${parent}`,
  ])
  expect((await mine.get(list)).text).toContain('Danh sách không có gì thêm')
  // What the draft has receive others goes on: the list gives it to nobody.
  const filled = drafted as Drafted
  const [province, { parts, ...first }] = filled.units as [DraftedUnit, DraftedUnit]
  const goes_on = parts[0]!.unit
  const before = { ...filled, units: [province, { ...first, key: goes_on, stands: true, parts: [] }], others: [] }
  const again = await takeFromList(world.db, before, { key: parent, name: 'Thái Nguyên' })
  expect(namedBy(again.drafted)).toEqual(namedBy(filled).filter(unit => unit !== goes_on))
  // Of a name that stays, the rest is in the draft: the list still has it begin anew, for it was merged.
  const named_so = (unit: DraftedUnit) => unit.parts.find(({ name }) => name === sayPlace(unit, 'vi'))
  const one = filled.units.find(unit => unit.unit_kind === 'commune' && unit.parts.length > 1 && named_so(unit))!
  const rest = one.parts.filter(part => part !== named_so(one)).map(({ unit, name }) => ({ unit, name, parent: null, parent_name: null }))
  const left = await takeFromList(
    world.db,
    { ...filled, units: filled.units.filter(unit => unit !== one), others: [...filled.others, ...rest] },
    { key: parent, name: 'Thái Nguyên' },
  )
  expect(left.drafted.units.at(-1)).toMatchObject({ name: one.name, parts: [named_so(one)] })
  const preview = await mine.get(`${draft}/xem`)
  for (const said of ['Trình người thứ hai xác nhận', '108']) expect(preview.text).toContain(said)
  const other = await begin(mine, { effective_on: '1/8/2025', number: '2/NQ' })
  expect((await mine.post(`${other}/danh-sach`, { key: key(), version: '1', parent: 'tinh-bac-kan' })).text).toContain(
    'chỉ dùng cho bản đồ',
  )
})

test('the communes of the list stand under a province of before or of the draft, never under a commune that only begins', async () => {
  const mine = await signedInAs('superior')
  const draft = await begin(mine, { effective_on: '1/7/2025', signed_on: '16/6/2025', number: '3/NQ' })
  const provinces = partsOf(['tinh-bac-kan', 'tinh-thai-nguyen'].map(unit => ({ unit, extent: 'whole' })))
  for (const unit of [
    { name: 'Thái Nguyên', ...provinces },
    { name: 'Mới', ...partsOf([{ unit: 'xa-kim-lu', extent: 'whole' }]) },
  ])
    expect((await addOne(mine, draft, unit)).status).toBe(303)
  const { text } = await mine.get(`${draft}/danh-sach`)
  const offered = [...text.matchAll(/<option value="([^"]+)"/g)].map(([, key]) => key!.replace(/-\d+$/, ''))
  expect(offered).toEqual(['tinh-thai-nguyen', 'tinh-bac-kan', 'tinh-thai-nguyen'])
})

/** The units of before that give to others, end or move. */
function namedBy({ units, others }: Drafted): string[] {
  return [...units.flatMap(({ parts }) => parts), ...others].map(({ unit }) => unit).sort()
}

/** What the resolutions of 2025 made of Bắc Kạn, as the seed has it: each unit with those it came of. */
function madeIn2025(): string[] {
  const version = (key: string, day: string) =>
    readCsv(versions).find(row => row.unit_key === key && row.valid_from! <= day && (row.valid_to === '' || row.valid_to! > day))!
  const edges = readCsv(successions).filter(row => row.effective_on === '2025-07-01')
  return [...Map.groupBy(edges, edge => edge.successor_key!)]
    .map(([successor, own]) => {
      const parts = own
        .map(({ predecessor_key }) => version(predecessor_key!, '2021-02-19'))
        .map(({ name, unit_kind }) => sayPlace({ name: name!, unit_kind: unit_kind! }, 'vi'))
      return `${version(successor, '2025-07-01').name} ← ${parts.sort().join(', ')}`
    })
    .sort()
}

describe('what cannot be is refused where it is mended, and nothing is written', () => {
  const whole = (...units: string[]) => partsOf(units.map(unit => ({ unit, extent: 'whole' })))
  async function said(units: Record<string, string>[], more: Record<string, string> = {}): Promise<string[]> {
    const mine = await signedInAs('superior')
    const draft = await begin(mine, { effective_on: '1/3/2026', signed_on: '1/2/2026', number: `${pressed}/NQ`, ...more })
    for (const unit of units) expect((await addOne(mine, draft, unit)).status).toBe(303)
    const { text } = await mine.get(`${draft}/xem`)
    const laid = await mine.post(`${draft}/xem`, { key: key(), version: await versionOf(mine, draft) })
    expect(laid.status).toBe(422)
    return [...text.matchAll(/<li><a href="[^"]+">([^<]*)<\/a>: ([^<]+)<\/li>/g)].map(([, at, sentence]) => `${at}: ${sentence}`)
  }

  test('a dead unit', async () => {
    expect(await said([{ name: 'Mới', ...whole('xa-lang-ngam', 'xa-kim-lu') }])).toEqual([
      'Mới: «xã Lãng Ngâm» đã kết thúc ngày 2020-02-01.',
    ])
  })

  test('shares of one unit that come to more than one, and to less', async () => {
    const half = (unit: string, people: string) => partsOf([{ unit, extent: 'part', people }])
    expect(
      await said([
        { name: 'Một', ...half('xa-kim-lu', '70') },
        { name: 'Hai', ...half('xa-kim-lu', '40') },
      ]),
    ).toEqual([expect.stringContaining('Các tỷ lệ của «xã Kim Lư» cộng lại vượt quá 1')])
    expect(await said([{ name: 'Một', ...half('xa-kim-lu', '70') }])).toEqual([expect.stringContaining('chưa đủ 1')])
  })

  test('a unit that would come out of itself', async () => {
    expect(await said([{ receives: 'xa-kim-lu', ...partsOf([{ unit: 'xa-kim-lu', extent: 'goes-on' }]) }])).toContain(
      'Kim Lư: «Kim Lư» sẽ thành đơn vị kế tiếp của chính mình.',
    )
  })

  test('a unit that goes whole to two places, or is said two different things of', async () => {
    expect(
      await said([
        { name: 'Một', ...whole('xa-kim-lu') },
        { name: 'Hai', ...whole('xa-kim-lu') },
        { name: 'Ba', ...partsOf([{ unit: 'xa-kim-lu', extent: 'goes-on' }]) },
      ]),
    ).toEqual([
      'Hai: «xã Kim Lư» chuyển toàn bộ sang hai nơi.',
      'Ba: «xã Kim Lư» được ghi ở hai nơi khác nhau: chuyển toàn bộ, một phần, hay vẫn còn?',
    ])
  })

  test('a district that ends while communes stand under it', async () => {
    const mine = await signedInAs('superior')
    const draft = await begin(mine, { effective_on: '1/3/2026', signed_on: '1/2/2026', number: 'x/NQ' })
    const found = await mine.post(`${draft}/khac`, { act: 'find', words: 'pac nam' })
    expect(found.text).toContain('value="huyen-pac-nam"')
    const put = await mine.post(`${draft}/khac`, {
      act: 'save',
      add: 'huyen-pac-nam',
      parent: '',
      key: key(),
      version: await versionOf(mine, draft),
    })
    expect(put.status).toBe(303)
    const { text } = await mine.get(`${draft}/xem`)
    expect(text).toContain('là đơn vị sẽ kết thúc: hãy nêu nơi trực thuộc mới')
    const off = await mine.post(`${draft}/khac`, { act: 'off huyen-pac-nam', key: key(), version: await versionOf(mine, draft) })
    expect(off.status).toBe(303)
    expect((await mine.get(draft)).text).toContain('chuyển cấp trên (0)')
  })

  test('a unit of nothing, a unit without a name, a share that is none, a number of people that is none', async () => {
    const mine = await signedInAs('superior')
    const draft = await begin(mine)
    const refused = async (unit: Record<string, string>) => {
      const { status, text } = await addOne(mine, draft, unit)
      return [status, ...[...text.matchAll(/<li><a href="#[^"]+">([^<]+)</g)].map(([, sentence]) => sentence)]
    }
    expect(await refused({ name: 'Mới' })).toEqual([422, expect.stringContaining('Chưa có đơn vị nào chuyển vào')])
    expect(await refused(whole('xa-kim-lu'))).toEqual([422, 'Nhập tên đơn vị mới.'])
    expect(await refused({ name: 'Mới', ...partsOf([{ unit: 'xa-kim-lu', extent: 'part', people: '0' }]) })).toEqual([
      422,
      expect.stringContaining('Tỷ lệ là số lớn hơn 0'),
    ])
    expect(await refused({ name: 'Mới', population: 'nhiều', ...whole('xa-kim-lu') })).toEqual([422, expect.stringContaining('Số dân')])
    expect((await mine.get(draft)).text).toContain('Đơn vị hình thành (0)')
  })

  test('what was saved from another page meanwhile; a second press of the same one is no second unit', async () => {
    const mine = await signedInAs('superior')
    const draft = await begin(mine)
    const version = await versionOf(mine, draft)
    const sent = { act: 'save', key: key(), version, name: 'Mới', ...whole('xa-kim-lu') }
    expect((await mine.post(`${draft}/don-vi/moi`, sent)).status).toBe(303)
    expect((await mine.post(`${draft}/don-vi/moi`, sent)).status).toBe(303)
    const stale = await mine.post(`${draft}/don-vi/moi`, { ...sent, key: key(), name: 'Khác' })
    expect([stale.status, stale.text.includes('value="Khác"')]).toEqual([422, true])
    expect(stale.text).toContain('Bản soạn đã được lưu ở trang khác')
    expect((await mine.get(draft)).text).toContain('Đơn vị hình thành (1)')
    expect((await mine.post(draft, { key: key(), version: '2' })).location).toContain('/sap-nhap?')
  })
})

test('a draft is its writer’s alone, past the pages as well; an office that may not merge begins none', async () => {
  const draft = await begin(await signedInAs('superior'))
  const id = Number(draft.split('/').at(-1))
  expect((await (await signedInAs('second')).get(draft)).status).toBe(403)
  expect((await (await signedInAs('office')).post('/sap-nhap/soan', { ...resolution_2020, key: key() })).status).toBe(403)
  expect((await (await signedInAs('office')).get('/sap-nhap/soan')).status).toBe(403)
  const app = await world.connect('neu_guong_app')
  await app.query('begin')
  await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(second)])
  expect((await app.query('select from merger_draft_version where merger_draft_id = $1', [id])).rowCount).toBe(0)
  const add = `insert into merger_draft_version (merger_draft_id, version, drafted, state) values ($1, 2, '{}', 'written')`
  await expect(app.query(add, [id])).rejects.toMatchObject({ code: '42501' })
})
