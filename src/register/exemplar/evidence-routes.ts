import type { Hono } from 'hono'
import { rolesAt } from '../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  staffRoutes,
  withFlash,
} from '../../platform/sign-in/index.ts'
import { sendKeptFile } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { sentFitFile } from '../organisation/index.ts'
import type { ShowCase } from './nomination-routes.tsx'
import { findEvidence } from './reads/case-parts.ts'
import { attachEvidence, detachEvidence } from './verbs/attach-evidence.ts'

/** What shows the achievement of a case: attached, saved, taken off. */
export function evidenceRoutes(options: StaffRouteOptions, showCase: ShowCase): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.nomination_files, { take: (c, work) => attach(c, work, showCase) }],
    [staff_paths.nomination_file, { show: give }],
    [staff_paths.nomination_file_off, { take: (c, work) => takeOff(c, work, showCase) }],
  ])
}

async function attach(c: WebContext, work: StaffContext, showCase: ShowCase): Promise<Response> {
  const nomination_id = numberOf(c.req.param('nomination'))
  const { key = '' } = await formOf(c)
  const made = await sentFitFile(c)
  if (!made.ok) return showCase(c, work, made.problems)
  const { actor, today } = work
  const outcome = await work.change(tx => attachEvidence(tx, actor, { nomination_id, file: made.value, key, today }))
  if (!outcome.ok) return showCase(c, work, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.nomination({ nomination_id }), { xong: 'kem' }), 303)
}

const asked = (c: WebContext) => ({
  nomination_id: numberOf(c.req.param('nomination')),
  nomination_evidence_id: numberOf(c.req.param('file')),
})

async function takeOff(c: WebContext, work: StaffContext, showCase: ShowCase): Promise<Response> {
  const outcome = await work.change(tx => detachEvidence(tx, work.actor, { ...asked(c), today: work.today }))
  if (!outcome.ok) return showCase(c, work, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.nomination(asked(c)), { xong: 'bo' }), 303)
}

/** A file to save, never shown in a page of ours. */
async function give(c: WebContext, work: StaffContext): Promise<Response> {
  const [file] = await work.look(db => findEvidence(db, asked(c)))
  return file ? sendKeptFile(c, file) : forbid(c, work.who, rolesAt('exemplar', 'read'))
}
