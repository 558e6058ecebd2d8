import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { tester, withDatabase } from '../../../test/harness/database.ts'
import { Browser } from '../../../test/harness/test-browser.ts'
import { done } from '../../basis/shared/outcome.ts'
import { change, transactionOn } from '../database/index.ts'
import type { Letter, Posting } from '../jobs/index.ts'
import { openOutside, openSigner, signEntries, verifyLedger, witnessFile } from '../ledger/index.ts'
import { noteAct } from '../role/note-act.ts'
import { addAccount, type InventedCommune, inventCommune } from '../sign-in/invented-commune.ts'
import { hashPassword } from '../sign-in/means/password.ts'
import { openAccess } from '../sign-in/open-access.ts'
import { look } from '../sign-in/session/look.ts'
import { openLog, openShell } from '../web/index.ts'
import { ledgerRoutes } from './ledger-routes.tsx'
import { act_names, agent_names, object_names } from './ledger-words.ts'
import { startSendingHeads } from './send-heads.ts'

const world = withDatabase('empty')
const demo = withDatabase('demo')
const password = 'năm nay tôi hiến đất làm đường'
let scene: InventedCommune
let shell: ReturnType<typeof openShell>

beforeAll(async () => {
  scene = await inventCommune(world.owner)
  const phc = await hashPassword(password)
  for (const name of ['auditor', 'administrator', 'lan'] as const) await addAccount(world.owner, scene.people[name], name, phc, true)
  await world.owner.query('insert into demo_mark default values')
  const access = openAccess({ database: world.database, key: Buffer.alloc(32, 7), is_behind_tls: false })
  shell = openShell({
    rooms: [...access.routes, ledgerRoutes({ database: world.database, access })],
    log: openLog({ level: 'silent' }),
    is_behind_tls: false,
  })
})

async function signedInAs(name: string): Promise<Browser> {
  const browser = new Browser((path, init) => shell.request(path, init))
  expect((await browser.post('/dang-nhap', { sign_in_name: name, password })).status).toBe(303)
  return browser
}
/** The lines of the menu of a page. */
const menuOf = (text: string) =>
  [...(/<nav class="nav".*?<\/nav>/s.exec(text)?.[0] ?? '').matchAll(/<a [^>]*>(.*?)<\/a>/gs)].map(([, label]) => label)
const readable = (person_id: number) =>
  look(world.database, { person_id }, db => db.selectFrom('ledger_entry').select(['act', 'actor_id', 'on_behalf_of']).execute())

test('an auditor’s menu leads to what they may read; the ledger shows them who did what by number, and nobody by name', async () => {
  const auditor = await signedInAs('auditor')
  const page = await auditor.get('/nhat-ky')
  expect([page.status, menuOf(page.text)]).toEqual([
    200,
    ['Việc của tôi', 'Chương trình năm nay', 'Kiểm điểm của tôi', 'Điển hình', 'Đối soát', 'Đợt đăng ký', 'Cây tổ chức', 'Sổ nhật ký'],
  ])
  expect(page.text).toContain(`người số ${scene.people.auditor}`)
  expect(page.text.replace(/<header.*<\/header>/s, '')).not.toContain('Lý Thu Trang')
  expect((await auditor.get('/nhat-ky?viec=merge-units')).text).toContain('Ngày này không có việc nào được ghi')
  expect((await auditor.get('/nhat-ky?ngay=31/02/2026')).text).toContain('Ngày này không có trong lịch')
})

test('an English page writes its days in words, and asks for them as they are typed', async () => {
  const auditor = await signedInAs('auditor')
  const { text } = await auditor.get('/en/nhat-ky?ngay=19/02/2021')
  expect(/<h1>(.*?)<\/h1>/s.exec(text)?.[1]).toContain('19 February 2021')
  expect(text).toContain('value="19/02/2021"')
})

test('whatever acted without being a person is named in the language of the page', async () => {
  const loader = { person_id: null, name: 'neu-guong demo' }
  await change(world.database, loader, async tx => done(await noteAct(tx, loader, 'issue-campaign', 'campaign', 1)))
  const auditor = await signedInAs('auditor')
  const [vietnamese, english] = [await auditor.get('/nhat-ky'), await auditor.get('/en/nhat-ky')]
  expect(vietnamese.text).toContain('>phần nạp tỉnh mẫu</td>')
  expect(english.text).toContain('>the loader of the demo province</td>')
  expect(english.text).not.toContain('phần nạp')
})

