import { dayOf } from '../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, refused } from '../../basis/shared/outcome.ts'
import { type Fields, mergeFields } from '../../platform/ledger/index.ts'
import { rolesThatMay } from '../../platform/role/index.ts'
import { forbid, formOf, numberOf, type StaffContext, showStaffPage, withFlash } from '../../platform/sign-in/index.ts'
import { sayProblems } from '../../platform/staff/index.ts'
import type { WebContext } from '../../platform/web/index.ts'
import {
  beginDraft,
  blocksOf,
  type Draft,
  type DraftCode,
  type DraftText,
  draft_problems,
  fillDocuments,
  fillPhotos,
  fillPrinted,
  findDraft,
  findDraftVersion,
  isWritten,
  mergeBlocks,
  readSubjects,
  saveDraft,
  subjectsOf,
} from '../newsroom/index.ts'
import { type DeskOptions, findReadableDraft, newsroomsWhereMay, numbersFor, standingAt } from './desk-options.ts'
import { isByItself, tellEditor } from './editor/saved-by-itself.ts'
import { ConflictPage } from './pages/conflict.tsx'
import { WritePage } from './pages/write.tsx'
import { thingsToOffer } from './things-to-offer.ts'
import { draftFrom, empty_draft, typedFrom, typedIn } from './typed-draft.ts'
import { newsdesk_words } from './words.ts'

type Problems = readonly Problem<DraftCode>[]

export async function showNew(c: WebContext, work: StaffContext): Promise<Response> {
  const standing = await standingAt(work)
  if (newsroomsWhereMay(standing, 'write').length === 0) return forbid(c, work.who, rolesThatMay('article', 'write'))
  return showNewWith(c, work, { ...typedFrom(empty_draft), byline: work.who.name }, [])
}

async function showNewWith(c: WebContext, work: StaffContext, typed: Fields, problems: Problems): Promise<Response> {
  const { staff_page } = work
  const { lang, to } = staff_page.view
  const field_errors = sayProblems(draft_problems, { lang }, problems)
  const page = {
    ...staff_page,
    typed,
    field_errors,
    read: 0,
    is_follower: false,
    title: newsdesk_words[lang].write_title,
    cancel: to.newsdesk(),
    ...(await thingsToOffer(work)),
  }
  return showStaffPage(c, <WritePage {...page} here={t => t.draft_new()} />, problems.length > 0 ? 422 : 200)
}

export async function begin(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { key = '', ...sent } = await formOf(c)
  const typed = typedIn(sent)
  const standing = await standingAt(work)
  const [unit_id] = newsroomsWhereMay(standing, 'write')
  if (unit_id === undefined) return forbid(c, work.who, rolesThatMay('article', 'write'))
  const content = await textFrom(work, options, typed, empty_draft)
  const outcome = content.ok
    ? await work.change(tx => beginDraft(tx, work.actor, { unit_id, content: content.value, standing, key }))
    : content
  if (isByItself(c)) return tellEditor(c, work, outcome)
  if (!outcome.ok) return showNewWith(c, work, typed, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.draft(outcome.value), { xong: 'luu' }), 303)
}

/**
 * What was typed as a draft: each number without words of its own as the register prints it, each photo without a
 * caption with the library's, each document without one as the register calls it, and what it is about by the names of
 * today.
 */
async function textFrom(
  { look, now }: StaffContext,
  options: DeskOptions,
  typed: Fields,
  before: DraftText,
): Promise<Outcome<DraftText, DraftCode>> {
  const read = draftFrom(typed, before)
  const { units = '', instruments = '', keywords = '' } = typed
  return look(async db => {
    const subjects = await readSubjects(db, { units, instruments, keywords }, { day: dayOf(now), before: subjectsOf(before) })
    if (!read.ok || !subjects.ok) return refused(...[read, subjects].flatMap(one => (one.ok ? [] : one.problems)))
    const about = subjects.value.length > 0 && { subjects: subjects.value }
    const named = await fillDocuments(db, { ...read.value, ...about })
    const filled = named.ok ? await fillPhotos(db, named.value) : named
    return filled.ok ? fillPrinted(db, filled.value, numbersFor(options, now, { publish_at: null }).clock) : filled
  })
}

