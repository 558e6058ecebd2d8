import { dayBefore } from '../../../basis/shared/dates.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { formOf, showStaffPage } from '../../../platform/sign-in/index.ts'
import { answersIn, type Option, problemsWith, type Typed, typedInto } from '../../../platform/staff/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { formFieldErrors, type MergerCode } from '../words.ts'
import { type Drafted, isOfList } from './drafted.ts'
import { from_list_form } from './forms.ts'
import { asRead, type InDraft, save, toDraft } from './in-draft.ts'
import { FromListPage } from './pages/from-list.tsx'
import { listKindsOfProvinces, listProvinces, takeFromList } from './units-of-today.ts'

type Typing = { typed: Typed; problems: readonly Problem<MergerCode>[] }

/** What the list would put into the draft, and what it leaves; under which unit is still to be said. */
export async function showFromList(at: InDraft, sent?: Typing): Promise<Response> {
  const { c, work, draft } = at
  const { drafted } = draft
  const parent = { key: '', name: '' }
  const seen = await work.look(async db => ({
    parents: await parentsIn(db, drafted),
    found: isOfList(drafted) ? await takeFromList(db, drafted, parent) : null,
  }))
  const field_errors = formFieldErrors(work.staff_page.view.lang, from_list_form, sent?.problems ?? [])
  const page = { draft, ...seen, typed: sent?.typed ?? {}, field_errors }
  return showStaffPage(c, <FromListPage {...{ ...work.staff_page, ...page }} />, sent ? 422 : 200)
}

export async function takeFromListPage(now: InDraft): Promise<Response> {
  const sent = await formOf(now.c)
  const at = await asRead(now, sent)
  const { drafted } = at.draft
  const typed = typedInto(from_list_form, sent)
  const answers = answersIn(from_list_form, typed)
  const parents = await at.work.look(db => parentsIn(db, drafted))
  const parent = parents.find(({ value }) => value === answers.parent)
  const problems: Problem<MergerCode>[] = [...problemsWith(from_list_form, { parent: parent?.value ?? '' })]
  if (!isOfList(drafted)) problems.push({ code: 'not-of-the-list' })
  if (!parent || problems.length > 0) return showFromList(at, { typed, problems })
  const under = { key: parent.value, name: parent.label }
  const { drafted: filled } = await at.work.look(db => takeFromList(db, drafted, under))
  const saved = await save(at, sent, filled)
  return saved.ok ? toDraft(at, saved.value, 'danh-sach') : showFromList(at, { typed, problems: saved.problems })
}

/** The provinces of the register on the eve, and those that begin with the draft. */
async function parentsIn(db: Db, { units, effective_on }: Drafted): Promise<Option[]> {
  const kinds = await listKindsOfProvinces(db, {})
  const coming = units.filter(({ stands, unit_kind }) => !stands && kinds.some(kind => kind.unit_kind === unit_kind))
  const all = [...coming, ...(await listProvinces(db, { day: dayBefore(effective_on) }))]
  return all.map(unit => ({ value: unit.key, label: sayPlace(unit, 'vi') }))
}
