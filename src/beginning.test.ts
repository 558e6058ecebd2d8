import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { written } from '../test/harness/campaign.ts'
import { withDatabase } from '../test/harness/database.ts'
import { pngOf } from '../test/harness/emblem.ts'
import { formsOn } from '../test/harness/forms.ts'
import { Browser, type Seen } from '../test/harness/test-browser.ts'
import { testWorkbook } from '../test/harness/workbook.ts'
import { openApp } from './app.ts'
import { addDays, dayOf } from './basis/shared/dates.ts'
import { example } from './home/founding/example.ts'
import { initCommand, unitsCommand } from './home/founding/index.ts'
import { catalogue } from './numbers/figure/catalogue.ts'
import { openLog, type Site } from './platform/web/index.ts'

/** From an empty register to the first commitment: two commands, then pages alone. Nobody writes SQL. */
const world = withDatabase('empty')
const folder = mkdtempSync(join(tmpdir(), 'neu-guong-beginning-'))
const password = 'năm nay tôi hiến đất làm đường'
let site: Site

beforeAll(async () => {
  const config = { port: 0, host: '127.0.0.1', is_behind_tls: false, sign_on: null }
  site = await openApp({ config, database: world.database, key: randomBytes(32), log: openLog({ level: 'silent' }) })
})
afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

const inFolder = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const init = (text: string) => initCommand(world.database, [inFolder('init.json', text)], { site_address: null })
const under = ['--number', '02-QĐ/TU', '--issuer', 'Ban Thường vụ Tỉnh ủy Sông Lam', '--title', 'Về tổ chức đảng', '--signed', '2026-11-25']
const units = (text: string, ...more: string[]) => unitsCommand(world.database, [inFolder('units.csv', text), ...under, ...more])
const list = `key,name,kind,parent,from
dang-bo-xa-dong,Đảng bộ xã Đồng,base-organisation,tinh-uy,2026-11-25
chi-bo-dong-1,Chi bộ Đồng 1,cell,dang-bo-xa-dong,2026-11-25
`

test('a list of units before the register has begun is refused in a sentence', async () => {
  expect(await units(list)).toMatchObject({ code: 2, err: expect.stringContaining('run neu-guong init first') })
})

