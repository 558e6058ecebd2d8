import type { Outcome } from '../../../basis/shared/outcome.ts'
import { rolesAt } from '../../../platform/role/index.ts'
import { forbid, formOf, numberOf, type StaffContext, withFlash } from '../../../platform/sign-in/index.ts'
import { sendKeptFile } from '../../../platform/staff/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import { sentFitFile } from '../../organisation/index.ts'
import type { ReviewCode } from '../problem-words.ts'
import { findMeeting } from '../reads/find-meeting.ts'
import { findRoundPlace } from '../reads/find-round.ts'
import { findPaper } from '../reads/papers.ts'
import { attachPaper, detachPaper } from '../verbs/attach-paper.ts'
import { showMinutes } from './meeting-routes.tsx'

/** The meeting of the address: its unit, its round, and the last that was held there. */
async function heldAt(c: WebContext, work: StaffContext) {
  return work.look(async db => {
    const place = await findRoundPlace(db, c, work)
    if (!place) return null
    const { unit, found, round } = place
    const { unit_id } = found
    const [meeting] = await findMeeting(db, { review_round_id: round.review_round_id, unit_id })
    return meeting ? { unit, round, unit_id, review_meeting_id: meeting.review_meeting_id } : null
  })
}

export async function attachSigned(c: WebContext, work: StaffContext): Promise<Response> {
  const { key = '' } = await formOf(c)
  const made = await sentFitFile(c)
  if (!made.ok) return showMinutes(c, work, made.problems)
  return change(c, work, 'ban-ky', held => work.change(tx => attachPaper(tx, work.actor, { ...held, file: made.value, key })))
}

export async function takeSignedOff(c: WebContext, work: StaffContext): Promise<Response> {
  const review_paper_id = numberOf(c.req.param('paper'))
  return change(c, work, 'bo-ban-ky', held => work.change(tx => detachPaper(tx, work.actor, { ...held, review_paper_id })))
}

type Held = { unit_id: number; review_meeting_id: number; today: string }

async function change(
  c: WebContext,
  work: StaffContext,
  said: string,
  verb: (held: Held) => Promise<Outcome<null, ReviewCode>>,
): Promise<Response> {
  const held = await heldAt(c, work)
  if (!held) return forbid(c, work.who, rolesAt('review', 'record'))
  const { unit, round, unit_id, review_meeting_id } = held
  const outcome = await verb({ unit_id, review_meeting_id, today: work.today })
  if (!outcome.ok) return showMinutes(c, work, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.review_minutes({ unit, review_round_id: round.review_round_id }), { xong: said }), 303)
}

/** A file to save, never shown in a page of ours. */
export async function giveSigned(c: WebContext, work: StaffContext): Promise<Response> {
  const held = await heldAt(c, work)
  const review_paper_id = numberOf(c.req.param('paper'))
  const [paper] = held ? await work.look(db => findPaper(db, { ...held, review_paper_id })) : []
  return paper ? sendKeptFile(c, paper) : forbid(c, work.who, rolesAt('review', 'read'))
}
