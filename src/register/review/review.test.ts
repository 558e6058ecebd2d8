import { beforeAll, describe, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { addDays, inDayMonthYear } from '../../basis/shared/dates.ts'
import { change } from '../../platform/database/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { addGrant, addHead } from '../../platform/sign-in/invented-commune.ts'
import { readWorkbook } from '../../platform/workbook/index.ts'
import { listRatingSchemes, type SchemeInForce } from '../programme/index.ts'
import { findHeaded } from './reads/find-headed.ts'
import { listGroups } from './reads/list-groups.ts'
import { listReviewed, type Reviewed } from './reads/list-reviewed.ts'
import { reviewRoutes } from './review-routes.tsx'
import { openRound } from './verbs/open-round.ts'
import { decideReviews } from './verbs/rate-people.ts'

/**
 * The cell of Lan, Quý and Hòa, its secretary, and the cell beside it with Liễu and Toàn, the commune's office, are one
 * base organisation; Liễu heads the second. Sinh's office stands above it, Hương's above that. At most a quarter of all may
 * have the highest level, and no head a higher one than their unit.
 */
const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>
let round: number
let scheme: SchemeInForce

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { lan, hoa, quy, office, superior, administrator } = scene.people
  await addGrant(world.owner, administrator, 'superior-office', scene.units.province)
  await addHead(world.owner, scene.people.lieu, scene.units.other_cell)
  await world.owner.query(
    `with s as (insert into rating_scheme (cap_share, cap_base, by_points, heads_within_unit, valid) values (0.25, 'of-all', false, true, '[2023-10-04,infinity)') returning rating_scheme_id)
     insert into rating_level (rating_scheme_id, least_points, name_vi, name_en)
     select s.rating_scheme_id, l.p, l.vi, l.en from s, (values (90, 'Xuất sắc', 'Excellent'), (70, 'Tốt', 'Good'), (50, 'Hoàn thành', 'Met'), (0, 'Không hoàn thành', 'Not met')) l (p, vi, en)`,
  )
  await world.owner.query(`insert into rating_scheme (cap_share, cap_base, valid) values (0.2, 'of-good', '[2018-03-08,2023-10-04)')`)
  signedInAs = await openPages(world, { lan, hoa, quy, office, superior, administrator }, reviewRoutes)
})

type Who = keyof InventedCampaign['people']
const actor = (name: Who) => ({ person_id: scene.people[name]!, name })
let keys = 0
const key = () => `kiem-diem-bam-nut-${String(++keys).padStart(5, '0')}`
const schemes = () => look(world.database, actor('superior'), db => listRatingSchemes(db, { day: scene.today }))
const level = (points: number) => String(scheme.levels.find(({ least_points }) => least_points === points)!.rating_level_id)
const codes = (outcome: { ok: boolean; problems?: readonly { code: string; field?: string }[] }) =>
  outcome.problems?.map(({ code, field }) => (field ? `${code} ${field}` : code)) ?? []
const people = async (unit: string, who: Who = 'administrator'): Promise<Reviewed[]> =>
  look(world.database, actor(who), db => listReviewed(db, { unit, review_round_id: round, day: scene.today, most: 99 }))
const subjectOf = async (name: string) => (await people('dang-bo-xa')).find(({ full_name }) => full_name === name)!.review_subject_id
const rows = async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  return (await world.owner.query('select count(*)::int as n from review_step')).rows[0].n as number
}

