import type { Hono } from 'hono'
import type { StaffRouteOptions } from '../../platform/sign-in/index.ts'
import { staffRoutes } from '../../platform/sign-in/index.ts'
import { staff_paths, type WebEnv } from '../../platform/web/index.ts'
import { recordTheMeeting, showMeeting, showMinutes } from './routes/meeting-routes.tsx'
import { saveOwnPart, sendComplaint, showComplaint, showMine, showOwnPart, submitOwn } from './routes/own-routes.tsx'
import { attachSigned, giveSigned, takeSignedOff } from './routes/paper-routes.tsx'
import { appraise, decide, decideUnits, openTheRound, showOpening, showReading, showRound, showUnder } from './routes/unit-routes.tsx'

/**
 * A member reviews themself and may complain; a cell's secretary records the meeting; the level above opens rounds,
 * appraises and decides.
 */
export function reviewRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.my_reviews, { show: showMine }],
    [staff_paths.review_submit, { take: submitOwn }],
    [staff_paths.review_complain, { show: (c, work) => showComplaint(c, work), take: sendComplaint }],
    [staff_paths.review_part, { show: showOwnPart, take: saveOwnPart }],
    [staff_paths.reviews_under, { show: showUnder }],
    [staff_paths.review_open, { show: (c, work) => showOpening(c, work), take: openTheRound }],
    [staff_paths.review_round, { show: (c, work) => showRound(c, work) }],
    [staff_paths.review_meeting, { show: (c, work) => showMeeting(c, work), take: recordTheMeeting }],
    [staff_paths.review_minutes, { show: (c, work) => showMinutes(c, work) }],
    [staff_paths.review_papers, { take: attachSigned }],
    [staff_paths.review_paper, { show: giveSigned }],
    [staff_paths.review_paper_off, { take: takeSignedOff }],
    [staff_paths.review_reading, { show: showReading }],
    [staff_paths.review_appraise, { take: appraise }],
    [staff_paths.review_decide, { take: decide }],
    [staff_paths.review_units, { take: decideUnits }],
  ])
}
