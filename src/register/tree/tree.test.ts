import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { addDays, dayOf } from '../../basis/shared/dates.ts'
import type { Outcome } from '../../basis/shared/outcome.ts'
import { keyOf } from '../../basis/shared/vietnamese.ts'
import { change } from '../../platform/database/index.ts'
import { addGrant, addMember, addPerson, type InventedCommune, inventCommune } from '../../platform/sign-in/invented-commune.ts'
import { confirmChange, refuseChange, undoChange } from './change/decide-change.ts'
import { changeAlone, layChange } from './change/lay-change.ts'
import { most_alone, type UnitChange } from './change/unit-change.ts'
import { treeRoutes } from './routes.tsx'

const world = withDatabase('empty')
const now = new Date()
const today = dayOf(now)
let commune: InventedCommune
let second: number
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  second = await addPerson(world.owner, 'Lục Thị Thêm')
  await addMember(world.owner, second, commune.units.other_cell)
  await addGrant(world.owner, second, 'unit-office', commune.units.commune)
  await world.owner.query('commit')
  const { office, superior, lan } = commune.people
  signedInAs = await openPages(world, { office, superior, second, lan }, options => treeRoutes({ ...options, database: world.database }))
})

let pressed = 0
const newKey = () => `tree-test-key-${String(++pressed).padStart(6, '0')}`
const decision = (number = `${++pressed}-QĐ/ĐU`) => ({ number, issuer: 'Đảng ủy xã', title: 'Thành lập chi bộ', signed_on: '2026-11-20' })
const cell = (name: string) => ({ name, unit_kind: 'cell', code: '', from: '2026-12-01', key: newKey(), ...decision() })
const rows = async (question: string, values: unknown[] = []) => (await world.owner.query(question, values)).rows
/** What the register says now of units that are called so, each with its parent. */
const known = (name: string) =>
  rows(
    `select u.key, v.name, lower(v.valid)::text as since, pu.key as parent
       from unit_version v join unit u using (unit_id)
       left join placement p on p.unit_id = v.unit_id and upper(p.recorded) = 'infinity'
       left join unit pu on pu.unit_id = p.parent_id
      where v.name = $1 and upper(v.recorded) = 'infinity'`,
    [name],
  )
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ code }) => code))
const actor = (person_id: number) => ({ person_id, name: 'x' })
const planOf = (...names: string[]): UnitChange => ({
  instrument: { ...decision(), kind: 'decision' },
  units: names.map(name => ({
    key: keyOf(name).replaceAll(' ', '-'),
    ...{ name, unit_kind: 'cell', code: null, parent: 'dang-bo-xa', place: null, from: today },
  })),
  revisions: [],
})
const lay = (plan: UnitChange, who = commune.people.office) =>
  change(world.database, actor(who), tx => layChange(tx, actor(who), { plan, now }))
async function laid(plan: UnitChange): Promise<number> {
  const outcome = await lay(plan)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value.unit_change_id
}
const alone = (plan: UnitChange, who = commune.people.office) => changeAlone(world.database, actor(who), { plan, now, key: newKey() })

