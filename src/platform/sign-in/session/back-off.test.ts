import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { Browser } from '../../../../test/harness/test-browser.ts'
import { openLog, openShell, trustProxyFrom } from '../../web/index.ts'
import { addAccount, addInvitation, addMember, addPerson, type InventedCommune, inventCommune } from '../invented-commune.ts'
import { hashPassword } from '../means/password.ts'
import { openAccess } from '../open-access.ts'
import { clearOldAttempts, noteAttempt, noteRight } from './back-off.ts'

const world = withDatabase('empty')
const clock = { now: new Date() }
const password = 'năm nay tôi hiến đất làm đường'
let commune: InventedCommune
let shell: ReturnType<typeof openShell>

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  const phc = await hashPassword(password)
  await addAccount(world.owner, commune.people.lan, 'lan', phc, true)
  await addAccount(world.owner, commune.people.quy, 'quy', phc)
  await addAccount(world.owner, commune.people.hoa, 'hoa', phc, true)
  await addAccount(world.owner, commune.people.lieu, 'lieu', phc, true)
  await addAccount(world.owner, commune.people.administrator, 'quan-tri', phc, true)
  await world.owner.query('insert into demo_mark default values')
  const access = openAccess({ database: world.database, key: Buffer.alloc(32, 7), is_behind_tls: false, now: () => clock.now })
  const log = openLog({ level: 'silent' })
  shell = openShell({ rooms: access.routes, log, is_behind_tls: false, trust_proxy: trustProxyFrom('10.0.0.1') })
})

/** A browser whose requests come from an address of the network. */
const browserAt = (remoteAddress: string, headers: Record<string, string> = {}) =>
  new Browser((path, { headers: own, ...init }) => {
    const all = new Headers(own)
    for (const [name, value] of Object.entries(headers)) all.set(name, value)
    return shell.request(path, { ...init, headers: all }, { incoming: { socket: { remoteAddress } } })
  })
const wait = (ms: number) => {
  clock.now = new Date(clock.now.getTime() + ms)
}
const anHour = () => wait(3600_000)
const signIn = async (browser: Browser, sign_in_name: string, given = password, more: Record<string, string> = {}) => {
  const { status, text } = await browser.post('/dang-nhap', { sign_in_name, password: given, ...more })
  if (status === 303) return 'in'
  return /đợi (\d+) giây/.exec(text)?.[1] ?? (text.includes('bị thử sai quá nhiều lần') ? 'guessed' : 'wrong')
}
/**
 * Somebody guesses at a name 120 times from as many addresses, and does not come before their time. Gives how many
 * guesses were judged.
 */
async function guessAt(name: string, kind: 'password' | 'code' = 'password'): Promise<number> {
  let judged = 0
  for (let i = 0; i < 120; i++) {
    wait(61_000)
    const attempt = { kind, name, address: `198.51.100.${i}`, field: 'x' }
    if ((await noteAttempt(world.database, attempt, clock.now)).ok) judged++
  }
  return judged
}

test('a recovery makes every browser unknown that was known before', async () => {
  // The register's clock is the machine's here: what is known since before the recovery is known no more.
  wait(-60_000)
  const intruder = browserAt('203.0.113.12')
  await signIn(intruder, 'lieu')
  wait(60_000)
  const code = await addInvitation(world.owner, commune.people.lieu, clock.now)
  await browserAt('203.0.113.15').post('/dang-nhap/thu-moi', { code, password: 'một câu khác hẳn câu trước' })
  const answers = []
  for (let i = 0; i < 6; i++) answers.push(await signIn(intruder, 'lieu'))
  expect(answers).toEqual([...Array(5).fill('wrong'), '1'])
})

test('whoever signs in rightly costs the address nothing: forty from one office within an hour', async () => {
  const answers = []
  for (let i = 0; i < 40; i++) answers.push(await signIn(browserAt('203.0.113.1'), 'lan'))
  expect(answers).toEqual(Array(40).fill('in'))
})

test('five people with valid invitations behind one address are in at once, while somebody beside them guesses at codes', async () => {
  anHour()
  const codes = []
  for (let i = 0; i < 5; i++) codes.push(await inviteSomebody(`Nông Văn Mới ${i}`))
  for (let i = 0; i < 60; i++) await browserAt('203.0.113.2').post('/dang-nhap/thu-moi', { code: `K7QM-4F2X-${1000 + i}` })
  const waited = []
  for (const code of codes) {
    const browser = browserAt('203.0.113.2')
    const first = await browser.post('/dang-nhap/thu-moi', { code })
    waited.push(/đợi (\d+) giây/.exec(first.text)?.[1])
    wait(5000)
    const greeted = await browser.post('/dang-nhap/thu-moi', { code })
    expect(greeted.text).toContain('Nông Văn Mới')
    expect((await browser.post('/dang-nhap/thu-moi', { code, password: 'con đường mới qua nhà ông Sinh' })).location).toBe(
      '/dang-nhap/ma-xac-nhan',
    )
  }
  expect(waited).toEqual(Array(5).fill('5'))
})

