import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { Browser } from '../../../test/harness/test-browser.ts'
import { openLog, openShell } from '../web/index.ts'
import { type DemoAccount, demo_password, listDemoAccounts, makeDemoAccounts } from './demo-accounts.ts'
import { openAccess } from './open-access.ts'

const world = withDatabase('demo')
const bare = withDatabase('territory')
let accounts: DemoAccount[]

async function load(owner: typeof world.owner): Promise<DemoAccount[]> {
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  // The loader of the demo may have made them already.
  const known = await listDemoAccounts(owner)
  const made = known.length > 0 ? known : await makeDemoAccounts(owner)
  await owner.query('commit')
  return made
}

beforeAll(async () => {
  accounts = await load(world.owner)
})

test('the demo has an account for each role, a second person above all who confirms, and an office in a commune; each is a person of its own and opens as what it is', async () => {
  expect(accounts.map(({ role }) => role)).toEqual([
    'member',
    'secretary',
    'leader',
    'unit-office',
    'superior-office',
    'administrator',
    'auditor',
    'superior-office',
    'reporter',
    'editor',
    'fact-checker',
    'publisher',
    'unit-office',
  ])
  expect(new Set(accounts.map(({ full_name, unit_name }) => full_name + unit_name)).size).toBe(13)
  const access = openAccess({ database: world.database, key: Buffer.alloc(32, 7), is_behind_tls: false })
  const shell = openShell({ rooms: access.routes, log: openLog({ level: 'silent' }), is_behind_tls: false })
  const titles = []
  for (const { sign_in_name } of accounts) {
    const browser = new Browser((path, init) => shell.request(path, init))
    expect((await browser.post('/en/dang-nhap', { sign_in_name, password: demo_password })).location).toBe('/en/cam-ket')
    const { text } = await browser.get('/en/tai-khoan')
    titles.push(/Roles today<\/h2><ul class="ways"><li>(?:<strong>)?([^<]+)</.exec(text)?.[1])
  }
  const once = ['Member', 'Secretary', 'Leader', 'Unit office', 'Superior office', 'Administrator', 'Auditor']
  expect(titles).toEqual([...once, 'Superior office', 'Reporter', 'Editor', 'Fact-checker', 'Publisher', 'Unit office'])
})

test('an invented person of the demo is invited on paper like anybody, and is in', async () => {
  const access = openAccess({ database: world.database, key: Buffer.alloc(32, 7), is_behind_tls: false })
  const shell = openShell({ rooms: access.routes, log: openLog({ level: 'silent' }), is_behind_tls: false })
  const newBrowser = () => new Browser((path, init) => shell.request(path, init))
  const administrator = newBrowser()
  await administrator.post('/dang-nhap', { sign_in_name: 'mau.quan-tri', password: demo_password })
  const sheet = await administrator.post('/tai-khoan/thu-moi', { person_id: await somebodyWithoutPost() })
  const code = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4})+\b/.exec(sheet.text)?.[0] ?? ''
  const invited = newBrowser()
  const set = await invited.post('/dang-nhap/thu-moi', { code, password: 'năm nay tôi hiến đất làm đường' })
  expect([sheet.status, set.location]).toEqual([200, '/dang-nhap/ma-xac-nhan'])
  await invited.post('/dang-nhap/buoc-hai', { paper: 'yes' })
  expect((await invited.get('/tai-khoan')).status).toBe(200)
})

/** Of the demo's people one who holds nothing, and so is invited without ado. */
async function somebodyWithoutPost(): Promise<string> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query<{ person_id: string }>(
    `select m.person_id
       from membership m
      where m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'
        and not exists (select from tenure t where t.person_id = m.person_id)
        and not exists (select from account a where a.person_id = m.person_id)
      order by m.person_id
      limit 1`,
  )
  await world.owner.query(`reset neu_guong.loading`)
  return String(rows[0]!.person_id)
}

test('a territory without people gets no account, and a register with an account in earnest refuses all', async () => {
  expect(await load(bare.owner)).toEqual([])
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(`insert into account (person_id, sign_in_name) select max(person_id), 'that' from person`)
  await expect(makeDemoAccounts(world.owner)).rejects.toThrow(/real people/)
  await world.owner.query('rollback')
})