describe('a round', () => {
  const open = (who: Who, changes = {}) => {
    const { today, units } = scene
    const asked = { kind: 'year', from: today, to: `${scene.year}-12-31`, due_on: addDays(today, 20), scheme: scheme.rating_scheme_id }
    return change(world.database, actor(who), tx =>
      openRound(tx, actor(who), { unit_id: units.district, key: key(), today, ...asked, ...changes }),
    )
  }

  test('is opened by the office above, under a scheme in force, once for each person and time', async () => {
    const all = await schemes()
    scheme = all.find(({ is_in_force }) => is_in_force)!
    const past = all.find(({ is_in_force }) => !is_in_force)!
    expect(codes(await open('hoa'))).toEqual(['not-yours'])
    expect(codes(await open('superior', { scheme: past.rating_scheme_id }))).toEqual(['not-in-force scheme'])
    expect(codes(await open('superior', { to: '2020-01-01', due_on: '2020-01-01' }))).toEqual(['ends-before to', 'due-before due_on'])
    expect(codes(await open('superior', { kind: 'month', from: '31/02/2026' }))).toEqual(['no-kind kind', 'no-such-day from'])
    const opened = await open('superior')
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
    round = opened.value.review_round_id
    expect(opened.value.people).toBe(5)
    expect(codes(await open('administrator', { unit_id: scene.units.province }))).toEqual(['round-already'])
    const names = (await people('huyen-uy')).map(({ full_name, unit_name }) => `${full_name}, ${unit_name}`)
    expect(names).toEqual([
      'Triệu Văn Hòa, chi-bo',
      'Nông Thị Lan, chi-bo',
      'Nông Văn Quý, chi-bo',
      'Bàn Thị Liễu, chi-bo-ben',
      'Hà Đức Toàn, chi-bo-ben',
    ])
  })

  test('is refused by the database under a scheme that is not in force', async () => {
    const past = (await schemes()).find(({ is_in_force }) => !is_in_force)!
    const sql = `insert into review_round (kind, unit_id, rating_scheme_id, period, opens_on, due_on, opened_by) values ('quarter', $1, $2, '[2026-01-01,2026-04-01)', $3, $3, $4)`
    await expect(
      world.owner.query(sql, [scene.units.district, past.rating_scheme_id, scene.today, scene.people.superior]),
    ).rejects.toMatchObject({
      constraint: 'the_scheme_is_in_force',
    })
  })
})

describe('a self-review', () => {
  test('is written part by part, refused at its fields, handed in, and read by who follows her, of which she learns', async () => {
    const lan = await signedInAs('lan')
    const mine = await lan.get('/kiem-diem')
    const address = /\/kiem-diem\/\d+\/viet/.exec(mine.text)![0].replace('/viet', '')
    const first = await lan.get(`${address}/chung`)
    const early = await lan.post(`${address}/nop`, (await lan.get(`${address}/kiem-tra`)).hidden)
    expect([early.status, early.text.includes('Viết phần này trước khi gửi'), early.text.includes('Chọn một mức')]).toEqual([
      422,
      true,
      true,
    ])
    const said = { strengths: 'Dạy được hai lớp xóa mù chữ', shortcomings: 'Còn vắng hai buổi họp', rating: level(70) }
    expect((await lan.post(`${address}/chung`, { ...first.hidden, ...said })).status).toBe(303)
    const check = await lan.get(`${address}/kiem-tra`)
    expect(check.text).toContain('Dạy được hai lớp xóa mù chữ')
    expect((await lan.post(`${address}/nop`, check.hidden)).status).toBe(303)
    expect((await lan.get('/kiem-diem')).text).toContain('Tự xếp: Tốt')

    const hoa = await signedInAs('hoa')
    const list = await hoa.get(`/kiem-diem-don-vi/chi-bo/${round}`)
    const reading = /\/kiem-diem-don-vi\/chi-bo\/\d+\/doc\/\d+/.exec(list.text)![0]
    expect((await hoa.get(reading)).text).toContain('Còn vắng hai buổi họp')
    const { rows } = await world.owner.query(`select noun from person_reading where person_id = $1`, [scene.people.lan])
    expect(rows).toEqual([{ noun: 'review' }])
    expect((await (await signedInAs('quy')).get(reading)).status).toBe(403)
    expect(await people('chi-bo', 'quy')).toHaveLength(1)
  })
})

