import { type DecodeCode, type DecodedText, decodeText, repairsLegacy, text_limit } from '../../basis/quantity/index.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { type OpenCode, readSmallFile } from '../../basis/shared/read-text-file.ts'

/**
 * Text of a file, or of standard input for "-". Refusals: those of `readSmallFile` and of the decoder;
 * unknown-encoding.
 */
export async function readTextFile(
  path: string,
): Promise<Outcome<DecodedText & { format: 'text' | 'html' }, OpenCode | DecodeCode | 'unknown-encoding'>> {
  const bytes = path === '-' ? done(await readStandardInput()) : await readSmallFile(path, text_limit)
  if (!bytes.ok) return bytes
  const decoded = decodeText(bytes.value)
  if (!decoded.ok) return decoded
  const format = /\.html?$/i.test(path) || /^\s*(<!doctype html|<html)/i.test(decoded.value.text.slice(0, 200)) ? 'html' : 'text'
  const known = decoded.value.encoding !== 'latin1' || repairsLegacy(decoded.value.text, format)
  return known ? done({ ...decoded.value, format }) : refused({ code: 'unknown-encoding' })
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
