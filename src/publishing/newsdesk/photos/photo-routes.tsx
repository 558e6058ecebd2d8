import { lookUp } from '../../../basis/shared/look-up.ts'
import { type Problem, problemsOf } from '../../../basis/shared/outcome.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import { forbid, formOf, numberOf, type StaffContext, showStaffPage, withFlash } from '../../../platform/sign-in/index.ts'
import { answersIn, problemsWith, sayProblems, type Typed, typedInto } from '../../../platform/staff/index.ts'
import { longest_upload, showError, type WebContext } from '../../../platform/web/index.ts'
import { listPhotoConsents, type PhotoConsentRow } from '../../../register/exemplar/index.ts'
import {
  describePhoto,
  findImageFile,
  findPhoto,
  keepPhoto,
  listPhotos,
  listPhotoVersions,
  makePhoto,
  type PhotoVersion,
  replacePhoto,
} from '../../media/index.ts'
import { listPhotoUses } from '../../newsroom/index.ts'
import { photoFileIn } from '../../portal/index.ts'
import { newsroomsWhereMay, standingAt } from '../desk-options.ts'
import { photo_form, problemsBetween, typedFrom, wordsIn } from './photo-form.ts'
import { PhotoPage } from './photo-page.tsx'
import { photo_page_words, photo_problems } from './photo-words.ts'
import { PhotosPage } from './photos-page.tsx'
import { sentPhotos } from './sent-photos.ts'

type PhotoProblem = Problem<keyof typeof photo_problems & string>

/** How many photos a page shows: the newest of those that are found. */
const most_shown = 60

export async function showPhotos(c: WebContext, work: StaffContext, problems: readonly PhotoProblem[] = []): Promise<Response> {
  const standing = await standingAt(work)
  if (newsroomsWhereMay(standing, 'read').length === 0) return forbid(c, work.who, rolesThatMay('article', 'read'))
  const words = oneLine(c.req.query('tim') ?? '').slice(0, 100)
  const { lang } = work.staff_page.view
  const page = {
    ...{ ...work.staff_page, words, most: Math.floor(longest_upload / 1024 / 1024) },
    photos: await work.look(db => listPhotos(db, { words, most: most_shown })),
    may_write: newsroomsWhereMay(standing, 'write').length > 0,
    field_errors: sayProblems(photo_problems, { lang }, problems),
    told: lookUp(photo_page_words[lang].told, c.req.query('xong')),
  }
  return showStaffPage(c, <PhotosPage {...page} />, problems.length > 0 ? 422 : 200)
}

/** Several at once: those that can be taken are, and each other one is told with its name. */
export async function takePhotos(c: WebContext, work: StaffContext): Promise<Response> {
  const standing = await standingAt(work)
  const [unit_id] = newsroomsWhereMay(standing, 'write')
  if (unit_id === undefined) return forbid(c, work.who, rolesThatMay('article', 'write'))
  const { files, key } = await sentPhotos(c)
  if (files.length === 0) return showPhotos(c, work, [{ code: 'no-file', field: 'file' }])
  const problems: PhotoProblem[] = []
  const kept: { photo_id: number; is_known: boolean }[] = []
  for (const [i, file] of files.entries()) {
    const made = await makePhoto(file)
    if (!made.ok) problems.push(...named(made.problems, file.name))
    else {
      const outcome = await work.change(tx => keepPhoto(tx, work.actor, { unit_id, made: made.value, standing, key: `${key}-${i}` }))
      if (outcome.ok) kept.push(outcome.value)
      else problems.push(...outcome.problems)
    }
  }
  if (problems.length > 0) return showPhotos(c, work, problems)
  const { to } = c.var.view
  const [only] = kept
  if (kept.length === 1) return c.redirect(withFlash(to.photo(only!), { xong: only!.is_known ? 'co' : 'them' }), 303)
  return c.redirect(withFlash(to.photos(), { xong: 'them' }), 303)
}

/** The same problems, each with the name of its file. */
function named<Code extends string>(problems: readonly Problem<Code>[], name: string): Problem<Code>[] {
  return problems.map(problem => ({ ...problem, values: { ...problem.values, name } }))
}