async function inviteSomebody(name: string): Promise<string> {
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const person_id = await addPerson(world.owner, name)
  await addMember(world.owner, person_id, commune.units.cell)
  await world.owner.query('insert into account (person_id, sign_in_name) values ($1, $2)', [person_id, `moi-${person_id}`])
  await world.owner.query('commit')
  return addInvitation(world.owner, person_id, clock.now)
}

test('while others guess at her name without end, Lan is in at once from a browser that has signed in before; on a new one not', async () => {
  anHour()
  const known = browserAt('203.0.113.3')
  await signIn(known, 'lan')
  await known.post('/thoat', {})
  await guessAt('lan')
  expect(await signIn(known, 'lan')).toBe('in')
  expect(await signIn(browserAt('203.0.113.4'), 'lan')).toBe('guessed')
})

test('over all addresses a name has a hundred wrong tries a day; the answer is the same for a name that nobody has', async () => {
  wait(86_400_000)
  const judged = { lan: await guessAt('lan'), nobody: await guessAt('khong-co-ai') }
  expect(judged).toEqual({ lan: 100, nobody: 100 })
  const [of_lan, of_nobody] = [browserAt('203.0.113.5'), browserAt('203.0.113.5')]
  const told = await of_lan.post('/dang-nhap', { sign_in_name: 'lan', password })
  const told_of_nobody = await of_nobody.post('/dang-nhap', { sign_in_name: 'khong-co-ai', password })
  expect([told.status, told.text.includes('bị thử sai quá nhiều lần'), told.text.includes('name="printed_code"')]).toEqual([
    422,
    true,
    true,
  ])
  expect(told_of_nobody.text.replaceAll('khong-co-ai', 'lan')).toBe(told.text)
})

test('whose name is guessed at is in on a new browser with a printed code, which opens once; a wrong one tells nothing of the password', async () => {
  wait(86_400_000)
  const browser = browserAt('203.0.113.6')
  const code = await addInvitation(world.owner, commune.people.quy, clock.now)
  await browser.post('/dang-nhap/thu-moi', { code, password })
  const codes = await browser.post('/dang-nhap/buoc-hai', { paper: 'yes' })
  const printed = [...codes.text.matchAll(/<li>(\d{4}-\d{4}-\d{4})<\/li>/g)].map(([, code]) => code!)
  await guessAt('quy')
  const elsewhere = browserAt('203.0.113.7')
  expect(await signIn(elsewhere, 'quy')).toBe('guessed')
  const wrong = await elsewhere.post('/dang-nhap', { sign_in_name: 'quy', password, printed_code: '1234-1234-1234' })
  expect([wrong.status, wrong.text.includes('Mã không đúng')]).toEqual([422, true])
  expect(await signIn(elsewhere, 'quy', 'sai mật khẩu rồi', { printed_code: printed[0]! })).toBe('wrong')
  expect(await signIn(elsewhere, 'quy', password, { printed_code: `  ${printed[0]!.replaceAll('-', ' ')}` })).toBe('in')
  expect((await elsewhere.get('/tai-khoan')).text).toContain('còn 23 mã in')
  const again = await browserAt('203.0.113.8').post('/dang-nhap', { sign_in_name: 'quy', password, printed_code: printed[0]! })
  expect(again.status).toBe(422)
})

test('whoever knows the password has a hundred tries a day at the six digits, over all addresses; the sheet opens all the same', async () => {
  wait(86_400_000)
  const half = browserAt('203.0.113.9')
  await signIn(half, 'quy')
  expect(await guessAt(String(commune.people.quy), 'code')).toBe(100)
  await signIn(half, 'quy')
  const told = await half.post('/dang-nhap/ma-xac-nhan', { code: '123456' })
  expect([told.status, told.text.includes('bị thử sai quá nhiều lần')]).toEqual([422, true])
  const other = await half.post('/dang-nhap/ma-xac-nhan', { code: '１２３４-５６７８-９０１２' })
  expect([other.status, other.text.includes('Mã không đúng')]).toEqual([422, true])
})

