import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { type OnceCode, once, record } from '../../../platform/ledger/index.ts'
import { may, type Standing } from '../../../platform/role/index.ts'
import { type Focus, type PhotoWords, problemsWithWords, type WordsCode } from '../photo.ts'
import { lockPhoto, type PhotoVersion } from '../reads/find-photo.ts'
import { holdsConsent } from '../reads/holds-consent.ts'
import type { MadePhoto } from './make-photo.ts'

export type Keeper = Actor & { person_id: number }
/** Why a change of the library is not made. */
export type KeepCode = OnceCode | 'not-yours' | 'unknown-photo' | 'stale-version'
type ByKeeper = { standing: Standing; key: string }

/** A photo for the library, with what is known of it: a document says what stands below it, and who took it. */
type NewPhoto = { unit_id: number; made: MadePhoto; caption?: string; credit?: string }

/**
 * Keeps a photo in the library of a newsroom. One whose bytes were sent before is that one (`is_known`). Refusal:
 * not-yours.
 */
export async function keepPhoto(
  tx: Tx,
  actor: Keeper,
  { unit_id, made, standing, key, caption = '', credit = '' }: ByKeeper & NewPhoto,
): Promise<Outcome<{ photo_id: number; is_known: boolean }, KeepCode>> {
  if (!may(standing, 'article', 'write', { unit_id }).allowed) return refused({ code: 'not-yours' })
  const known = await findSent(tx, unit_id, made.sent_digest)
  if (known !== null) return done({ photo_id: known, is_known: true })
  return once(tx, actor, { key, act: 'keep-photo', request: { unit_id, sent: made.sent_digest } }, async () => {
    const { photo_id } = await tx.insertInto('photo').values({ unit_id }).returning('photo_id').executeTakeFirstOrThrow()
    await keepImage(tx, made)
    const words = { alt: null, shows: null, exemplar_id: null, caption, credit, focus: 'centre' as Focus }
    await addVersion(tx, actor, 'keep-photo', { ...words, ...pictureOf(made), photo_id, number: 1 })
    return done({ photo_id, is_known: false })
  })
}

/** The photo that shows what was sent now. */
async function findSent(tx: Tx, unit_id: number, sent_digest: string): Promise<number | null> {
  const { rows } = await sql<{ photo_id: number }>`
    select p.photo_id
      from photo_version v
      join photo p using (photo_id)
     where v.sent_digest = ${sent_digest} and p.unit_id = ${unit_id}
       and v.number = (select max(n.number) from photo_version n where n.photo_id = v.photo_id)
     limit 1`.execute(tx)
  return rows[0]?.photo_id ?? null
}

/** `read` is the number of the version that was in view. */
type OfPhoto = ByKeeper & { photo_id: number; read: number }

/**
 * Says what a photo shows, in its next version. Refusals: unknown-photo, not-yours, stale-version, too-long,
 * unfit-signs, no-consent (no consent of that exemplar in the scope «photo» is in force).
 */
export function describePhoto(
  tx: Tx,
  actor: Keeper,
  asked: OfPhoto & { words: PhotoWords },
): Promise<Outcome<{ version: number }, KeepCode | WordsCode>> {
  const { photo_id, read, words, key } = asked
  return once<{ version: number }, KeepCode | WordsCode>(
    tx,
    actor,
    { key, act: 'describe-photo', request: { photo_id, read, words } },
    async () => {
      const problems = [...problemsWithWords(words)]
      if (problems.length > 0) return { ok: false, problems }
      const photo = await photoToChange(tx, asked)
      if (!photo.ok) return photo
      if (words.exemplar_id !== null && !(await holdsConsent(tx, words.exemplar_id))) return refused({ code: 'no-consent', field: 'shows' })
      const { name, sent_digest, digest, version } = photo.value
      await addVersion(tx, actor, 'describe-photo', { ...words, name, sent_digest, digest, photo_id, number: version + 1 })
      return done({ version: version + 1 })
    },
  )
}

/**
 * Puts another picture in the place of a photo’s, in its next version. Its caption and credit stay; what stands for it
 * where it is not seen, and whom it shows, is asked again. Articles that are public show on what they showed. Refusals:
 * unknown-photo, not-yours, stale-version.
 */
export function replacePhoto(tx: Tx, actor: Keeper, asked: OfPhoto & { made: MadePhoto }): Promise<Outcome<{ version: number }, KeepCode>> {
  const { photo_id, read, made, key } = asked
  return once(tx, actor, { key, act: 'replace-photo', request: { photo_id, read, sent: made.sent_digest } }, async () => {
    const photo = await photoToChange(tx, asked)
    if (!photo.ok) return photo
    const { caption, credit, version } = photo.value
    await keepImage(tx, made)
    const words = { alt: null, shows: null, exemplar_id: null, caption, credit, focus: 'centre' as Focus }
    await addVersion(tx, actor, 'replace-photo', { ...words, ...pictureOf(made), photo_id, number: version + 1 })
    return done({ version: version + 1 })
  })
}

async function photoToChange(tx: Tx, { photo_id, read, standing }: OfPhoto): Promise<Outcome<PhotoVersion, KeepCode>> {
  const photo = await lockPhoto(tx, photo_id)
  if (!photo) return refused({ code: 'unknown-photo' })
  if (!may(standing, 'article', 'write', { unit_id: photo.unit_id }).allowed) return refused({ code: 'not-yours' })
  return photo.version === read ? done(photo) : refused({ code: 'stale-version', limit: photo.version })
}

/** Files that are there already are the same. */
async function keepImage(tx: Tx, { digest, width, height, renderings }: MadePhoto): Promise<void> {
  const fallback = renderings.some(({ media_type }) => media_type === 'image/png') ? 'image/png' : 'image/jpeg'
  await sql`insert into image (digest, width, height, fallback)
            values (${digest}, ${width}, ${height}, ${fallback}) on conflict do nothing`.execute(tx)
  for (const { width, media_type, bytes } of renderings)
    await sql`insert into image_file (digest, width, media_type, bytes)
              values (${digest}, ${width}, ${media_type}, ${Buffer.from(bytes)}) on conflict do nothing`.execute(tx)
}

function pictureOf({ name, sent_digest, digest }: MadePhoto): Pick<MadePhoto, 'name' | 'sent_digest' | 'digest'> {
  return { name, sent_digest, digest }
}

type NewVersion = Omit<PhotoWords, 'alt' | 'shows'> &
  Pick<PhotoVersion, 'alt' | 'shows' | 'photo_id'> &
  Pick<MadePhoto, 'name' | 'sent_digest' | 'digest'> & { number: number }

async function addVersion(tx: Tx, actor: Keeper, act: string, version: NewVersion): Promise<void> {
  await tx
    .insertInto('photo_version')
    .values({ ...version, written_by: actor.person_id, writer_name: actor.name })
    .execute()
  const { photo_id, number } = version
  await record(tx, actor, {
    ...{ act, object: 'photo', object_id: String(photo_id), digest: digestOf(version), to_version: number },
    retention: 'publication',
  })
}
