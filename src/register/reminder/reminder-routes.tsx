import type { Hono } from 'hono'
import { dayOf } from '../../basis/shared/dates.ts'
import { type Problem, refused } from '../../basis/shared/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { may, rolesThatMay, standingOf } from '../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../platform/sign-in/index.ts'
import { listNames, sayProblems, sendWorkbook, wantsWorkbook } from '../../platform/staff/index.ts'
import { type InCampaign, type Language, staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { type Absence, answerAbsence, findPlace, inCampaign, type PlaceInCampaign } from '../commitment/index.ts'
import { findWave } from './find-wave.ts'
import { findLetterText } from './letter/letter-rules.ts'
import { listReminded, listReminderWaves, type RemindedRow, type WaveRow } from './list-reminders.ts'
import { listToRemind } from './list-to-remind.ts'
import { needsPaper, RemindersPage, SheetsPage, WavePage } from './pages/reminders.tsx'
import { readReminder } from './read-reminder.ts'
import { wavesWorkbook, waveWorkbook } from './remind-lists.ts'
import { remindMissing } from './remind-missing.ts'
import { type RemindCode, remind_problems, remind_words } from './remind-words.ts'
import { listLettersLost, sendLettersAgain } from './send-letters-again.ts'

/** Whether there is a mail server for reminders. */
export type ReminderOptions = StaffRouteOptions & { can_mail?: boolean }

/**
 * Reminding who is missing: what a press will do, the press, what became of it, and the sheets; and for who is
 * reminded, that they have seen it.
 */
export function reminderRoutes({ can_mail = false, ...options }: ReminderOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.reminder_read, { take: read }],
    [staff_paths.reminders, { show: (c, work) => show(c, work, can_mail), take: (c, work) => remind(c, work, can_mail) }],
    [staff_paths.reminder_wave, { show: (c, work) => showWave(c, work, can_mail) }],
    [staff_paths.reminder_letters_again, { take: (c, work) => sendAgain(c, work, can_mail) }],
    [staff_paths.reminder_sheets, { show: showSheets }],
  ])
}

/** Waves with more people than this are read by count, not by name. */
const most_by_name = 1500

/** The unit of the address and its campaign, where who asks may remind; null where they may not. */
async function placeIn(db: Db, c: WebContext, work: StaffContext): Promise<PlaceInCampaign | Absence | null> {
  const place = await findPlace(db, c, work)
  if ('why' in place) return place
  return may(await standingOf(db, work.who.person_id, work.today), 'obligation', 'remind', place.found).allowed ? place : null
}

async function show(c: WebContext, work: StaffContext, can_mail: boolean, problems?: readonly Problem<RemindCode>[]): Promise<Response> {
  const { staff_page, today, now } = work
  const found = await work.look(async db => {
    const place = await placeIn(db, c, work)
    if (!place || 'why' in place) return place
    const { at, campaign, campaigns } = place
    const asked = { unit: at.unit, campaign_id: campaign.campaign_id, day: today }
    const [missing, waves] = [await listToRemind(db, asked), await listReminderWaves(db, asked)]
    return { at, name: place.found.name, campaign, campaigns, missing, waves }
  })
  if (!found) return forbidden(c, work)
  if ('why' in found) return answerAbsence(c, work, found)
  if (wantsWorkbook(c) && !problems) {
    const { at, name, waves, campaign } = found
    return sendWorkbook(at.unit, wavesWorkbook({ lang: staff_page.view.lang, now, name, waves, year: campaign.year }))
  }
  const field_errors = problems && sayProblems(remind_problems, staff_page.view, problems)
  return showStaffPage(c, <RemindersPage {...{ ...staff_page, ...found, today, now, can_mail, field_errors }} />, problems ? 422 : 200)
}

function forbidden(c: WebContext, { who }: StaffContext): Response {
  return forbid(c, who, rolesThatMay('obligation', 'remind'))
}

async function remind(c: WebContext, work: StaffContext, can_mail: boolean): Promise<Response> {
  const { key = '' } = await formOf(c)
  const { unit, campaign_id } = inCampaign(c)
  const { today, actor } = work
  const outcome = await work.change(tx => remindMissing(tx, actor, { unit, campaign_id, key, today, by_mail: can_mail }))
  if (!outcome.ok) return show(c, work, can_mail, outcome.problems)
  const { reminder_wave_id, reminded, by_mail } = outcome.value
  const told = { so: String(reminded), thu: String(by_mail) }
  return c.redirect(withFlash(c.var.view.to.reminder_wave({ unit, reminder_wave_id }), told), 303)
}

