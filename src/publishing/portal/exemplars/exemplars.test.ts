import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { withPortal } from '../../../../test/harness/portal.ts'
import { figuresAt } from '../../../numbers/figure/index.ts'
import { listRecognisedExemplars } from '../../../register/exemplar/index.ts'

const world = withDatabase('demo')
const portal = withPortal(world)

const see = async (path: string) => (await fetch(portal.address + path)).text()
const rowsOf = async <Row extends Record<string, unknown>>(question: string, values: unknown[] = []) => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  return (await world.owner.query<Row>(question, values)).rows
}
const cardsIn = (html: string) =>
  [...html.matchAll(/<h2><a href="\/dien-hinh\/(\d+)"><span[^>]*>([^<]*)<\/span><\/a>/g)].map(([, id, name]) => [Number(id), name])
/** Every card of the wall, page by page. */
async function wallOf(query = ''): Promise<unknown[]> {
  const cards: unknown[] = []
  for (let after = 0; ; after += 24) {
    const page = cardsIn(await see(`/dien-hinh?${new URLSearchParams([...new URLSearchParams(query), ['sau', String(after)]])}`))
    cards.push(...page)
    if (page.length < 24) return cards
  }
}
const named = `
  select distinct e.exemplar_id, p.name from exemplar e
    join exemplar_profile p using (exemplar_id)
    join recognition r on r.exemplar_id = e.exemplar_id and is_open(r.recorded) and r.revoked_on is null
   where has_consent(e.exemplar_id, 'name')`

test('the wall has everybody who agrees to be named, page by page, and nobody else; it is narrowed by year, field, level and place', async () => {
  const sorted = (cards: unknown[]) => (cards as [number, string][]).toSorted(([a], [b]) => a - b)
  const rows = async (more: string) => (await rowsOf(`${named} ${more} order by 1`)).map(({ exemplar_id, name }) => [exemplar_id, name])
  const everybody = await rows('')
  expect(everybody.length).toBeGreaterThan(20)
  expect(sorted(await wallOf())).toEqual(everybody)
  expect(sorted(await wallOf('linh-vuc=economy'))).toEqual(await rows(`and e.field = 'economy'`))
  expect(sorted(await wallOf('nam=2019'))).toEqual(await rows(`and extract(year from r.decided_on) = 2019`))
  expect(sorted(await wallOf('cap=province'))).toEqual(await rows(`and r.level = 'province'`))
  const [place] = await rowsOf<{ key: string; unit_id: number }>(
    `select u.key, u.unit_id from exemplar e join unit u using (unit_id) where has_consent(e.exemplar_id, 'place') order by 1 limit 1`,
  )
  const of_place = await rows(`and e.unit_id = ${place!.unit_id} and has_consent(e.exemplar_id, 'place')`)
  expect(of_place.length).toBeGreaterThan(0)
  expect(sorted(await wallOf(`dia-ban=${place!.key}`))).toEqual(of_place)
  for (const year of ['0', '999999']) expect((await fetch(`${portal.address}/dien-hinh?nam=${year}`)).status).toBe(200)
  expect((await fetch(`${portal.address}/dien-hinh?la=1`)).status).toBe(422)
})

test('whoever takes consent back is gone from the wall, from their page and from the certificate, which still says that the award stands', async () => {
  const [[exemplar_id, name]] = (await wallOf()) as [[number, string]]
  const address = `/dien-hinh/${exemplar_id}`
  const [award] = await rowsOf<{ code: string; number: string }>(
    `select left(md5(exemplar_id::text || ' ' || instrument_id::text || ' ' || achievement), 24) as code, i.number
       from recognition r join instrument i using (instrument_id) where exemplar_id = $1 and is_open(r.recorded) order by decided_on desc limit 1`,
    [exemplar_id],
  )
  const certificate = `/chung-nhan/${award!.code}`
  for (const path of [address, certificate]) expect(await see(path)).toContain(name)
  expect(await see(address)).toContain(award!.number)
  await world.owner.query('begin')
  await world.owner.query(`
    with ended as (update consent set recorded = closed(recorded) where exemplar_id = ${exemplar_id} and is_open(recorded) returning *)
    insert into consent (exemplar_id, scope, valid) select exemplar_id, scope, daterange(lower(valid), today_in_vietnam()) from ended`)
  await world.owner.query('commit')
  await expect.poll(async () => (await fetch(portal.address + address)).status, { timeout: 20_000 }).toBe(404)
  await expect.poll(async () => (await see(certificate)).includes(name), { timeout: 20_000 }).toBe(false)
  expect(await see(certificate)).toContain('Công nhận này đang có hiệu lực.')
  expect((await wallOf()).map(card => (card as [number])[0])).not.toContain(exemplar_id)
})

