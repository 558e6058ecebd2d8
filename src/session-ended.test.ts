import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign, written } from '../test/harness/campaign.ts'
import { withDatabase } from '../test/harness/database.ts'
import { type Fields, type Form, formsOn, typedInto } from '../test/harness/forms.ts'
import { kindOf } from '../test/harness/staff.ts'
import { Browser, unescaped } from '../test/harness/test-browser.ts'
import { openApp } from './app.ts'
import { change } from './platform/database/index.ts'
import { addAccount, addUnit } from './platform/sign-in/invented-commune.ts'
import { hashPassword } from './platform/sign-in/means/password.ts'
import { openLog, type Site, staff_paths } from './platform/web/index.ts'
import { enterByProxy } from './register/commitment/index.ts'

const world = withDatabase('empty')
const password = 'năm nay tôi hiến đất làm đường'
let site: Site
let scene: InventedCampaign

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { people } = scene
  const phc = await hashPassword(password)
  for (const name of ['lan', 'hoa', 'office', 'superior', 'administrator'] as const)
    await addAccount(world.owner, people[name], name, phc, true)
  await world.owner.query('insert into demo_mark default values')
  await giveThemAPlace()
  await enterForQuy()
  const config = { port: 0, host: '127.0.0.1', is_behind_tls: false, sign_on: null }
  site = await openApp({ config, database: world.database, key: randomBytes(32), log: openLog({ level: 'silent' }) })
})
afterAll(() => site.stop())

/** Of an office that works in no place no figures of a month are asked. */
async function giveThemAPlace(): Promise<void> {
  const place = await addUnit(world.owner, 'xa-nha', 'commune', null)
  await world.owner.query('alter table unit_version disable trigger user')
  await world.owner.query(`update unit_version set place_id = $1 where unit_id = (select unit_id from unit where key = 'dang-bo-xa')`, [
    place,
  ])
  await world.owner.query('alter table unit_version enable trigger user')
}

const newBrowser = () => new Browser((path, init) => site.app.request(path, init))

/** Every form of the pages where people work: each path that takes what is sent, with something in its places. */
function formsOfStaff(): string[] {
  const ours = new Set<string>(Object.values(staff_paths))
  const taking = site.app.routes.filter(({ method, path }) => method === 'POST' && ours.has(path))
  return [...new Set(taking.map(({ path }) => path.replace(/:\w+/g, '7')))]
}

/**
 * Steps of signing in begin anew, signing out ends what has ended, and whoever wants no more letters need not sign in.
 */
const begun_anew = [
  ...['', '/buoc-hai', '/khoa', '/khoa/tra-loi', '/ma-xac-nhan', '/thu-moi'].map(step => `/dang-nhap${step}`),
  ...['/thoat', '/thu-nhac'],
]

const typed: [string, string][] = [
  ['comment', 'Nêu rõ «ở đâu» & bao giờ\nxong'],
  ['chosen', '7'],
  ['chosen', '9'],
  ['note', ''],
]

/** Sends a form in a browser whose session has ended; gives what its person finds after signing in again. */
async function sendTooLate(lan: Browser, path: string, shown_to: string): Promise<[said: boolean, action?: string, fields?: string]> {
  const held = await newBrowser().post(path, [...typed, ['shown_to', shown_to]])
  const said = held.status === 401 && held.text.includes('Phiên làm việc đã hết. Những gì vừa nhập còn nguyên')
  if (!held.hidden.ve) return [said]
  const { text } = await lan.get(held.hidden.ve)
  const form = text.slice(text.indexOf('<main'))
  const action = /<form method="post" action="([^"]*)"/.exec(form)?.[1]
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value(?:="([^"]*)")?/g)].filter(([, name]) => name !== 'shown_to')
  return [said, action, JSON.stringify(fields.map(([, name, value]) => [name, unescaped(value ?? '')]))]
}

/** Quý's paper, entered by the office: so that something waits for Hòa. */
async function enterForQuy(): Promise<void> {
  const office = { person_id: scene.people.office, name: 'office' }
  const deed = (n: number) => ({ [`deed_${n}_what`]: 'x', [`deed_${n}_measure`]: 'x', [`deed_${n}_due_on`]: scene.due_on })
  const { today, names } = scene
  const entry = {
    obligation_id: names['Nông Văn Quý']!,
    fields: { ...written, ...deed(1), ...deed(2) },
    key: 'nhap-ho-cho-quy-0001',
    today,
  }
  const entered = await change(world.database, office, tx => enterByProxy(tx, office, entry))
  if (!entered.ok) throw new Error(JSON.stringify(entered.problems))
}