/** A wave as it stands under a unit; `names` are left out where there are too many. */
type WaveInPlace = { at: InCampaign; name: string; wave: WaveRow; reminded: RemindedRow[] | null; lost: number; is_open: boolean }

async function waveOf(c: WebContext, work: StaffContext): Promise<WaveInPlace | Absence | null> {
  const reminder_wave_id = numberOf(c.req.param('wave'))
  return work.look(async db => {
    const place = await placeIn(db, c, work)
    if (!place || 'why' in place) return place
    const { unit } = place.at
    const day = work.today
    const [of] = await findWave(db, { reminder_wave_id })
    const waves = of ? await listReminderWaves(db, { unit, campaign_id: of.campaign_id, day }) : []
    const wave = waves.find(row => row.reminder_wave_id === reminder_wave_id)
    if (!of || !wave) return { why: 'not-found' }
    const at = { unit, campaign_id: of.campaign_id }
    const reminded = wave.reminded > most_by_name ? null : await listReminded(db, { unit, reminder_wave_id, day })
    const { campaign } = place
    const is_open = day >= campaign.opens_on && day <= campaign.closes_on
    const lost = (await listLettersLost(db, { unit, reminder_wave_id, day })).length
    return { at, name: place.found.name, wave, reminded, lost, is_open }
  })
}

async function showWave(
  c: WebContext,
  work: StaffContext,
  can_mail: boolean,
  problems?: readonly Problem<RemindCode>[],
): Promise<Response> {
  const found = await waveOf(c, work)
  if (!found) return forbidden(c, work)
  if ('why' in found) return answerAbsence(c, work, found)
  const { lang } = work.staff_page.view
  const { at, name, wave, reminded } = found
  if (wantsWorkbook(c))
    return sendWorkbook(at.unit, waveWorkbook({ lang, now: work.now, name, reminded: reminded ?? [], sent_at: wave.sent_at }))
  const field_errors = problems && sayProblems(remind_problems, { lang }, problems)
  const can_send = can_mail && found.is_open && found.lost > 0
  return showStaffPage(
    c,
    <WavePage {...{ ...work.staff_page, ...found, can_send, told: toldOfWave(c, lang, reminded), field_errors }} />,
    problems ? 422 : 200,
  )
}

/** What the press before has done. */
function toldOfWave(c: WebContext, lang: Language, reminded: RemindedRow[] | null): string | undefined {
  const { so, thu, lai } = c.req.query()
  if (lai !== undefined) return remind_words[lang].told_again(numberOf(lai))
  const names = listNames(lang, reminded?.map(row => row.full_name) ?? [])
  return so === undefined ? undefined : remind_words[lang].told({ reminded: numberOf(so), by_mail: numberOf(thu), names })
}

async function sendAgain(c: WebContext, work: StaffContext, can_mail: boolean): Promise<Response> {
  const { key = '' } = await formOf(c)
  const { unit } = inCampaign(c)
  const reminder_wave_id = numberOf(c.req.param('wave'))
  const { today, actor } = work
  const outcome = await work.change(async tx =>
    can_mail ? sendLettersAgain(tx, actor, { unit, reminder_wave_id, key, today }) : refused({ code: 'no-letters' }),
  )
  if (!outcome.ok) return showWave(c, work, can_mail, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.reminder_wave({ unit, reminder_wave_id }), { lai: String(outcome.value) }), 303)
}

async function showSheets(c: WebContext, work: StaffContext): Promise<Response> {
  const found = await waveOf(c, work)
  if (!found) return forbidden(c, work)
  if ('why' in found) return answerAbsence(c, work, found)
  const { sent_from_id: unit_id, sent_at } = found.wave
  const sheet_text = await work.look(db => findLetterText(db, { letter: 'phieu-nhac', unit_id, day: dayOf(new Date(sent_at)) }))
  const cells = byCell(found.reminded?.filter(needsPaper) ?? [])
  return showStaffPage(c, <SheetsPage {...{ ...work.staff_page, ...found, sheet_text, cells }} />)
}

/** Rows come cell by cell. */
function byCell(rows: readonly RemindedRow[]): [string, RemindedRow[]][] {
  return [...Map.groupBy(rows, row => row.unit_name)]
}

async function read(c: WebContext, work: StaffContext): Promise<Response> {
  const reminder_id = numberOf(c.req.param('reminder'))
  await work.change(tx => readReminder(tx, work.actor, { reminder_id }))
  return c.redirect(c.var.view.to.my_commitments(), 303)
}