test('a known browser that is wrong ten times is one like any other; what it holds is sealed, changes with each sign-in, and is no good at another name', async () => {
  wait(86_400_000)
  const shared = browserAt('203.0.113.10')
  await signIn(shared, 'lan')
  const first = shared.cookies.get('neu-guong-may')!
  await signIn(shared, 'hoa')
  await signIn(shared, 'lan')
  const kept = shared.cookies.get('neu-guong-may')!
  // Three letters stand among so many of a code by chance, but hardly among its bytes.
  const said = ['person', 'lan'].filter(word => Buffer.from(kept, 'base64url').includes(word))
  expect([kept === first, said]).toEqual([false, []])
  await shared.post('/thoat', {})
  expect(shared.cookies.get('neu-guong-may')).toBe(kept)
  const answers = []
  for (let i = 0; i < 17; i++) answers.push(await signIn(shared, 'lan', 'sai mật khẩu rồi'))
  expect(answers).toEqual([...Array(15).fill('wrong'), '1', '1'])
  expect(await signIn(shared, 'hoa')).toBe('in')
  const forged = browserAt('203.0.113.11')
  forged.cookies.set('neu-guong-may', `${kept.slice(0, -4)}AAAA`)
  expect(await signIn(forged, 'lan')).toBe('1')
})

test('a proxy is believed where it is trusted, so that a guesser behind it is told from the others; a header that a client wrote is not', async () => {
  wait(86_400_000)
  const through = (address: string) => browserAt('10.0.0.1', { 'x-forwarded-for': `192.0.2.1, ${address}` })
  const lying = (address: string) => browserAt('203.0.113.14', { 'x-forwarded-for': address })
  for (let i = 0; i < 30; i++) {
    await signIn(through('203.0.113.13'), `ai-do-${i}`, 'x')
    await signIn(lying(`192.0.2.${i}`), `ai-nua-${i}`, 'x')
  }
  const answers = [through('203.0.113.13'), through('203.0.113.99'), lying('192.0.2.200')].map(browser => signIn(browser, 'lan'))
  expect(await Promise.all(answers)).toEqual(['5', 'in', '5'])
})

/**
 * What it takes somebody to get in who types their password rightly, or wrongly first: seconds waited, Infinity where
 * not within ten waits.
 */
async function secondsToBeIn(name: string, browser: string | null, is_slipping: boolean): Promise<number> {
  let waited = 0
  const attempt = { kind: 'password' as const, name, browser, address: '203.0.113.20', field: 'password' }
  let slips = is_slipping ? 1 : 0
  for (let waits = 0; waits < 10; ) {
    const noted = await noteAttempt(world.database, attempt, new Date(clock.now.getTime() + waited * 1000))
    if (noted.ok && slips-- > 0) continue
    if (noted.ok) {
      await world.change(async tx => ({ ok: true, value: await noteRight(tx, noted.value) }))
      return waited
    }
    waits++
    waited += Number(noted.problems[0]!.limit ?? Number.POSITIVE_INFINITY)
  }
  return Number.POSITIVE_INFINITY
}

test('on the last day an office of 400 behind one address, with a guesser among them, is in within one wait of five seconds', async () => {
  wait(2 * 86_400_000)
  const waited: { who: number; is_known: boolean; is_guessed_at: boolean; seconds: number }[] = []
  for (let who = 0; who < 400; who++) {
    wait(4500)
    // One guesser, without a pause: at each eighth of the colleagues, and at strangers by the hundred.
    for (let i = 0; i < 4; i++) {
      const name = i < 2 ? `nguoi-${(who * 8) % 400}` : `la-${who * 4 + i}`
      await noteAttempt(world.database, { kind: 'password', name, address: '203.0.113.20', field: 'password' }, clock.now)
    }
    const is_known = who % 2 === 0
    const seconds = await secondsToBeIn(`nguoi-${who}`, is_known ? `cua-${who}` : null, who % 20 === 7)
    waited.push({ who, is_known, is_guessed_at: who % 8 === 0, seconds })
  }
  const worst = (of: typeof waited) => Math.max(...of.map(({ seconds }) => seconds))
  expect(waited).toHaveLength(400)
  expect(worst(waited.filter(({ is_known }) => is_known))).toBe(0)
  expect(worst(waited.filter(({ is_guessed_at }) => !is_guessed_at))).toBe(5)
})

test('what no count looks at any more is cleared away', async () => {
  const tried = { kind: 'password' as const, name: 'ai-do', address: null, field: 'x' }
  const long_ago = new Date(Date.now() - 3 * 86_400_000)
  await noteAttempt(world.database, tried, long_ago)
  expect(await clearOldAttempts(world.database, new Date())).toBe(1)
  const app = await world.connect('neu_guong_app')
  const { rowCount } = await app.query('delete from sign_in_attempt where happened_at > now()')
  expect(rowCount).toBe(0)
})
