import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolders } from './make-folders.ts'
import { tellFailure } from './tell-failure.ts'

const folder = mkdtempSync(join(tmpdir(), 'neu-guong-folders-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const refused = (path: string) => {
  try {
    makeFolders(path)
    return 'not refused'
  } catch (error) {
    return tellFailure(error as Error)
  }
}

test('a folder is made with those above it, in the mode that is asked; one that is there is fine', () => {
  const deep = join(folder, 'a/b/c')
  makeFolders(deep, 0o700)
  makeFolders(deep, 0o700)
  expect(statSync(deep).mode & 0o777).toBe(0o700)
})

test('below a file nothing is made', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(refused(join(folder, 'file/below'))).toMatch(/file đã có và không phải thư mục · .* \(EEXIST\)$/)
})

// The old way span here for ever.
test.runIf(process.platform === 'linux')('where the system makes no folders, a sentence says so at once', () => {
  for (const path of ['/proc/nowhere', '/proc/nowhere/below', '/proc/self/nowhere'])
    expect(refused(path)).toMatch(/^Hệ thống không cho tạo thư mục .*DATA_DIR.* · .*DATA_DIR.* \(ENOENT\)$/)
})