async function photoOf(c: WebContext, work: StaffContext): Promise<PhotoVersion | null> {
  if (newsroomsWhereMay(await standingAt(work), 'read').length === 0) return null
  return work.look(db => findPhoto(db, { photo_id: numberOf(c.req.param('photo')) }))
}

type Sent = { typed?: Typed; problems: readonly PhotoProblem[] }

export async function showPhoto(c: WebContext, work: StaffContext, sent?: Sent): Promise<Response> {
  const photo = await photoOf(c, work)
  if (!photo) return forbid(c, work.who, rolesThatMay('article', 'read'))
  const { view } = work.staff_page
  const { photo_id, exemplar_id } = photo
  const consents = await work.look(db => listPhotoConsents(db, {}))
  const page = {
    ...{ ...work.staff_page, photo, typed: sent?.typed ?? typedFrom(photo) },
    ...(await work.look(async db => ({ uses: await listPhotoUses(db, photo_id), versions: await listPhotoVersions(db, photo_id) }))),
    persons: personsOf(consents, view.lang),
    has_lost_consent: exemplar_id !== null && !consents.some(one => one.exemplar_id === exemplar_id),
    may_write: newsroomsWhereMay(await standingAt(work), 'write').includes(photo.unit_id),
    field_errors: sayProblems(photo_problems, { lang: view.lang, form: photo_form }, sent?.problems ?? []),
    told: lookUp(photo_page_words[view.lang].told, c.req.query('xong')),
  }
  return showStaffPage(c, <PhotoPage {...page} />, sent ? 422 : 200)
}

function personsOf(consents: readonly PhotoConsentRow[], lang: 'vi' | 'en') {
  const words = photo_page_words[lang]
  return [
    { value: 'nobody', label: words.nobody },
    ...consents.map(({ exemplar_id, name }) => ({
      ...{ value: `exemplar-${exemplar_id}`, label: name ?? words.unnamed(exemplar_id), group: words.with_consent },
    })),
  ]
}

export async function describe(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(photo_form, sent)
  const answers = answersIn(photo_form, typed)
  const wrong = problemsOf([...problemsWith(photo_form, answers), ...problemsBetween(answers)])
  if (wrong) return showPhoto(c, work, { typed, problems: wrong.problems })
  const about = {
    photo_id: numberOf(c.req.param('photo')),
    read: numberOf(sent.read),
    key: sent.key ?? '',
    standing: await standingAt(work),
  }
  const outcome = await work.change(tx => describePhoto(tx, work.actor, { ...about, words: wordsIn(answers) }))
  if (!outcome.ok) return showPhoto(c, work, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.photo(about), { xong: 'mo_ta' }), 303)
}

export async function replace(c: WebContext, work: StaffContext): Promise<Response> {
  const standing = await standingAt(work)
  const photo = await photoOf(c, work)
  // Opening a photo takes seconds: whoever may not change it has none opened.
  if (!photo || !newsroomsWhereMay(standing, 'write').includes(photo.unit_id)) return forbid(c, work.who, rolesThatMay('article', 'write'))
  const { files, key, read } = await sentPhotos(c)
  const [file] = files
  if (!file) return showPhoto(c, work, { problems: [{ code: 'no-file', field: 'file' }] })
  const made = await makePhoto(file)
  if (!made.ok) return showPhoto(c, work, { problems: named(made.problems, file.name) })
  const asked = { photo_id: photo.photo_id, read, key, standing, made: made.value }
  const outcome = await work.change(tx => replacePhoto(tx, work.actor, asked))
  if (!outcome.ok) return showPhoto(c, work, { problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.photo(asked), { xong: 'thay' }), 303)
}

/** One file of a photo, for the newsroom alone. */
export async function showPhotoFile(c: WebContext, work: StaffContext): Promise<Response> {
  const file = photoFileIn(c.req.param('file') ?? '')
  const bytes = file && (await work.look(db => findImageFile(db, { ...file, digest: c.req.param('image') ?? '' })))
  if (!bytes) return showError(c, 404)
  return c.body(new Uint8Array(bytes), 200, { 'content-type': file.media_type, 'cache-control': 'no-store' })
}