test('a certificate of an award that was taken back says so, since when; of a code that is none there is no page', async () => {
  const [revoked] = await rowsOf<{ code: string }>(
    `select left(md5(exemplar_id::text || ' ' || instrument_id::text || ' ' || achievement), 24) as code from recognition where revoked_on is not null limit 1`,
  )
  expect(await see(`/chung-nhan/${revoked!.code}`)).toContain('Công nhận này đã bị thu hồi từ 20/11/2019')
  for (const code of ['0'.repeat(24), 'x', "'--"]) {
    const none = await fetch(`${portal.address}/chung-nhan/${encodeURIComponent(code)}`)
    expect([none.status, (await none.text()).includes('Sổ không có công nhận nào mang mã này.')]).toEqual([404, true])
  }
})

test('a notice stands in public under consent to it, and whoever reads it comments without signing in; nothing is shown of what was said', async () => {
  await rowsOf(`
    with e as (insert into exemplar (kind, field, unit_id) select 'collective', 'health', unit_id from unit limit 1 returning exemplar_id),
         n as (insert into nomination (exemplar_id, unit_id, nominated_by) select e.exemplar_id, (select unit_id from unit limit 1), (select person_id from person limit 1) from e returning nomination_id, exemplar_id)
    insert into notice (nomination_id, exemplar_id, name, achievement, opened_on, working_days)
    select nomination_id, exemplar_id, 'Trạm y tế Nà Loỏng', 'Tiêm chủng đủ', today_in_vietnam(), 10 from n`)
  expect(await see('/dien-hinh/lay-y-kien')).not.toContain('Nà Loỏng')
  const [{ notice_id, exemplar_id }] = (await rowsOf<{ notice_id: number; exemplar_id: number }>(
    `select notice_id, exemplar_id from notice where name = 'Trạm y tế Nà Loỏng'`,
  )) as [{ notice_id: number; exemplar_id: number }]
  const address = `${portal.address}/dien-hinh/lay-y-kien/${notice_id}`
  expect((await fetch(address)).status).toBe(404)
  await rowsOf(`insert into consent (exemplar_id, scope, valid) values ($1, 'notice', daterange(today_in_vietnam(), 'infinity'))`, [
    exemplar_id,
  ])
  await expect.poll(() => see('/dien-hinh/lay-y-kien'), { timeout: 20_000 }).toContain('Nà Loỏng')
  const send = async (said: string) => {
    const key = /name="key" value="([^"]+)"/.exec(await (await fetch(address)).text())![1]!
    const body = new URLSearchParams({ key, said })
    return fetch(address, { method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin' }, body })
  }
  const empty = await send(' ')
  expect([empty.status, (await empty.text()).includes('Viết ý kiến.')]).toEqual([422, true])
  // A text of the register cannot hold NUL; whoever sends it is still heard.
  const sent = await send('Bà con được tiêm đủ,\0 đúng như vậy.')
  expect(sent.status).toBe(303)
  expect(await see(sent.headers.get('location')!)).toContain('Chỉ cơ quan phụ trách đọc ý kiến này.')
  expect(await see(`/dien-hinh/lay-y-kien/${notice_id}`)).not.toContain('đúng như vậy')
  expect(await rowsOf('select said, said_by from notice_comment where notice_id = $1', [notice_id])).toEqual([
    { said: 'Bà con được tiêm đủ, đúng như vậy.', said_by: null },
  ])
})

