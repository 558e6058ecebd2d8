import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { photo_limits, photoSize, remakePhoto } from '../../platform/photo/index.ts'
import type { DeedCode } from './deed-words.ts'

/** A file as it was sent. */
export type Upload = { name: string; bytes: Buffer }
/** The same, fit to be kept: a photo made anew, or a paper as it came. `digest` is the SHA-256 of the bytes. */
export type Evidence = { name: string; media_type: 'image/jpeg' | 'application/pdf'; bytes: Buffer; digest: string }

/**
 * The longest paper that is kept, in bytes, beside the limits of photos; the longer side of a kept photo in pixels; and
 * the longest name.
 */
export const evidence_limits = { photo: photo_limits.size, paper: 5 * 1024 * 1024, unpacked: photo_limits.unpacked, side: 1600, name: 120 }

const endings: Record<string, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
}

/**
 * «mật» as a word of its own, in any case; without marks only where «tối» or «tuyệt» stands before it, for «mat» is
 * also an eye.
 */
const secret = /(^|[^\p{L}])(mật|(toi|tối|tuyet|tuyệt)[\s_.-]*mat)([^\p{L}]|$)/iu

/**
 * Makes of what was sent what is kept. What a file is, its bytes say and not its name; where the two disagree it is
 * refused. A photo is unpacked, turned upright, made smaller and written anew as JPEG: nothing that the telephone wrote
 * beside the picture (place, time, device) goes along. Refusals at `evidence`: empty-file, too-big, paper-too-big,
 * secret-file, wrong-kind, other-than-named, too-much-unpacked, unreadable-photo.
 */
export async function makeEvidence({ name, bytes }: Upload): Promise<Outcome<Evidence, DeedCode>> {
  const field = 'evidence'
  if (bytes.length === 0) return refused({ code: 'empty-file', field })
  if (bytes.length > evidence_limits.photo) return refused({ code: 'too-big', field, limit: evidence_limits.photo / 1024 / 1024 })
  const said = nameOf(name)
  if (secret.test(said)) return refused({ code: 'secret-file', field })
  const kind = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  const known = lookUp(endings, kind)
  if (!known) return refused({ code: 'wrong-kind', field })
  if (!known.includes(endingOf(said)))
    return refused({ code: 'other-than-named', field, values: { ending: endingOf(said), kind: known[0]! } })
  if (kind === 'application/pdf') {
    if (bytes.length > evidence_limits.paper) return refused({ code: 'paper-too-big', field, limit: evidence_limits.paper / 1024 / 1024 })
    return done(evidenceOf(said, kind, bytes))
  }
  const size = photoSize(bytes)
  if (!size) return refused({ code: 'unreadable-photo', field })
  const { unpacked } = evidence_limits
  if (size.unpacked > unpacked)
    return refused({ code: 'too-much-unpacked', field, limit: unpacked / 1e6, values: { size: Math.ceil(size.unpacked / 1e6) } })
  const made = await remakePhoto(bytes, size, evidence_limits.side)
  if (!made) return refused({ code: 'unreadable-photo', field })
  return done(evidenceOf(said.replace(/\.[^.]*$/, '.jpg'), 'image/jpeg', made))
}

function evidenceOf(name: string, media_type: Evidence['media_type'], bytes: Buffer): Evidence {
  return { name, media_type, bytes, digest: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * The last part of a path, in one spelling of Unicode and without what no name holds; its ending stays when it is cut.
 */
function nameOf(sent: string): string {
  const name = sent
    .toWellFormed()
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .trim()
  if (name.length <= evidence_limits.name) return name
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? ''
  return name.slice(0, evidence_limits.name - ending.length) + ending
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
