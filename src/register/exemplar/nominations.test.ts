import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import type { Browser } from '../../../test/harness/test-browser.ts'
import { addDays, endOf } from '../../basis/shared/dates.ts'
import { change } from '../../platform/database/index.ts'
import { addGrant, addHead } from '../../platform/sign-in/invented-commune.ts'
import { exemplarRoutes } from './nomination-routes.tsx'
import { listPublishedExemplars } from './reads/list-published-exemplars.ts'
import { listRecognisedExemplars } from './reads/list-recognised-exemplars.ts'
import { moveNomination } from './verbs/move-nomination.ts'
import { recogniseExemplar } from './verbs/recognise-exemplar.ts'
import { giveConsent } from './verbs/speak-for.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: (name: string) => Promise<Browser>
let today: string
const browsers = new Map<string, Browser>()

beforeAll(async () => {
  scene = await inventCampaign(world)
  today = scene.today
  const { people, units } = scene
  const { owner } = world
  await owner.query(`set neu_guong.loading = 'yes'`)
  await owner.query(`
    insert into unit (unit_id, key) values (9001, 'tinh'), (9002, 'xa-na');
    insert into unit_version (unit_id, name, unit_kind, valid, recorded)
    values (9001, 'Tỉnh', 'province', '[2020-01-01,infinity)', '[2020-01-01,infinity)'), (9002, 'Nà Phặc', 'commune', '[2020-01-01,infinity)', '[2020-01-01,infinity)');
    insert into placement (unit_id, hierarchy, parent_id, valid, recorded) values (9002, 'territory', 9001, '[2020-01-01,infinity)', '[2020-01-01,infinity)');`)
  // Liễu sits in the office of the cell itself: of the unit that puts forward.
  await addGrant(owner, people.lieu, 'unit-office', units.cell)
  await addHead(owner, people.far, units.far_cell, 'Bí thư')
  await owner.query('reset neu_guong.loading')
  const { lan, hoa, quy, lieu, office, superior, far, leader } = people
  signedInAs = await openPages(world, { lan, hoa, quy, lieu, office, superior, far, leader }, exemplarRoutes)
})

const as = async (name: string) => browsers.get(name) ?? (browsers.set(name, await signedInAs(name)), browsers.get(name)!)
const of_quy = () => ({
  ...{ kind: 'individual', person: String(scene.people.quy), name: '', field: 'economy', place: 'xa-na' },
  ...{ achievement: 'Mở đường vào thôn', account: 'Vận động 12 hộ hiến đất.\nĐường xong trong một mùa.' },
})

/** Hòa, who heads the cell, begins a case; gives its address. */
async function begin(changed: Record<string, string> = {}): Promise<string> {
  const hoa = await as('hoa')
  const form = await hoa.get('/de-cu/chi-bo/moi')
  const sent = await hoa.post('/de-cu/chi-bo/moi', { ...form.hidden, ...of_quy(), ...changed })
  expect(sent.status).toBe(303)
  return sent.location!.split('?')[0]!
}

let presses = 0
const key = () => `exemplar-press-${String(++presses).padStart(6, '0')}`
const press = async (who: string, address: string, move: string, comment = '') =>
  (await as(who)).post(`${address}/buoc/${move}`, { key: key(), comment })
const stateOf = async (address: string) => {
  const { rows } = await world.owner.query<{ state: string }>(
    `select state from nomination_step where nomination_id = $1 order by nomination_step_id desc limit 1`,
    [address.split('/').at(-1)],
  )
  return rows[0]!.state
}
const rowsOf = async (question: string) => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  return (await world.owner.query(question)).rows
}
const votes = { met_on: '', seats: '9', attended: '8', in_favour: '8', against: '0' }
const vote = async (who: string, address: string, changed: Partial<typeof votes> = {}) =>
  (await as(who)).post(`${address}/bo-phieu`, { key: key(), ...votes, met_on: slashed(today), ...changed })
const slashed = (day: string) => day.split('-').reverse().join('/')
const decision = { level: 'province', form: 'certificate-of-merit', number: '77/QĐ-UBND', issuer: 'UBND tỉnh', title: 'Khen thưởng' }
const recognise = async (address: string, changed: Record<string, string> = {}) =>
  (await as('superior')).post(`${address}/cong-nhan`, { key: key(), ...decision, signed_on: slashed(today), ...changed })
