import type { Outcome, Problem } from '../../basis/shared/outcome.ts'
import type { Tx } from '../database/index.ts'
import type { Fields } from '../ledger/index.ts'
import { formOf, numberOf, type StaffContext, showStaffPage } from '../sign-in/index.ts'
import { typedInto } from '../staff/index.ts'
import type { WebContext } from '../web/index.ts'
import { check_page, pageAfter, partCalled } from './form-in-parts.ts'
import { statusOf } from './merge-draft.ts'
import { CheckPage, ConflictPage, PartListPage, PartPage } from './pages/write.tsx'
import { sayWrong, type Writing } from './writing.ts'

/** What was refused: a whole text that was handed in, or a part with what was typed in it. */
type Refused<Code extends string> = { problems: readonly Problem<Code>[]; typed?: Fields }

/**
 * The page of the address: the list of parts, one part, or everything once more. What was refused comes back with what
 * was typed.
 */
export async function showDraft<Code extends string>(
  c: WebContext,
  { staff_page }: StaffContext,
  written: Writing<Code>,
  refused?: Refused<NoInfer<Code>>,
): Promise<Response> {
  const name = c.req.param('part') ?? check_page
  const writing = { ...written, fields: { ...written.fields, ...refused?.typed } }
  const status = refused ? 422 : 200
  if (name === check_page) {
    const text = await writing.read(writing.fields)
    return showStaffPage(c, <CheckPage {...{ ...staff_page, writing, text }} problems={refused?.problems} />, status)
  }
  const part = partCalled(writing.form, name)
  if (!part) return showStaffPage(c, <PartListPage {...{ ...staff_page, writing }} />)
  const field_errors = sayWrong(writing, staff_page.view.lang, refused?.problems ?? [])
  return showStaffPage(c, <PartPage {...{ ...staff_page, writing, part, field_errors }} />, status)
}

/** Keeps the fields of one page over the version that the page was read from. */
export type DraftSaver<Code extends string> = (
  tx: Tx,
  draft: { version: number; fields: Fields },
) => Promise<Outcome<{ version: number }, Code>>

/** Saves a part, and goes on to the next; a script asks for JSON and stays. */
export async function saveDraftPart<Code extends string>(
  c: WebContext,
  work: StaffContext,
  writing: Writing<Code>,
  save: DraftSaver<NoInfer<Code>>,
): Promise<Response> {
  const part = partCalled(writing.form, c.req.param('part'))
  if (!part) return c.redirect(writing.back.href, 303)
  const sent = await formOf(c)
  const typed = typedInto(part.form, sent)
  const fields = writing.version === 0 ? { ...writing.fields, ...typed } : typed
  const outcome = await work.change(tx => save(tx, { version: numberOf(sent.draft_version), fields }))
  c.header('cache-control', 'no-store')
  if (c.req.header('accept') === 'application/json')
    return outcome.ok ? c.json({ ...outcome.value, is_beside: writing.beside !== undefined }) : c.json({}, statusOf(outcome.problems))
  if (outcome.ok) return c.redirect(writing.at(c.var.view.to, pageAfter(writing.form, part)), 303)
  const { problems } = outcome
  if (statusOf(problems) === 422) return showDraft(c, work, writing, { problems, typed })
  return showStaffPage(c, <ConflictPage {...{ ...work.staff_page, writing, part, problems, typed }} />, 422)
}
