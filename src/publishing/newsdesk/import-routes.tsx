import type { Problem } from '../../basis/shared/outcome.ts'
import { rolesThatMay } from '../../platform/role/index.ts'
import { forbid, type StaffContext, showStaffPage } from '../../platform/sign-in/index.ts'
import { sayProblems, sentFile } from '../../platform/staff/index.ts'
import type { WebContext } from '../../platform/web/index.ts'
import { type BodyCode, type DocumentCode, readInChild } from '../newsroom/index.ts'
import { newsroomsWhereMay, standingAt } from './desk-options.ts'
import { import_problems, import_words } from './import-words.ts'
import { ImportPage, ImportReport } from './pages/import.tsx'
import { WritePage } from './pages/write.tsx'
import { takePictures } from './take-pictures.ts'
import { thingsToOffer } from './things-to-offer.ts'
import { empty_draft, typedFrom } from './typed-draft.ts'

/**
 * The longest document that the page takes, in bytes: what the form of any page may hold, less what stands around the
 * file.
 */
const most = 26 * 1024 * 1024

export async function showImport(c: WebContext, work: StaffContext): Promise<Response> {
  return (await refusal(c, work)) ?? showImportWith(c, work, [])
}

async function refusal(c: WebContext, work: StaffContext): Promise<Response | null> {
  const may_write = newsroomsWhereMay(await standingAt(work), 'write').length > 0
  return may_write ? null : forbid(c, work.who, rolesThatMay('article', 'write'))
}

type Code = DocumentCode | BodyCode | 'no-file'

function showImportWith(c: WebContext, { staff_page }: StaffContext, problems: readonly Problem<Code>[]): Response {
  const field_errors = sayProblems(import_problems, { lang: staff_page.view.lang }, problems)
  return showStaffPage(c, <ImportPage {...{ ...staff_page, field_errors }} most={most / 1024 / 1024} />, problems.length > 0 ? 422 : 200)
}

/**
 * Shows what a document says in the form in which it is written on, with what was found on the way. Of the text nothing
 * is kept: whoever sent it looks first. Its photos stand in the library, to be described.
 */
export async function readImport(c: WebContext, work: StaffContext): Promise<Response> {
  const forbidden = await refusal(c, work)
  if (forbidden) return forbidden
  const sent = await sentFile(c, most)
  const read = sent.ok ? await readInChild(sent.value) : sent
  if (!sent.ok || !read.ok) return showImportWith(c, work, read.ok ? [] : read.problems)
  const { view } = work.staff_page
  const standing = await standingAt(work)
  const [unit_id] = newsroomsWhereMay(standing, 'write')
  const {
    findings,
    pictures,
    credits: _,
    ...written
  } = await takePictures(work, {
    ...{ file: sent.value, draft: read.value, unit_id: unit_id!, standing },
  })
  const page = {
    ...work.staff_page,
    typed: typedFrom({ ...empty_draft, ...written, byline: written.byline || (work.who.name ?? '') }),
    read: 0,
    is_follower: false,
    title: import_words[view.lang].read_title(sent.value.name),
    cancel: view.to.draft_import(),
    ...(await thingsToOffer(work)),
  }
  return showStaffPage(
    c,
    <WritePage {...page} here={to => to.draft_new()}>
      <ImportReport {...{ view, findings }} photos={pictures.length} />
    </WritePage>,
  )
}