/** As if a notice had been opened so many days ago. */
const openedEarlier = async (address: string, days: number) => {
  await world.owner.query('alter table notice disable trigger user')
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await world.owner.query(`update notice set opened_on = opened_on - $2::int where nomination_id = $1`, [address.split('/').at(-1), days])
  await world.owner.query('alter table notice enable trigger user')
}

async function bringToNotice(changed: Record<string, string> = {}): Promise<string> {
  const address = await begin(changed)
  await press('hoa', address, 'submit')
  await press('office', address, 'verify', 'Đến thôn ngày hôm nay, gặp trưởng thôn và 12 hộ.')
  await vote('superior', address)
  await press('superior', address, 'announce')
  expect(await stateOf(address)).toBe('notice')
  return address
}

test('a case begins with all that is asked, and nobody puts themselves forward or somebody of another unit', async () => {
  const hoa = await as('hoa')
  const form = await hoa.get('/de-cu/chi-bo/moi')
  const bare = await hoa.post('/de-cu/chi-bo/moi', { ...form.hidden, account: 'Giữ lại chữ này' })
  expect(bare.status).toBe(422)
  for (const said of ['Chọn một trong các mục.', 'Chọn lĩnh vực.', 'Chọn địa bàn.', 'Ghi thành tích.', 'Giữ lại chữ này'])
    expect(bare.text).toContain(said)
  const refusedFor = async (changed: Record<string, string>) =>
    (await hoa.post('/de-cu/chi-bo/moi', { key: key(), ...of_quy(), ...changed })).text
  expect(await refusedFor({ person: String(scene.people.hoa) })).toContain('Không ai tự đề cử mình.')
  expect(await refusedFor({ person: String(scene.people.far) })).toContain('Chọn một đảng viên của đơn vị này')
  expect(await refusedFor({ person: '', name: '' })).toContain('Ghi tên, hoặc chọn một đảng viên.')
  expect((await (await as('lan')).get('/de-cu/chi-bo/moi')).status).toBe(403)
  expect((await (await as('far')).post('/de-cu/chi-bo/moi', { key: key(), ...of_quy() })).status).toBe(403)
  expect(await rowsOf('select from nomination')).toEqual([])
})