test('until the register has begun its public pages say how, with 503, and whoever signs in goes past them', async () => {
  const seen = await Promise.all(['/', '/tin', '/so-lieu/F16', '/en'].map(path => site.app.request(path)))
  expect(seen.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(Array(4).fill([503, 'no-store']))
  expect(await seen[0]!.text()).toContain('npx neu-guong init init.json')
  expect(await seen[3]!.text()).toContain('The register is empty')
  const doors = ['/dang-nhap', '/en/dang-nhap', '/dang-nhap/thu-moi', '/healthz']
  expect(await Promise.all(doors.map(async path => (await site.app.request(path)).status))).toEqual([200, 200, 200, 200])
})

test('from two commands to a commitment that a member handed in', async () => {
  // A picture that is not there, and one that is no emblem, are told at its field; nothing is written.
  inFolder('khong-vuong.png', 'PNG')
  const withEmblem = (file: string) => init(example.replace('"emblem_file": null', `"emblem_file": "${file}"`))
  expect([(await withEmblem('khong-co.png')).err, (await withEmblem('khong-vuong.png')).err]).toEqual([
    expect.stringMatching(/^register\.emblem_file: /),
    expect.stringContaining('register.emblem_file: Biểu trưng là ảnh PNG vuông'),
  ])
  writeFileSync(join(folder, 'bieu-trung.png'), pngOf(96, 96))
  const founded = await withEmblem('bieu-trung.png')
  expect(founded).toMatchObject({ code: 0, err: '' })
  expect((await world.owner.query('select emblem from register_profile')).rows).toEqual([{ emblem: pngOf(96, 96) }])
  const codes = [...founded.out.matchAll(/^ {2}(\w{4}(?:-\w{4})+)$/gm)].map(([, code]) => code!)
  expect(codes).toHaveLength(4)

  expect(await Promise.all(['/', '/so-lieu', '/en'].map(async path => (await site.app.request(path)).status))).toEqual([200, 200, 200])
  await namedAs('Tỉnh Sông Lam', 'Sông Lam province')
  const figures = await Promise.all(Object.keys(catalogue).map(async id => (await site.app.request(`/so-lieu/${id}`)).text()))
  expect(figures.filter(text => /Bắc Kạn|bac-kan/.test(text))).toEqual([])
  const about = await Promise.all(['/gioi-thieu', '/en/gioi-thieu'].map(async path => (await site.app.request(path)).text()))
  expect(about.filter(text => /Bắc Kạn|trình diễn|demonstration/.test(text))).toEqual([])
  // The tree: looked at, then written.
  expect(await units(list)).toMatchObject({ code: 0, out: expect.stringContaining('nothing is written') })
  expect((await units(list, '--apply')).out).toBe(
    'tinh-uy\n  + dang-bo-xa-dong  Đảng bộ xã Đồng (base-organisation), 2026-11-25\n    + chi-bo-dong-1  Chi bộ Đồng 1 (cell), 2026-11-25\n\n' +
      'Đã ghi 2 đơn vị · 2 units are written.\n',
  )
  expect((await units(list, '--apply')).err).toContain('dòng 2 · line 2, key: Khóa «dang-bo-xa-dong» đã có đơn vị dùng')

  const [administrator, , office, second] = (await Promise.all(codes.map(enter))) as [Browser, Browser, Browser, Browser]
  await sendRoster(office, second)
  await call(office)
  const member = await enter(await codeFor(administrator, 'Đinh Thị Na'))
  await commit(member)
  const { rows } = await world.owner.query(`select sum(due)::int as due, sum(submitted)::int as submitted from commitment_tally`)
  expect(rows[0]).toEqual({ due: 5, submitted: 1 })
}, 60_000)

/** Every masthead says whose register it is, as soon as the program has heard of it; none says another's. */
async function namedAs(vi: string, en: string): Promise<void> {
  const mastheadOf = async (path: string) => /<small>([^<]*)<\/small>/.exec(await (await site.app.request(path)).text())?.[1]
  while ((await mastheadOf('/')) !== vi) await wait(50)
  expect(await Promise.all(['/', '/tin', '/so-lieu', '/dang-nhap', '/khong-co', '/en'].map(mastheadOf))).toEqual([vi, vi, vi, vi, vi, en])
  const home = await (await site.app.request('/')).text()
  expect([home.includes('<title>Cổng nêu gương tỉnh Sông Lam'), home.includes('Bắc Kạn')]).toEqual([true, false])
}

/** Uses a printed code: sets a password, and keeps printed codes as the second step. */
async function enter(code: string): Promise<Browser> {
  const browser = new Browser((path, init) => site.app.request(path, init))
  const set = await browser.post('/dang-nhap/thu-moi', { code, password })
  expect([set.status, set.location]).toEqual([303, expect.stringContaining('/dang-nhap/ma-xac-nhan')])
  expect((await browser.post('/dang-nhap/buoc-hai', { paper: '1' })).status).toBe(200)
  return browser
}

async function sendRoster(office: Browser, second: Browser): Promise<void> {
  const file = testWorkbook({
    sheets: [
      {
        name: 'DS',
        rows: [
          ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Chi bộ'],
          [1, 'Đinh Thị Na', '12/03/1988', 'Nữ', 'chi-bo-dong-1'],
        ],
      },
    ],
  })
  const body = new FormData()
  body.set('file', new File([Buffer.from(file)], 'ds.xlsx'))
  body.set('listed_on', dayOf(new Date()))
  body.set('key', 'beginning-roster-1')
  const { location } = await office.send('/danh-sach/dang-bo-xa-dong', { method: 'POST', body })
  await office.post(`${location}/cot`, formOn(await office.get(location!), '/cot').holds)
  const { holds } = formOn(await until(second, location!, '/xac-nhan'), '/xac-nhan')
  expect((await second.post(`${location}/xac-nhan`, holds)).status).toBe(303)
  await until(second, location!, '/hoan-tac')
}

/** The page of a roster, once it has a form of that kind: the work goes on behind it. */
async function until(browser: Browser, path: string, action: string): Promise<Seen> {
  for (let tries = 0; ; tries += 1) {
    const seen = await browser.get(path)
    if (formsOn(seen.text).some(form => form.action.endsWith(action))) return seen
    if (tries > 200) throw new Error(`${path} never had a form for ${action}:\n${seen.text}`)
    await wait(100)
  }
}

const formOn = ({ text }: Seen, action: string) => formsOn(text).find(form => form.action.endsWith(action))!

async function call(office: Browser): Promise<void> {
  const today = dayOf(new Date())
  const path = '/dot/tinh-uy/phat-dong'
  const [opens_on, due_on, closes_on] = [today, addDays(today, 5), addDays(today, 9)]
  const typed = {
    year: addDays(today, 10).slice(0, 4),
    theme: 'Nói đi đôi với làm',
    opens_on,
    due_on,
    closes_on,
    deeds_least: '2',
    deeds_most: '3',
  }
  const instrument = { number: '03-CV/TU', issuer: 'Ban Thường vụ Tỉnh ủy Sông Lam', title: 'Về đợt đăng ký', signed_on: today }
  const { holds } = formOn(await office.get(path), path)
  const asked = { ...Object.fromEntries(holds), programme: 'hoc-tap-va-lam-theo', ...typed, ...instrument, chac: '1', biet: '1' }
  expect(await office.post(path, asked)).toMatchObject({ status: 303 })
}

async function codeFor(administrator: Browser, name: string): Promise<string> {
  const { hidden } = await administrator.get(`/tai-khoan/thu-moi?ten=${encodeURIComponent(name)}`)
  return /class="code">([^<]+)</.exec((await administrator.post('/tai-khoan/thu-moi', hidden)).text)![1]!
}

async function commit(member: Browser): Promise<void> {
  const home = await member.get('/cam-ket')
  const at = /\/cam-ket\/\d+/.exec(home.text)![0]
  const due_on = `${addDays(dayOf(new Date()), 10).slice(0, 4)}-12-31`
  const deeds = [1, 2].flatMap(n => [
    [`deed_${n}_what`, `Trồng ${n}0 cây lát hoa`],
    [`deed_${n}_measure`, 'Số cây còn sống'],
    [`deed_${n}_due_on`, due_on],
  ])
  for (const [part, fields] of [
    ['tu-ren-luyen', written],
    ['viec-lam-theo', Object.fromEntries(deeds)],
  ] as const) {
    const { hidden } = await member.get(`${at}/${part}`)
    expect((await member.post(`${at}/${part}`, { ...hidden, ...fields })).status).toBe(303)
  }
  const { hidden } = await member.get(`${at}/kiem-tra`)
  expect(await member.post(`${at}/nop`, hidden)).toMatchObject({ status: 303, location: expect.stringContaining('giay-nhan') })
}
