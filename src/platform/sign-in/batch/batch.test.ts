import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { bodyOf, withPostOffice } from '../../../../test/harness/post-office.ts'
import { unescaped } from '../../../../test/harness/test-browser.ts'
import { change } from '../../database/index.ts'
import { openMail, runJobs } from '../../jobs/index.ts'
import { addGrant, addMember, addPerson, addUnit, type InventedCommune, inventCommune } from '../invented-commune.ts'
import { acceptInvitation } from '../invitation/accept-invitation.ts'
import { listAccountNotices, seeNotice } from '../invitation/account-notices.ts'
import { listWaiting, most_waiting } from '../invitation/confirm-invitation.ts'
import { plainCode } from '../means/one-time-codes.ts'
import { digestOf } from '../means/sealing.ts'
import { clearOldAttempts } from '../session/back-off.ts'
import { look } from '../session/look.ts'
import { most_in_batch } from './batch.ts'
import { fill_batch } from './begin-batch.ts'
import { fillBatch } from './fill-batch.ts'
import { post_invitation, postInvitation } from './post-invitation.ts'

const world = withDatabase('empty')
const office = withPostOffice()
const key = Buffer.alloc(32, 7)
const now = () => new Date()
const password = 'con đường mới qua nhà ông Sinh'
let scene: InventedCommune
let signedInAs: Awaited<ReturnType<typeof openPages>>
/** An administrator of the cell alone, and a plain member of the cell who is the superior office of the province. */
let cast: Record<'of_cell' | 'cao', number>

beforeAll(async () => {
  scene = await inventCommune(world.owner)
  await asOwner(async () => {
    cast = { of_cell: await addPerson(world.owner, 'Vi Thị Tổ'), cao: await addPerson(world.owner, 'Bế Văn Cao') }
    await addGrant(world.owner, cast.of_cell, 'administrator', scene.units.cell)
    await addGrant(world.owner, cast.cao, 'superior-office', scene.units.province)
    await addMember(world.owner, cast.cao, scene.units.cell)
  })
  const { administrator, superior } = scene.people
  const signIn = await openPages(world, { administrator, superior, keeper: cast.of_cell }, () => [])
  const browsers = new Map<string, ReturnType<typeof signIn>>()
  signedInAs = name => browsers.get(name) ?? browsers.set(name, signIn(name)).get(name)!
})

async function asOwner<T>(work: () => Promise<T>): Promise<T> {
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const answer = await work()
  await world.owner.query('commit')
  return answer
}

const rowsOf = (sql: string) => asOwner(async () => (await world.owner.query(sql)).rows)
const runAll = () =>
  runJobs(world.database, {
    tasks: { [fill_batch]: fillBatch({ database: world.database, key, now }) },
    now,
    say: line => expect.fail(line),
  })
/** Sends the letters that wait. */
const postAll = () => {
  const mail = openMail({ smtp_url: office.smtp_url, from: 'so@vi-du.vn' })
  const task = postInvitation({ database: world.database, mail, key, site_address: 'https://so.vi-du.vn', now })
  return runJobs(world.database, { tasks: { [post_invitation]: task }, now, say: line => expect.fail(line) })
}
const keyOf = (text: string) => /name="key" value="([^"]+)"/.exec(text)![1]!
const accept = async (code: string) => {
  const outcome = await acceptInvitation(world.database, { code, password, agent: 'x' }, now())
  return outcome.ok ? 'in' : outcome.problems[0]!.code
}

/** Presses once at a unit, has it written, and gives the address of the batch. */
async function invite(name: string, unit: string, whom: string, more: Record<string, string> = {}): Promise<string> {
  const browser = await signedInAs(name)
  const address = `/tai-khoan/thu-moi/don-vi/${unit}`
  const sent = { key: keyOf((await browser.get(address)).text), whom, ...more }
  const [once, again] = [await browser.post(address, sent), await browser.post(address, sent)]
  expect([once.status, again.location]).toEqual([303, once.location])
  await runAll()
  return once.location!
}

const numberIn = (batch: string) => Number(batch.split('/').at(-1))

