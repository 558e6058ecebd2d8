import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { addDays, dayOf, endOf } from '../../../basis/shared/dates.ts'
import { addGrant, addPerson, addUnit, type InventedCommune, inventCommune } from '../../../platform/sign-in/invented-commune.ts'
import { findStandingStatus } from '../find-standing-status.ts'
import { assessingRoutes } from './assessing-routes.tsx'

const world = withDatabase('empty')
const today = dayOf(new Date())
let commune: InventedCommune
let signedInAs: Awaited<ReturnType<typeof openPages>>
let sets: Record<'now' | 'over' | 'bare', string>

const rows = async (question: string, values: unknown[] = []) => (await world.owner.query(question, values)).rows

/** A set of criteria with its document. */
async function addSet(number: string, valid: string, names: readonly string[]): Promise<string> {
  const [{ instrument_id }] = await rows(
    `insert into instrument (number, kind, issuer, title, signed_on) values ($1, 'decision', 'Thủ tướng', 'Bộ tiêu chí', '2020-01-01') returning instrument_id`,
    [number],
  )
  const [{ id }] = await rows(
    `insert into criteria_set (instrument_id, standing_level, criteria, valid) values ($1, 'standard', $2, $3) returning criteria_set_id::text as id`,
    [instrument_id, names.length || 3, valid],
  )
  for (const [i, name] of names.entries())
    await rows(`insert into criterion (criteria_set_id, number, heading_vi, name_vi) values ($1, $2, 'Nhóm', $3)`, [id, i + 1, name])
  return id
}

async function works(unit_id: number, place_id: number): Promise<void> {
  await rows(`update unit_version set recorded = closed(recorded) where unit_id = $1 and is_open(recorded)`, [unit_id])
  await rows(
    `insert into unit_version (unit_id, name, unit_kind, place_id, valid) select unit_id, name, unit_kind, $2, valid from unit_version where unit_id = $1`,
    [unit_id, place_id],
  )
}

/** The commune with its office; above it the district's, which judges. A province around the place. */
beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const { units, people } = commune
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const province = await addUnit(world.owner, 'tinh-thu', 'province', null)
  const here = await addUnit(world.owner, 'xa-thu', 'commune', null)
  await rows(`insert into placement (unit_id, hierarchy, parent_id, valid) values ($1, 'territory', $2, '[2020-01-01,infinity)')`, [
    here,
    province,
  ])
  await works(units.commune, here)
  await works(units.district, province)
  sets = {
    now: await addSet('51/2025', '[2020-01-01,infinity)', ['Quy hoạch', 'Thu nhập']),
    over: await addSet('1980', '[2010-01-01,2020-06-01)', ['Quy hoạch']),
    bare: await addSet('Chưa có', '[2020-01-01,infinity)', []),
  }
  const second = await addPerson(world.owner, 'Vi Thị Hai')
  await addGrant(world.owner, second, 'unit-office', units.commune)
  await world.owner.query('commit')
  // The owner sees cases only while it loads; here it looks at what the pages wrote.
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { office, superior, lan, hoa } = people
  signedInAs = await openPages(world, { office, second, superior, lan, hoa }, assessingRoutes)
})

let pressed = 0
const key = () => `assessing-press-${String(++pressed).padStart(6, '0')}`
const board = '/nong-thon-moi/dang-bo-xa'
const post = async (who: string, path: string, fields: Record<string, string> = {}) =>
  (await signedInAs(who)).post(path, { key: key(), ...fields })
const begin = (more: Record<string, string> = {}) =>
  post('office', `${board}/danh-gia`, { criteria_set: sets.now, assessed_on: today, ...more })
const yes = { is_met: 'yes', value: '', evidence: 'Biên bản 7', in_charge: '', due_on: '' }
const no = { is_met: 'no', value: '', evidence: '', in_charge: 'UBND xã', due_on: addDays(today, 30) }
const newest = async () => `/danh-gia-nong-thon-moi/${(await rows('select max(standing_case_id) as id from standing_case'))[0].id}`
const vote = { met_on: today, seats: '9', attended: '9', in_favour: '9', against: '0' }
const decision = {
  effective_year: today.slice(0, 4),
  published_on: '',
  number: '9/QĐ-UBND',
  issuer: 'UBND tỉnh',
  title: 'Công nhận',
  signed_on: today,
}
const stands = async () =>
  (await findStandingStatus(world.db, { unit: 'xa-thu', valid_as_of: today, recorded_as_of: endOf('2199-12-31') }))[0]!
