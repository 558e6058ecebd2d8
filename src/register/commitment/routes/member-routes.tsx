import type { Hono } from 'hono'
import type { Db } from '../../../platform/database/index.ts'
import { saveDraftPart, showDraft, type Writing } from '../../../platform/draft/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { formAskedOf } from '../commitment-form.tsx'
import { fieldsOf, textFrom } from '../fields.ts'
import { ReceiptPage } from '../pages/receipt.tsx'
import { writingOf } from '../pages/writing.tsx'
import type { CommitmentCode } from '../problem-words.ts'
import { countAlike } from '../reads/count-alike.ts'
import { findForm } from '../reads/find-form.ts'
import { findTask, type Task } from '../reads/find-task.ts'
import { listDeeds, standing } from '../reads/list-deeds.ts'
import { type CommitmentRead, readCommitment } from '../reads/read-commitment.ts'
import { differingDigest, digestOfCommitment } from '../receipt.ts'
import { listSteps } from '../steps/list-steps.ts'
import { toldBy } from '../told-by.ts'
import { saveDraft } from '../verbs/save-draft.ts'
import { submitCommitment } from '../verbs/submit-commitment.ts'
import { confirmProxy, withdrawCommitment } from '../verbs/withdraw-commitment.ts'

/** What a member does: read their own, write part by part, hand in, keep the receipt, take back, confirm. */
export function memberRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.commitment_receipt, { show: showReceipt }],
    [staff_paths.commitment_submit, { take: submit }],
    [staff_paths.commitment_withdraw, { take: withdraw }],
    [staff_paths.commitment_confirm, { take: confirm }],
    [staff_paths.commitment_part, { show: showPart, take: savePart }],
  ])
}

/** The task of the address, if it is one's own; the page that says whose it is, otherwise. */
async function ownTask(c: WebContext, { who, today, look }: StaffContext): Promise<Task | Response> {
  const [task] = await look(db => findTask(db, { obligation_id: numberOf(c.req.param('obligation')), day: today }))
  return task?.person_id === who.person_id ? task : forbid(c, who, rolesThatMay('commitment', 'write'))
}

async function showPart(c: WebContext, work: StaffContext): Promise<Response> {
  const task = await ownTask(c, work)
  return task instanceof Response ? task : showDraft(c, work, await written(work, task))
}

/** What the member is writing. Nobody is told how many others wrote the same once it is handed in. */
async function written(work: StaffContext, task: Task): Promise<Writing<CommitmentCode>> {
  const { staff_page, look } = work
  const { campaign_id, commitment_id } = task
  const form_asked = formAskedOf(task, await look(db => findForm(db, task.form_version)))
  const countAlikeIn = (fields: Fields) => look(db => countAlike(db, { campaign_id, deeds: textFrom(fields).deeds }))
  return writingOf(staff_page.view, {
    ...{ task, form_asked, fields: await fieldsToWrite(work, task) },
    countAlike: commitment_id === null ? countAlikeIn : async () => [],
  })
}

/**
 * The draft; where there is none yet, what was handed in before is what one goes on from, with the deeds that stand
 * now.
 */
async function fieldsToWrite({ look }: StaffContext, { draft, commitment_id }: Task): Promise<Fields> {
  if (draft) return draft
  if (commitment_id === null) return {}
  const [text, deeds] = await look(async db => [await readCommitment(db, commitment_id), await listDeeds(db, { commitment_id })] as const)
  return text ? fieldsOf({ ...text, deeds: standing(deeds) }) : {}
}

async function savePart(c: WebContext, work: StaffContext): Promise<Response> {
  const task = await ownTask(c, work)
  if (task instanceof Response) return task
  const { obligation_id } = task
  const { actor, today } = work
  return saveDraftPart(c, work, await written(work, task), (tx, draft) => saveDraft(tx, actor, { obligation_id, ...draft, today }))
}

async function submit(c: WebContext, work: StaffContext): Promise<Response> {
  const { draft_version, key = '' } = await formOf(c)
  const obligation_id = numberOf(c.req.param('obligation'))
  const { today, actor } = work
  const outcome = await work.change(tx => submitCommitment(tx, actor, { obligation_id, version: numberOf(draft_version), key, today }))
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.commitment_receipt({ obligation_id }), { xong: 'nop' }), 303)
  // Only who is refused needs the page again.
  const task = await ownTask(c, work)
  return task instanceof Response ? task : showDraft(c, work, await written(work, task), outcome)
}

async function showReceipt(c: WebContext, work: StaffContext): Promise<Response> {
  const { staff_page, today, look, who } = work
  const found = await look(async db => {
    const [task] = await findTask(db, { obligation_id: numberOf(c.req.param('obligation')), day: today })
    if (!task?.number || task.commitment_id === null) return null
    const text = (await readCommitment(db, task.commitment_id))!
    return { task, text, steps: await listSteps(db, task), differs: await differsFrom(db, task, text) }
  })
  if (!found || found.task.person_id !== who.person_id) return forbid(c, who, rolesThatMay('commitment', 'write'))
  const path = c.var.view.to.commitment_receipt({ obligation_id: found.task.obligation_id })
  const address = new URL(path, work.originOf(c)).href
  return showStaffPage(c, <ReceiptPage {...{ ...staff_page, ...found, told: toldBy(c), address }} />)
}

/**
 * Before a receipt is shown, what it shows is digested again. Of what was erased there is nothing to digest: the ledger
 * vouches for that.
 */
async function differsFrom(db: Db, { commitment_id, year, person_id, version, digest, received_at }: Task, read: CommitmentRead) {
  const { limitation: _, sections: _titles, erased_at, ...text } = read
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
