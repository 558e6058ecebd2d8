import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { type Desk, openNewsdesk } from '../../../test/harness/newsdesk.ts'
import { bodyOf, withPostOffice } from '../../../test/harness/post-office.ts'
import { addDays, dayOf, inDayMonthYear } from '../../basis/shared/dates.ts'
import { openMail, runJobs } from '../../platform/jobs/index.ts'
import { addGrant } from '../../platform/sign-in/invented-commune.ts'
import { post_draft_letter, postDraftLetter } from '../newsroom/index.ts'

const world = withDatabase('territory')
const office = withPostOffice()
let desk: Desk
beforeAll(async () => {
  desk = await openNewsdesk(world)
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await addGrant(world.owner, desk.people.sinh, 'reporter', desk.unit_id)
})

/** By Vietnam's clock, as the hour beside it is read. */
const tomorrow = (days = 1) => inDayMonthYear(addDays(dayOf(new Date()), days))

test('in an emergency who wrote it lets it out with a reason, which stands on the board until a second publisher, who did not write in it, signs', async () => {
  const draft = await desk.begin({ title: 'Sạt lở ở đầu nguồn' })
  await desk.press('hoa', draft, 'gop-y', { comment: 'Mấy giờ?', at: '0' })
  await desk.as('sinh').post(`${draft}/sua`, { ...(await typedOf(draft)), lead: 'Đường đã đóng.', read: '1', key: desk.key() })
  expect((await desk.press('lieu', draft, 'dang-khan', { read: '2', emergency: 'Đường vừa sạt.' })).status).toBe(422)
  const silent = await desk.press('sinh', draft, 'dang-khan', { read: '2', emergency: ' ' })
  expect([silent.status, silent.text.includes('id="emergency-error"')]).toEqual([422, true])
  expect((await desk.press('sinh', draft, 'dang-khan', { read: '2', emergency: 'Đường vừa sạt, xe đang lên.' })).location).toContain(
    'dang-khan',
  )
  expect(await desk.see('/tin')).toContain('Sạt lở ở đầu nguồn')

  expect(await desk.see('/ban-tin', 'hoa')).toContain('«Đường vừa sạt, xe đang lên.»')
  expect((await desk.press('sinh', draft, 'ky')).text).toContain('Bạn đã viết trong bài này')
  expect((await desk.press('hoa', draft, 'ky')).status).toBe(422)
  expect((await desk.press('thu', draft, 'ky')).status).toBe(303)
  expect(await desk.see('/ban-tin', 'hoa')).not.toContain('«Đường vừa sạt, xe đang lên.»')
  expect((await desk.press('thu', draft, 'ky')).text).toContain('Bài này đã có người ký.')
  expect(await desk.see(draft, 'hoa')).toContain('thu đã ký')
})

async function typedOf(draft: string): Promise<Record<string, string>> {
  const form = await desk.see(`${draft}/sua`, 'lieu')
  const body = /name="body"[^>]*>([^<]*)</.exec(form)![1]!
  return { title: 'Sạt lở ở đầu nguồn', byline: 'Liễu', topic: 'countryside', scene: '', alt: '', caption: '', body }
}

test('no emergency lets out what the register denies; and by hand in the database nobody signs for what they wrote', async () => {
  const wrong = await desk.begin({ title: 'Số sai mà vội', body: '{F16 valid_as_of=2021-02-19 | 16} xã đang đạt chuẩn.' })
  const refused = await desk.press('sinh', wrong, 'dang-khan', { emergency: 'Vội.' })
  expect([refused.status, refused.text.includes('Bài in «16»; sổ cho «15».')]).toEqual([422, true])
  const draft = await desk.begin({ title: 'Vội thật' })
  await desk.press('sinh', draft, 'dang-khan', { emergency: 'Vội.' })
  const draft_id = Number(/\d+$/.exec(draft)![0])
  const by_hand = (person: number) =>
    world.owner.query(
      `insert into draft_countersign (draft_id, step, signed_by, signer_name) select draft_id, step, $2, 'x' from draft_approval where draft_id = $1`,
      [draft_id, person],
    )
  for (const who of ['lieu', 'sinh'] as const) await expect(by_hand(desk.people[who])).rejects.toMatchObject({ constraint: 'second_eyes' })
})

