import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { dayOf } from '../../../basis/shared/dates.ts'
import { type InventedCommune, inventCommune } from '../../../platform/sign-in/invented-commune.ts'
import { addUnits } from '../verbs/add-units.ts'
import { mergeUnits } from '../verbs/merge-units.ts'
import { instrumentRoutes } from './instrument-routes.tsx'
import { citing_words } from './instrument-words.ts'

const world = withDatabase('empty')
const now = new Date()
let commune: InventedCommune
let signedInAs: Awaited<ReturnType<typeof openPages>>
const founding = {
  number: '12-QĐ/ĐU',
  kind: 'decision',
  issuer: 'Đảng ủy xã',
  title: 'Thành lập chi bộ Nà Lẹng',
  signed_on: '2026-11-20',
} as const

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const cell = {
    key: 'chi-bo-na-leng',
    name: 'Chi bộ Nà Lẹng',
    unit_kind: 'cell',
    parent: 'dang-bo-xa',
    place: null,
    code: null,
    from: dayOf(now),
  }
  const added = await world.changeAsOwner(tx =>
    addUnits(tx, { person_id: null, name: 'test' }, { units: [cell], instrument: founding, now, at: 'units' }),
  )
  if (!added.ok) throw new Error(JSON.stringify(added.problems))
  const { office, lan } = commune.people
  signedInAs = await openPages(world, { office, lan }, options => instrumentRoutes(options))
})

const rows = async (question: string, values: unknown[] = []) => (await world.owner.query(question, values)).rows
const form = () => ({
  kind: 'plan',
  number: '05-KH/ĐU',
  issuer: 'Đảng ủy xã',
  title: 'Kế hoạch làm theo Bác',
  signed_on: '1/3/2026',
  effective_on: '',
})

describe('instruments', () => {
  test('are found by words without marks, and by kind, by everybody who is signed in', async () => {
    const lan = await signedInAs('lan')
    const on = async (query: string) => (await lan.get(`/van-ban${query}`)).text
    expect(await on('?tim=na+leng')).toContain('12-QĐ/ĐU')
    expect(await on('?tim=na+leng&loai=law')).toContain('Không có văn bản nào như vậy')
    expect(await on('')).not.toContain('href="/van-ban/ghi"')
    const sheet = await lan.get('/van-ban?tep=xlsx')
    expect([sheet.status, sheet.text.slice(0, 2)]).toEqual([200, 'PK'])
  })

  test('say what cites them: how many rows of what, and which units', async () => {
    const lan = await signedInAs('lan')
    const [{ instrument_id }] = await rows(`select instrument_id from instrument where number = '12-QĐ/ĐU'`)
    const { text } = await lan.get(`/van-ban/${instrument_id}`)
    for (const said of ['Tên, loại, mã của đơn vị</dt><dd>1', 'Đơn vị trực thuộc</dt><dd>1', 'href="/to-chuc/chi-bo-na-leng"'])
      expect(text).toContain(said)
    expect((await lan.get('/van-ban/999999')).status).toBe(403)
  })

  test('name the units that they joined, those that ended by it too', async () => {
    const joined = { key: 'chi-bo-chung', code: null, name: 'Chi bộ Chung', unit_kind: 'cell', parent: 'dang-bo-xa' }
    const edges = ['chi-bo', 'chi-bo-ben'].map(predecessor => ({
      predecessor,
      successor: joined.key,
      population_share: null,
      area_share: null,
    }))
    const instrument = { ...founding, number: '13-QĐ/ĐU', title: 'Hợp nhất' }
    const merger = { hierarchy: 'party', instrument, effective_on: dayOf(now), successors: [joined], edges }
    expect(await world.changeAsOwner(tx => mergeUnits(tx, { person_id: null, name: 'test' }, merger))).toMatchObject({ ok: true })
    const [{ instrument_id }] = await rows(`select instrument_id from instrument where number = '13-QĐ/ĐU'`)
    const { text } = await (await signedInAs('lan')).get(`/van-ban/${instrument_id}`)
    for (const unit of ['chi-bo', 'chi-bo-ben', joined.key]) expect(text).toContain(`href="/to-chuc/${unit}"`)
  })

  test('every table that may cite one is called by its name', async () => {
    const tables = await rows(
      `select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'instrument'::regclass and conrelid <> 'instrument_file'::regclass order by 1`,
    )
    expect(tables.map(({ name }) => name)).toEqual(Object.keys(citing_words).sort())
  })

  test('are recorded once by an office, in the ledger; what is missing is asked for', async () => {
    const office = await signedInAs('office')
    const bare = await office.post('/van-ban/ghi', { ...form(), kind: '', number: '', signed_on: '1/3/2099' })
    expect(bare.status).toBe(422)
    for (const said of ['Chọn loại văn bản.', 'Nhập số văn bản.', '01/03/2099 chưa tới']) expect(bare.text).toContain(said)
    const first = await office.post('/van-ban/ghi', form())
    const again = await office.post('/van-ban/ghi', form())
    expect([first.status, again.location]).toEqual([303, first.location])
    expect((await office.get(first.location!)).text).toContain('Chưa có việc nào trong sổ lấy văn bản này làm căn cứ')
    expect(await rows(`select kind, signed_on::text from instrument where number = '05-KH/ĐU'`)).toEqual([
      { kind: 'plan', signed_on: '2026-03-01' },
    ])
    expect(await rows(`select act from ledger_entry where act = 'record-instrument' limit 1`)).toEqual([{ act: 'record-instrument' }])
  })

  test('are not recorded by a member', async () => {
    const lan = await signedInAs('lan')
    expect([(await lan.get('/van-ban/ghi')).status, (await lan.post('/van-ban/ghi', form())).status]).toEqual([403, 403])
  })
})