/** A day and an hour pass for what the codes of a batch are made from. */
const age = (batch: string) =>
  asOwner(() =>
    world.owner.query(`update invitation_printing set begun_at = now() - interval '25 hours' where invitation_batch_id = $1`, [
      numberIn(batch),
    ]),
  )

/** The codes of a batch as its sheets show them, by name. */
async function codesOf(name: string, batch: string): Promise<Map<string, string>> {
  const { text } = await (await signedInAs(name)).get(`${batch}/phieu`)
  const sheets = [...unescaped(text).matchAll(/<article class="sheet">.*?<strong>([^<]+)<.*?class="code">([^<]+)</gs)]
  return new Map(sheets.map(([, who, code]) => [who!, code!]))
}

test('an administrator invites a commune by one press: a sheet for each, the same codes when the page is loaded again, and none of them kept', async () => {
  const browser = await signedInAs('administrator')
  expect((await browser.get('/tai-khoan/thu-moi')).text).toContain('/tai-khoan/thu-moi/don-vi/huyen-uy')
  const batch = await invite('administrator', 'dang-bo-xa', 'all')
  const page = await browser.get(batch)
  expect(page.text).not.toContain('http-equiv="refresh"')
  // Whoever holds a role beyond the district is left to an administrator above.
  expect(page.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(
    'Giấy mời đã làm 5 Đã vào 0 Còn chờ dùng 5 Chờ người thứ hai 2 Không làm 1',
  )
  const codes = await codesOf('administrator', batch)
  expect([...codes.keys()].sort()).toEqual(['Bàn Thị Liễu', 'Hà Đức Toàn', 'Nông Thị Lan', 'Nông Văn Quý', 'Triệu Văn Hòa'])
  expect(await codesOf('administrator', batch)).toEqual(codes)
  const list = await browser.get(`${batch}/danh-sach`)
  expect([...list.text.matchAll(/class="code">([^<]+)</g)].map(([, code]) => code).sort()).toEqual([...codes.values()].sort())
  const kept = JSON.stringify(await rowsOf('select to_jsonb(i) from invitation i union all select to_jsonb(p) from invitation_printing p'))
  for (const code of codes.values()) expect([kept.includes(code), kept.includes(plainCode(code))]).toEqual([false, false])
})

test('a batch is confirmed once: until then whoever holds a role waits, and the others are in', async () => {
  const batch = await invite('administrator', 'dang-bo-xa', 'all')
  const codes = await codesOf('administrator', batch)
  expect(await accept(codes.get('Nông Thị Lan')!)).toBe('in')
  expect([await accept(codes.get('Triệu Văn Hòa')!), await accept(codes.get('Hà Đức Toàn')!)]).toEqual(['needs-second', 'needs-second'])
  const office = await signedInAs('superior')
  const waiting = await office.get('/tai-khoan/thu-moi/cho')
  const marks = [...waiting.text.matchAll(/type="checkbox"[^>]*value="([^"]+)"/g)].map(([, value]) => value!)
  expect(marks).toHaveLength(1)
  expect(waiting.text).toContain('2 giấy mời của dang-bo-xa')
  // However short the list, what one press made is not cut.
  const { superior } = scene.people
  const names = async (most?: number) =>
    (await listWaiting(world.database, { person_id: superior }, now(), most)).map(one => one.full_name).sort()
  expect([await names(1), most_waiting >= most_in_batch]).toEqual([['Hà Đức Toàn', 'Triệu Văn Hòa'], true])
  expect((await office.post('/tai-khoan/thu-moi/cho', { invitation_id: marks[0]! })).status).toBe(303)
  expect([await accept(codes.get('Triệu Văn Hòa')!), await accept(codes.get('Hà Đức Toàn')!)]).toEqual(['in', 'in'])
})

test('the head above is told once of what one press has printed, and has seen all of it by one press', async () => {
  const { leader } = scene.people
  const told = () => look(world.database, { person_id: leader }, db => listAccountNotices(db, now()))
  const printed = (await told()).filter(({ kind }) => kind === 'printed')
  // Two presses of the tests before, for two holders of roles each.
  expect(printed.map(({ people }) => people)).toEqual([2, 2])
  const actor = { person_id: leader, name: 'x' }
  await change(world.database, actor, tx => seeNotice(tx, actor, printed[0]!.account_notice_id, now()))
  expect((await told()).filter(({ kind }) => kind === 'printed').map(({ people }) => people)).toEqual([2])
})

test('who has not come is listed, and renewed by one press: the earlier code ends, and nobody who came is asked again', async () => {
  const administrator = await signedInAs('administrator')
  const before = new Map([...(await codesOf('administrator', '/tai-khoan/thu-moi/dot/2'))])
  const address = '/tai-khoan/thu-moi/don-vi/dang-bo-xa'
  const { text } = await administrator.get(address)
  expect(text).toContain('Chưa vào: 3 người')
  expect((await administrator.get(`${address}?tep=xlsx`)).headers.get('content-disposition')).toContain('attachment')
  const codes = await codesOf('administrator', await invite('administrator', 'dang-bo-xa', 'not-come'))
  expect([...codes.keys()].sort()).toEqual(['Bàn Thị Liễu', 'Nông Văn Quý'])
  expect(await accept(before.get('Nông Văn Quý')!)).toBe('wrong-code')
  expect(await accept(codes.get('Nông Văn Quý')!)).toBe('in')
  const nobody = await administrator.post(address, { key: keyOf(text), whom: 'nobody' })
  expect(nobody.status).toBe(422)
})

test('when all is printed the codes are forgotten at once; those that nobody forgets, after a day', async () => {
  const batch = await invite('administrator', 'dang-bo-xa', 'not-come')
  const administrator = await signedInAs('administrator')
  expect((await administrator.post(`${batch}/xong`, {})).location).toContain('xong=in')
  expect((await codesOf('administrator', batch)).size).toBe(0)
  expect((await administrator.get(batch)).text).toContain('chỉ còn trên giấy')
  await asOwner(() =>
    world.owner.query(`update invitation_printing set begun_at = begun_at - interval '3 days' where invitation_batch_id = 1`),
  )
  const left = () => rowsOf('select invitation_batch_id from invitation_printing order by 1')
  expect(await left()).toEqual([{ invitation_batch_id: 1 }, { invitation_batch_id: 2 }, { invitation_batch_id: 3 }])
  await clearOldAttempts(world.database, now())
  expect(await left()).toEqual([{ invitation_batch_id: 2 }, { invitation_batch_id: 3 }])
})

test('after a day nobody prints the codes any more, and what they are made from is cleared away', async () => {
  const administrator = await signedInAs('administrator')
  const batch = await invite('administrator', 'dang-bo-xa', 'not-come')
  expect((await codesOf('administrator', batch)).size).toBeGreaterThan(0)
  await age(batch)
  expect((await codesOf('administrator', batch)).size).toBe(0)
  const { text } = await administrator.get(batch)
  expect([text.includes('chỉ còn trên giấy'), text.includes(`${batch}/phieu`)]).toEqual([true, false])
  await clearOldAttempts(world.database, now())
  expect(await rowsOf('select invitation_batch_id from invitation_printing order by 1')).toEqual([
    { invitation_batch_id: 2 },
    { invitation_batch_id: 3 },
  ])
})

test('a batch that is being written keeps its codes; one whose codes are gone before it is written ends all the same', async () => {
  const administrator = await signedInAs('administrator')
  const address = '/tai-khoan/thu-moi/don-vi/dang-bo-xa'
  const press = { key: keyOf((await administrator.get(address)).text), whom: 'not-come' }
  const batch = (await administrator.post(address, press)).location!
  const isBusy = async () => (await administrator.get(batch)).text.includes('http-equiv="refresh"')
  expect((await administrator.post(`${batch}/xong`, {})).location).not.toContain('xong=in')
  expect(await rowsOf(`select salt <> '' as is_kept from invitation_printing where invitation_batch_id = ${numberIn(batch)}`)).toEqual([
    { is_kept: true },
  ])
  await age(batch)
  await clearOldAttempts(world.database, now())
  expect(await isBusy()).toBe(true)
  await runAll()
  expect(await isBusy()).toBe(false)
  expect(await rowsOf(`select person_id from invitation where invitation_batch_id = ${numberIn(batch)}`)).toEqual([])
})

test('whose address is known gets a letter instead of paper, and its code opens the account; from then on the address is theirs alone', async () => {
  const administrator = await signedInAs('administrator')
  const unit = '/tai-khoan/thu-moi/don-vi/dang-bo-xa'
  const { lieu } = scene.people
  const field = `email_${lieu}`
  const said = async (address: string) => (await administrator.get(address)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect((await (await signedInAs('keeper')).post(`${unit}/dia-chi`, { [field]: 'x@vi-du.vn' })).status).not.toBe(303)
  const refused = await administrator.post(`${unit}/dia-chi`, { [field]: 'lieu' })
  expect([refused.status, refused.text.includes('value="lieu"')]).toEqual([422, true])
  // Whoever holds a role beyond the district is left to an administrator above.
  expect(refused.text).not.toContain(`email_${cast.cao}`)
  expect((await administrator.post(`${unit}/dia-chi`, { [field]: 'lieu@vi-du.vn' })).location).toContain('xong=dia-chi')
  expect(await said(unit)).toContain('· lieu@vi-du.vn')
  office.answer = () => 550
  const lost = await invite('administrator', 'dang-bo-xa', 'not-come', { by_mail: '1' })
  expect([...(await codesOf('administrator', lost)).keys()]).toEqual([])
  await postAll()
  expect([await said(lost), [...(await codesOf('administrator', lost)).keys()]]).toEqual([
    expect.stringContaining('Thư không gửi được 1'),
    ['Bàn Thị Liễu'],
  ])
  office.answer = () => null
  const batch = await invite('administrator', 'dang-bo-xa', 'not-come', { by_mail: '1' })
  // While a letter is on its way its code is kept.
  expect((await administrator.post(`${batch}/xong`, {})).location).not.toContain('xong=in')
  await postAll()
  await postAll()
  expect(office.received.map(({ to }) => to)).toEqual(['lieu@vi-du.vn'])
  expect(await said(batch)).toMatch(/Đã gửi qua thư 1 .*Không có giấy nào phải in/)
  const letter = bodyOf(office.received[0]!)
  expect(letter).not.toContain('Liễu')
  const [, code] = /thu-moi\?ma=([0-9A-Z-]+)/i.exec(letter)!
  const kept = JSON.stringify(await rowsOf('select to_jsonb(i) from invitation i union all select to_jsonb(m) from invitation_mail m'))
  expect(kept).not.toContain(code!)
  expect(await accept(code!)).toBe('in')
  await administrator.post(`${unit}/dia-chi`, { [field]: 'nguoi-khac@vi-du.vn' })
  expect(await rowsOf(`select email from contact where person_id = ${lieu} and is_open(recorded)`)).toEqual([{ email: 'lieu@vi-du.vn' }])
  const seen = await look(world.database, { person_id: scene.people.administrator }, db =>
    db.selectFrom('contact').select('email').where('person_id', '=', lieu).execute(),
  )
  expect(seen).toEqual([])
})

test('one person is invited by a letter where their address is noted: once, and the page of it says whose it is', async () => {
  const administrator = await signedInAs('administrator')
  const { lieu } = scene.people
  const moi = await asOwner(async () => {
    const person_id = await addPerson(world.owner, 'Vi Thị Mới')
    await addMember(world.owner, person_id, scene.units.cell)
    return person_id
  })
  const find = async (name: string) => (await administrator.get(`/tai-khoan/thu-moi?ten=${encodeURIComponent(name)}`)).text
  const send = (person_id: number, key_: string) =>
    administrator.post('/tai-khoan/thu-moi', { person_id: String(person_id), key: key_, by_mail: '1' })
  const without = await find('Vi Thị Mới')
  expect([without.includes('Gửi thư mời'), without.includes('/thu-moi/don-vi/chi-bo/dia-chi')]).toEqual([false, true])
  const refused = await send(moi, keyOf(without))
  expect([refused.status, refused.text.includes('Chưa ghi địa chỉ thư điện tử của người này')]).toEqual([422, true])

  await administrator.post('/tai-khoan/thu-moi/don-vi/dang-bo-xa/dia-chi', { [`email_${moi}`]: 'moi@vi-du.vn' })
  const found = await find('Vi Thị Mới')
  expect([found.includes('Gửi thư mời'), found.includes('· moi@vi-du.vn')]).toEqual([true, true])
  const [once, again] = [await send(moi, keyOf(found)), await send(moi, keyOf(found))]
  expect([once.status, again.location]).toEqual([303, once.location])
  const before = office.received.length
  await runAll()
  await postAll()
  expect(office.received.slice(before).map(({ to }) => to)).toEqual(['moi@vi-du.vn'])
  const page = (await administrator.get(once.location!)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(page).toMatch(/Mời Vi Thị Mới\. .*Giấy mời đã làm 1 .*Đã gửi qua thư 1 /)
  const [, code] = /thu-moi\?ma=([0-9A-Z-]+)/i.exec(bodyOf(office.received.at(-1)!))!
  const open = `select person_id from invitation where used_at is null and withdrawn_at is null and code_digest = '${digestOf(plainCode(code!))}'`
  expect(await rowsOf(open)).toEqual([{ person_id: moi }])

  // Liễu has come: her address is hers.
  const of_lieu = await find('Bàn Thị Liễu')
  expect([of_lieu.includes('Gửi thư mời'), of_lieu.includes('@vi-du.vn'), of_lieu.includes('/dia-chi')]).toEqual([false, false, false])
  expect((await send(lieu, keyOf(of_lieu))).status).toBe(422)
})

test('the job that is asked again writes nothing twice, and none of it is another’s to see or to print', async () => {
  const [{ n }] = (await rowsOf('select count(*)::integer as n from invitation')) as [{ n: number }]
  await asOwner(() => world.owner.query(`update job set ended_at = null, outcome = null where task = '${fill_batch}'`))
  await runAll()
  expect(await rowsOf('select count(*)::integer as n from invitation')).toEqual([{ n }])
  const of_cell = await signedInAs('keeper')
  for (const path of ['/tai-khoan/thu-moi/dot/2', '/tai-khoan/thu-moi/dot/2/phieu', '/tai-khoan/thu-moi/don-vi/dang-bo-xa'])
    expect([path, (await of_cell.get(path)).status]).toEqual([path, 403])
  const theirs = await invite('keeper', 'chi-bo', 'all').catch(() => null)
  expect(theirs).not.toBeNull()
  // The administrator of the district reads how it stands; its codes are for whoever made it.
  const administrator = await signedInAs('administrator')
  expect((await administrator.get(theirs!)).text).toContain('Chỉ người làm đợt này in được')
  expect((await codesOf('administrator', theirs!)).size).toBe(0)
})

test('of a unit with more people than one press takes nobody is listed, and the units below are offered', async () => {
  await asOwner(async () => {
    const large = await addUnit(world.owner, 'chi-bo-lon', 'cell', scene.units.commune)
    await world.owner.query(
      `with added as (insert into person (since) select timestamptz '2020-01-01' from generate_series(1, $2::integer) returning person_id)
       insert into membership (person_id, unit_id, kind, valid, recorded)
       select person_id, $1, 'party-member', '[2020-01-01,infinity)', '[2020-01-01,infinity)' from added`,
      [large, most_in_batch + 1],
    )
  })
  const administrator = await signedInAs('administrator')
  const { text } = await administrator.get('/tai-khoan/thu-moi/don-vi/dang-bo-xa')
  expect([text.includes('nhiều nhất 1000 người'), text.includes('name="whom"'), text.includes('/don-vi/chi-bo-lon')]).toEqual([
    true,
    false,
    true,
  ])
  const refused = await administrator.post('/tai-khoan/thu-moi/don-vi/dang-bo-xa', { key: 'x'.repeat(36), whom: 'all' })
  expect(refused.status).toBe(422)
})