test('what is to go at an hour is public until then and gone after, through every door; it can be kept', async () => {
  const [going, kept] = [await desk.publish({ title: 'Bài hẹn gỡ' }), await desk.publish({ title: 'Bài thôi gỡ' })]
  const idOf = (address: string) => /\d+/.exec(address)![0]
  const plan = (address: string, fields: Record<string, string>) =>
    desk.as('sinh').post(`/ban-tin/go/${idOf(address)}`, { key: desk.key(), when: 'later', replaced_by: '', ...fields })
  const nothing = await plan(going, { reason: 'Hết hạn.', day: '32/1/2027', hour: '6:00' })
  expect([nothing.status, nothing.text.includes('Nhập một ngày có thật')]).toEqual([422, true])
  for (const address of [going, kept])
    expect((await plan(address, { reason: 'Hết hạn niêm yết.', day: tomorrow(2), hour: '6:00' })).location).toContain('hen-go')
  expect((await plan(going, { reason: 'Lần nữa.', day: tomorrow(3), hour: '6:00' })).text).toContain('Bài này đã được hẹn gỡ.')
  expect(await desk.see('/ban-tin', 'hoa')).toContain('«Hết hạn niêm yết.»')
  expect((await desk.as('sinh').post(`/ban-tin/go/${idOf(kept)}/thoi`, { key: desk.key() })).location).toContain('thoi-go')

  await desk.publishAt(new Date(Date.now() + 60_000))
  const doors = [going, `${going}/ban/1`, '/tin', '/tin.atom', '/', '/dinh-chinh', '/so-lieu/lan-tinh/1']
  const told = async () => (await Promise.all(doors.map(door => desk.see(door)))).map(text => text.includes('Hết hạn niêm yết.'))
  expect(await told()).toEqual(doors.map(() => false))
  expect((await desk.as('far').get(going)).status).toBe(200)
  const said: string[] = []
  await desk.publishAt(new Date(Date.now() + 4 * 86_400_000), line => said.push(line))
  expect(said.filter(line => line.includes('missed its hour to be withdrawn'))).toHaveLength(1)
  for (const address of [going, `${going}/ban/1`]) expect((await desk.as('far').get(address)).status).toBe(410)
  expect((await Promise.all(['/tin', '/tin.atom', '/'].map(door => desk.see(door)))).map(text => text.includes('Bài hẹn gỡ'))).toEqual([
    false,
    false,
    false,
  ])
  expect((await desk.as('far').get(kept)).status).toBe(200)
})

test('what was missed is caught up in the order of the hours: published before it is taken back', async () => {
  const other = await desk.publish({ title: 'Bài bị thay' })
  const draft = await desk.begin({ title: 'Bài thay lúc sáng' })
  await desk.bringToApprover(draft)
  await desk.press('sinh', draft, 'duyet', { when: 'later', day: tomorrow(), hour: '6:00' })
  await desk.as('sinh').post(`/ban-tin/go/${/\d+/.exec(other)![0]}`, {
    ...{ key: desk.key(), when: 'later', day: tomorrow(), hour: '7:00', reason: 'Có bài mới.', replaced_by: '' },
  })
  await desk.publishAt(new Date(Date.now() + 3 * 86_400_000))
  const { rows } = await world.owner.query(
    `select (select lower(recorded) from edition where title = 'Bài thay lúc sáng') < (select max(withdrawn_at) from withdrawal) as in_order`,
  )
  expect(rows).toEqual([{ in_order: true }])
})

test('an emergency that was recalled, and approved in the ordinary way since, waits for no signature', async () => {
  const draft = await desk.begin({ title: 'Vội rồi thôi' })
  await world.owner.query(
    `create function stuck() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
     create trigger stuck before insert on article for each row when (new.slug = 'voi-roi-thoi') execute function stuck()`,
  )
  await desk.press('sinh', draft, 'dang-khan', { emergency: 'Vội quá.' })
  await world.owner.query('drop trigger stuck on article; drop function stuck()')
  expect((await desk.press('thu', draft, 'buoc/recall', { comment: 'Không vội.' })).status).toBe(303)
  expect((await desk.press('thu', draft, 'duyet', { when: 'now' })).status).toBe(303)
  expect(await desk.see('/tin')).toContain('Vội rồi thôi')
  expect(await desk.see(draft, 'hoa')).not.toContain('«Vội quá.»</span>')
  expect((await desk.press('thu', draft, 'ky')).text).toContain('Bài này không chờ chữ ký thứ hai.')
})

const planFor = (who: 'sinh' | 'thu', address: string) =>
  desk.as(who).post(`/ban-tin/go/${/\d+/.exec(address)![0]}`, {
    ...{ key: desk.key(), when: 'later', replaced_by: '', reason: `Hẹn của ${who}.`, day: tomorrow(2), hour: '6:00' },
  })