describe('the meeting of a cell', () => {
  const meet = async (changes: Record<string, string>) => {
    const hoa = await signedInAs('hoa')
    const address = `/kiem-diem-don-vi/chi-bo/${round}/hop`
    const page = await hoa.get(address)
    const said = { held_on: inDayMonthYear(scene.today), chair: 'Triệu Văn Hòa', clerk: 'Nông Văn Quý', present: '3', said: 'Nhất trí.' }
    return hoa.post(address, { ...page.hidden, ...said, ...changes })
  }
  const of = async (name: string, points: number, votes: string) => {
    const id = await subjectOf(name)
    return { [`rating_${id}`]: level(points), [`votes_${id}`]: votes }
  }

  test('shows the headroom before it, and refuses votes beyond those present, too few present, and a rating that is none; nothing is written', async () => {
    const before = await rows()
    const page = await (await signedInAs('hoa')).get(`/kiem-diem-don-vi/chi-bo/${round}/hop`)
    expect(page.text).toContain('nhiều nhất 1 người ở mức cao nhất, còn 1 chỗ')
    expect(page.text).toContain('Đứng đầu chi-bo, tập thể: chưa xếp loại')
    expect(page.text).toContain('không xếp người đứng đầu cao hơn tập thể của mình')
    const many = await meet(await of('Nông Thị Lan', 70, '4'))
    expect([many.status, many.text.includes('Nông Thị Lan: nhiều phiếu hơn số người dự (3)')]).toEqual([422, true])
    const few = await meet({ ...(await of('Nông Thị Lan', 70, '1')), present: '1' })
    expect([few.status, few.text.includes('cần ít nhất 2 người')]).toEqual([422, true])
    const none = await meet({ ...(await of('Nông Thị Lan', 70, '3')), [`rating_${await subjectOf('Nông Thị Lan')}`]: '99999' })
    expect([none.status, none.text.includes('Nông Thị Lan: chọn một mức')]).toEqual([422, true])
    expect(none.text).toContain('value="Nông Văn Quý"')
    const tomorrow = await meet({ ...(await of('Nông Thị Lan', 70, '3')), held_on: inDayMonthYear(addDays(scene.today, 1)) })
    expect([tomorrow.status, tomorrow.text.includes('ngày này chưa đến')]).toEqual([422, true])
    expect((await meet({})).text).toContain('Chưa chọn ai')
    expect(await rows()).toBe(before)
  })

  test('is recorded in one press, its secretary among the others, and its minutes are printed', async () => {
    const everybody = await Promise.all([of('Nông Thị Lan', 70, '3'), of('Nông Văn Quý', 70, '2'), of('Triệu Văn Hòa', 90, '')])
    expect((await meet(Object.assign({}, ...everybody))).status).toBe(303)
    const hoa = await signedInAs('hoa')
    const page = await hoa.get(`/kiem-diem-don-vi/chi-bo/${round}`)
    expect(page.text).toContain('Chi bộ đề nghị 3/3')
    const paper = await hoa.get(`/kiem-diem-don-vi/chi-bo/${round}/bien-ban`)
    for (const said of ['ĐẢNG CỘNG SẢN VIỆT NAM', 'DANG-BO-XA', 'BIÊN BẢN', 'Có mặt: 3. Vắng: 0', '2/3']) expect(paper.text).toContain(said)
    // Votes left empty are those of all present.
    expect(paper.text.match(/>3\/3</g)).toHaveLength(2)
    expect((await (await signedInAs('lan')).get(`/kiem-diem-don-vi/chi-bo/${round}/hop`)).status).toBe(403)
  })

  test('keeps its minutes as they were signed: brought by its secretary, saved by who follows it, taken off by mistake alone', async () => {
    const minutes = `/kiem-diem-don-vi/chi-bo/${round}/bien-ban`
    const bring = async (who: Who) => {
      const body = new FormData()
      body.set('key', key())
      body.append('file', new File(['%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'], 'Biên bản đã ký.pdf'))
      return (await signedInAs(who)).send(minutes.replace('bien-ban', 'ban-ky'), { method: 'POST', body })
    }
    const empty = await (await signedInAs('hoa')).post(minutes.replace('bien-ban', 'ban-ky'), { key: key() })
    expect([empty.status, empty.text.includes('Chọn ảnh chụp hoặc bản quét')]).toEqual([422, true])
    expect((await bring('hoa')).location).toContain('xong=ban-ky')
    expect((await bring('hoa')).text).toContain('Tệp này đã kèm rồi.')
    expect((await bring('lan')).status).toBe(403)
    const page = await (await signedInAs('superior')).get(minutes)
    const [address] = /\/kiem-diem-don-vi\/chi-bo\/\d+\/ban-ky\/\d+/.exec(page.text)!
    expect([page.text.includes('type="file"'), page.text.includes('Biên bản đã ký.pdf')]).toEqual([false, true])
    expect((await (await signedInAs('superior')).get(address)).text).toContain('%PDF-1.7')
    expect((await (await signedInAs('lan')).get(address)).status).toBe(403)
    expect((await (await signedInAs('hoa')).post(`${address}/bo`, {})).location).toContain('xong=bo-ban-ky')
    expect((await (await signedInAs('superior')).get(address)).status).toBe(403)
    const acts = await world.owner.query(`select act from ledger_entry where object = 'review-meeting' order by entry_id`)
    expect(acts.rows.map(({ act }) => act)).toEqual(['attach-paper', 'detach-paper'])
  })

  test('cannot be forged with more votes than people, nor without a quorum: the database refuses both', async () => {
    const { unit_id, review_subject_id } = (await people('chi-bo'))[0]!
    await world.owner.query('begin')
    await world.owner.query(`set local neu_guong.loading = 'yes'`)
    const meeting = `insert into review_meeting (review_round_id, unit_id, held_on, chair, clerk, members, present, said, recorded_by) values (${round}, ${unit_id}, '2026-12-01', 'x', 'x', 30, $1, '', ${scene.people.hoa}) returning review_meeting_id`
    await expect(world.owner.query(meeting, [19])).rejects.toMatchObject({ constraint: 'a_meeting_is_quorate' })
    await world.owner.query('rollback')
    await world.owner.query('begin')
    await world.owner.query(`set local neu_guong.loading = 'yes'`)
    const { review_meeting_id } = (await world.owner.query(meeting, [20])).rows[0]
    const vote = `insert into review_step (review_subject_id, state, happened_on, rating_level_id, review_meeting_id, votes, actor_id) values (${review_subject_id}, 'proposed', '2026-12-01', ${level(70)}, ${review_meeting_id}, 21, ${scene.people.hoa})`
    await expect(world.owner.query(vote)).rejects.toMatchObject({ constraint: 'votes_are_of_those_present' })
    await world.owner.query('rollback')
  })
})