describe('a unit that an office adds', () => {
  test('stands under it from its day on, by its instrument, once however often it is pressed', async () => {
    const office = await signedInAs('office')
    const form = cell('Chi bộ thôn Nà Lẹng')
    for (let i = 0; i < 2; i++) expect((await office.post('/to-chuc/dang-bo-xa/them', form)).status).toBe(303)
    expect(await known(form.name)).toEqual([{ key: 'chi-bo-thon-na-leng', name: form.name, since: '2026-12-01', parent: 'dang-bo-xa' }])
    const page = await office.get('/to-chuc/dang-bo-xa')
    expect(page.text).toContain('Chi bộ thôn Nà Lẹng')
    const acts = await rows(`select act from ledger_entry where object = 'unit-change' or act = 'add-units' order by entry_id`)
    expect(acts.map(({ act }) => act)).toEqual(['lay-unit-change', 'add-units', 'carry-out-unit-change'])
  })

  test('has a key of its own where another is called the same', async () => {
    const office = await signedInAs('office')
    for (let i = 0; i < 3; i++) await office.post('/to-chuc/dang-bo-xa/them', cell('Chi bộ Trường học'))
    expect((await known('Chi bộ Trường học')).map(({ key }) => key).sort()).toEqual([
      'chi-bo-truong-hoc',
      'chi-bo-truong-hoc-2',
      'chi-bo-truong-hoc-dang-bo-xa',
    ])
  })

  test('comes back to the form with what was typed, where the instrument or the name is missing', async () => {
    const office = await signedInAs('office')
    const page = await office.post('/to-chuc/dang-bo-xa/them', { ...cell(''), number: '', title: 'Lập chi bộ' })
    expect(page.status).toBe(422)
    for (const said of ['Nhập tên đơn vị.', 'Nhập số văn bản.', 'value="Lập chi bộ"']) expect(page.text).toContain(said)
    const early = await office.post('/to-chuc/dang-bo-xa/them', { ...cell('Chi bộ sớm'), from: '2019-01-01' })
    expect([early.status, early.text.includes('không còn hoặc chưa có từ ngày ấy')]).toEqual([422, true])
  })

  test('is none of an office of another commune, nor of a member', async () => {
    const [office, lan] = [await signedInAs('office'), await signedInAs('lan')]
    for (const [browser, unit] of [
      [office, 'dang-bo-xa-xa'],
      [office, 'huyen-uy'],
      [lan, 'dang-bo-xa'],
    ] as const) {
      expect((await browser.get(`/to-chuc/${unit}/them`)).status).toBe(403)
      expect((await browser.post(`/to-chuc/${unit}/them`, cell('Chi bộ lạ'))).status).toBe(403)
    }
    const plan = planOf('chi bo la')
    expect(codes(await alone({ ...plan, units: [{ ...plan.units[0]!, parent: 'dang-bo-xa-xa' }] }))).toEqual(['no-charge'])
    expect(await known('chi bo la')).toEqual([])
    expect((await lan.get('/to-chuc/dang-bo-xa')).status).toBe(200)
    // Whoever changes no unit anywhere is led to no page of changes.
    for (const [browser, is_led] of [
      [office, true],
      [lan, false],
    ] as const)
      expect((await browser.get('/to-chuc')).text.includes('href="/thay-doi-don-vi"')).toBe(is_led)
  })
})

describe('another name', () => {
  test('is the unit’s from its day on, and the one above gives it', async () => {
    const [office, superior] = [await signedInAs('office'), await signedInAs('superior')]
    const form = {
      name: 'Đảng bộ xã Hợp Thành',
      unit_kind: 'base-organisation',
      code: '',
      from: '2026-11-01',
      key: newKey(),
      ...decision(),
    }
    expect((await office.post('/to-chuc/dang-bo-xa/sua', form)).status).toBe(403)
    expect((await superior.post('/to-chuc/dang-bo-xa/sua', form)).status).toBe(303)
    expect((await superior.get('/to-chuc/dang-bo-xa')).text).toContain('<h1>Đảng bộ xã Hợp Thành</h1>')
    expect((await superior.get('/to-chuc/dang-bo-xa?ngay=31/10/2026')).text).toContain('<h1>dang-bo-xa</h1>')
    const unchanged = await superior.post('/to-chuc/dang-bo-xa/sua', { ...form, key: newKey() })
    expect([unchanged.status, unchanged.text.includes('Chưa có gì khác với sổ')]).toEqual([422, true])
  })
})

