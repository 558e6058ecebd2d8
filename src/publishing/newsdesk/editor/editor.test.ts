import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import type { Browser } from '../../../../test/harness/test-browser.ts'
import { openCheck } from '../../../numbers/check/index.ts'
import { figuresAt } from '../../../numbers/figure/index.ts'
import { addGrant, addMember, addPerson, addUnit } from '../../../platform/sign-in/invented-commune.ts'
import type { CheckAnswer, FigureAnswer } from '../../newsroom/index.ts'
import { newsdeskRoutes } from '../routes.tsx'

const world = withDatabase('territory')
let lieu: Browser
let far: Browser

beforeAll(async () => {
  const { owner } = world
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  const newsroom = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const people = { lieu: await addPerson(owner, 'Bàn Thị Liễu'), far: await addPerson(owner, 'Lường Thị Son') }
  for (const person of Object.values(people)) await addMember(owner, person, newsroom)
  await addGrant(owner, people.lieu, 'reporter', newsroom)
  await owner.query('commit')
  const signedIn = await openPages(world, people, ({ database, access }) => [
    newsdeskRoutes({ database: world.database, access, check: openCheck(), figuresAt: now => figuresAt(database.kysely, now) }),
  ])
  lieu = await signedIn('lieu')
  far = await signedIn('far')
})

const written = { title: 'Con đường', lead: '', caption: null, body: [] as unknown[], citations: [] as unknown[] }
const check = async (browser: Browser, text: unknown) => {
  const { status, text: said } = await browser.post('/ban-tin/viet/kiem-so', {
    text: typeof text === 'string' ? text : JSON.stringify(text),
  })
  return { status, said }
}
const figure = async (browser: Browser, query: string) => browser.get(`/ban-tin/viet/so-lieu?${query}`)

test('what is being written is checked: a bound number, one that differs with what binds it, one that the register does not know', async () => {
  const body = [
    { type: 'paragraph', content: [{ cite: 't1' }, { text: ' xã đạt chuẩn.' }] },
    { type: 'paragraph', content: [{ text: 'Ngày 19/02/2021 có 16 xã đạt chuẩn nông thôn mới. Bà con đã trồng 4.217 cây.' }] },
  ]
  const citations = [{ mark: 't1', figure: 'F16', parameters: { valid_as_of: '2021-02-19' }, printed: '15' }]
  const { status, said } = await check(lieu, { ...written, body, citations })
  const { found } = JSON.parse(said) as CheckAnswer
  expect(status).toBe(200)
  expect(found.map(({ quantity, judgement, is_bound }) => [quantity, judgement, is_bound])).toEqual([
    ['15', 'holds', true],
    ['16 xã', 'differs', false],
    ['4.217 cây', 'unsure', false],
  ])
  const { token, rest } = found[1]!.binding!
  expect([token.figure, token.parameters.valid_as_of, token.printed + rest]).toEqual(['F16', '2021-02-19', '15 xã'])
})

test('each number says why it waits: what the sentence says besides, that the register has no such number, that it must be mended', async () => {
  const say = async (sentence: string) => {
    const body = [{ type: 'paragraph', content: [{ text: `Ngày 19/02/2021, ${sentence}` }] }]
    const { found } = JSON.parse((await check(lieu, { ...written, body })).said) as CheckAnswer
    return found.map(one => one.say)
  }
  expect(await say('tỉnh chưa có 15 xã đạt chuẩn nông thôn mới.')).toEqual([
    'Sổ ghi 15, nhưng câu có lời phủ định. Thư ký kiểm số cần ghi lý do.',
  ])
  expect(await say('bà con đã trồng 4.217 cây.')).toEqual(['Sổ không có số này. Thư ký kiểm số cần ghi lý do.'])
  expect(await say('tỉnh có 16 xã đạt chuẩn nông thôn mới.')).toEqual(['Sổ: 15. Phải sửa, hoặc đặt trong lời trích có tên người nói.'])
})

test('what no body holds is refused with a sentence, whatever was sent, and nobody else is answered', async () => {
  const paragraph = (content: unknown) => ({ ...written, body: [{ type: 'paragraph', content }] })
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const bad = [
    '',
    'không phải JSON',
    deep,
    { ...written, body: Array.from({ length: 1_000_000 }, () => 0) },
    { ...written, body: [{ type: 'script', text: 'x' }] },
    { ...written, body: [{ type: '__proto__' }] },
    { ...written, onload: 'x' },
    paragraph([{ text: 'x', style: 'color:red' }]),
    paragraph([{ text: 'x', href: 'javascript:alert(1)' }]),
    paragraph([{ text: 'đôi \ud800' }]),
    paragraph([{ text: 'ế'.normalize('NFD') }]),
    paragraph([{ cite: 't1' }]),
    { ...written, citations: [{ mark: 't1', figure: 'F16', parameters: {}, printed: '15' }] },
  ]
  for (const text of bad) {
    const { status, said } = await check(lieu, text)
    expect([text, status, (JSON.parse(said) as CheckAnswer).say.length]).toEqual([text, 422, 1])
  }
  expect((await check(far, written)).status).toBe(403)
  expect((await figure(far, 'figure=F16')).status).toBe(403)
})

test('a figure is offered with its parameters, its value, how it is counted, and the forms in which it may be printed', async () => {
  const asked = JSON.parse((await figure(lieu, 'figure=F16&valid_as_of=19/02/2021&printed=24')).text) as FigureAnswer
  expect(asked).toMatchObject({ value: '15', day: '19/02/2021', is_printed_right: false, say: [] })
  expect(asked.printed).toContain('15')
  expect(asked.counted).toContain('19/02/2021')
  expect(asked.fields.find(({ name }) => name === 'level')!.choices!.map(([value]) => value)).toContain('advanced')
  const small = JSON.parse((await figure(lieu, 'figure=F16&valid_as_of=2021-02-19&level=advanced')).text) as FigureAnswer
  expect(small.printed.every(words => /^0?\d+$/.test(words))).toBe(true)
  const wrong = JSON.parse((await figure(lieu, 'figure=F16&valid_as_of=32/13/2021')).text) as FigureAnswer
  expect([wrong.value, wrong.say.length]).toEqual([null, 1])
  expect((await figure(lieu, 'figure=F999')).status).toBe(404)
})
