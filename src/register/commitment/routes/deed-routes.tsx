import type { Hono } from 'hono'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem, refused } from '../../../basis/shared/outcome.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  readFile,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import { answersIn, sayProblems, sendKeptFile, type Typed, typedInto } from '../../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { type DeedCode, deed_problems, deed_words } from '../deed-words.ts'
import { type Evidence, makeEvidence } from '../evidence.ts'
import { replacementForm, report_form, windowOf } from '../forms.ts'
import { DeedPage, ReplacePage } from '../pages/deed.tsx'
import { findDeed, type OwnedDeed } from '../reads/find-deed.ts'
import { bytesOf, findEvidence } from '../reads/find-evidence.ts'
import { listReports, type Report } from '../reads/list-reports.ts'
import { replaceDeed } from '../verbs/replace-deed.ts'
import { reportDeed } from '../verbs/report-deed.ts'

/**
 * What becomes of one's deeds: saying how far one is, showing it, putting another in its place. Whoever may read the
 * commitment may look.
 */
export function deedRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.deed, { show: showDeed, take: report }],
    [staff_paths.deed_replace, { show: showReplace, take: replace }],
    [staff_paths.evidence, { show: sendEvidence }],
  ])
}

type Opened = { deed: OwnedDeed; reports: Report[] }

/** The deed of the address with its reports. Another's is opened as a file is: its owner sees by whom. */
async function opened(c: WebContext, { actor, look, now, who, database }: StaffContext): Promise<Opened | Response> {
  const deed_id = numberOf(c.req.param('deed'))
  const [deed] = await look(db => findDeed(db, { deed_id }))
  if (!deed) return forbid(c, who, rolesThatMay('commitment', 'read'))
  const file = { noun: 'commitment', unit_id: deed.unit_id, person_id: deed.person_id } as const
  const reports = await readFile(database, actor, file, async tx => done(await listReports(tx, { deed_id })), now)
  return reports.ok ? { deed, reports: reports.value } : forbid(c, who, rolesThatMay('commitment', 'read'))
}

async function showDeed(c: WebContext, work: StaffContext): Promise<Response> {
  return showDeedOf(c, work)
}

async function showDeedOf(c: WebContext, work: StaffContext, problems?: readonly Problem<DeedCode>[], typed?: Typed): Promise<Response> {
  const found = await opened(c, work)
  if (found instanceof Response) return found
  const { view } = work.staff_page
  const is_own = found.deed.person_id === work.who.person_id
  const words = deed_words[view.lang]
  const told = lookUp({ bao: words.sent, thay: words.replaced }, c.req.query('xong'))
  const field_errors = sayProblems(deed_problems, { lang: view.lang }, problems ?? [])
  return showStaffPage(c, <DeedPage {...{ ...work.staff_page, ...found, is_own, typed, field_errors, told }} />, problems ? 422 : 200)
}

async function report(c: WebContext, work: StaffContext): Promise<Response> {
  const body = await c.req.parseBody()
  const text = (name: string) => {
    const sent = lookUp(body, name)
    return typeof sent === 'string' ? sent : ''
  }
  const deed_id = numberOf(c.req.param('deed'))
  const typed = typedInto(report_form, { state: text('state'), said: text('said') })
  const made = await evidenceOf(body.evidence)
  const outcome = made.ok
    ? await work.change(tx =>
        reportDeed(tx, work.actor, {
          deed_id,
          step: numberOf(text('step')),
          ...answersIn(report_form, typed),
          evidence: made.value,
          key: text('key'),
          today: work.today,
        }),
      )
    : made
  if (!outcome.ok) return showDeedOf(c, work, outcome.problems, typed)
  return c.redirect(withFlash(c.var.view.to.deed({ deed_id }), { xong: 'bao' }), 303)
}

/** Nothing chosen is sent as a file without name and bytes. */
async function evidenceOf(sent: unknown): Promise<Outcome<Evidence | null, DeedCode>> {
  if (!(sent instanceof File) || (sent.name === '' && sent.size === 0)) return done(null)
  return makeEvidence({ name: sent.name, bytes: Buffer.from(await sent.arrayBuffer()) })
}

/** The deed of the address, if it is one's own. */
async function ownDeed(c: WebContext, { look, who }: StaffContext): Promise<OwnedDeed | Response> {
  const [deed] = await look(db => findDeed(db, { deed_id: numberOf(c.req.param('deed')) }))
  return deed?.person_id === who.person_id ? deed : forbid(c, who, rolesThatMay('commitment', 'write'))
}

async function showReplace(c: WebContext, work: StaffContext): Promise<Response> {
  const deed = await ownDeed(c, work)
  if (deed instanceof Response) return deed
  return showStaffPage(c, <ReplacePage {...{ ...work.staff_page, deed, typed: {} }} form={replacementForm(windowOf(deed))} />)
}

async function replace(c: WebContext, work: StaffContext): Promise<Response> {
  const deed = await ownDeed(c, work)
  if (deed instanceof Response) return deed
  const sent = await formOf(c)
  const form = replacementForm(windowOf(deed))
  const typed = typedInto(form, sent)
  const replacing = { deed_id: deed.deed_id, step: numberOf(sent.step), fields: typed, key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => replaceDeed(tx, work.actor, replacing))
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.deed(outcome.value), { xong: 'thay' }), 303)
  const field_errors = sayProblems(deed_problems, { lang: work.staff_page.view.lang, form }, outcome.problems)
  return showStaffPage(c, <ReplacePage {...{ ...work.staff_page, deed, form, typed, field_errors }} />, 422)
}

/**
 * A kept file, for who may read the commitment. A photo is shown, a paper is saved; neither may do anything on the page
 * it stands on.
 */
async function sendEvidence(c: WebContext, work: StaffContext): Promise<Response> {
  const evidence_id = numberOf(c.req.param('evidence'))
  const found = await work.look(db => findEvidence(db, evidence_id))
  const bytes = found
    ? await readFile(
        work.database,
        work.actor,
        { noun: 'commitment', ...found },
        async tx => done(await bytesOf(tx, evidence_id)),
        work.now,
      )
    : refused({ code: 'unknown-evidence' })
  if (!found || !bytes.ok) return forbid(c, work.who, rolesThatMay('commitment', 'read'))
  return sendKeptFile(c, { ...found, bytes: bytes.value }, found.media_type === 'image/jpeg' ? 'inline' : 'attachment')
}