describe('undoing', () => {
  test('takes a new unit out of the register, and whoever adds it again adds the same one', async () => {
    const office = await signedInAs('office')
    const pressed = await office.post('/to-chuc/dang-bo-xa/them', cell('Chi bộ nhầm'))
    const unit_change_id = new URL(pressed.location!, 'http://x').searchParams.get('so')
    expect((await office.get(pressed.location!)).text).toContain('Hoàn tác')
    expect((await office.post(`/thay-doi-don-vi/${unit_change_id}/hoan-tac`, { key: newKey() })).status).toBe(303)
    expect(await known('Chi bộ nhầm')).toEqual([])
    expect((await office.get('/to-chuc/chi-bo-nham')).status).toBe(403)
    const again = planOf('chi bo nham')
    expect((await alone(again)).ok).toBe(true)
    expect((await known('chi bo nham')).map(({ key }) => key)).toEqual(['chi-bo-nham'])
  })

  test('gives a unit its former name back', async () => {
    const superior = commune.people.superior
    const revisions = [{ unit: 'chi-bo-ben', from: '2026-06-01', name: 'Chi bộ Bên' }]
    const outcome = await alone({ ...planOf(), revisions }, superior)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    expect(await known('Chi bộ Bên')).toHaveLength(1)
    expect((await undoChange(world.database, actor(superior), { ...outcome.value, now })).ok).toBe(true)
    const names = await rows(
      `select v.name, v.valid::text from unit_version v join unit u using (unit_id) where u.key = 'chi-bo-ben' and upper(v.recorded) = 'infinity'`,
    )
    expect(names).toEqual([{ name: 'chi-bo-ben', valid: '[2020-01-01,infinity)' }])
  })

  test('is refused once somebody is a member there, or it was changed again', async () => {
    const used = await alone(planOf('chi bo dung'))
    const renamed = await alone(planOf('chi bo doi'))
    if (!used.ok || !renamed.ok) throw new Error('not added')
    await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
    const { rows: unit } = await world.owner.query(`select unit_id from unit where key = 'chi-bo-dung'`)
    await addMember(world.owner, await addPerson(world.owner, 'Ma Văn Mới'), unit[0].unit_id, `[${today},infinity)`)
    await world.owner.query('commit')
    await alone({ ...planOf(), revisions: [{ unit: 'chi-bo-doi', from: today, name: 'Chi bộ đã đổi' }] })
    const { office } = commune.people
    const outcome = await undoChange(world.database, actor(office), { ...used.value, now })
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'named-elsewhere' }] })
    expect(JSON.stringify(outcome)).toContain('membership')
    expect(codes(await undoChange(world.database, actor(office), { ...renamed.value, now }))).toEqual(['changed-since'])
    expect(codes(await undoChange(world.database, actor(commune.people.lan), { ...renamed.value, now }))).toEqual(['unknown-change'])
  })
})