const acts = async () =>
  (await rows(`select act from ledger_entry where object in ('standing_case', 'standing_decision') order by entry_id`)).map(
    ({ act }) => act,
  )

describe('what cannot be assessed is refused at its field, and nothing is written', () => {
  test.each<[string, () => Record<string, string>, string]>([
    ['a set that is over', () => ({ criteria_set: sets.over }), 'không có hiệu lực vào ngày'],
    ['a set of which the register has no criteria', () => ({ criteria_set: sets.bare }), 'chưa có từng tiêu chí của bộ này'],
    ['an unknown set', () => ({ criteria_set: '999' }), 'Sổ không có bộ tiêu chí này'],
    [
      'a day on which there was no commune',
      () => ({ criteria_set: sets.over, assessed_on: '1/5/2019' }),
      'không phụ trách một xã nào đang có',
    ],
    ['a day to come', () => ({ assessed_on: addDays(today, 1) }), 'ngày này chưa đến'],
  ])('%s', async (_, more, sentence) => {
    const refused = await begin(more())
    expect([refused.status, refused.text.includes(sentence)]).toEqual([422, true])
    expect(await rows('select from standing_case')).toEqual([])
  })

  test('by whoever has no office there', async () => {
    expect((await post('hoa', `${board}/danh-gia`, { criteria_set: sets.now, assessed_on: today })).status).not.toBe(303)
    expect(await rows('select from standing_case')).toEqual([])
  })
})

test('a commune goes from its assessment to its standing: said by its office, appraised and voted on above, decided; the ledger has all', async () => {
  expect((await begin()).status).toBe(303)
  const path = await newest()
  expect((await begin()).text).toContain('chưa xong; làm tiếp hoặc rút lần ấy')
  // Each criterion has its paper, or who sees to it until when; what was typed stays.
  const bare = await post('office', `${path}/tieu-chi/1`, { ...no, in_charge: '', due_on: '', value: 'đo 40 %' })
  expect([bare.status, bare.text.includes('Ghi ai phụ trách'), bare.text.includes('đo 40 %')]).toEqual([422, true, true])
  await post('office', `${path}/tieu-chi/1`, yes)
  expect((await post('office', `${path}/buoc/submit`)).text).toContain('Còn 1 tiêu chí chưa đánh giá')
  await post('second', `${path}/tieu-chi/2`, no)
  const { text } = await (await signedInAs('hoa')).get(board)
  expect(text).not.toContain('Biên bản 7')
  expect((await (await signedInAs('office')).get(board)).text).toContain('UBND xã')
  await post('office', `${path}/buoc/submit`)
  // Whoever had a hand in it judges nothing of it, nor does another of its own office.
  expect((await post('second', `${path}/buoc/appraise`, { comment: 'Đúng' })).status).toBe(422)
  await post('superior', `${path}/buoc/return`, { comment: 'Bổ sung thu nhập' })
  await post('second', `${path}/tieu-chi/2`, yes)
  await post('office', `${path}/buoc/submit`)
  expect((await stands()).step).toBe('assessed')
  expect((await post('superior', `${path}/bo-phieu`, vote)).status).toBe(422)
  expect((await post('superior', `${path}/buoc/appraise`, { comment: 'Đã xem' })).status).toBe(303)
  expect(await rows(`select met::int as met, assessed_on::text as day from assessment`)).toEqual([{ met: 2, day: today }])
  expect((await post('superior', `${path}/cong-nhan`, decision)).text).toContain('Bước mới nhất nay là')
  expect((await post('superior', `${path}/bo-phieu`, { ...vote, attended: '5' })).text).toContain('cần ít nhất 7 thành viên')
  expect((await post('superior', `${path}/bo-phieu`, { ...vote, met_on: addDays(today, -1) })).text).toContain(
    'Hội đồng họp sau khi thẩm tra',
  )
  expect((await post('superior', `${path}/bo-phieu`, vote)).status).toBe(303)
  const early = await post('superior', `${path}/cong-nhan`, { ...decision, signed_on: addDays(today, -1) })
  expect([early.status, early.text.includes('không thể trước ngày hội đồng bỏ phiếu')]).toEqual([422, true])
  expect((await stands()).step).toBe('voted')
  expect((await post('superior', `${path}/cong-nhan`, decision)).status).toBe(303)
  expect(await stands()).toMatchObject({ verdict: 'recognised', standing_level: 'standard', decided_on: today, step: null })
  expect((await (await signedInAs('office')).get(board)).text).toContain('Đang giữ: đạt chuẩn nông thôn mới')
  expect(await acts()).toEqual([
    ...['begin-assessment', 'record-criterion', 'record-criterion', 'submit-assessment', 'return-assessment', 'record-criterion'],
    ...['submit-assessment', 'appraise-assessment', 'vote-standing', 'recognise-standing', 'decide-standing'],
  ])
})

