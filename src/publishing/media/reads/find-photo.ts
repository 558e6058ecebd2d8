import { CompiledQuery } from 'kysely'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import type { Focus, Shows } from '../photo.ts'

/** A photo as it is in one of its versions: `width` and `height` of its largest file, in pixels; instants are ISO. */
export type PhotoVersion = {
  photo_id: number
  unit_id: number
  version: number
  name: string
  digest: string
  sent_digest: string
  width: number
  height: number
  /** The format of its files that every browser knows. */
  fallback: 'image/jpeg' | 'image/png'
  /** Empty where it is decorative, null where that is not decided. */
  alt: string | null
  caption: string
  credit: string
  focus: Focus
  /** Null where it was not said. */
  shows: Shows | null
  exemplar_id: number | null
  is_decided: boolean
  writer_name: string
  at: string
}

type Asked = { photo_ids: number[] | null; version: number | null; words: string; most: number }

const photos = query<Asked, PhotoVersion>(`
  with asked as (
         select array(select '%' || replace(replace(w, '%', ''), '_', '') || '%' from regexp_split_to_table(folded(:words::text), '\\s+') w) as parts)
  select p.photo_id, p.unit_id, v.number as version, v.name, v.digest, v.sent_digest, i.width, i.height, i.fallback, v.alt, v.caption, v.credit, v.focus,
         v.shows, v.exemplar_id, v.is_decided, v.writer_name, v.recorded_at as at
    from photo p
    join photo_version v using (photo_id)
    join image i on i.digest = v.digest
   cross join asked a
   where (:photo_ids::integer[] is null or p.photo_id = any (:photo_ids::integer[]))
     and v.number = coalesce(:version::integer, (select max(n.number) from photo_version n where n.photo_id = p.photo_id))
     and folded(v.name || ' ' || coalesce(v.alt, '') || ' ' || v.caption || ' ' || v.credit) like all (a.parts)
   order by p.photo_id desc
   limit :most`)

/** A photo in its newest version, or in the one with a number; null where whoever asks sees none. */
export async function findPhoto(
  db: Pick<Db, 'executeQuery'>,
  { photo_id, version = null }: { photo_id: number; version?: number | null },
): Promise<PhotoVersion | null> {
  if (![photo_id, version ?? 1].every(isNumber)) return null
  return (await photos(db, { photo_ids: [photo_id], version, words: '', most: 1 }))[0] ?? null
}

function isNumber(number: number): boolean {
  return number >= 1 && number < 2 ** 31
}

/** Photos by their numbers, in their newest versions and the order of the numbers; what whoever asks does not see is left out. */
export async function findPhotos(db: Pick<Db, 'executeQuery'>, photo_ids: readonly number[]): Promise<PhotoVersion[]> {
  const asked = photo_ids.filter(isNumber)
  if (asked.length === 0) return []
  return (await photos(db, { photo_ids: asked, version: null, words: '', most: asked.length })).reverse()
}

/** The newest version, with nobody else at the photo until the end of the change. */
export async function lockPhoto(tx: Tx, photo_id: number): Promise<PhotoVersion | null> {
  await tx.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(hashtext('photo'), $1::integer)`, [photo_id % 2 ** 31]))
  return findPhoto(tx, { photo_id })
}

/** The photos whose name and words have all of these, without marks; the newest first. */
export function listPhotos(db: Db, { words, most }: { words: string; most: number }): Promise<PhotoVersion[]> {
  return photos(db, { photo_ids: null, version: null, words, most })
}

const versions = query<{ photo_id: number }, Pick<PhotoVersion, 'version' | 'name' | 'digest' | 'width' | 'writer_name' | 'at'>>(`
  select v.number as version, v.name, v.digest, i.width, v.writer_name, v.recorded_at as at
    from photo_version v
    join image i on i.digest = v.digest
   where v.photo_id = :photo_id
   order by v.number desc
   limit 100`)

/** What a photo was before, newest first. */
export function listPhotoVersions(db: Db, photo_id: number) {
  return versions(db, { photo_id })
}

const files = query<{ digest: string; width: number; media_type: string }, { bytes: Buffer }>(`
  select f.bytes from image_file f where f.digest = :digest and f.width = :width and f.media_type = :media_type`)

/** One file of an image; null where there is none that whoever asks may see. */
export async function findImageFile(
  db: Pick<Db, 'executeQuery'>,
  asked: { digest: string; width: number; media_type: string },
): Promise<Buffer | null> {
  return (await files(db, asked))[0]?.bytes ?? null
}

const images = query<{ digest: string }, { is_shown: boolean }>(
  'select exists (select from image_file f where f.digest = :digest) as is_shown',
)

/** Whether whoever asks may see any file of an image. */
export async function isShownImage(db: Pick<Db, 'executeQuery'>, digest: string): Promise<boolean> {
  return (await images(db, { digest }))[0]!.is_shown
}