describe('a list of many', () => {
  const many = () => planOf(...Array.from({ length: most_alone + 1 }, (_, i) => `to ${++pressed} ${i}`))

  test('is not for one person, and the database says so as well', async () => {
    expect(codes(await alone(many()))).toEqual(['too-many-alone'])
    const { office } = commune.people
    const unit_change_id = await laid(many())
    expect(codes(await confirmChange(world.database, actor(office), { unit_change_id, now }))).toEqual(['own-change'])
    const carriedOutBy = (person_id: number) =>
      world.owner.query(
        `begin; select set_config('neu_guong.person_id', '${person_id}', true);
         insert into unit_change_step (unit_change_id, state, taken_by) values (${unit_change_id}, 'carried-out', ${person_id})`,
      )
    for (const person_id of [office, commune.people.lan]) {
      await expect(carriedOutBy(person_id)).rejects.toMatchObject({ constraint: 'unit_change_is_lawful' })
      await world.owner.query('rollback')
    }
    const { rows: bound } = await world.owner.query('select most_units_alone() as most')
    expect(bound).toEqual([{ most: most_alone }])
  })

  test('is carried out by a second person, on the page where they read it, and undone', async () => {
    const plan = many()
    const unit_change_id = await laid(plan)
    const browser = await signedInAs('second')
    expect((await browser.get('/thay-doi-don-vi')).text).toContain('chờ người thứ hai xác nhận')
    expect((await browser.get(`/thay-doi-don-vi/${unit_change_id}`)).text).toContain('Xác nhận và ghi 21 đơn vị')
    expect((await browser.post(`/thay-doi-don-vi/${unit_change_id}/xac-nhan`, {})).status).toBe(303)
    expect(await known(plan.units[20]!.name)).toHaveLength(1)
    expect(codes(await confirmChange(world.database, actor(second), { unit_change_id, now }))).toEqual(['settled-already'])
    expect((await browser.post(`/thay-doi-don-vi/${unit_change_id}/hoan-tac`, { key: newKey() })).status).toBe(303)
    expect(await known(plan.units[20]!.name)).toEqual([])
  })

  test('is rejected with a reason, taken back by whoever laid it, and not laid twice', async () => {
    const [first, other] = [many(), many()]
    const unit_change_id = await laid(first)
    expect(codes(await lay(first))).toEqual(['laid-already'])
    const refuse = (who: number, id: number, move: 'reject' | 'withdraw', reason = '') =>
      change(world.database, actor(who), tx => refuseChange(tx, actor(who), { unit_change_id: id, move, reason, now }))
    expect(codes(await refuse(second, unit_change_id, 'reject'))).toEqual(['no-reason'])
    expect(codes(await refuse(second, unit_change_id, 'withdraw'))).toEqual(['anothers-change'])
    expect((await refuse(second, unit_change_id, 'reject', 'thiếu văn bản')).ok).toBe(true)
    const mine = await laid(other)
    expect((await refuse(commune.people.office, mine, 'withdraw')).ok).toBe(true)
    expect(codes(await confirmChange(world.database, actor(second), { unit_change_id: mine, now }))).toEqual(['settled-already'])
  })

  test('writes nothing where the register does not take it any more', async () => {
    const plan = planOf('chi bo trung', 'chi bo them')
    const unit_change_id = await laid(plan)
    await alone(planOf('chi bo trung'))
    expect(codes(await confirmChange(world.database, actor(second), { unit_change_id, now }))).toEqual(['register-moved', 'key-taken'])
    expect(await known('chi bo them')).toEqual([])
  })
})

describe('seeing the tree', () => {
  test('finds a unit without marks, in a hierarchy, as of a day', async () => {
    const lan = await signedInAs('lan')
    await alone(planOf('Chi bộ Khuổi Vạc'))
    const on = async (path: string) => (await lan.get(path)).text
    expect(await on('/to-chuc?tim=khuoi+vac')).toContain('Chi bộ Khuổi Vạc')
    expect(await on('/to-chuc?tim=khuoi+vac&he=union')).toContain('Không có đơn vị nào')
    const before = addDays(today, -1)
    expect(await on(`/to-chuc?tim=khuoi+vac&ngay=${before}`)).toContain('Không có đơn vị nào')
    expect(await on('/to-chuc?ngay=31/2/2026')).toContain('Ngày này không có trong lịch')
    expect(await on('/to-chuc?tim=100%25_')).toContain('Không có đơn vị nào')
  })

  test('says what a unit was before, and its list can be had as a workbook', async () => {
    const lan = await signedInAs('lan')
    const { text } = await lan.get('/to-chuc/dang-bo-xa')
    for (const said of ['Mang tên', 'Trực thuộc huyen-uy', 'chi-bo-ben']) expect(text).toContain(said)
    const office = await signedInAs('office')
    const unit_change_id = await laid(planOf('chi bo sach'))
    for (const path of ['/to-chuc/dang-bo-xa', '/to-chuc?tim=chi+bo', '/thay-doi-don-vi', `/thay-doi-don-vi/${unit_change_id}`]) {
      const sheet = await office.get(`${path}${path.includes('?') ? '&' : '?'}tep=xlsx`)
      expect([path, sheet.status, sheet.text.slice(0, 2)]).toEqual([path, 200, 'PK'])
    }
  })
})