test('an article has one plan: of two who plan at once the second is refused', async () => {
  const article = await desk.publish({ title: 'Bài nhiều người hẹn' })
  await world.owner.query('begin; lock table withdrawal_plan in exclusive mode')
  const both = [planFor('sinh', article), planFor('thu', article)]
  // Whoever is not an administrator sees of others no wait in pg_stat_activity, but every lock.
  const waiting = `select count(distinct pid)::integer as n from pg_locks where not granted`
  await expect.poll(async () => (await world.owner.query(waiting)).rows[0].n, { timeout: 60_000 }).toBe(2)
  await world.owner.query('commit')
  expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([303, 422])
})

test('a plan is found among ever so many others, and one of an article that is gone waits for nobody', async () => {
  const [late, other] = [await desk.publish({ title: 'Bài hẹn sau cùng' }), await desk.publish({ title: 'Bài gỡ ngay' })]
  const idOf = (address: string) => Number(/\d+/.exec(address)![0])
  expect((await planFor('sinh', other)).status).toBe(303)
  await desk.as('sinh').post(`/ban-tin/go/${idOf(other)}`, { reason: 'Gỡ ngay.', when: 'now', replaced_by: '', key: desk.key() })
  expect(await desk.see('/ban-tin', 'hoa')).not.toContain('Bài gỡ ngay')
  await world.owner.query(
    `insert into withdrawal_plan (article_id, withdraw_at, reason, planned_by, planner_name)
     select $1, now() + interval '1 hour', 'x', $2, 'x' from generate_series(1, 201)`,
    [idOf(other), desk.people.sinh],
  )
  expect((await planFor('sinh', late)).status).toBe(303)
  expect((await planFor('thu', late)).text).toContain('Bài này đã được hẹn gỡ.')
  expect(await desk.see('/ban-tin', 'hoa')).toContain('«Hẹn của sinh.»')
  expect((await desk.as('sinh').post(`/ban-tin/go/${idOf(late)}/thoi`, { key: desk.key() })).location).toContain('thoi-go')
})

/** All letters that wait, sent; who received one. */
async function post(): Promise<string[]> {
  office.received = []
  const task = postDraftLetter({
    ...{ database: world.database, site_address: 'https://so.vi-du.vn', now: () => new Date() },
    mail: openMail({ smtp_url: office.smtp_url, from: 'so@vi-du.vn' }),
    words: async (_, { sign_in, no_more, names }) => ({ subject: 'Có việc đang chờ', text: [...names, sign_in, no_more].join('\n\n') }),
  })
  await runJobs(world.database, { tasks: { [post_draft_letter]: task }, now: () => new Date(), say: line => expect.fail(line) })
  return office.received.map(({ to }) => String(to)).sort()
}

test('who says so on the board gets a letter when a draft comes to lie with them, which names nothing; of what was moved on meanwhile, and of their own steps, nobody hears', async () => {
  expect(await desk.see('/ban-tin', 'hoa')).toContain('trước hết hãy ghi địa chỉ thư')
  for (const who of ['lieu', 'hoa', 'sinh', 'thu'] as const)
    await world.owner.query('insert into contact (person_id, email) values ($1, $2)', [desk.people[who], `${who}@vi-du.vn`])
  const unasked = await desk.begin({ title: 'Chưa ai muốn thư' })
  await desk.press('lieu', unasked, 'buoc/submit')
  expect(await post()).toEqual([])
  for (const who of ['lieu', 'hoa', 'sinh', 'thu'] as const)
    expect((await desk.as(who).post('/ban-tin/thu', { wanted: '1' })).status).toBe(303)
  expect(await desk.see('/ban-tin', 'hoa')).toContain('một thư tới hoa@vi-du.vn')

  const draft = await desk.begin({ title: 'Bài chờ biên tập' })
  await desk.press('lieu', draft, 'buoc/submit')
  expect(await post()).toEqual(['hoa@vi-du.vn'])
  for (const letter of office.received) {
    expect(bodyOf(letter)).toContain('https://so.vi-du.vn/dang-nhap?ve=%2Fban-tin')
    expect(letter.text + bodyOf(letter)).not.toContain('Bài chờ biên tập')
  }
  await desk.press('hoa', draft, 'buoc/return', { comment: 'Thiếu tên người kể.' })
  expect(await post()).toEqual(['lieu@vi-du.vn'])
  await desk.press('lieu', draft, 'buoc/submit')
  await desk.press('hoa', draft, 'buoc/pass')
  expect(await post()).toEqual([])
  await desk.press('lan', draft, 'buoc/sign-off')
  expect(await post()).toEqual(['sinh@vi-du.vn', 'thu@vi-du.vn'])
  await desk.as('hoa').post('/ban-tin/thu', { wanted: '0' })
  await desk.press('lieu', await desk.begin({ title: 'Bài sau' }), 'buoc/submit')
  expect(await post()).toEqual([])
  expect(await post()).toEqual([])
})
