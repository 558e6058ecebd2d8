import { done, type Outcome, type Problem, refused } from '../../../basis/shared/outcome.ts'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { findPhotos, listConsenting, type PhotoVersion } from '../../media/index.ts'
import type { DraftText } from '../draft/draft.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import type { PhotoShown } from './photo-shown.ts'

type WithPhotos = Pick<DraftText, 'picture' | 'body'>

/** The numbers of the photos of a text, each once. */
export function photosIn({ picture, body }: WithPhotos): number[] {
  const places = [...(picture ? [picture] : []), ...body]
  return [...new Set(places.flatMap(place => ('photo' in place ? [place.photo] : [])))].toSorted((a, b) => a - b)
}

/** The photos of a text as they are now; one that whoever asks does not see is left out. */
export function photosOf(db: Db | Tx, text: WithPhotos): Promise<PhotoVersion[]> {
  return findPhotos(db, photosIn(text))
}

/**
 * The photos of a text that is to go on its way: all of them decided, and with consent where they show an exemplar.
 * Refusals at `body`: unknown-photo, photo-not-decided, photo-without-consent; `photo` is the number.
 */
export async function photosToPrint(db: Db | Tx, text: WithPhotos): Promise<Outcome<PhotoVersion[], DraftCode>> {
  const photos = await photosOf(db, text)
  const by_number = new Map(photos.map(photo => [photo.photo_id, photo]))
  const consenting = await listConsenting(
    db,
    photos.flatMap(({ exemplar_id }) => exemplar_id ?? []),
  )
  const problems = photosIn(text).flatMap((photo): Problem<DraftCode>[] => {
    const code = whyNot(by_number.get(photo), consenting)
    return code ? [{ code, field: 'body', values: { photo } }] : []
  })
  return problems.length > 0 ? refused(...problems) : done(photos)
}

function whyNot(photo: PhotoVersion | undefined, consenting: ReadonlySet<number>): DraftCode | null {
  if (!photo) return 'unknown-photo'
  if (!photo.is_decided) return 'photo-not-decided'
  return photo.exemplar_id === null || consenting.has(photo.exemplar_id) ? null : 'photo-without-consent'
}

/** A photo as an edition shows it. */
export function asShown({ photo_id, digest, width, height, fallback, alt, credit, focus }: PhotoVersion): PhotoShown {
  return { photo: photo_id, image: digest, width, height, fallback, alt: alt ?? '', credit, focus }
}

/** The row by which a photo is public: in this edition, in this version. One that is not decided the database refuses. */
export async function printPhotos(tx: Tx, edition_id: number, photos: readonly PhotoVersion[]): Promise<void> {
  const printed = photos.map(({ photo_id, version, digest }) => ({ edition_id, photo_id, version, digest }))
  if (printed.length > 0) await tx.insertInto('printed_photo').values(printed).execute()
}