export async function showEdit(c: WebContext, work: StaffContext): Promise<Response> {
  const draft = await draftToWrite(c, work)
  return draft instanceof Response
    ? draft
    : showEditWith(c, work, draft, { typed: typedFrom(draft.content), read: draft.version, problems: [] })
}

/** The draft of the address, if whoever asks may read it and it is still being written. */
async function draftToWrite(c: WebContext, work: StaffContext): Promise<Draft | Response> {
  const draft = await findReadableDraft(c, work)
  if (!draft) return forbid(c, work.who, rolesThatMay('article', 'read'))
  return isWritten(draft.state) ? draft : c.redirect(c.var.view.to.draft(draft), 303)
}

type Shown = { typed: Fields; read: number; problems: Problems }

async function formOfDraft(work: StaffContext, draft: Draft, { typed, read, problems }: Shown) {
  const { staff_page } = work
  const { lang, to } = staff_page.view
  return {
    ...{ ...staff_page, typed, read, is_follower: draft.article_id !== null, cancel: to.draft(draft), draft_id: draft.draft_id },
    ...(await thingsToOffer(work)),
    title: newsdesk_words[lang].edit_title(draft.content.title),
    here: (t: typeof to) => t.draft_edit(draft),
    field_errors: sayProblems(draft_problems, { lang }, problems),
  }
}

async function showEditWith(c: WebContext, work: StaffContext, draft: Draft, shown: Shown): Promise<Response> {
  return showStaffPage(c, <WritePage {...(await formOfDraft(work, draft, shown))} />, shown.problems.length > 0 ? 422 : 200)
}

export async function save(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { key = '', read: sent_read, ...sent } = await formOf(c)
  const [typed, read] = [typedIn(sent), numberOf(sent_read)]
  const draft = await draftToWrite(c, work)
  if (draft instanceof Response) return draft
  const standing = await standingAt(work)
  const content = await textFrom(work, options, typed, draft.content)
  const outcome = content.ok
    ? await work.change(tx => saveDraft(tx, work.actor, { draft_id: draft.draft_id, read, content: content.value, standing, key }))
    : refused(...content.problems)
  if (isByItself(c)) return tellEditor(c, work, outcome.ok ? done({ ...draft, ...outcome.value }) : outcome)
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.draft(draft), { xong: 'luu' }), 303)
  if (outcome.problems.some(({ code }) => code === 'stale-version') && content.ok)
    return showConflict(c, work, draft, { typed, read, content: content.value })
  return showEditWith(c, work, draft, { typed, read, problems: outcome.problems })
}

/** Both texts, put together where only one of the two changed something; one's own stands where both did. */
async function showConflict(
  c: WebContext,
  work: StaffContext,
  draft: Draft,
  { typed, read, content }: Pick<Shown, 'typed' | 'read'> & { content: DraftText },
): Promise<Response> {
  const newest = (await work.look(db => findDraft(db, draft.draft_id)))!
  const began = await work.look(db => findDraftVersion(db, draft.draft_id, read))
  const base = began ? typedFrom(began.content) : typedFrom(empty_draft)
  const { merged, conflicts } = mergeFields(base, typed, typedFrom(newest.content))
  const mine = Object.fromEntries(conflicts.map(conflict => [conflict.field, conflict.mine]))
  const parts = mergeBlocks(blocksOf(began?.content ?? empty_draft), blocksOf(content), blocksOf(newest.content))
  const body = parts.flatMap(part => (part.is_both ? part.mine : part.blocks)).join('\n\n')
  const form = await formOfDraft(work, newest, { typed: { ...merged, ...mine, body }, read: newest.version, problems: [] })
  const { saved_by, saved_at } = newest
  const lines = conflicts.filter(({ field }) => field !== 'body')
  return showStaffPage(c, <ConflictPage {...form} {...{ parts, saved_by, saved_at }} conflicts={lines} />, 422)
}