test('from the nomination to the instrument: each step by its own hands, and then it counts, without a name until they agree', async () => {
  const clocks = { valid_as_of: today, recorded_as_of: '2099-01-01' }
  const counted = () => listRecognisedExemplars(world.db, { ...clocks, unit: 'tinh', from: '2016-01-01' })
  const address = await begin()
  expect((await (await as('hoa')).get(address)).text).toContain('Mở đường vào thôn')
  // Twice the same achievement of the same person is one case.
  const twice = await (await as('hoa')).post('/de-cu/chi-bo/moi', { key: key(), ...of_quy(), achievement: 'mở đường vào THÔN' })
  expect(twice.text).toContain('đang được xét, hoặc đã được công nhận')
  expect((await press('office', address, 'verify', 'x')).text).toContain('bước sau do')
  await press('hoa', address, 'submit')
  // Three steps ask for words of their own: each label leads to its own field.
  const ids = [...(await (await as('office')).get(address)).text.matchAll(/<(?:textarea|label)[^>]* (?:id|for)="(comment[^"]*)"/g)]
  expect(ids.map(([, id]) => id)).toEqual(['comment', 'comment-2', 'comment-3'].flatMap(id => [id, id]))

  // Those who put it forward, whoever it is about and their own office judge nothing.
  expect((await press('hoa', address, 'verify', 'x')).text).toContain('Không ai tự làm bước này')
  expect((await press('quy', address, 'verify', 'x')).text).toContain('Không ai tự làm bước này')
  expect((await press('lieu', address, 'verify', 'x')).text).toContain('Đơn vị đề cử không tự xác minh')
  expect((await press('leader', address, 'verify', 'x')).text).toContain('Bước này do')
  expect((await press('far', address, 'verify', 'x')).status).toBe(403)
  expect((await press('office', address, 'verify', ' ')).text).toContain('Ghi rõ đã thấy gì')
  expect(await stateOf(address)).toBe('submitted')
  expect((await press('office', address, 'verify', 'Đã đến thôn, gặp 12 hộ.')).status).toBe(303)

  const refused = async (changed: Partial<typeof votes>) => (await vote('superior', address, changed)).text
  expect(await refused({ attended: '10' })).toContain('Hội đồng chỉ có 9 thành viên.')
  expect(await refused({ in_favour: '8', against: '1' })).toContain('Có 9 phiếu mà chỉ 8 người dự họp.')
  expect(await refused({ attended: '6', in_favour: '6' })).toContain('cần ít nhất 7 thành viên')
  expect(await refused({ met_on: slashed(addDays(today, -1)) })).toContain('Hội đồng họp sau khi xác minh')
  expect((await vote('office', address)).text).toContain('Bước này do')
  expect(await rowsOf('select from council_vote')).toEqual([])
  expect((await vote('superior', address)).status).toBe(303)

  await press('superior', address, 'announce')
  expect((await press('superior', address, 'recommend', 'Không có ý kiến trái.')).text).toContain('Còn đang lấy ý kiến')
  expect((await recognise(address)).text).toContain('bước sau do')
  await openedEarlier(address, 30)
  expect((await press('superior', address, 'recommend', 'Không có ý kiến trái.')).status).toBe(303)

  const bare = await recognise(address, { number: '', issuer: '' })
  expect([bare.status, bare.text.includes('Nhập số văn bản.'), bare.text.includes('Nhập cơ quan ban hành.')]).toEqual([422, true, true])
  expect((await recognise(address, { signed_on: '1/3/2099' })).text).toContain('Văn bản chưa ký')
  expect((await recognise(address, { signed_on: slashed(addDays(today, -25)) })).text).toContain('ký sau khi lấy ý kiến xong')
  expect(await rowsOf('select from recognition')).toEqual([])
  expect((await counted()).length).toBe(0)
  expect((await recognise(address)).status).toBe(303)
  expect((await counted()).map(({ kind, field, awards }) => [kind, field, awards])).toEqual([['individual', 'economy', 1]])
  expect(await listPublishedExemplars(world.db, clocks)).toEqual([])

  // Quý agrees, item by item, in two presses each; nobody else does it for him.
  const quy = await as('quy')
  const mine = await quy.get('/dien-hinh-cua-toi')
  const name_page = /\/dien-hinh-cua-toi\/\d+\/name/.exec(mine.text)![0]
  expect((await (await as('lan')).get(name_page)).status).toBe(403)
  const [, exemplar_id] = /toi\/(\d+)/.exec(name_page)!.map(Number) as [number, number]
  const lan = { person_id: scene.people.lan, name: 'Lan' }
  const by_another = await change(world.database, lan, tx =>
    giveConsent(tx, lan, { exemplar_id, scope: 'name', paper: null, key: key(), today }),
  )
  expect(by_another).toEqual({ ok: false, problems: [{ code: 'not-theirs' }] })
  const agree = await quy.get(name_page)
  expect(agree.text).toContain('rút lại lúc nào cũng được')
  expect((await quy.post(name_page, agree.hidden)).status).toBe(303)
  expect((await listPublishedExemplars(world.db, clocks)).map(row => [row.name, row.place, row.instrument])).toEqual([
    ['Nông Văn Quý', null, '77/QĐ-UBND'],
  ])
  const back = await quy.get(name_page)
  expect((await quy.post(name_page, back.hidden)).status).toBe(303)
  expect(await listPublishedExemplars(world.db, clocks)).toEqual([])
  expect((await counted()).length).toBe(1)

  // Taken back by an instrument: it counts no more from its day on, and the day before it did.
  const revoked = await (await as('superior')).post(`${address}/thu-hoi`, {
    key: key(),
    ...decision,
    number: '90/QĐ-UBND',
    signed_on: slashed(today),
  })
  expect(revoked.status).toBe(303)
  expect((await counted()).length).toBe(0)
  const known_before = { valid_as_of: today, recorded_as_of: endOf(addDays(today, -1)) }
  expect(await listRecognisedExemplars(world.db, { ...known_before, unit: 'tinh', from: '2016-01-01' })).toEqual([])
  expect((await (await as('superior')).get(address)).text).toContain('thu hồi từ')
})