/** Pages of one kind that hold other forms, and those to which only a search leads. */
const also = () => {
  const own = `/cam-ket/${scene.names['Nông Thị Lan']}`
  return {
    lan: [`${own}/tu-ren-luyen`, `${own}/viec-lam-theo`],
    hoa: ['/chi-bo/chi-bo/doc', '/chi-bo/chi-bo/doc-het', '/uy-quyen?ten=Lan'],
    office: ['/nhan-su/dang-bo-xa/them', '/nhan-su/dang-bo-xa/them?buoc=2'],
    superior: [],
    administrator: ['/vai-tro/huyen-uy?ten=Lan', '/tai-khoan/thu-moi?ten=Lan'],
  }
}

/**
 * Each kind of page that somebody reaches by links from their work, with its forms in which something is typed or
 * chosen.
 */
async function formsOf(who: Browser, others: string[]): Promise<{ page: string; form: Form }[]> {
  const found = []
  const ahead = [...others, '/cam-ket', '/tai-khoan']
  const met = new Set<string>()
  for (let page = ahead.shift(); page !== undefined; page = ahead.shift()) {
    const kind = kindOf(page.split('?')[0]!)
    // The pages of help lead to where one signs in, too: that begins anew.
    if (kind === undefined || kind === 'sign_out' || kind === 'sign_in' || (met.has(kind) && !others.includes(page))) continue
    met.add(kind)
    const { status, text } = await who.get(page)
    if (status !== 200) continue
    const forms = formsOn(text).filter(({ texts, choices, marks }) => texts.length + choices.size + marks.length > 0)
    found.push(...forms.map(form => ({ page: page!, form })))
    ahead.push(...[...text.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map(([, href]) => unescaped(href!)))
  }
  return found
}

const sorted = (fields: Fields) => fields.map(field => field.join('=')).sort()

test('whoever signs in again opens the page of their form once more, and it holds what they had typed: every form to which links lead', async () => {
  const kinds = new Set<string>()
  for (const name of ['lan', 'hoa', 'office', 'superior', 'administrator'] as const) {
    const who = newBrowser()
    await who.post('/dang-nhap', { sign_in_name: name, password })
    const { shown_to } = (await who.get('/tai-khoan')).hidden
    for (const { page, form } of await formsOf(who, also()[name])) {
      const typed = typedInto(form)
      const body = new URLSearchParams([...typed, ['shown_to', shown_to!]]).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded', referer: `http://localhost:3000${page}` }
      const held = await newBrowser().send(form.action, { method: 'POST', body, headers })
      const [, way] = /href="([^"]*[?&;]giu=[^"]*)"[^>]*>Mở lại trang ấy/.exec((await who.get(held.hidden.ve!)).text)!
      const again = await who.get(unescaped(way!))
      expect([page, again.text.includes('đã ở lại trong biểu mẫu')]).toEqual([page, true])
      const holding = formsOn(again.text).map(({ action, holds }) => [action, sorted(holds)])
      expect(holding).toContainEqual([form.action, sorted(typed)])
      kinds.add(kindOf(form.action.split('?')[0]!)!)
    }
  }
  expect([...kinds].sort()).toEqual([
    'assessment_begin',
    ...['campaign_except', 'campaign_extend', 'campaign_focus', 'campaign_issue', 'campaign_note', 'campaign_withdraw'],
    ...[
      'cell_endorse',
      'cell_proxy',
      'cell_return',
      'commitment_part',
      'contribution_add',
      'give_address',
      'grants',
      'indicator_keys',
      'indicators',
      'instrument_record',
      'invite_unit',
      'lending',
      'merger_begin',
      'my_data',
      'nominate',
    ],
    ...[
      'person_appoint',
      'person_correct',
      'person_enrol',
      'person_release',
      'person_transfer',
      'roster',
      'rule',
      'standing_record',
      'tenure_end',
    ],
  ])
})

test('whichever form of the pages where people work is sent after the session has ended, it is said, and all that was typed goes on to where it was sent', async () => {
  const lan = newBrowser()
  await lan.post('/dang-nhap', { sign_in_name: 'lan', password })
  const { shown_to } = (await lan.get('/tai-khoan')).hidden
  const forms = formsOfStaff()
  const lost = []
  for (const path of forms) {
    const found = await sendTooLate(lan, path, shown_to!)
    if (JSON.stringify(found) !== JSON.stringify([true, path, JSON.stringify(typed)])) lost.push(path)
  }
  expect(lost.sort()).toEqual(begun_anew)
  expect(forms.length - lost.length).toBeGreaterThan(50)
})
