import { done, type Outcome, refused } from '../../shared/outcome.ts'
import { isSyllable } from '../../shared/vietnamese.ts'

/** What a text may weigh. An article has some kilobytes; a year of a newsroom some megabytes. */
export const text_limit = 20 * 1024 * 1024

/**
 * Text out of bytes, and the encoding it was in. UTF-8 is taken as it is; UTF-16 by its mark; bytes of old fonts come
 * out as Latin-1, to be repaired by the reader.
 */
export type DecodedText = { text: string; encoding: 'UTF-8' | 'UTF-16' | 'windows-1258' | 'latin1' }

export type DecodeCode = 'empty-text' | 'not-text' | 'too-large'

/** Refusals: empty-text, not-text (a picture, a Word file), too-large. */
export function decodeText(bytes: Uint8Array): Outcome<DecodedText, DecodeCode> {
  if (bytes.length > text_limit) return refused({ code: 'too-large', limit: text_limit / 1024 / 1024 })
  const decoded = utf16(bytes) ?? utf8(bytes)
  if (decoded)
    return isBlank(decoded.text) ? refused({ code: 'empty-text' }) : isText(decoded.text) ? done(decoded) : refused({ code: 'not-text' })
  if (!isText(Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1'))) return refused({ code: 'not-text' })
  return singleByte(bytes)
}

const SAMPLE = 64 * 1024

function utf16(bytes: Uint8Array): DecodedText | null {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe
  const big = bytes[0] === 0xfe && bytes[1] === 0xff
  return little || big ? { text: new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes), encoding: 'UTF-16' } : null
}

/** The mark at the head of a file is no character of the text. */
function utf8(bytes: Uint8Array): DecodedText | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return null // bytes that are no UTF-8: the caller goes on to older encodings
  }
}

function singleByte(bytes: Uint8Array): Outcome<DecodedText, never> {
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  if (readsAsVietnamese(vietnamese)) return done({ text: vietnamese, encoding: 'windows-1258' })
  const old = Buffer.from(bytes).toString('latin1')
  return done({ text: old, encoding: 'latin1' })
}

const PLAUSIBLE = 0.8

function readsAsVietnamese(text: string): boolean {
  const words = text.slice(0, SAMPLE).match(/[\p{L}\p{M}]*[\u00c0-\u1ef9][\p{L}\p{M}]*/gu) ?? []
  return words.length >= 3 && words.filter(isSyllable).length >= words.length * PLAUSIBLE
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

const CONTROL_SHARE = 0.01

/** Files of programs are full of NULs and control characters. */
function isText(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const controls = sample.match(/[^\P{Cc}\s]|\ufffd/gu)?.length ?? 0
  return !sample.includes('\0') && controls <= sample.length * CONTROL_SHARE
}
