import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { WebContext } from '../../web/index.ts'
import { limits } from '../../workbook/index.ts'

/** A file of a form: its name without a path and without what no name of a file holds. */
export type SentFile = { name: string; bytes: Uint8Array }

/**
 * The file that a form has sent in its field «file», of at most so many bytes. Refusals: no-file, too-large (limit: in
 * MB).
 */
export async function sentFile(c: WebContext, most = limits.file): Promise<Outcome<SentFile, 'no-file' | 'too-large'>> {
  const { file } = await c.req.parseBody()
  if (!(file instanceof File) || file.name === '') return refused({ code: 'no-file', field: 'file' })
  if (file.size > most) return refused({ code: 'too-large', field: 'file', limit: most / 1024 / 1024 })
  return done({ name: nameOf(file.name), bytes: new Uint8Array(await file.arrayBuffer()) })
}

const longest_name = 200

function nameOf(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1)!
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, longest_name) || 'danh-sach'
}

type KeptFile = { name: string; media_type: string; bytes: Uint8Array }

/**
 * A file that the register keeps, for who may have it: to be saved, or shown in its place on a page (`inline`). It may
 * do nothing there, and nothing on the way keeps it.
 */
export function sendKeptFile(c: WebContext, { name, media_type, bytes }: KeptFile, way: 'attachment' | 'inline' = 'attachment'): Response {
  return c.body(Uint8Array.from(bytes), 200, {
    'content-type': media_type,
    'content-disposition': `${way}; filename*=UTF-8''${inHeader(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
}

/** A name as RFC 8187 writes it in a header. */
function inHeader(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** A workbook that was marked, under the name of the one that was sent. */
export function sendMarkedFile(c: WebContext, file_name: string, bytes: Uint8Array): Response {
  const is_csv = /\.csv$/i.test(file_name)
  const name = file_name.replace(/(\.[a-z]+)?$/i, is_csv ? '-da-danh-dau.csv' : '-da-danh-dau.xlsx')
  c.header('cache-control', 'no-store')
  c.header('content-disposition', `attachment; filename*=UTF-8''${inHeader(name)}`)
  c.header('content-type', is_csv ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  return c.body(Uint8Array.from(bytes))
}
