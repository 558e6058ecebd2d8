import { open } from 'node:fs/promises'
import { lookUp } from './look-up.ts'
import { done, type Outcome, refused } from './outcome.ts'
import type { Sentence } from './sentences.ts'

/** Bytes. A plan for every commune of the nation has less than one MB. */
const largest_file = 4 * 1024 * 1024

/** Why a file is not opened. */
export type OpenCode = 'missing-file' | 'is-directory' | 'unreadable-file' | 'too-large'

/**
 * What a file named on the command line holds, of so many bytes at most. Refusals: missing-file, is-directory,
 * unreadable-file, too-large.
 */
export async function readSmallFile(path: string, most = largest_file): Promise<Outcome<Buffer, OpenCode>> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > most) return refused({ code: 'too-large', limit: most / 1024 / 1024 })
      return done(await file.readFile())
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = lookUp(refusals, (error as NodeJS.ErrnoException).code ?? '')
    if (!code) throw error
    return refused({ code, values: { path } })
  }
}

/** Its text in UTF-8, without a byte-order mark. Refusals: those of `readSmallFile`; not-utf-8. */
export async function readTextFile(path: string): Promise<Outcome<string, OpenCode | 'not-utf-8'>> {
  const read = await readSmallFile(path)
  if (!read.ok) return read
  try {
    return done(new TextDecoder('utf-8', { fatal: true }).decode(read.value))
  } catch {
    return refused({ code: 'not-utf-8' })
  }
}

const refusals: Record<string, OpenCode> = {
  ENOENT: 'missing-file',
  ENOTDIR: 'missing-file',
  EISDIR: 'is-directory',
  EACCES: 'unreadable-file',
  EPERM: 'unreadable-file',
}

/** Sentences for what cannot be opened. */
export const file_problem_words: Record<OpenCode | 'not-utf-8', Sentence> = {
  'missing-file': { vi: 'Không có tệp «{path}».', en: 'There is no file "{path}".' },
  'is-directory': { vi: '«{path}» là một thư mục.', en: '"{path}" is a folder.' },
  'unreadable-file': { vi: 'Không được quyền đọc «{path}».', en: '"{path}" may not be read.' },
  'too-large': { vi: 'Tệp lớn hơn {limit} MB.', en: 'The file is larger than {limit} MB.' },
  'not-utf-8': { vi: 'Tệp không ở bảng mã UTF-8: hãy lưu lại bằng UTF-8.', en: 'The file is not in UTF-8: save it again as UTF-8.' },
}
