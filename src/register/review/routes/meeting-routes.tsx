import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { rolesAt } from '../../../platform/role/index.ts'
import { forbid, formOf, type StaffContext, showStaffPage, withFlash } from '../../../platform/sign-in/index.ts'
import { answersIn, sayProblems, type Typed, typedInto } from '../../../platform/staff/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import { findAbove } from '../../organisation/index.ts'
import { meeting_form } from '../forms.ts'
import { MeetingPage, MinutesPage } from '../pages/meeting.tsx'
import { type ReviewCode, review_problems } from '../problem-words.ts'
import { findMeeting } from '../reads/find-meeting.ts'
import { findRoundPlace, type RoundPlace } from '../reads/find-round.ts'
import { listGroups } from '../reads/list-groups.ts'
import { listReviewed, type Reviewed } from '../reads/list-reviewed.ts'
import { listPapers } from '../reads/papers.ts'
import { review_flow } from '../review.ts'
import { most_in_a_cell, recordMeeting } from '../verbs/record-meeting.ts'
import { review_words } from '../words.ts'
import { sentFor } from './unit-routes.tsx'

/** The people of the cell itself: a unit above records no meeting. */
async function membersOf(db: Db, { unit, found, round: { review_round_id } }: RoundPlace, day: string): Promise<Reviewed[]> {
  const people = await listReviewed(db, { unit, review_round_id, day, most: most_in_a_cell })
  return people.filter(({ unit_id }) => unit_id === found.unit_id)
}

type Refused = { typed?: Typed; problems?: readonly Problem<ReviewCode>[] }

export async function showMeeting(c: WebContext, work: StaffContext, { typed, problems = [] }: Refused = {}): Promise<Response> {
  const { staff_page, who, today, look } = work
  const shown = await look(async db => {
    const place = await findRoundPlace(db, c, work)
    if (!place?.may('record') || place.found.unit_kind !== 'cell') return null
    const all = await membersOf(db, place, today)
    const groups = await listGroups(db, { unit: place.unit, review_round_id: place.round.review_round_id, day: today })
    return { place, groups, members: all.length, people: all.filter(({ state }) => canMove(review_flow, 'record', state)) }
  })
  if (!shown) return forbid(c, who, rolesAt('review', 'record'))
  const first = { held_on: today, clerk: '', chair: who.name, present: String(shown.members) }
  const field_errors = sayProblems(review_problems, { lang: staff_page.view.lang, form: meeting_form }, problems)
  return showStaffPage(
    c,
    <MeetingPage {...{ ...staff_page, ...shown, field_errors }} typed={typed ?? first} />,
    problems.length > 0 ? 422 : 200,
  )
}

export async function recordTheMeeting(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const place = await work.look(db => findRoundPlace(db, c, work))
  if (!place) return forbid(c, work.who, rolesAt('review', 'record'))
  const { unit, found, round, scheme } = place
  const votes = new Map(sentFor(sent, 'votes_'))
  const proposals = sentFor(sent, 'rating_').map(([review_subject_id, rating]) => ({
    ...{ review_subject_id, rating, votes: votes.get(review_subject_id) ?? '' },
  }))
  const { review_round_id } = round
  const meeting = {
    ...answersIn(meeting_form, typedInto(meeting_form, sent)),
    ...{ review_round_id, unit, unit_id: found.unit_id, scheme, proposals, key: sent.key ?? '', today: work.today },
  }
  const outcome = await work.change(tx => recordMeeting(tx, work.actor, meeting))
  if (!outcome.ok) return showMeeting(c, work, { typed: { ...sent, ...typedInto(meeting_form, sent) }, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.review_round({ unit, review_round_id }), { xong: 'hop', so: String(outcome.value.rated) }), 303)
}

export async function showMinutes(c: WebContext, work: StaffContext, problems: readonly Problem<ReviewCode>[] = []): Promise<Response> {
  const { staff_page, who, today, look } = work
  const shown = await look(async db => {
    const place = await findRoundPlace(db, c, work)
    if (!place) return null
    const { unit_id } = place.found
    const [meeting = null] = await findMeeting(db, { review_round_id: place.round.review_round_id, unit_id })
    const [above] = await findAbove(db, { unit: place.unit, day: today })
    // Whom another meeting rated stands in its minutes: their votes are of those who were present there.
    const people = (await membersOf(db, place, today)).filter(one => one.review_meeting_id === meeting?.review_meeting_id)
    const papers = meeting ? await listPapers(db, meeting) : []
    return { place, meeting, above: above?.name ?? '', people, papers }
  })
  if (!shown) return forbid(c, who, rolesAt('review', 'read'))
  const { lang } = staff_page.view
  const field_errors = sayProblems(review_problems, { lang, form: meeting_form }, problems)
  const told = lookUp(review_words[lang].signed_told, c.req.query('xong'))
  return showStaffPage(c, <MinutesPage {...{ ...staff_page, ...shown, field_errors, told }} />, problems.length > 0 ? 422 : 200)
}
