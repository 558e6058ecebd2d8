import { Hono } from 'hono'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoute,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import { sayProblems } from '../../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import { autosave_script } from '../browser/autosave-script.ts'
import { commitment_flow } from '../commitment.ts'
import { fieldsFrom, fieldsOf, textFrom } from '../fields.ts'
import { ReceiptPage } from '../pages/receipt.tsx'
import { CheckPage, ConflictPage, isOn, labelOf, type Part, PartPage, parts, TaskListPage } from '../pages/write.tsx'
import { type CommitmentCode, commitment_problems } from '../problem-words.ts'
import { countAlike } from '../reads/count-alike.ts'
import { findTask, type Task } from '../reads/find-task.ts'
import { listDeeds, standing } from '../reads/list-deeds.ts'
import { type CommitmentRead, readCommitment } from '../reads/read-commitment.ts'
import { differingDigest, digestOfCommitment } from '../receipt.ts'
import { listSteps } from '../steps/list-steps.ts'
import { toldBy } from '../told-by.ts'
import { statusOf } from '../verbs/merge-draft.ts'
import { saveDraft } from '../verbs/save-draft.ts'
import { submitCommitment } from '../verbs/submit-commitment.ts'
import { confirmProxy, withdrawCommitment } from '../verbs/withdraw-commitment.ts'
import { commitment_words } from '../words.ts'

/** What a member does: read their own, write part by part, hand in, keep the receipt, take back, confirm. */
export function memberRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const at = staffRoute(options)
  routes.get(staff_paths.commitment_receipt, at(showReceipt))
  routes.post(staff_paths.commitment_submit, at(submit))
  routes.post(staff_paths.commitment_withdraw, at(withdraw))
  routes.post(staff_paths.commitment_confirm, at(confirm))
  routes.get(staff_paths.commitment_part, at(showPart))
  routes.post(staff_paths.commitment_part, at(savePart))
  return routes
}

/** The task of the address, if it is one's own; the page that says whose it is, otherwise. */
async function ownTask(c: WebContext, { who, today, look }: StaffContext): Promise<Task | Response> {
  const [task] = await look(db => findTask(db, { obligation_id: numberOf(c.req.param('obligation')), day: today }))
  return task?.person_id === who.person_id ? task : forbid(c, who, rolesThatMay('commitment', 'write'))
}

async function showPart(c: WebContext, work: StaffContext): Promise<Response> {
  const task = await ownTask(c, work)
  return task instanceof Response ? task : showPartOf(c, work, task)
}

async function showPartOf(
  c: WebContext,
  work: StaffContext,
  task: Task,
  problems?: readonly Problem<CommitmentCode>[],
  typed?: Fields,
): Promise<Response> {
  const part = c.req.param('part') ?? 'kiem-tra'
  const { staff_page, look } = work
  const fields = { ...(await fieldsToWrite(work, task)), ...typed }
  const field_errors = sayProblems(commitment_problems, { lang: staff_page.view.lang }, problems ?? [])
  const version = task.draft_version ?? 0
  const status = problems ? 422 : 200
  if (part === 'kiem-tra') {
    const { deeds } = textFrom(fields)
    const alike = task.commitment_id === null ? await look(db => countAlike(db, { campaign_id: task.campaign_id, deeds })) : []
    return showStaffPage(c, <CheckPage {...{ ...staff_page, task, fields, problems, alike, version }} />, status)
  }
  if (!isPart(part)) return showStaffPage(c, <TaskListPage {...{ ...staff_page, task, fields }} />)
  return showStaffPage(
    c,
    <PartPage {...{ ...staff_page, part, task, fields, field_errors, version }} script={autosave_script.path} />,
    status,
  )
}

/** The draft; where there is none yet, what was handed in before is what one goes on from, with the deeds that stand now. */
async function fieldsToWrite({ look }: StaffContext, { draft, commitment_id }: Task): Promise<Fields> {
  if (draft) return draft
  if (commitment_id === null) return {}
  const [text, deeds] = await look(async db => [await readCommitment(db, commitment_id), await listDeeds(db, { commitment_id })] as const)
  return text ? fieldsOf({ ...text, deeds: standing(deeds) }) : {}
}

function isPart(part: string): part is Exclude<Part, 'kiem-tra'> {
  return part !== 'kiem-tra' && (parts as readonly string[]).includes(part)
}

