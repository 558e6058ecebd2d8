import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventCampaign } from '../test/harness/campaign.ts'
import { withDatabase } from '../test/harness/database.ts'
import { Browser, unescaped } from './access/browser-of-tests.ts'
import { addAccount } from './access/invented-commune.ts'
import { hashPassword } from './access/password.ts'
import { openApp } from './app.ts'
import { openLog, type Site, staff_paths } from './web/index.ts'

const world = withDatabase('empty')
const password = 'năm nay tôi hiến đất làm đường'
let site: Site

beforeAll(async () => {
  const { people } = await inventCampaign(world)
  await addAccount(world.owner, people.lan, 'lan', await hashPassword(password), true)
  await world.owner.query('insert into demo_mark default values')
  const config = { port: 0, host: '127.0.0.1', is_behind_tls: false, sign_on: null }
  site = await openApp({ config, database: world.database, key: randomBytes(32), log: openLog({ level: 'silent' }) })
})
afterAll(() => site.stop())

const newBrowser = () => new Browser((path, init) => site.app.request(path, init))

/** Every form of the pages where people work: each path that takes what is sent, with something in its places. */
function formsOfStaff(): string[] {
  const ours = new Set<string>(Object.values(staff_paths))
  const taking = site.app.routes.filter(({ method, path }) => method === 'POST' && ours.has(path))
  return [...new Set(taking.map(({ path }) => path.replace(/:\w+/g, '7')))]
}

/** Steps of signing in begin anew, and signing out ends what has ended. */
const begun_anew = [...['', '/buoc-hai', '/khoa', '/khoa/tra-loi', '/ma-xac-nhan', '/thu-moi'].map(step => `/dang-nhap${step}`), '/thoat']

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
