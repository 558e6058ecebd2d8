import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { Browser, type Seen } from '../../../../test/harness/test-browser.ts'
import { openLog, openShell } from '../../web/index.ts'
import { addAccount, addInvitation, type InventedCommune, inventCommune } from '../invented-commune.ts'
import { codeAt } from '../means/one-time-codes.ts'
import { hashPassword } from '../means/password.ts'
import { openAccess } from '../open-access.ts'

const world = withDatabase('empty')
const key = Buffer.alloc(32, 7)
const clock = { now: new Date('2026-11-24T02:00:00Z') }
const log = openLog({ level: 'silent' })
const password = 'năm nay tôi hiến đất làm đường'

let commune: InventedCommune
let shell: ReturnType<typeof openShell>

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const phc = await hashPassword(password)
  await addAccount(world.owner, commune.people.lan, 'lan', phc)
  await addAccount(world.owner, commune.people.hoa, 'hoa', phc)
  await addAccount(world.owner, commune.people.quy, 'quy', phc)
  await addAccount(world.owner, commune.people.administrator, 'quan-tri', phc)
  const access = openAccess({ database: world.database, key, is_behind_tls: false, now: () => clock.now })
  shell = openShell({ rooms: access.routes, log, is_behind_tls: false })
})

const newBrowser = () => new Browser((path, init) => shell.request(path, init))
const later = (minutes: number) => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000)
}

/** Somebody sets their password by a printed invitation: the second step comes next. */
async function enter(browser: Browser, person_id: number): Promise<Seen> {
  const code = await addInvitation(world.owner, person_id, clock.now)
  return browser.post('/dang-nhap/thu-moi', { code, password })
}

test('Lan is invited, chooses her telephone as the second step, and comes back with password and telephone', async () => {
  const browser = newBrowser()
  const account = await browser.get('/tai-khoan')
  expect([account.status, account.location]).toEqual([303, '/dang-nhap?ve=%2Ftai-khoan'])
  expect((await enter(browser, commune.people.lan)).location).toBe('/dang-nhap/ma-xac-nhan')
  const closed = await browser.get('/tai-khoan')
  expect([closed.status, closed.location]).toEqual([303, '/dang-nhap?ve=%2Ftai-khoan'])
  const asked = await browser.get('/dang-nhap/ma-xac-nhan?ve=%2Ftai-khoan')
  expect(asked.location).toBe('/dang-nhap/buoc-hai?ve=%2Ftai-khoan')
  const offered = await browser.get(asked.location!)
  const secret = /class="secret">([^<]+)</.exec(offered.text)![1]!.replaceAll(' ', '')
  const half = browser.token
  const codes = await browser.post('/dang-nhap/buoc-hai', {
    sealed: offered.hidden.sealed!,
    code: codeAt(secret, clock.now),
    ve: '/tai-khoan',
  })
  expect([codes.status, codes.text.match(/<li>\d{4}-\d{4}-\d{4}<\/li>/g)?.length]).toEqual([200, 8])
  expect(browser.token).not.toBe(half)
  expect((await browser.get('/tai-khoan')).text).toContain('Nông Thị Lan')

  const other = newBrowser()
  const first = await other.post('/dang-nhap', { sign_in_name: ' Lan ', password, ve: '/tai-khoan' })
  expect([first.status, first.location]).toEqual([303, '/dang-nhap/ma-xac-nhan?ve=%2Ftai-khoan'])
  later(2)
  const wrong = await other.post('/dang-nhap/ma-xac-nhan', { code: '000000' })
  expect([wrong.status, wrong.text.includes('Mã không đúng')]).toEqual([422, true])
  const right = await other.post('/dang-nhap/ma-xac-nhan', { code: codeAt(secret, clock.now) })
  expect([right.status, right.location]).toEqual([303, '/cam-ket'])
  expect((await other.get('/tai-khoan')).status).toBe(200)

  const third = newBrowser()
  await third.post('/dang-nhap', { sign_in_name: 'lan', password })
  expect((await third.post('/dang-nhap/ma-xac-nhan', { code: codeAt(secret, clock.now) })).status).toBe(422)
  const printed = />(\d{4}-\d{4}-\d{4})</.exec(codes.text)![1]!
  expect((await third.post('/dang-nhap/ma-xac-nhan', { code: printed })).status).toBe(303)
  const fourth = newBrowser()
  await fourth.post('/dang-nhap', { sign_in_name: 'lan', password })
  expect((await fourth.post('/dang-nhap/ma-xac-nhan', { code: printed })).status).toBe(422)
})

test('whoever was just invited has half an hour for the second step, which its page says; then a new invitation is needed', async () => {
  const slow = newBrowser()
  await enter(slow, commune.people.hoa)
  expect((await slow.get('/dang-nhap/buoc-hai')).text).toContain('Có 30 phút để làm xong')
  later(29)
  expect((await slow.get('/dang-nhap/buoc-hai')).status).toBe(200)
  later(1)
  const over = await slow.get('/dang-nhap/buoc-hai')
  expect([over.status, over.location?.startsWith('/dang-nhap?')]).toEqual([303, true])
})

