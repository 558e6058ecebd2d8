import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../test/harness/database.ts'
import { formsOn } from '../test/harness/forms.ts'
import { Browser } from '../test/harness/test-browser.ts'
import { openApp } from './app.ts'
import { example } from './home/founding/example.ts'
import { foundRegister } from './home/founding/found-register.ts'
import { type Founding, readFounding } from './home/founding/founding.ts'
import { catalogue, type FigureId, figuresAt } from './numbers/figure/index.ts'
import { asOwner, change } from './platform/database/index.ts'
import { openLog, type Site } from './platform/web/index.ts'

/** Another province in another tree: nobody who reads it learns that there ever was a first. */
const world = withDatabase('empty')
const machine = { person_id: null, name: 'neu-guong init' }
const password = 'năm nay tôi hiến đất làm đường'
let site: Site
let codes: string[]

/** What no page of it may say: the demo's province, what is said of its data, and its keys. */
const of_the_demo = /Bắc Kạn|Bac Kan|bac-kan|Thái Nguyên|dữ liệu mẫu|sample data|chi-thi-05|demonstration|trình diễn/i

beforeAll(async () => {
  const read = readFounding(example)
  if (!read.ok) throw new Error('the example cannot be read')
  const file: Founding = {
    ...read.value,
    programme: { ...read.value.programme, key: 'vun-dap', name_vi: 'Cuộc vận động Vun đắp', name_en: 'Tending' },
  }
  const founding = { file, now: world.database.clock() }
  const founded = await asOwner(world.database, owned => change(owned, machine, tx => foundRegister(tx, machine, founding)))
  if (!founded.ok) throw new Error(JSON.stringify(founded.problems))
  codes = founded.value.sheets.map(({ code }) => code)
  const config = { port: 0, host: '127.0.0.1', is_behind_tls: false, sign_on: null }
  site = await openApp({ config, database: world.database, key: randomBytes(32), log: openLog({ level: 'silent' }) })
})
afterAll(() => site.stop())

const browserFor = () => new Browser((path, init) => site.app.request(path, init))

type Visited = { path: string; status: number; text: string }

/**
 * Pages that links lead to from here, in both languages, two of each kind: a ledger has one for each day. Data for
 * programs, too.
 */
async function walk(browser: Browser, from: string[]): Promise<Visited[]> {
  const seen: Visited[] = []
  const ahead = [...from]
  const met = new Set(ahead)
  const times = new Map<string, number>()
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const kind = path.replace(/\?.*/, '').replace(/\/\d[\d-]*/g, '/n')
    times.set(kind, (times.get(kind) ?? 0) + 1)
    if (times.get(kind)! > 2) continue
    const { status, text } = await browser.get(path)
    seen.push({ path, status, text })
    const links = [...text.matchAll(/(?:href|action)="(\/[^"#]*)/g)].map(([, link]) => link!.replaceAll('&amp;', '&'))
    for (const link of links.filter(link => !met.has(link) && !/^\/tai-nguyen|[?&](?:co|tp)=|^(?:\/en)?\/thoat/.test(link))) {
      met.add(link)
      ahead.push(link)
    }
  }
  return seen
}

/**
 * Failures, and whatever speaks of the demo. As data a figure of which a young register knows nothing is refused with
 * 422; what only takes a form answers 405, or leads away.
 */
const odd = (pages: Visited[]) =>
  pages
    .filter(({ path, status, text }) => !mayAnswer(path).includes(status) || of_the_demo.test(withoutProvinces(text)))
    .map(({ path, status, text }) => `${path} ${status} ${of_the_demo.exec(text)?.[0] ?? ''}`)

/** All provinces of the country stand where one of them may be chosen. */
const withoutProvinces = (text: string) => text.replace(/<option[^>]*>[^<]*<\/option>/g, '')

const mayAnswer = (path: string) => (/\/so-lieu\/F[1-59]\.\w+$/.test(path) ? [422] : [200, 301, 303, 404, 405])

test('every public page of it answers, is its own, and says nothing of the demo', async () => {
  const pages = await walk(browserFor(), ['/', '/en', '/tin.atom', '/robots.txt', '/khong-co'])
  expect(odd(pages)).toEqual([])
  const found = pages.filter(({ status }) => status === 200).map(({ path }) => path)
  expect(found).toEqual(expect.arrayContaining(['/', '/tin', '/so-lieu', '/kiem-so', '/gioi-thieu', '/en', '/en/so-lieu', '/tin.atom']))
  expect(Object.keys(catalogue).filter(id => !pages.some(({ path }) => path === `/so-lieu/${id}`))).toEqual([])
  const framed = pages.filter(({ text }) => text.includes('<footer'))
  expect(framed.filter(({ text }) => !/<small>(?:Tỉnh Sông Lam|Sông Lam province)<\/small>/.test(text)).map(({ path }) => path)).toEqual([])
  const home = framed.find(({ path }) => path === '/')!.text
  expect([home.includes('Văn phòng Tỉnh ủy Sông Lam'), home.includes('Điện thoại 0200 000 000')]).toEqual([true, true])
})

test('every page of its administrator and of its office answers, and says nothing of the demo', async () => {
  for (const code of [codes[0]!, codes[2]!]) {
    const browser = browserFor()
    await browser.post('/dang-nhap/thu-moi', { code, password })
    await browser.post('/dang-nhap/buoc-hai', { paper: '1' })
    const pages = await walk(browser, ['/cam-ket', '/en/cam-ket'])
    expect(odd(pages)).toEqual([])
    expect(pages.filter(({ status, text }) => status === 200 && text.includes('class="is-staff"')).length).toBeGreaterThan(6)
  }
})

test('a text is checked against it, and no sample of another province is offered', async () => {
  const { text } = await browserFor().get('/kiem-so')
  const form = formsOn(text).find(({ action }) => action.startsWith('/kiem-so'))!
  expect([form.texts, text.includes('name="mau"')]).toEqual([['bai', 'ngay'], false])
  const browser = browserFor()
  const sent = await browser.post('/kiem-so', {
    bai: 'Năm 2026 là năm thứ 11 tỉnh Sông Lam thực hiện Chỉ thị số 05-CT/TW.',
    ngay: '1/12/2026',
  })
  const checked = await browser.get(sent.location!)
  expect([sent.status, checked.status, of_the_demo.test(checked.text)]).toEqual([303, 200, false])
})

test('every figure is asked without naming anything, and answers of its own root or says that nothing is known', async () => {
  const at = figuresAt(world.db, world.database.clock())
  const answers = await Promise.all((Object.keys(catalogue) as FigureId[]).map(async id => [id, await at.answer(id, {})] as const))
  const told = answers.map(
    ([id, answer]) => `${id} ${answer.ok ? answer.value.parameters.unit : answer.problems.map(({ code }) => code).join()}`,
  )
  expect(told).toEqual([
    ...['F1', 'F2', 'F3', 'F4', 'F5'].map(id => `${id} nothing-known`),
    ...['F6', 'F7', 'F8'].map(id => `${id} tinh-uy`),
    'F9 nothing-known',
    'F10 tinh-uy',
    ...['F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F17', 'F18'].map(id => `${id} tinh-song-lam`),
    'F19 nothing-known',
    ...['F20', 'F21'].map(id => `${id} tinh-song-lam`),
    'F22 nothing-known',
    'F23 tinh-song-lam',
  ])
  const year = await at.answer('F23', { valid_as_of: '2026-12-01' })
  expect(year.ok && year.value.value).toEqual({ kind: 'ordinal', ordinal: 11 })
})
