import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { dayBefore } from '../../basis/shared/dates.ts'
import { change } from '../../platform/database/index.ts'
import { addGrant } from '../../platform/sign-in/invented-commune.ts'
import { rightsRoutes } from './rights-routes.tsx'
import { answerRequest } from './verbs/answer-request.ts'
import { askAboutData } from './verbs/ask-about-data.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { office, lan, quy, lieu, superior } = scene.people
  // Liễu sits in the office of the province, which has none above it.
  await addGrant(world.owner, lieu, 'superior-office', scene.units.province)
  signedInAs = await openPages(world, { office, lan, quy, lieu, superior }, rightsRoutes)
})

const actor = (name: keyof InventedCampaign['people']) => ({ person_id: scene.people[name]!, name })
let keys = 0
const key = () => `rights-request-${String(++keys).padStart(6, '0')}`
const ask = (name: keyof InventedCampaign['people'], said: string, kind = 'correct') =>
  change(world.database, actor(name), tx => askAboutData(tx, actor(name), { kind, said, key: key(), today: scene.today }))
const answer = (name: keyof InventedCampaign['people'], data_request_id: number, outcome = 'done', said = 'Đã sửa.') =>
  change(world.database, actor(name), tx =>
    answerRequest(tx, actor(name), { data_request_id, outcome, said, key: key(), today: scene.today }),
  )
const codes = (outcome: { ok: boolean; problems?: readonly { code: string }[] }) => outcome.problems?.map(({ code }) => code) ?? []

test('two working days are counted without weekends and holidays', async () => {
  const { rows } = await world.owner.query<{ days: string[] }>(
    `select array(select working_day_after(d::date, 2)::text from unnest('{2026-04-28,2026-12-03,2026-12-05}'::date[]) with ordinality x (d, n) order by n) as days`,
  )
  // 30/04 and 01/05/2026 are holidays where the calendar knows them; a Saturday counts from Monday.
  const { rows: known } = await world.owner.query(`select from holiday where holiday = '2026-04-30'`)
  expect(rows[0]!.days).toEqual([known.length > 0 ? '2026-05-04' : '2026-04-30', '2026-12-07', '2026-12-08'])
})

test('Lan asks that her year of birth be corrected; the office sees it at home and in its list, answers once, and she reads the answer', async () => {
  const [lan, office] = [await signedInAs('lan'), await signedInAs('office')]
  const page = await lan.get('/tai-khoan/du-lieu')
  expect(page.text).toContain('Nơi sinh hoạt: 1 lần ghi')
  const refused = await lan.post('/tai-khoan/du-lieu', { ...page.hidden, kind: 'correct', said: '' })
  expect([refused.status, refused.text.includes('Viết rõ yêu cầu')]).toEqual([422, true])
  const sent = await lan.post('/tai-khoan/du-lieu', { ...refused.hidden, kind: 'correct', said: 'Năm sinh là 1990, không phải 1991.' })
  expect(sent.status).toBe(303)

  const list = await office.get('/du-lieu/chi-bo')
  expect(list.text).toContain('Năm sinh là 1990, không phải 1991.')
  const address = /\/du-lieu\/chi-bo\/\d+/.exec(list.text)![0]
  const form = await office.get(address)
  const given = { outcome: 'done', said: 'Đã sửa ngày 02/12.' }
  expect((await office.post(address, { ...form.hidden, ...given })).status).toBe(303)
  const again = await office.post(address, { ...(await office.get(address)).hidden, ...given })
  expect([again.status, again.text.includes('đã được trả lời')]).toEqual([422, true])
  expect((await lan.get('/tai-khoan/du-lieu')).text).toContain('Đã sửa ngày 02/12.')
})

test('the same words sent twice wait once; others’ requests are nobody’s to see, and nobody answers themselves', async () => {
  const asked = await ask('quy', 'Xin bản sao.', 'copy')
  expect(asked.ok).toBe(true)
  expect(codes(await ask('quy', 'Xin bản sao.', 'copy'))).toEqual(['asked-already'])
  const { data_request_id } = (asked as { value: { data_request_id: number } }).value
  expect(codes(await answer('lan', data_request_id))).toEqual(['unknown-request'])
  expect(codes(await answer('quy', data_request_id))).toEqual(['to-oneself'])
  expect((await (await signedInAs('lan')).get('/du-lieu/chi-bo')).status).toBe(403)
  // Row-level security says it once more.
  const app = await world.connect('neu_guong_app')
  await app.query('begin')
  await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(scene.people.lan)])
  expect((await app.query('select from data_request where person_id <> $1', [scene.people.lan])).rows).toEqual([])
  await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(scene.people.quy)])
  await expect(
    app.query(`insert into data_answer (data_request_id, answered_by, outcome, said) values ($1, $2, 'done', 'x')`, [
      data_request_id,
      scene.people.quy,
    ]),
  ).rejects.toThrow('row-level security')
  await app.query('rollback')
})

test('a request in another’s name, or with the day of another law, is refused by the database', async () => {
  const app = await world.connect('neu_guong_app')
  await app.query('begin')
  await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(scene.people.lan)])
  await expect(
    app.query(
      `insert into data_request (person_id, unit_id, kind, said, due_on) select $1, unit_id, 'erase', 'x', $2 from membership limit 1`,
      [scene.people.quy, dayBefore(scene.today)],
    ),
  ).rejects.toThrow('row-level security')
  await app.query('rollback')
})

test('only the superior office at the top sets how long content is kept, and a rule set twice a day stands once', async () => {
  const top = await signedInAs('lieu')
  const unit = 'tinh-uy'
  const page = await top.get(`/luu-tru/${unit}`)
  expect(page.text).toContain('Chưa có quy định nào')
  const wrong = await top.post(`/luu-tru/${unit}`, { ...page.hidden, years: '0', authority: '' })
  expect([wrong.status, wrong.text.includes('từ 1 đến 100'), wrong.text.includes('Ghi văn bản')]).toEqual([422, true, true])
  for (const years of ['10', '5']) {
    const { hidden } = await top.get(`/luu-tru/${unit}`)
    const sent = await top.post(`/luu-tru/${unit}`, { ...hidden, years, authority: 'Hướng dẫn 12-HD/VPTU' })
    expect(sent.status).toBe(303)
  }
  expect((await top.get(`/luu-tru/${unit}`)).text).toContain('Giữ 5 năm')
  expect((await (await signedInAs('superior')).get('/luu-tru/huyen-uy')).status).toBe(403)
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query('select years from retention_rule where is_open(recorded)')
  expect(rows).toEqual([{ years: 5 }])
})
