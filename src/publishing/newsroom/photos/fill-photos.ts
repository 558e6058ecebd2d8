import { done, type Outcome, type Problem, refused } from '../../../basis/shared/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { HeadPicture } from '../body/body.ts'
import type { DraftText } from '../draft/draft.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import { photosIn, photosOf } from './photos-to-print.ts'

/**
 * A draft in which each photo without a caption takes the one of the library. Refusal: unknown-photo, at `scene` for the
 * picture of the article, else at `body`.
 */
export async function fillPhotos(db: Db, content: DraftText): Promise<Outcome<DraftText, DraftCode>> {
  const known = new Map((await photosOf(db, content)).map(photo => [photo.photo_id, photo]))
  const of_head = content.picture && 'photo' in content.picture ? content.picture.photo : null
  const problems = photosIn(content)
    .filter(photo => !known.has(photo))
    .map((photo): Problem<DraftCode> => ({ code: 'unknown-photo', field: photo === of_head ? 'scene' : 'body', values: { photo } }))
  if (problems.length > 0) return refused(...problems)
  const filled = <Place extends HeadPicture | DraftText['body'][number]>(place: Place): Place =>
    'photo' in place ? { ...place, caption: place.caption || known.get(place.photo)!.caption } : place
  return done({ ...content, picture: content.picture && filled(content.picture), body: content.body.map(filled) })
}