test('the database itself lets no decision come before its vote', async () => {
  const [{ id }] = await rows('select max(standing_case_id)::int as id from standing_case')
  const early = `insert into standing_decision (unit_id, standing_level, verdict, instrument_id, decided_on, effective_year, standing_case_id)
    select unit_id, 'advanced', 'recognised', 1, $2::date, 2026, standing_case_id from standing_case where standing_case_id = $1`
  await expect(rows(early, [id, addDays(today, -1)])).rejects.toThrow('comes before its vote')
})

test('an assessment that falls short is counted and ends there; the boxes of the communes show what is missing', async () => {
  await begin({ assessed_on: addDays(today, -1) })
  const path = await newest()
  await post('office', `${path}/tieu-chi/1`, yes)
  await post('office', `${path}/tieu-chi/2`, no)
  await post('office', `${path}/buoc/submit`)
  await post('superior', `${path}/buoc/appraise`, { comment: 'Đã xem' })
  expect((await post('superior', `${path}/bo-phieu`, vote)).text).toContain('Còn 1 tiêu chí chưa đạt')
  const { text } = await (await signedInAs('superior')).get(`/nong-thon-moi/huyen-uy?bo=${sets.now}`)
  expect([...text.matchAll(/class="criterion is-(\w+)" title="([^"]+)"/g)].map(([, state, title]) => `${state} ${title}`)).toEqual([
    'met Quy hoạch: đạt',
    'met Thu nhập: đạt',
  ])
  expect(text).toContain('Bình quân 2 tiêu chí mỗi xã, tính trên 1 xã đã thẩm tra')
})

test('where a criterion has indicators each is asked for, kept with what was said, and shown; a set of districts assesses no commune', async () => {
  await rows(
    `insert into criterion_indicator (criterion_id, number, name_vi)
     select criterion_id, n, 'Chỉ tiêu ' || n from criterion, generate_series(1, 2) n where criteria_set_id = $1 and number = 1`,
    [sets.now],
  )
  await begin({ assessed_on: addDays(today, -2) })
  const path = await newest()
  const office = await signedInAs('office')
  expect((await office.get(`${path}/tieu-chi/1`)).text).toContain('1.2. Chỉ tiêu 2')
  const long = await post('office', `${path}/tieu-chi/1`, { ...yes, indicator_1: 'x'.repeat(201) })
  expect([long.status, await rows('select from measured_indicator')]).toEqual([422, []])
  await post('office', `${path}/tieu-chi/1`, { ...yes, indicator_1: '3,2 km', indicator_2: '' })
  await post('office', `${path}/tieu-chi/1`, { ...yes, indicator_1: '3,4 km', indicator_2: '87 %', indicator_9: 'không có' })
  const measured = await rows(`select m.value from measured_indicator m join criterion_result r using (criterion_result_id)
    where is_open(r.recorded) order by m.criterion_indicator_id`)
  expect(measured.map(({ value }) => value)).toEqual(['3,4 km', '87 %'])
  const { text } = await office.get(path)
  expect([text.includes('3,4 km'), text.includes('3,2 km'), text.includes('87 %')]).toEqual([true, false, true])
  const [{ id }] = await rows(
    `insert into criteria_set (instrument_id, standing_level, criteria, valid, of_kind)
     select instrument_id, 'standard', 1, valid, 'district' from criteria_set where criteria_set_id = $1 returning criteria_set_id::text as id`,
    [sets.now],
  )
  const refused = await begin({ criteria_set: id })
  expect([refused.status, refused.text.includes('Bộ tiêu chí này không phải của xã')]).toEqual([422, true])
})

test('a commune is newly recognised by its case alone; an acknowledgement and a revocation are recorded above', async () => {
  const alone = { ...decision, place: 'xa-thu', standing_level: 'standard', number: '10/QĐ-UBND' }
  const refused = await post('superior', '/nong-thon-moi/huyen-uy/quyet-dinh', { ...alone, verdict: 'recognised' })
  expect([refused.status, refused.text.includes('Xã được công nhận qua đánh giá')]).toEqual([422, true])
  expect((await post('superior', '/nong-thon-moi/huyen-uy/quyet-dinh', { ...alone, verdict: 'revoked' })).status).toBe(303)
  expect((await stands()).verdict).toBe('revoked')
  expect((await (await signedInAs('office')).get(board)).text).toContain('Chưa đạt mức nào')
})
