import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { checkCommand } from './check-command.ts'

const world = withDatabase('territory')
const now = new Date('2026-11-24T05:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'check-'))
afterAll(() => rmSync(folder, { recursive: true }))

const right = '19/02/2021\nToàn tỉnh có 15 xã đạt chuẩn nông thôn mới và 02 xã đạt chuẩn nông thôn mới nâng cao.\n'
const wrong = right.replace('02 xã', '03 xã')

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const run = (...args: string[]) => checkCommand(world.db, args, now, false)

test('a text whose claims hold ends with 0, one that differs with 1, and the table says what should stand', async () => {
  expect(await run(file('right.txt', right))).toMatchObject({ code: 0, err: '' })
  const { code, out } = await run(file('wrong.md', wrong))
  expect(code).toBe(1)
  expect(out.split('\n').find(line => line.includes('[03 xã]'))).toMatch(/^≠ khác/)
  expect(out).toContain('→ nên viết: 02 xã')
  expect(out.split('\n').filter(line => line.length > 80)).toEqual([])
})

test('what is unsure says why, counts in the last line, and ends with 1 only where it is asked so', async () => {
  const path = file('unsure.txt', right.replace('đạt chuẩn nông thôn mới và', 'đạt chuẩn nông thôn mới có nữ bí thư và'))
  const { code, out } = await run(path)
  expect(code).toBe(0)
  expect(out.replace(/\s+/g, ' ')).toContain('F16 Xã đang đạt chuẩn. Sổ ghi 15, nhưng câu còn nói: «có nữ bí thư».')
  expect(out.split('\n').at(-1)).toBe('0 khác · 1 chưa chắc · 0 chưa có trong sổ · 1 đúng · 1 không phải số liệu')
  expect((await run(path, '--strict')).code).toBe(1)
  const json = JSON.parse((await run(path, '--json')).out).quantities.find(({ text }: { text: string }) => text === '15 xã')
  expect(json).toMatchObject({
    ...{ verdict: 'unsure', doubt: 'unread', unread: ['có nữ bí thư'], modality: 'fact', should_be: null },
    slots: {
      counted: 'xã',
      state: 'đạt chuẩn · nông thôn mới',
      where: 'Toàn tỉnh',
      when: { from: null, to: '2021-02-19' },
      change: 'level',
      per: 'all',
    },
  })
})

test('as JSON, the fields and the offsets are those promised', async () => {
  const { out } = await run(file('right.txt', right), '--json')
  const found = JSON.parse(out).quantities.filter(({ verdict }: { verdict: string | null }) => verdict === 'holds')
  expect(
    found.map((q: { text: string; start: number; end: number; value: unknown; figure: string }) => [
      q.text,
      right.slice(q.start, q.end),
      q.value,
      q.figure,
    ]),
  ).toEqual([
    ['15 xã', '15 xã', { least: 15, most: 15, unit: null }, 'F16'],
    ['02 xã', '02 xã', { least: 2, most: 2, unit: null }, 'F17'],
  ])
  expect(Object.keys(found[0])).toEqual(
    expect.arrayContaining([
      'text',
      'start',
      'end',
      'kind',
      'value',
      'counts',
      'place',
      'period',
      'figure',
      'parameters',
      'verdict',
      'register_value',
    ]),
  )
})

test('a day that does not exist, a file that is none, a folder, a picture and nothing at all end with 2 and a sentence', async () => {
  const path = file('right.txt', right)
  const runs = [
    await run(path, '--valid-as-of', '2021-02-29'),
    await run(join(folder, 'none.txt')),
    await run(folder),
    await run(file('a.png', Uint8Array.of(0x89, 0x50, 0, 1, 2, 0))),
    await run(file('empty.txt', '')),
    await run(
      file('latin.txt', Buffer.from('Dorénavant, l\u2019été déjà passé, \xe9t\xe9 \xe0 No\xebl'.replace(/[^\x20-\xff]/g, ''), 'latin1')),
    ),
    await run(),
    await run(path, '--no-such-option'),
  ]
  expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 2))
  expect(runs.map(({ err }) => err.split('\n')[0]!.split(/[:.]/)[0])).toEqual([
    'Không có ngày «2021-02-29»',
    expect.stringMatching(/^Không có tệp/),
    expect.stringMatching(/là một thư mục/),
    'Đây không phải văn bản thuần (',
    'Bài không có chữ nào',
    'Bài không ở bảng mã UTF-8, và cũng không phải TCVN3, VNI hay Windows-1258',
    expect.stringMatching(/^Nêu một tệp/),
    expect.stringMatching(/no-such-option/),
  ])
})

test('a file in an old font is repaired, and the answer says so', async () => {
  const old = Buffer.from('Toµn tØnh cã 15 x· ®¹t chuÈn n«ng th«n míi.', 'latin1')
  const { code, out } = await run(file('abc.txt', old), '--valid-as-of', '2021-02-19')
  expect([code, out.includes('TCVN3'), out.includes('[15 xã]')]).toEqual([0, true, true])
})
