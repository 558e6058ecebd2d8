import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { remakePhoto } from './remake-photo.ts'
import { type SizeCode, sizeToTake } from './take-photo.ts'

/**
 * Makes of a photo that was sent the JPEG that is kept of it, no longer than `side` pixels, under the name it came
 * with. Refusals at `field`: those of `sizeToTake`.
 */
export async function keepPhoto(
  { name, bytes }: { name: string; bytes: Buffer },
  { field, side }: { field: string; side: number },
): Promise<Outcome<{ name: string; bytes: Buffer }, SizeCode>> {
  const size = sizeToTake(bytes, field)
  if (!size.ok) return size
  const made = await remakePhoto(bytes, size.value, side)
  return made ? done({ name: name.replace(/\.[^.]*$/, '.jpg'), bytes: made }) : refused({ code: 'unreadable-photo', field })
}