test('the six digits that chose a telephone, and any of before them, open nothing afterwards; what is no six digits is wrong and no failure', async () => {
  const enrolling = newBrowser()
  await enter(enrolling, commune.people.hoa)
  const offered = await enrolling.get('/dang-nhap/buoc-hai')
  const secret = /class="secret">([^<]+)</.exec(offered.text)![1]!.replaceAll(' ', '')
  const [before, now] = [codeAt(secret, new Date(clock.now.getTime() - 30_000)), codeAt(secret, clock.now)]
  const code = [...now].map(digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
  expect((await enrolling.post('/dang-nhap/buoc-hai', { sealed: offered.hidden.sealed!, code })).status).toBe(200)
  const again = newBrowser()
  await again.post('/dang-nhap', { sign_in_name: 'hoa', password })
  const answers = []
  for (const typed of [now, before, '１２３ ４５６ 😀', 'ộ2345６'])
    answers.push((await again.post('/dang-nhap/ma-xac-nhan', { code: typed })).status)
  expect(answers).toEqual([422, 422, 422, 422])
  later(1)
  expect((await again.post('/dang-nhap/ma-xac-nhan', { code: codeAt(secret, clock.now) })).location).toBe('/cam-ket')
})

test('a wrong password and a name that nobody has get the same answer', async () => {
  const wrong = await newBrowser().post('/dang-nhap', { sign_in_name: 'hoa', password: 'không phải mật khẩu này' })
  const nobody = await newBrowser().post('/dang-nhap', { sign_in_name: 'hao', password: 'không phải mật khẩu này' })
  expect(wrong.status).toBe(422)
  expect(wrong.text.replaceAll('"hoa"', '"hao"')).toBe(nobody.text)
})

test('the second step is never lost in silence: few codes are said each time, and with none left the password alone opens nothing', async () => {
  const quy = newBrowser()
  await enter(quy, commune.people.quy)
  const sheet = await quy.post('/dang-nhap/buoc-hai', { paper: 'yes' })
  const codes = [...sheet.text.matchAll(/<li>(\d{4}-\d{4}-\d{4})<\/li>/g)].map(([, code]) => code!)
  const told: [number, string | undefined][] = []
  for (const code of codes) {
    const browser = newBrowser()
    await browser.post('/dang-nhap', { sign_in_name: 'quy', password })
    const { status, text } = await browser.post('/dang-nhap/ma-xac-nhan', { code, ve: '/tai-khoan' })
    told.push([status, /<h1>([^<]*)<\/h1>/.exec(text)?.[1]])
  }
  expect(told.slice(0, 18)).toEqual(Array(18).fill([303, undefined]))
  expect(told.slice(18).map(([status, title]) => `${status} ${title}`)).toEqual([
    ...[5, 4, 3, 2, 1].map(left => `200 Chỉ còn ${left} mã in`),
    '200 Đó là mã in cuối cùng',
  ])
  const bare = newBrowser()
  const half = await bare.post('/dang-nhap', { sign_in_name: 'quy', password })
  const answers = [
    await bare.get(half.location!),
    await bare.get('/dang-nhap/buoc-hai'),
    await bare.post('/dang-nhap/buoc-hai', { paper: 'yes' }),
  ]
  expect(answers.map(({ status, text }) => [status, text.includes('Chưa có bước thứ hai')])).toEqual(Array(3).fill([403, true]))
  expect((await bare.get('/tai-khoan')).status).toBe(303)
})

test('whoever finds a session open does not change its second step: that asks once more who sits there', async () => {
  const browser = newBrowser()
  await enter(browser, commune.people.quy)
  await browser.post('/dang-nhap/buoc-hai', { paper: 'yes' })
  const asked = await browser.get('/dang-nhap/buoc-hai')
  expect([asked.status, asked.location]).toEqual([303, '/tai-khoan/xac-nhan?viec=buoc-hai'])
  expect((await browser.post('/dang-nhap/buoc-hai', { paper: 'yes' })).location).toBe('/tai-khoan/xac-nhan?viec=buoc-hai')
  const wrong = await browser.post('/tai-khoan/xac-nhan', { viec: 'buoc-hai', password: 'không phải mật khẩu này' })
  expect([wrong.status, wrong.text.includes('Mật khẩu không đúng')]).toEqual([422, true])
  const right = await browser.post('/tai-khoan/xac-nhan', { viec: 'buoc-hai', password })
  expect([right.status, right.location]).toEqual([303, '/dang-nhap/buoc-hai'])
  expect((await browser.get('/tai-khoan/khoa/them')).location).toBe('/tai-khoan/xac-nhan?viec=khoa')
  expect((await browser.post('/dang-nhap/buoc-hai', { paper: 'yes' })).text).toContain('class="codes sheet"')
  expect((await browser.get('/dang-nhap/buoc-hai')).location).toBe('/tai-khoan/xac-nhan?viec=buoc-hai')
})