test('of the demo each recognised exemplar came through its case, its last step as its award stands', async () => {
  const odd = await rowsOf(`
    select n.nomination_id from nomination n
      join lateral (select s.state from nomination_step s where s.nomination_id = n.nomination_id order by s.nomination_step_id desc limit 1) s on true
      join nomination_text t using (nomination_id)
      left join recognition r on r.exemplar_id = n.exemplar_id and r.achievement = t.achievement and is_open(r.recorded)
     where (s.state = 'recognised') <> (r.recognition_id is not null and r.revoked_on is null)
        or (s.state = 'revoked') <> (r.revoked_on is not null)`)
  expect(odd).toEqual([])
  const [told] = await rowsOf<{ n: number }>(`select count(*)::int as n from nomination_step where state = 'recognised'`)
  expect(told!.n).toBeGreaterThan(300)
})

test('F11 counts subjects and F12 models, each with the units that have taken it up, as they were on three days', async () => {
  const at = figuresAt(world.db, world.database.clock())
  const asked = async (figure: string, valid_as_of: string) => {
    const answer = await at.answer(figure, { valid_as_of })
    return answer.ok ? answer.value : null
  }
  const days = ['2019-12-31', '2021-02-19', '2026-11-30']
  const exemplars = await Promise.all(days.map(day => asked('F11', day)))
  expect(exemplars.map(answer => answer?.numerator)).toEqual([346, 468, 532])
  // Who was recognised several times is one subject; awards are counted apart.
  const rows = await Promise.all(
    exemplars.map((answer, i) =>
      listRecognisedExemplars(world.db, {
        ...{ unit: answer!.parameters.unit, from: '2016-01-01' },
        valid_as_of: days[i]!,
        recorded_as_of: '2099-01-01',
      }),
    ),
  )
  expect(rows.map(of_day => of_day.reduce((sum, { awards }) => sum + awards, 0))).toEqual([365, 490, 554])
  const models = await Promise.all(days.map(day => asked('F12', day)))
  expect(models.map(answer => answer?.rows.map(({ name, adoptions }) => `${name} ${adoptions}`))).toEqual([
    ['Tổ hợp tác làm miến 5', 'Vườn thuốc nam của trạm y tế 5', 'Bữa trưa cho học sinh đi xa 3'],
    [
      ...['Tổ hợp tác làm miến 9', 'Vườn thuốc nam của trạm y tế 5', 'Bữa trưa cho học sinh đi xa 7', 'Bàn hướng dẫn hồ sơ trực tuyến 3'],
      ...['Nhà họp thôn dựng bằng ngày công 3', 'Mỗi kỳ họp gỡ một việc 2'],
    ],
    [
      ...['Tổ hợp tác làm miến 9', 'Vườn thuốc nam của trạm y tế 5', 'Bữa trưa cho học sinh đi xa 7', 'Bàn hướng dẫn hồ sơ trực tuyến 8'],
      'Mỗi kỳ họp gỡ một việc 10',
    ],
  ])
})

test('the page of a model says who has taken it up, where it comes from, and how many had it in each year', async () => {
  const [model] = await rowsOf<{ model_id: number; exemplar_id: number }>(
    `select model_id, exemplar_id from model where name = 'Mỗi kỳ họp gỡ một việc'`,
  )
  const adopters = await rowsOf<{ name: string }>(
    `select v.name from adoption a join unit_version v on v.unit_id = a.unit_id and is_open(v.recorded) and v.valid @> a.started_on where model_id = $1`,
    [model!.model_id],
  )
  const page = await see(`/mo-hinh/${model!.model_id}`)
  expect(adopters.length).toBe(10)
  for (const said of ['10 đơn vị đang áp dụng', `/dien-hinh/${model!.exemplar_id}"`, 'đang áp dụng (', ...adopters.map(({ name }) => name)])
    expect(page).toContain(said)
  expect(await see('/mo-hinh')).toContain(`/mo-hinh/${model!.model_id}"`)
  expect((await fetch(`${portal.address}/mo-hinh/999999`)).status).toBe(404)
})
