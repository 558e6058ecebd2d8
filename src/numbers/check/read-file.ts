import { open } from 'node:fs/promises'
import { type DecodeCode, type DecodedText, decodeText, repairsLegacy, text_limit } from '../../basis/quantity/index.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'

/** Why a file is not checked. */
export type UnreadableCode = DecodeCode | 'missing-file' | 'is-directory' | 'unreadable-file' | 'unknown-encoding'

/**
 * Text of a file, or of standard input for "-". Refusals: missing-file, is-directory, unreadable-file and those of the
 * decoder.
 */
export async function readTextFile(path: string): Promise<Outcome<DecodedText & { format: 'text' | 'html' }, UnreadableCode>> {
  const bytes = path === '-' ? done(await readStandardInput()) : await readBytes(path)
  if (!bytes.ok) return bytes
  const decoded = decodeText(bytes.value)
  if (!decoded.ok) return decoded
  const format = /\.html?$/i.test(path) || /^\s*(<!doctype html|<html)/i.test(decoded.value.text.slice(0, 200)) ? 'html' : 'text'
  const known = decoded.value.encoding !== 'latin1' || repairsLegacy(decoded.value.text, format)
  return known ? done({ ...decoded.value, format }) : refused({ code: 'unknown-encoding' })
}

/** Nothing larger than the limit is brought into memory. */
async function readBytes(path: string): Promise<Outcome<Uint8Array, UnreadableCode>> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > text_limit) return refused({ code: 'too-large', limit: text_limit / 1024 / 1024 })
      return done(await file.readFile())
    } finally {
      await file.close()
    }
  } catch (error) {
    return refusalOf(error as NodeJS.ErrnoException, path)
  }
}

const REFUSALS: Record<string, UnreadableCode> = {
  ENOENT: 'missing-file',
  ENOTDIR: 'missing-file',
  EISDIR: 'is-directory',
  EACCES: 'unreadable-file',
  EPERM: 'unreadable-file',
}

function refusalOf(error: NodeJS.ErrnoException, path: string): Outcome<never, UnreadableCode> {
  const code = lookUp(REFUSALS, error.code ?? '')
  if (!code) throw error
  return refused({ code, values: { path } })
}

/** One byte more than the limit is enough to refuse. */
async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > text_limit) break
  }
  return Buffer.concat(chunks)
}
