import { createHash } from 'node:crypto'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { judgeFile, longest_file_name, type Upload } from '../../platform/office-file/index.ts'
import { keepPhoto, photo_kinds, photo_limits } from '../../platform/photo/index.ts'
import type { DeedCode } from './deed-words.ts'

/** A file as it was sent, fit to be kept: a photo made anew, or a paper as it came. `digest` is the SHA-256 of the bytes. */
export type Evidence = { name: string; media_type: 'image/jpeg' | 'application/pdf'; bytes: Buffer; digest: string }

/**
 * The longest paper that is kept, in bytes, beside the limits of photos; the longer side of a kept photo in pixels; and
 * the longest name.
 */
export const evidence_limits = {
  ...{ photo: photo_limits.size, paper: 5 * 1024 * 1024, unpacked: photo_limits.unpacked },
  ...{ side: 1600, name: longest_file_name },
}

const taken = {
  kinds: { ...photo_kinds, 'application/pdf': ['pdf'] },
  most: evidence_limits.photo,
  field: 'evidence',
}

/**
 * Makes of what was sent what is kept. A photo is unpacked, turned upright, made smaller and written anew as JPEG:
 * nothing that the telephone wrote beside the picture (place, time, device) goes along. Refusals at `evidence`:
 * empty-file, too-big, paper-too-big, secret-file, wrong-kind, other-than-named, too-much-unpacked, unreadable-photo.
 */
export async function makeEvidence(sent: Upload): Promise<Outcome<Evidence, DeedCode>> {
  const { field } = taken
  const judged = await judgeFile(sent, taken)
  if (!judged.ok) return judged
  const { name, bytes, kind } = judged.value
  if (kind === 'application/pdf') {
    if (bytes.length > evidence_limits.paper) return refused({ code: 'paper-too-big', field, limit: evidence_limits.paper / 1024 / 1024 })
    return done(evidenceOf(name, kind, bytes))
  }
  const photo = await keepPhoto({ name, bytes }, { field, side: evidence_limits.side })
  return photo.ok ? done(evidenceOf(photo.value.name, 'image/jpeg', photo.value.bytes)) : photo
}

function evidenceOf(name: string, media_type: Evidence['media_type'], bytes: Buffer): Evidence {
  return { name, media_type, bytes, digest: createHash('sha256').update(bytes).digest('hex') }
}
