import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { withPortal } from '../../../test/harness/portal.ts'
import { openCheck } from '../../numbers/check/index.ts'
import { figuresAt } from '../../numbers/figure/index.ts'

const world = withDatabase('demo')
const portal = withPortal(world)
const limit = 40 * 1024

async function paste(bai: string) {
  const body = new URLSearchParams({ bai, ngay: '' })
  const response = await fetch(`${portal.address}/kiem-so`, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
  const page = await response.text()
  return { status: response.status, page, marks: page.match(/<mark /g)?.length ?? 0 }
}

const filled = (unit: string) => unit.repeat(Math.floor(limit / Buffer.byteLength(unit)))
const heavy = [
  'một trăm ',
  '1 ',
  'huyện Ba Bể được công nhận đạt chuẩn nông thôn mới. ',
  'xã\t12 xã\t',
  'Số xã đạt chuẩn nông thôn mới\t12 xã\t15\n',
  '<table><td>12 xã</td></table>',
]

test('of a text that is nothing but numbers 500 are judged, the page says so and stays small, and others are answered meanwhile', async () => {
  for (const unit of heavy) {
    let is_done = false
    let turns = 0
    const others = (async () => {
      // Now and then: the process that checks has less priority than we, and would wait for us.
      for (; !is_done; await sleep(20)) turns += (await fetch(`${portal.address}/healthz`)).ok ? 1 : 0
    })()
    const { status, page, marks } = await paste(filled(unit))
    is_done = true
    await others
    expect([status, marks > 0 && marks <= 500, page.length < 500_000, turns > 0], unit).toEqual([200, true, true, true])
    expect(page, unit).toMatch(/Chỉ xét \d+ số liệu; còn \d+ chưa xét/)
  }
})

test('a text of an article is judged whole; one of more than 40 KB is refused with what was pasted', async () => {
  const article = await paste(readFileSync('src/numbers/check/judge/scene.txt', 'utf8'))
  expect([article.status, article.page.includes('chưa xét. Hãy chia')]).toEqual([200, false])
  const text = `${filled('23 xã, ')} và 7 xã.`
  const long = await paste(text)
  expect([long.status, long.page.includes('nhiều nhất 40 KB'), long.page.includes(text)]).toEqual([422, true, true])
})

test('as many questions are asked of the register as an article could ask, not one for each of thousands of numbers', async () => {
  const asked = new Set<string>()
  const plain = figuresAt(world.db, new Date()).ask
  const text = Array.from(
    { length: 550 },
    (_, i) => `Ngày ${(i % 28) + 1}/${(i % 12) + 1}/${2016 + (i % 9)}, tỉnh có 15 xã đạt chuẩn nông thôn mới.`,
  ).join('\n')
  const checked = await openCheck({ processes: 1, patience_ms: 120_000, heap_mb: 256 })(world.db, {
    text,
    valid_as_of: '2026-01-01',
    now: new Date(),
    ask: (figure, question) => {
      asked.add(JSON.stringify([figure, question]))
      return plain(figure, question)
    },
  })
  expect([checked.ok && checked.value.left_out > 0, asked.size > 100, asked.size <= 200]).toEqual([true, true, true])
})

test('a check that takes too long, or too much memory, ends with a sentence, and the next one is answered', async () => {
  const now = new Date()
  const text = 'Tỉnh có 15 xã đạt chuẩn nông thôn mới.'
  const hurried = openCheck({ processes: 1, patience_ms: 300, heap_mb: 256 })
  const never = () => new Promise<never>(() => {})
  expect(await hurried(world.db, { text, now, valid_as_of: '2021-02-19', ask: never })).toEqual({
    ok: false,
    problems: [{ code: 'too-hard', field: 'bai', limit: 0.3 }],
  })
  const patient = openCheck({ processes: 1, patience_ms: 60_000, heap_mb: 64 })
  const ask = figuresAt(world.db, now).ask
  const big = filled('1 ').repeat(400)
  expect(await patient(world.db, { text: big, now, ask })).toMatchObject({ ok: false, problems: [{ code: 'too-hard' }] })
  expect(await patient(world.db, { text, now, ask })).toMatchObject({ ok: true, value: { left_out: 0 } })
})

test('what fails at the register fails the check as it would without a process of its own, and the next one is answered', async () => {
  const check = openCheck({ processes: 1, patience_ms: 60_000, heap_mb: 256 })
  const text = 'Tỉnh có 15 xã đạt chuẩn nông thôn mới.'
  const gone = Object.assign(new Error('gone'), { code: '57P01' })
  const asked = { text, now: new Date(), valid_as_of: '2021-02-19' }
  await expect(check(world.db, { ...asked, ask: () => Promise.reject(gone) })).rejects.toBe(gone)
  expect(await check(world.db, { ...asked, ask: figuresAt(world.db, new Date()).ask })).toMatchObject({ ok: true })
})