describe('the level above', () => {
  const rate = async (who: 'office' | 'superior' | 'administrator', act: 'tham-dinh' | 'quyet-dinh', chosen: Record<string, number>) => {
    const browser = await signedInAs(who)
    const page = await browser.get(`/kiem-diem-don-vi/dang-bo-xa/${round}`)
    const ids = await Promise.all(Object.keys(chosen).map(subjectOf))
    const fields = Object.fromEntries(ids.map((id, i) => [`rating_${id}`, level(Object.values(chosen)[i]!)]))
    return browser.post(`/kiem-diem-don-vi/dang-bo-xa/${round}/${act}`, { key: page.hidden.key ?? key(), ...fields })
  }
  const meetBeside = async () => {
    const office = await signedInAs('office')
    const address = `/kiem-diem-don-vi/chi-bo-ben/${round}/hop`
    const said = { held_on: inDayMonthYear(scene.today), chair: 'x', clerk: 'x', present: '2' }
    const both = await Promise.all(
      ['Bàn Thị Liễu', 'Hà Đức Toàn'].map(async name => [await subjectOf(name), name === 'Hà Đức Toàn' ? level(70) : level(90)] as const),
    )
    const fields = Object.fromEntries(
      both.flatMap(([id, rating]) => [
        [`rating_${id}`, rating],
        [`votes_${id}`, '2'],
      ]),
    )
    expect((await office.post(address, { ...(await office.get(address)).hidden, ...said, ...fields })).status).toBe(303)
  }

  const rateUnits = async (who: 'office' | 'superior', chosen: Record<number, number>) => {
    const browser = await signedInAs(who)
    const fields = Object.fromEntries(Object.entries(chosen).map(([unit_id, points]) => [`unit_${unit_id}`, level(points)]))
    return browser.post(`/kiem-diem-don-vi/dang-bo-xa/${round}/tap-the`, { key: key(), ...fields })
  }
  /** Past the verb, as whoever owns the database. */
  const decideBehind = async (review_subject_id: number, points: number) => {
    await world.owner.query(`set neu_guong.loading = 'yes'`)
    return world.owner.query(
      `insert into review_step (review_subject_id, state, happened_on, rating_level_id, actor_id) values ($1, 'decided', $2, $3, $4)`,
      [review_subject_id, scene.today, level(points), scene.people.superior],
    )
  }

  test('appraises what was proposed, never its own; a decision before that is refused', async () => {
    await meetBeside()
    const own = await rate('office', 'tham-dinh', { 'Hà Đức Toàn': 90 })
    expect([own.status, own.text.includes('Không ai thẩm định hay quyết định xếp loại của chính mình')]).toEqual([422, true])
    const early = await rate('superior', 'quyet-dinh', { 'Nông Thị Lan': 70 })
    expect([early.status, early.text.includes('tập thể đề nghị')]).toEqual([422, true])
    const all = { 'Nông Thị Lan': 70, 'Nông Văn Quý': 70, 'Triệu Văn Hòa': 90, 'Bàn Thị Liễu': 90 }
    expect((await rate('office', 'tham-dinh', all)).status).toBe(303)
    expect((await rate('superior', 'tham-dinh', { 'Hà Đức Toàn': 70 })).status).toBe(303)
    expect((await (await signedInAs('office')).post(`/kiem-diem-don-vi/dang-bo-xa/${round}/quyet-dinh`, { key: key() })).status).toBe(422)
    const judged = await rate('office', 'quyet-dinh', { 'Nông Thị Lan': 70 })
    expect([judged.status, judged.text.includes('Bước này do cấp trên làm')]).toEqual([422, true])
  })

  test('rates a head by the result of the unit that they head: decided first, shown to who judges, and not exceeded', async () => {
    const first = await rate('superior', 'quyet-dinh', { 'Triệu Văn Hòa': 70 })
    expect([first.status, first.text.includes('Triệu Văn Hòa đứng đầu chi-bo: xếp loại tập thể ấy trước')]).toEqual([422, true])
    const { cell, other_cell, commune } = scene.units
    expect((await rateUnits('office', { [cell]: 90 })).text).toContain('Bước này do cấp trên làm')
    expect((await rateUnits('superior', { [cell]: 50 })).status).toBe(303)
    const again = await rateUnits('superior', { [cell]: 50 })
    expect([again.status, again.text.includes('Chưa có mức nào mới')]).toEqual([422, true])
    expect(again.text).toContain('Đứng đầu chi-bo, tập thể: Hoàn thành')
    const headed = (who: Who) =>
      look(world.database, actor('superior'), db => findHeaded(db, { review_round_id: round, person_id: scene.people[who]! }))
    expect(await headed('hoa')).toEqual([{ headed_unit: 'chi-bo', headed_level: Number(level(50)), headed_points: null }])
    expect(await headed('lan')).toEqual([])
    const above = await rate('superior', 'quyet-dinh', { 'Triệu Văn Hòa': 70 })
    expect([above.status, above.text.includes('không xếp người đứng đầu cao hơn tập thể của mình (chi-bo)')]).toEqual([422, true])
    await expect(decideBehind(await subjectOf('Triệu Văn Hòa'), 70)).rejects.toMatchObject({ constraint: 'heads_stay_within' })
    expect((await rateUnits('superior', { [cell]: 90, [other_cell]: 90, [commune]: 70 })).status).toBe(303)
    const book = await (await signedInAs('superior')).bytes(`/kiem-diem-don-vi/dang-bo-xa/${round}?tep=xlsx`)
    const read = readWorkbook(book, () => null)
    const sheet = read.ok ? read.value.sheets.find(({ name }) => name === 'Xếp loại tập thể')! : undefined
    expect(sheet?.rows.slice(-3).map(({ cells }) => cells.map(one => one?.text))).toEqual([
      ['dang-bo-xa', undefined, 'Tốt'],
      ['chi-bo', 'Triệu Văn Hòa', 'Xuất sắc'],
      ['chi-bo-ben', 'Bàn Thị Liễu', 'Xuất sắc'],
    ])
  })

  test('concludes the commitment of the year with the decision, and none that was not approved', async () => {
    const [quy, lan] = [scene.names['Nông Văn Quý']!, scene.names['Nông Thị Lan']!]
    await world.owner.query('begin')
    await world.owner.query(`set local neu_guong.loading = 'yes'`)
    await world.owner.query(
      `with c as (insert into commitment (obligation_id, thought) values ($1, 'x'), ($2, 'x') returning commitment_id, obligation_id)
       insert into commitment_step (commitment_id, state, happened_on) select commitment_id, case obligation_id when $1 then 'approved' else 'endorsed' end, $3 from c`,
      [quy, lan, scene.today],
    )
    await world.owner.query('commit')
    expect((await rate('superior', 'quyet-dinh', { 'Nông Thị Lan': 70, 'Nông Văn Quý': 70, 'Hà Đức Toàn': 70 })).status).toBe(303)
    await world.owner.query(`set neu_guong.loading = 'yes'`)
    const { rows } = await world.owner.query(
      `select state_of_commitment(newest_text(o)) as state from unnest($1::bigint[]) with ordinality as x (o, n) order by n`,
      [[quy, lan]],
    )
    expect(rows).toEqual([{ state: 'concluded' }, { state: 'endorsed' }])
    const counted = await world.owner.query('select unit_id, concluded from conclusion_tally')
    expect(counted.rows).toEqual([{ unit_id: scene.units.cell, concluded: 1 }])
  })

  test('two offices at the same second do not both take the last place at the highest level', async () => {
    const [hoa, lieu] = [await subjectOf('Triệu Văn Hòa'), await subjectOf('Bàn Thị Liễu')]
    const decide = (who: Who, review_subject_id: number) =>
      change(world.database, actor(who), tx =>
        decideReviews(tx, actor(who), {
          ...{
            review_round_id: round,
            unit: 'dang-bo-xa',
            unit_id: scene.units.commune,
            scheme,
            kind: 'year',
            key: key(),
            today: scene.today,
          },
          ratings: [{ review_subject_id, rating: level(90) }],
        }),
      )
    const outcomes = await Promise.all([decide('superior', hoa), decide('administrator', lieu)])
    expect(outcomes.map(codes).sort()).toEqual([[], ['over-cap']])
    const refused = outcomes.find(({ ok }) => !ok) as { problems: { limit: number; values: object }[] }
    expect(refused.problems[0]).toMatchObject({ limit: 1, values: { name: 'dang-bo-xa', n: 2 } })
    const [group] = await look(world.database, actor('superior'), db =>
      listGroups(db, { unit: 'dang-bo-xa', review_round_id: round, day: scene.today }),
    )
    expect(group).toMatchObject({ due: 5, at_top: 1, at_good: 3, rated: 4 })
    // Behind the verb the database says it again.
    const [left, led] = outcomes[0]!.ok ? [lieu, scene.units.cell] : [hoa, scene.units.other_cell]
    await expect(decideBehind(left, 90)).rejects.toMatchObject({ constraint: 'caps_hold' })
    const below = await rateUnits('superior', { [led]: 70 })
    expect([below.status, below.text.includes('người đứng đầu, đã được quyết định ở mức cao hơn')]).toEqual([422, true])
    await expect(
      world.owner.query(
        'insert into unit_rating (review_round_id, unit_id, rating_level_id, happened_on, actor_id) values ($1, $2, $3, $4, $5)',
        [round, led, level(70), scene.today, scene.people.superior],
      ),
    ).rejects.toMatchObject({ constraint: 'units_stay_above' })
  })

  test('a complaint is a row, and the decision after it another: the first still stands in the register, and the counts follow the last', async () => {
    const lan = await signedInAs('lan')
    const address = /\/kiem-diem\/\d+\/khieu-nai/.exec((await lan.get('/kiem-diem')).text)![0]
    const form = await lan.get(address)
    expect((await lan.post(address, { ...form.hidden, said: '' })).status).toBe(422)
    expect((await lan.post(address, { ...form.hidden, said: 'Chưa tính hai lớp học' })).status).toBe(303)
    expect((await lan.post(address, { ...(await lan.get(address)).hidden, said: 'x' })).status).toBe(422)
    const list = await (await signedInAs('superior')).get(`/kiem-diem-don-vi/dang-bo-xa/${round}`)
    expect(list.text).toContain('Khiếu nại: Chưa tính hai lớp học')
    expect((await rate('superior', 'quyet-dinh', { 'Nông Thị Lan': 50 })).status).toBe(303)
    await world.owner.query(`set neu_guong.loading = 'yes'`)
    const { rows: steps } = await world.owner.query(
      `select t.state, l.least_points from review_step t join review_subject s using (review_subject_id) left join rating_level l using (rating_level_id) where s.person_id = $1 order by 1, review_step_id`,
      [scene.people.lan],
    )
    expect(steps.map(({ state, least_points }) => [state, least_points])).toEqual([
      ['appraised', 70],
      ['complained', null],
      ['decided', 70],
      ['decided', 50],
      ['proposed', 70],
      ['self-reviewed', 70],
    ])
    const [group] = await look(world.database, actor('superior'), db =>
      listGroups(db, { unit: 'dang-bo-xa', review_round_id: round, day: scene.today }),
    )
    expect(group).toMatchObject({ at_good: 2, rated: 4 })
  })

  test('each step is in the ledger, and nobody but the level above may put a decision in', async () => {
    const { rows } = await world.owner.query(
      `select act, count(*)::int as n from ledger_entry where act like '%-review' group by 1 order by 1`,
    )
    expect(rows).toEqual([
      { act: 'appraise-review', n: 2 },
      { act: 'complain-review', n: 1 },
      { act: 'decide-review', n: 3 },
      { act: 'open-review', n: 1 },
      { act: 'record-review', n: 2 },
      { act: 'self-review', n: 1 },
    ])
    const app = await world.connect('neu_guong_app')
    for (const who of ['hoa', 'lan', 'office'] as const) {
      await app.query('begin')
      await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(scene.people[who])])
      await expect(
        app.query(
          `insert into review_step (review_subject_id, state, happened_on, rating_level_id, actor_id)
           select review_subject_id, 'decided', $1, $2, $3 from review_subject where person_id = $4`,
          [scene.today, level(0), scene.people[who], scene.people[who === 'lan' ? 'lan' : 'quy']],
        ),
      ).rejects.toThrow(/row-level security|own review/)
      await app.query('rollback')
      await app.query('begin')
      await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(scene.people[who])])
      const of_cell = [round, scene.units.cell, level(90), scene.today, scene.people[who]]
      await expect(
        app.query(
          'insert into unit_rating (review_round_id, unit_id, rating_level_id, happened_on, actor_id) values ($1, $2, $3, $4, $5)',
          of_cell,
        ),
      ).rejects.toThrow(/row-level security/)
      await app.query('rollback')
    }
  })
})

test('a second meeting has minutes of its own: whom the first one rated, by the votes of those who came to it, is not in them', async () => {
  const { today, units } = scene
  const asked = { kind: 'quarter', from: today, to: today, due_on: today, scheme: scheme.rating_scheme_id, unit_id: units.commune }
  const opened = await change(world.database, actor('superior'), tx => openRound(tx, actor('superior'), { ...asked, key: key(), today }))
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  round = opened.value.review_round_id
  const hoa = await signedInAs('hoa')
  const address = `/kiem-diem-don-vi/chi-bo/${round}`
  const meet = async (name: string, present: string) => {
    const id = await subjectOf(name)
    const said = { held_on: inDayMonthYear(today), chair: 'x', clerk: 'x', present }
    const rated = { [`rating_${id}`]: level(70), [`votes_${id}`]: present }
    expect((await hoa.post(`${address}/hop`, { key: key(), ...said, ...rated })).status).toBe(303)
  }
  await meet('Nông Thị Lan', '3')
  await meet('Nông Văn Quý', '2')
  const { text } = await hoa.get(`${address}/bien-ban`)
  expect(['Nông Văn Quý', '2/2', 'Nông Thị Lan', '3/2'].map(said => text.includes(said))).toEqual([true, true, false, false])
})