test('nothing acts in the demonstration that English has no name for', async () => {
  await demo.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await demo.owner.query('select distinct agent from ledger_entry where agent is not null order by 1')
  expect(rows.map(({ agent }) => agent)).toEqual(['neu-guong demo', 'neu-guong demo articles'])
  expect(rows.map(({ agent }) => agent_names.en[agent])).toEqual(['the loader of the demo province', 'the loader of the demo’s articles'])
})

test('every act that a room tells the ledger of has a name in both languages, and so has what it is done to', async () => {
  const sources = import.meta.glob<string>(['../../**/*.ts', '../../**/*.tsx', '!../../**/*.test.*'], {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  const flows = import.meta.glob<Record<string, unknown>>([
    '../../register/**/*.ts',
    '../../publishing/**/*-flow.ts',
    '!../../**/*.test.ts',
  ])
  const [acts, objects] = [new Set<string>(), new Set<string>()]
  for (const text of Object.values(sources)) {
    // A literal of two words or more is an act of the ledger, one of a single word a right; with a request it is the
    // key of a press.
    for (const [, act, key] of text.matchAll(/\bact: '([a-z]+(?:-[a-z]+)+)'(,\s*request)?/g)) if (!key) acts.add(act!)
    for (const [, act, object] of text.matchAll(/noteAct\(\s*tx,\s*[\w.!]+,\s*'([a-z-]+)',\s*'([\w-]+)'/g)) {
      acts.add(act!)
      objects.add(object!)
    }
    for (const [, object] of text.matchAll(/\bobject: '([a-z_-]+)'/g)) if (!['not-object', 'loai'].includes(object!)) objects.add(object!)
  }
  for (const path of Object.keys(flows).filter(path => /\bworkflow\('/.test(sources[path]!)))
    for (const flow of Object.values(await flows[path]!()) as { object?: string; moves?: Record<string, { entry?: string }> }[])
      for (const [move, { entry }] of Object.entries((flow?.object && flow.moves) || {})) {
        acts.add(entry ?? `${move}-${flow.object}`)
        objects.add(flow.object!)
      }
  await demo.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await demo.owner.query('select distinct act, object from ledger_entry')
  for (const row of rows) {
    acts.add(row.act)
    objects.add(row.object)
  }
  expect([acts.size > 100, objects.size > 30]).toEqual([true, true])
  for (const names of [act_names.vi, act_names.en]) expect([...acts].filter(act => !Object.hasOwn(names, act))).toEqual([])
  for (const names of [object_names.vi, object_names.en]) expect([...objects].filter(object => !Object.hasOwn(names, object))).toEqual([])
})

test('a run of one act is one line that opens; the acts of a person, and those on one thing, are found over the year', async () => {
  const { lan, auditor } = scene.people
  const actor = { person_id: lan, name: 'x' }
  for (let i = 1; i <= 4; i++)
    await change(world.database, actor, async tx => done(await noteAct(tx, actor, 'report-deed', 'deed', 700 + i)))
  await change(world.database, tester, async tx => done(await noteAct(tx, tester, 'replace-deed', 'deed', 703)))
  const browser = await signedInAs('auditor')
  const rowsIn = (text: string) =>
    [...text.matchAll(/<tr[^>]*>.*?<\/tr>/gs)]
      .map(([row]) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '))
      .filter(row => /việc làm theo 70/.test(row))
  const all = rowsIn((await browser.get('/nhat-ky')).text)
  expect([all.length, all.some(row => /Báo tiến độ · 4 lần/.test(row) && /704.*703.*702.*701/.test(row))]).toEqual([2, true])
  const of_lan = (await browser.get(`/nhat-ky?nguoi=${lan}`)).text
  expect([rowsIn(of_lan).length, of_lan.includes(`việc của người số ${lan} trong năm`)]).toEqual([1, true])
  const on_703 = (await browser.get('/nhat-ky?loai=deed&so=703')).text
  expect([rowsIn(on_703).length, /<h1>2 việc với việc làm theo 703 trong năm/.test(on_703)]).toEqual([2, true])
  expect((await browser.get(`/nhat-ky?nguoi=${auditor}&loai=deed`)).text).toContain('không có việc nào được ghi')
  expect((await browser.get('/nhat-ky?nguoi=999999999999999&loai=constructor&so=__proto__')).status).toBe(200)
})

test('a page that is refused says which roles can and keeps the menu: nobody is stuck', async () => {
  for (const name of ['administrator', 'lan']) {
    const refused = await (await signedInAs(name)).get('/nhat-ky')
    expect([refused.status, menuOf(refused.text)[0]]).toEqual([403, 'Việc của tôi'])
    expect(refused.text).toContain('<li>Kiểm tra</li>')
  }
})

test('the menu of the desk stands on the pages of an account and of invitations, too, and says where one is', async () => {
  const administrator = await signedInAs('administrator')
  const menu = [
    'Việc của tôi',
    'Chương trình năm nay',
    'Kiểm điểm của tôi',
    'Điển hình',
    'Nhân sự',
    'Cây tổ chức',
    'Mời mở tài khoản',
    'Vai trò',
  ]
  const { text: invitations } = await administrator.get('/tai-khoan/thu-moi')
  const sheet = await administrator.post('/tai-khoan/thu-moi', { person_id: String(scene.people.lan) })
  for (const text of [(await administrator.get('/nhat-ky')).text, (await administrator.get('/tai-khoan')).text, invitations, sheet.text])
    expect(menuOf(text)).toEqual(menu)
  expect(/<a [^>]*aria-current="page"[^>]*>(.*?)<\/a>/.exec(invitations)?.[1]).toBe('Mời mở tài khoản')
  const auditor = await signedInAs('auditor')
  const here = menuOf((await auditor.get('/nhat-ky')).text)
  expect([menuOf((await auditor.get('/tai-khoan')).text), menuOf((await auditor.get('/tai-khoan/thu-moi')).text)]).toEqual([here, here])
})

test('whoever audited a unit that has ended, and has none above it any more, is not led to a page that would refuse them', async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await world.owner.query(
    `with ended as (insert into unit (key) values ('tinh-uy-cu') returning unit_id),
          lived as (insert into unit_version (unit_id, name, unit_kind, valid) select unit_id, 'Tỉnh ủy cũ', 'province-committee', '[2010-01-01,2020-01-01)' from ended)
     insert into role_grant (person_id, role, unit_id, valid) select $1, 'auditor', unit_id, '[2010-01-01,infinity)' from ended`,
    [scene.people.lan],
  )
  const page = await (await signedInAs('lan')).get('/nhat-ky')
  expect([page.status, menuOf(page.text)]).toEqual([403, expect.arrayContaining(['Đối soát'])])
  expect(menuOf(page.text)).not.toContain('Sổ nhật ký')
})

test('by the database alone, only whoever holds a role at the unit above all others reads the ledger; anybody else what they did themselves, or what was done for them', async () => {
  const { auditor, administrator, lan, superior } = scene.people
  const of_others = async (person_id: number) =>
    (await readable(person_id)).filter(({ actor_id, on_behalf_of }) => actor_id !== person_id && on_behalf_of !== person_id)
  expect((await of_others(auditor)).length).toBeGreaterThan(0)
  expect((await readable(lan)).length).toBeGreaterThan(0)
  expect([await of_others(administrator), await of_others(lan), await of_others(superior)]).toEqual([[], [], []])
})

test('the heads are for everybody to keep; until somebody elsewhere has taken one, the page says that there is no outside witness', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'neu-guong-heads-'))
  const signer = openSigner(folder)
  for (let i = 0; i < 2; i++) {
    await change(world.database, tester, async tx => done(await noteAct(tx, tester, 'read-file', 'person', i)))
    await signEntries(world.owner, { signer, witness: witnessFile(folder), now: () => new Date(), sealed: [] })
  }
  const auditor = await signedInAs('auditor')
  const says = async (words: string) => (await auditor.get('/nhat-ky')).text.includes(words)
  const taken = (remoteAddress: string) => shell.request('/nhat-ky/dau-so.jsonl', {}, { incoming: { socket: { remoteAddress } } })
  expect(await says('Chưa có nhân chứng bên ngoài')).toBe(true)
  await taken('127.0.0.1')
  expect(await says('Chưa có nhân chứng bên ngoài')).toBe(true)
  const kept = await (await taken('203.0.113.7')).text()
  expect([await says('Chưa có nhân chứng bên ngoài'), await says('nơi khác lấy lúc')]).toEqual([false, true])
  // What was taken holds the whole ledger fast, though it is not all heads; and not another ledger.
  const lines = kept.split('\n').slice(0, -1)
  const auditing = transactionOn(await world.connect('neu_guong_auditor'))
  expect(lines).toHaveLength(1)
  expect(await verifyLedger(auditing, { key: signer, witness: lines })).toMatchObject({ heads: 3, witnessed: 1, faults: [] })
  const other = lines.map(line => line.replace(/"root":"./, '"root":"x'))
  expect((await verifyLedger(auditing, { key: signer, witness: other })).faults.map(({ code }) => code)).toEqual(['head-unlike-witness'])
  rmSync(folder, { recursive: true })
})

test('where an address was given, the newest head goes there once a day, in both languages; one that did not go is sent later', async () => {
  const letters: Letter[] = []
  const said: string[] = []
  const answers: Posting[] = [{ state: 'deferred', reason: 'smtp-450' }]
  const mail = { post: async (letter: Letter) => (letters.push(letter), answers.shift() ?? { state: 'sent' as const, reason: null }) }
  let today = new Date('2026-12-01T02:00:00Z')
  const outside = openOutside(null)
  const sending = startSendingHeads(world.database, {
    mail,
    to: 'luu@kho.example',
    outside,
    now: () => today,
    say: line => said.push(line),
  })
  for (const at of ['2026-12-01T02:00:00Z', '2026-12-01T03:00:00Z', '2026-12-01T09:00:00Z', '2026-12-02T01:00:00Z']) {
    today = new Date(at)
    await sending.now()
  }
  await sending.stop()
  expect(said).toEqual(['ledger heads: the letter did not go: smtp-450'])
  expect(letters.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
    'luu@kho.example Đầu sổ nhật ký 2026-12-01',
    'luu@kho.example Đầu sổ nhật ký 2026-12-01',
    'luu@kho.example Đầu sổ nhật ký 2026-12-02',
  ])
  expect(letters[0]!.text).toMatch(/Keep this letter[^\n]*\n\n\{"key_id":/)
  expect(outside.last().mail).toBe('2026-12-02T01:00:00.000Z')
})

test('a name is shown to somebody who may know it, and its person learns of it; an auditor reads numbers alone', async () => {
  const { lan, superior } = scene.people
  const asked = async (name: string) => (await (await signedInAs(name)).post('/nhat-ky/ho-ten', { nguoi: String(lan) })).text
  const readings = async () => {
    await world.owner.query(`set neu_guong.loading = 'yes'`)
    return (await world.owner.query(`select reader_id from person_reading where noun = 'ledger' and person_id = $1`, [lan])).rows
  }
  const of_auditor = await asked('auditor')
  expect([of_auditor.includes('không được xem họ tên'), of_auditor.includes('Nông Thị Lan'), await readings()]).toEqual([true, false, []])
  await world.owner.query(
    `insert into role_grant (person_id, role, unit_id, valid, recorded)
     select $1, r.role, v.unit_id, '[2020-01-01,infinity)', '[2020-01-01,infinity)'
       from (values ('administrator')) r (role), (select unit_id from role_grant where person_id = $2 and role = 'auditor' limit 1) v`,
    [superior, scene.people.auditor],
  )
  await addAccount(world.owner, superior, 'superior', await hashPassword(password), true)
  expect(await asked('superior')).toContain('là Nông Thị Lan')
  expect(await readings()).toEqual([{ reader_id: superior }])
  expect((await (await signedInAs('lan')).get('/tai-khoan')).text).toContain('họ tên ứng với số trong sổ nhật ký')
})