test('a notice stands for its working days by the calendar: a holiday learned later makes it longer', async () => {
  const address = await bringToNotice({ achievement: 'Giữ rừng đầu nguồn' })
  const until = async () =>
    (await rowsOf(`select notice_until(opened_on, working_days)::text as day from notice order by notice_id desc limit 1`))[0]!.day
  const before = await until()
  await world.owner.query(`insert into holiday (holiday, name_vi, name_en) values ($1, 'Nghỉ', 'Off')`, [before])
  const after = await until()
  expect(after > before).toBe(true)
  const superior = { person_id: scene.people.superior, name: 'Sinh' }
  const recommendOn = (day: string) =>
    change(world.database, superior, tx =>
      moveNomination(tx, superior, {
        ...{ nomination_id: Number(address.split('/').at(-1)), move: 'recommend', comment: 'Đã xem xét.', key: key(), today: day },
      }),
    )
  expect(await recommendOn(addDays(before, 1) > after ? after : addDays(before, 1))).toEqual({
    ok: false,
    problems: [{ code: 'notice-not-over', limit: after }],
  })
  expect((await recommendOn(addDays(after, 1))).ok).toBe(true)
})

test('a council that does not agree ends the case, and its votes are kept; the case given back is mended and sent again', async () => {
  const address = await begin({ person: '', name: 'Tổ hợp tác Nà Khoang', kind: 'collective', achievement: 'Trồng 20 ha hồi' })
  await press('hoa', address, 'submit')
  expect((await press('office', address, 'return', 'Thiếu số hộ.')).status).toBe(303)
  const hoa = await as('hoa')
  const mending = { key: key(), achievement: 'Trồng 20 ha hồi', account: 'Có 31 hộ cùng trồng.' }
  expect((await hoa.post(`${address}/sua`, mending)).status).toBe(303)
  expect((await hoa.get(address)).text).toContain('Có 31 hộ cùng trồng.')
  await press('hoa', address, 'submit')
  await press('office', address, 'verify', 'Gặp 31 hộ.')
  expect((await vote('superior', address, { in_favour: '6', against: '2' })).status).toBe(303)
  expect(await stateOf(address)).toBe('rejected')
  expect((await (await as('superior')).get(address)).text).toContain('8 trên 9 thành viên dự; 6 phiếu đồng ý, 2 không đồng ý')
})

test('of who did not agree to be named the notice is read inside alone; with their consent by everybody, and comments by the office alone', async () => {
  const address = await bringToNotice({ achievement: 'Dạy chữ cho bà con' })
  const app = await world.connect('neu_guong_app')
  const publicly = async () => (await app.query('select name, achievement from notice')).rows
  expect(await publicly()).toEqual([])
  const quy = await as('quy')
  const page = /\/dien-hinh-cua-toi\/\d+\/notice/.exec((await quy.get('/dien-hinh-cua-toi')).text)![0]
  await quy.post(page, (await quy.get(page)).hidden)
  expect(await publicly()).toContainEqual({ name: 'Nông Văn Quý', achievement: 'Dạy chữ cho bà con' })
  const { rows } = await app.query(`select notice_id from notice where achievement = 'Dạy chữ cho bà con'`)
  await app.query('insert into notice_comment (notice_id, said) values ($1, $2)', [rows[0].notice_id, 'Tôi thấy đúng như vậy.'])
  expect((await app.query('select said from notice_comment')).rows).toEqual([])
  expect((await (await as('superior')).get(address)).text).toContain('Tôi thấy đúng như vậy.')
  for (const who of ['hoa', 'quy', 'office']) expect((await (await as(who)).get(address)).text).not.toContain('Tôi thấy đúng như vậy.')
})

