import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { Browser, type Seen } from '../../../../test/harness/test-browser.ts'
import { openLog, openShell } from '../../web/index.ts'
import { addAccount, addMember, addPerson, type InventedCommune, inventCommune } from '../invented-commune.ts'
import { hashPassword } from '../means/password.ts'
import { openAccess } from '../open-access.ts'

const world = withDatabase('empty')
const clock = { now: new Date() }
const password = 'năm nay tôi hiến đất làm đường'
const sentence = 'con đường mới qua nhà ông Sinh'
let commune: InventedCommune
let shell: ReturnType<typeof openShell>

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const phc = await hashPassword(password)
  await addAccount(world.owner, commune.people.administrator, 'quan-tri', phc, true)
  await addAccount(world.owner, commune.people.office, 'van-phong', phc, true)
  await addAccount(world.owner, commune.people.superior, 'cap-tren', phc, true)
  await world.owner.query('insert into demo_mark default values')
  const access = openAccess({ database: world.database, key: Buffer.alloc(32, 7), is_behind_tls: false, now: () => clock.now })
  shell = openShell({ rooms: access.routes, log: openLog({ level: 'silent' }), is_behind_tls: false })
})

const newBrowser = () => new Browser((path, init) => shell.request(path, init))
const codeOn = ({ text }: Seen) => /class="code">([^<]+)</.exec(text)?.[1]
async function signedInAs(name: string): Promise<Browser> {
  const browser = newBrowser()
  await browser.post('/dang-nhap', { sign_in_name: name, password })
  return browser
}
/** The office above has asked them, and confirms whatever waits. */
async function confirmAll(): Promise<void> {
  const office = await signedInAs('cap-tren')
  const waiting = markedIn(await office.get('/tai-khoan/thu-moi/cho'))
  expect((await office.post('/tai-khoan/thu-moi/cho', waiting)).location).toContain(`cua=${waiting.map(([, id]) => id).join('.')}`)
}
const invite = async (person_id: number) =>
  codeOn(await (await signedInAs('quan-tri')).post('/tai-khoan/thu-moi', { person_id: String(person_id) }))

test('Quý, who has neither e-mail nor telephone, is invited on paper, sets his own password, prints his codes and is in', async () => {
  const administrator = await signedInAs('quan-tri')
  const found = await administrator.get('/tai-khoan/thu-moi?ten=quy')
  expect(found.text).toContain('cho Nông Văn Quý</span>')
  // Cells of one name stand under many units: which of them it is, the unit above says.
  expect(found.text).toContain('chi-bo, dang-bo-xa · chưa có tài khoản')
  const sheet = await administrator.post('/tai-khoan/thu-moi', { person_id: String(commune.people.quy) })
  const name = `nong.van.quy.${commune.people.quy}`
  expect([sheet.text.includes(name), sheet.text.includes('<svg class="square"'), sheet.headers.get('cache-control')]).toEqual([
    true,
    true,
    'no-store',
  ])
  const code = codeOn(sheet)!.toLowerCase().replaceAll('-', ' ')

  const quy = newBrowser()
  const greeted = await quy.post('/dang-nhap/thu-moi', { code })
  expect(greeted.text).toContain('Nông Văn Quý')
  const weak = await quy.post('/dang-nhap/thu-moi', { code, password: 'matkhau1234' })
  expect([weak.status, weak.text.includes('dễ bị đoán')]).toEqual([422, true])
  const set = await quy.post('/dang-nhap/thu-moi', { code, password: sentence })
  expect(set.location).toBe('/dang-nhap/ma-xac-nhan')
  const codes = await quy.post('/dang-nhap/buoc-hai', { paper: 'yes' })
  const printed = [...codes.text.matchAll(/<li>(\d{4}-\d{4}-\d{4})<\/li>/g)].map(([, one]) => one!)
  expect([printed.length, new Set(printed).size]).toEqual([24, 24])
  expect((await quy.get('/tai-khoan')).text).toContain('còn 24 mã in')

  const again = newBrowser()
  await again.post('/dang-nhap', { sign_in_name: name, password: sentence })
  expect((await again.post('/dang-nhap/ma-xac-nhan', { code: printed[5]! })).location).toBe('/cam-ket')
  const used = await newBrowser().post('/dang-nhap/thu-moi', { code })
  expect([used.status, used.text.includes('đã dùng')]).toEqual([422, true])
})

