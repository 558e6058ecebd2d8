import { createHash } from 'node:crypto'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, withField } from '../../../basis/shared/outcome.ts'
import { judgeFile, type Upload } from '../../../platform/office-file/index.ts'
import { photo_kinds, photo_limits, type Rendered, renderPhoto, sizeToTake } from '../../../platform/photo/index.ts'
import type { PhotoCode } from '../photo.ts'

/** A photo made anew: `digest` is over its files, `sent_digest` the SHA-256 of what was sent. */
export type MadePhoto = Rendered & { name: string; digest: string; sent_digest: string }

const field = 'file'
const taken = { kinds: photo_kinds, most: photo_limits.size, field }

/**
 * Makes of a file that was sent the files that pages show: unpacked, turned upright, written anew, so that nothing goes
 * along that stood beside the picture or behind it. Nothing is written. Refusals at `file`: empty-file, too-big,
 * secret-file, wrong-kind, other-than-named, unreadable-photo, too-much-unpacked, too-hard.
 */
export async function makePhoto(sent: Upload): Promise<Outcome<MadePhoto, PhotoCode>> {
  const judged = await judgeFile(sent, taken)
  if (!judged.ok) return judged
  const { name, bytes } = judged.value
  const size = sizeToTake(bytes, field)
  if (!size.ok) return size
  const made = await renderPhoto(bytes)
  if (!made.ok) return withField(made, field)
  const digest = digestOf(made.value.renderings.map(({ width, media_type, bytes }) => [width, media_type, sha256(bytes)]))
  return done({ ...made.value, name, digest, sent_digest: sha256(bytes) })
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