test('on paper the secretary records it, of whom the register does not know too; without the paper it is refused', async () => {
  const address = await begin({ person: '', name: 'Bà Lò Thị Inh', achievement: 'Dệt vải dạy nghề' })
  const hoa = await as('hoa')
  const form = await hoa.get(`${address}/dong-y/story`)
  expect((await hoa.post(`${address}/dong-y/story`, { ...form.hidden, paper: ' ' })).text).toContain('Ghi rõ giấy nào')
  expect((await hoa.post(`${address}/dong-y/story`, { ...form.hidden, paper: 'Giấy bà Inh ký ngày 01/12/2026' })).status).toBe(303)
  expect((await hoa.get(address)).text).toContain('Giấy bà Inh ký ngày 01/12/2026')
  expect((await (await as('far')).post(`${address}/dong-y/name`, { key: key(), paper: 'x' })).status).toBe(403)
})

test('pressed twice a recognition is one; two that recognise at once are one award', async () => {
  const address = await bringToNotice({ achievement: 'Nuôi ong dưới tán rừng' })
  await openedEarlier(address, 40)
  await press('superior', address, 'recommend', 'Không có ý kiến.')
  const superior = { person_id: scene.people.superior, name: 'Sinh' }
  const award = { ...decision, signed_on: today } as Parameters<typeof recogniseExemplar>[2]['award']
  const nomination_id = Number(address.split('/').at(-1))
  const once = key()
  const at_once = await Promise.all(
    [once, once, key()].map(pressed =>
      change(world.database, superior, tx => recogniseExemplar(tx, superior, { nomination_id, award, key: pressed, today })),
    ),
  )
  expect(at_once.map(outcome => (outcome.ok ? 'done' : outcome.problems[0]!.code)).sort()).toEqual(['done', 'done', 'wrong-state'])
  expect(await rowsOf(`select from recognition where achievement = 'Nuôi ong dưới tán rừng'`)).toHaveLength(1)
})

test('an achievement is awarded once: a case is not changed into another one’s, and what was recognised meanwhile is refused at its decision', async () => {
  await begin({ achievement: 'Dựng nhà văn hóa thôn' })
  const address = await begin({ achievement: 'Dựng lại nhà văn hóa' })
  const mending = { key: key(), account: 'Mười hộ góp công.' }
  const changed = await (await as('hoa')).post(`${address}/sua`, { ...mending, achievement: 'dựng nhà VĂN HÓA thôn' })
  expect([changed.status, changed.text.includes('đang được xét, hoặc đã được công nhận')]).toEqual([422, true])
  expect((await (await as('hoa')).get(address)).text).toContain('Dựng lại nhà văn hóa')
  await press('hoa', address, 'submit')
  await press('office', address, 'verify', 'Đã xem nhà.')
  await vote('superior', address)
  await press('superior', address, 'announce')
  await openedEarlier(address, 40)
  await press('superior', address, 'recommend', 'Không có ý kiến.')
  await rowsOf(`
    insert into recognition (exemplar_id, level, form, achievement, instrument_id, decided_on)
    select n.exemplar_id, 'province', 'title', 'Dựng lại nhà văn hóa', (select min(instrument_id) from instrument), '${today}'
      from nomination n where n.nomination_id = ${address.split('/').at(-1)}`)
  expect((await recognise(address)).text).toContain('Thành tích này đã được công nhận rồi.')
  expect(await rowsOf(`select from recognition where achievement = 'Dựng lại nhà văn hóa'`)).toHaveLength(1)
  expect(await stateOf(address)).toBe('recommended')
})

test('one name in one place is one exemplar, in capitals or not; a name with other marks is somebody else’s', async () => {
  const exemplarOf = async (name: string, achievement: string) => {
    const address = await begin({ kind: 'collective', person: '', name, achievement })
    return (await rowsOf(`select exemplar_id from nomination where nomination_id = ${address.split('/').at(-1)}`))[0].exemplar_id
  }
  const hoa = await exemplarOf('Tổ hát Hoa', 'Giữ làn điệu cũ')
  expect(await exemplarOf('Tổ hát HOA', 'Dạy trẻ hát')).toBe(hoa)
  expect(await exemplarOf('Tổ hát Hòa', 'Hát ở chợ phiên')).not.toBe(hoa)
})