test('a new invitation withdraws the one before, expires after fourteen days, and closes what opened the account until then', async () => {
  const first = await invite(commune.people.lan)
  const second = await invite(commune.people.lan)
  expect((await newBrowser().post('/dang-nhap/thu-moi', { code: first! })).status).toBe(422)
  const lan = newBrowser()
  await lan.post('/dang-nhap/thu-moi', { code: second!, password: sentence })
  await lan.post('/dang-nhap/buoc-hai', { paper: 'yes' })
  expect((await lan.get('/tai-khoan')).status).toBe(200)

  const third = await invite(commune.people.lan)
  expect((await lan.get('/tai-khoan')).status).toBe(200)
  const early = await newBrowser().post('/dang-nhap/thu-moi', { code: third!, password: 'một câu khác hẳn câu trước' })
  expect([early.status, early.text.includes('còn chờ người thứ hai')]).toEqual([422, true])
  await confirmAll()
  expect((await newBrowser().post('/dang-nhap/thu-moi', { code: third! })).text).toContain('mọi cách vào trước đây thôi dùng được')
  await newBrowser().post('/dang-nhap/thu-moi', { code: third!, password: 'một câu khác hẳn câu trước' })
  expect((await lan.get('/tai-khoan')).status).toBe(303)
  const old = await newBrowser().post('/dang-nhap', { sign_in_name: `nong.thi.lan.${commune.people.lan}`, password: sentence })
  expect(old.status).toBe(422)

  const fourth = await invite(commune.people.lan)
  await confirmAll()
  clock.now = new Date(clock.now.getTime() + 15 * 86_400_000)
  expect((await newBrowser().post('/dang-nhap/thu-moi', { code: fourth! })).status).toBe(422)
})

test('the notice after confirming names whom it was, and its button cancels the invitation until it is used', async () => {
  const code = await invite(commune.people.hoa)
  const office = await signedInAs('cap-tren')
  const waiting = await office.get('/tai-khoan/thu-moi/cho')
  const confirmed = await office.post('/tai-khoan/thu-moi/cho', markedIn(waiting))
  expect(confirmed.location).toMatch(/^[\w/?=&.-]*$/)
  const told = await office.get(confirmed.location!)
  expect(told.text).toContain('Đã xác nhận cho Triệu Văn Hòa.')
  const cancelled = await office.post('/tai-khoan/thu-moi/huy', { withdrawn: told.hidden.withdrawn! })
  expect((await office.get(cancelled.location!)).text).toContain('Đã hủy giấy mời.')
  const hoa = newBrowser()
  expect((await hoa.post('/dang-nhap/thu-moi', { code: code! })).status).toBe(422)
  const late = await office.post('/tai-khoan/thu-moi/huy', { withdrawn: told.hidden.withdrawn! })
  expect([late.status, late.text.includes('Giấy mời này không còn chờ')]).toEqual([422, true])
})

const markedIn = ({ text }: Seen) =>
  [...text.matchAll(/name="invitation_id" value="(\d+)"/g)].map(([, id]): [string, string] => ['invitation_id', id!])

test('the second person rejects an invitation that waits, and it opens nothing', async () => {
  const code = await invite(commune.people.hoa)
  const office = await signedInAs('cap-tren')
  const [[, id]] = markedIn(await office.get('/tai-khoan/thu-moi/cho')) as [[string, string]]
  const rejected = await office.post('/tai-khoan/thu-moi/huy', { withdrawn: id })
  expect([rejected.status, (await office.get(rejected.location!)).text.includes('Đã hủy giấy mời')]).toEqual([303, true])
  expect((await newBrowser().post('/dang-nhap/thu-moi', { code: code! })).status).toBe(422)
})

test('who is called so stands before who only has it in their name', async () => {
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  await addMember(world.owner, await addPerson(world.owner, 'Bàn Quý Anh'), commune.units.cell)
  await world.owner.query('commit')
  const { text } = await (await signedInAs('quan-tri')).get('/tai-khoan/thu-moi?ten=qu%C3%BD')
  expect([...text.matchAll(/<strong>([^<]* Quý[^<]*)<\/strong>/g)].map(([, name]) => name)).toEqual(['Nông Văn Quý', 'Bàn Quý Anh'])
})

test('an administrator invites nobody of another district, and not themselves; an office invites nobody and is told who can', async () => {
  const administrator = await signedInAs('quan-tri')
  for (const person of [commune.people.far, commune.people.administrator, 0, Number.NaN]) {
    const refused = await administrator.post('/tai-khoan/thu-moi', { person_id: String(person) })
    expect([refused.status, codeOn(refused)]).toEqual([422, undefined])
  }
  const office = await (await signedInAs('van-phong')).post('/tai-khoan/thu-moi', { person_id: String(commune.people.lan) })
  expect([office.status, office.text.includes('Quản trị'), codeOn(office)]).toEqual([403, true, undefined])
  const { rows } = await world.owner
    .query(`begin; set local neu_guong.loading = 'yes'; select 1`)
    .then(() =>
      world.owner.query('select person_id from invitation where person_id = any ($1)', [
        [commune.people.far, commune.people.administrator],
      ]),
    )
  await world.owner.query('rollback')
  expect(rows).toEqual([])
})

test('no administrator can set a means of signing in for anybody: the database has no way to write one', async () => {
  const app = await world.connect('neu_guong_app')
  await app.query('begin')
  await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(commune.people.administrator)])
  await expect(app.query(`insert into password (person_id, phc) values ($1, '$argon2id$x')`, [commune.people.lan])).rejects.toMatchObject({
    code: '42501',
  })
  await app.query('rollback')
})
