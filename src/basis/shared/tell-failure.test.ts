import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tellFailure } from './tell-failure.ts'

const folder = mkdtempSync(join(tmpdir(), 'neu-guong-tell-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'file'), '')

test.for<[string, () => unknown]>([
  ['There is no', () => readFileSync(join(folder, 'absent'))],
  ['there is a file, not a folder', () => mkdirSync(join(folder, 'file/below'), { recursive: true })],
  ['exists and is no folder', () => mkdirSync(join(folder, 'file'), { recursive: true })],
])('what the system refuses is told in both languages: %s', ([words, refused]) => {
  expect(toldOf(refused)).toMatch(new RegExp(` · .*${words}.* \\(E[A-Z]+\\)$`))
})

test('what is refused to an account is told with the folder and the setting', () => {
  const refused = Object.assign(new Error("EACCES: permission denied, mkdir '/srv/data'"), { code: 'EACCES', path: '/srv/data' })
  expect(tellFailure(refused)).toMatch(/không được mở \/srv\/data.* · .*set DATA_DIR/)
})

test('a sentence of our own is told as it stands', () => {
  expect(tellFailure(new Error('Có rồi · Here it is'))).toBe('Có rồi · Here it is')
})

function toldOf(refused: () => unknown): string {
  try {
    refused()
  } catch (error) {
    return tellFailure(error as Error)
  }
  return 'not refused'
}