/** Saves a part, and goes on to the next; a script asks for JSON and stays. */
async function savePart(c: WebContext, work: StaffContext): Promise<Response> {
  const task = await ownTask(c, work)
  if (task instanceof Response) return task
  const part = c.req.param('part') ?? ''
  if (!isPart(part)) return c.redirect(c.var.view.to.my_commitments(), 303)
  const sent = await formOf(c)
  const typed = Object.fromEntries(Object.entries(fieldsFrom(sent)).filter(([name]) => isOn(part, name)))
  const fields = task.draft_version === null ? { ...(await fieldsToWrite(work, task)), ...typed } : typed
  const saving = { obligation_id: task.obligation_id, version: numberOf(sent.draft_version), fields, today: work.today }
  const outcome = await work.change(tx => saveDraft(tx, work.actor, saving))
  const is_script = c.req.header('accept') === 'application/json'
  c.header('cache-control', 'no-store')
  if (is_script)
    return outcome.ok
      ? c.json({ ...outcome.value, is_beside: !canMove(commitment_flow, 'submit', task.state) })
      : c.json({}, statusOf(outcome.problems))
  const next = parts[parts.indexOf(part) + 1]!
  if (outcome.ok) return c.redirect(c.var.view.to.commitment_part({ obligation_id: task.obligation_id, part: next }), 303)
  if (statusOf(outcome.problems) === 422) return showPartOf(c, work, task, outcome.problems, typed)
  return showConflict(c, work, { task, part, problems: outcome.problems, typed })
}

type Conflict = { task: Task; part: Part; problems: readonly Problem<CommitmentCode>[]; typed: Fields }

function showConflict(c: WebContext, { staff_page }: StaffContext, { task, part, problems, typed }: Conflict): Response {
  const { lang } = staff_page.view
  const here = (to: typeof staff_page.view.to) => to.commitment_part({ obligation_id: task.obligation_id, part })
  const label = (field: string) => labelOf(lang, field)
  return showStaffPage(
    c,
    <ConflictPage
      {...{ ...staff_page, here, problems, typed, label, script: autosave_script.path, crumb: commitment_words[lang].title(task.year) }}
    />,
    422,
  )
}

async function submit(c: WebContext, work: StaffContext): Promise<Response> {
  const { draft_version, key = '' } = await formOf(c)
  const obligation_id = numberOf(c.req.param('obligation'))
  const { today, actor } = work
  const outcome = await work.change(tx => submitCommitment(tx, actor, { obligation_id, version: numberOf(draft_version), key, today }))
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.commitment_receipt({ obligation_id }), { xong: 'nop' }), 303)
  // Only who is refused needs the page again.
  const task = await ownTask(c, work)
  return task instanceof Response ? task : showPartOf(c, work, task, outcome.problems)
}

async function showReceipt(c: WebContext, work: StaffContext, { access }: StaffRouteOptions): Promise<Response> {
  const { staff_page, today, look, who } = work
  const found = await look(async db => {
    const [task] = await findTask(db, { obligation_id: numberOf(c.req.param('obligation')), day: today })
    if (!task?.number || task.commitment_id === null) return null
    const text = (await readCommitment(db, task.commitment_id))!
    return { task, text, steps: await listSteps(db, task), differs: await differsFrom(db, task, text) }
  })
  if (!found || found.task.person_id !== who.person_id) return forbid(c, who, rolesThatMay('commitment', 'write'))
  const path = c.var.view.to.commitment_receipt({ obligation_id: found.task.obligation_id })
  const address = new URL(path, access.originOf(c)).href
  return showStaffPage(c, <ReceiptPage {...{ ...staff_page, ...found, told: toldBy(c), address }} />)
}

/** Before a receipt is shown, what it shows is digested again. Of what was erased there is nothing to digest: the ledger vouches for that. */
async function differsFrom(db: Db, { commitment_id, year, person_id, version, digest, received_at }: Task, read: CommitmentRead) {
  const { limitation: _, erased_at, ...text } = read
  if (erased_at) return null
  const recomputed = digestOfCommitment({ commitment_id: commitment_id!, campaign: year, person: person_id, version: version!, text })
  return differingDigest(db, { object: 'commitment', object_id: commitment_id!, digest: digest!, received_at: received_at! }, recomputed)
}

async function withdraw(c: WebContext, work: StaffContext): Promise<Response> {
  const task = await ownTask(c, work)
  if (task instanceof Response) return task
  const outcome = await work.change(tx => withdrawCommitment(tx, work.actor, { obligation_id: task.obligation_id, today: work.today }))
  if (!outcome.ok) return afterStep(c, '')
  return afterStep(c, outcome.value === 'withdraw' ? 'rut' : 'rut-sua')
}

async function confirm(c: WebContext, work: StaffContext): Promise<Response> {
  const task = await ownTask(c, work)
  if (task instanceof Response) return task
  const outcome = await work.change(tx => confirmProxy(tx, work.actor, { obligation_id: task.obligation_id, today: work.today }))
  return afterStep(c, outcome.ok ? 'dung' : '')
}

/** Back home, where the state stands as it is now: a step that could not be taken any more shows there. */
function afterStep(c: WebContext, said: string): Response {
  const home = c.var.view.to.my_commitments()
  return c.redirect(said ? withFlash(home, { xong: said }) : home, 303)
}
