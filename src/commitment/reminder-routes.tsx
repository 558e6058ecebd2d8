import { Hono } from 'hono'
import { forbid, may, rolesThatMay, showStaffPage, standingOf } from '../access/index.ts'
import type { Db } from '../database/index.ts'
import { findUnit } from '../organisation/index.ts'
import { findCurrentCampaign, findUnitNumber } from '../programme/index.ts'
import type { Problem } from '../shared/outcome.ts'
import { staff_paths, type WebContext, type WebEnv } from '../web/index.ts'
import { listReminded, listReminderWaves, type RemindedRow } from './list-reminders.ts'
import { listToRemind } from './list-to-remind.ts'
import { needsPaper, RemindersPage, SheetsPage, WavePage } from './pages/reminders.tsx'
import { readReminder } from './read-reminder.ts'
import { remindMissing } from './remind-missing.ts'
import { remind_words, remindComplaints } from './remind-words.ts'
import { atWorkFor, formOf, numberOf, telling, type Work, type WorkOptions } from './work.ts'

/** Whether there is a mail server for reminders. */
export type ReminderOptions = WorkOptions & { can_mail?: boolean }

/** Reminding who is missing: what a press will do, the press, what became of it, and the sheets; and for who is reminded, that they have seen it. */
export function reminderRoutes({ can_mail = false, ...options }: ReminderOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const at = atWorkFor(options)
  routes.post(staff_paths.reminder_read, at(read))
  routes.get(
    staff_paths.reminders,
    at((c, work) => show(c, work, can_mail)),
  )
  routes.post(
    staff_paths.reminders,
    at((c, work) => remind(c, work, can_mail)),
  )
  routes.get(staff_paths.reminder_wave, at(showWave))
  routes.get(staff_paths.reminder_sheets, at(showSheets))
  return routes
}

/** Waves with more people than this are read by count, not by name. */
const most_by_name = 1500

/** The unit of the address and its campaign, where who asks may remind; null otherwise. */
async function placeIn(db: Db, { who, today, now }: Work, unit: string) {
  const [found] = await findUnit(db, { unit, valid_as_of: today, recorded_as_of: now.toISOString() })
  const [campaign] = found ? await findCurrentCampaign(db, { unit, day: today }) : []
  const unit_id = await findUnitNumber(db, unit)
  if (!found || !campaign || unit_id === null) return null
  const leave = may(await standingOf(db, who.person_id, today), 'obligation', 'remind', { unit_id })
  return leave.allowed ? { unit, name: found.name, campaign } : null
}

async function show(c: WebContext, work: Work, can_mail: boolean, problems?: readonly Problem[]): Promise<Response> {
  const { desk, today, now } = work
  const found = await work.look(async db => {
    const place = await placeIn(db, work, c.req.param('unit') ?? '')
    if (!place) return null
    const asked = { unit: place.unit, campaign_id: place.campaign.campaign_id, day: today }
    return { ...place, missing: await listToRemind(db, asked), waves: await listReminderWaves(db, asked) }
  })
  if (!found) return forbidden(c, work)
  const complaints = problems && remindComplaints(desk.reading.lang, problems)
  return showStaffPage(c, <RemindersPage {...{ ...desk, ...found, today, now, can_mail, complaints }} />, problems ? 422 : 200)
}

function forbidden(c: WebContext, { who }: Work): Response {
  return forbid(c, who, rolesThatMay('obligation', 'remind'))
}

async function remind(c: WebContext, work: Work, can_mail: boolean): Promise<Response> {
  const { key = '' } = await formOf(c)
  const unit = c.req.param('unit') ?? ''
  const { today, actor } = work
  const outcome = await work.change(tx => remindMissing(tx, actor, { unit, key, today, by_mail: can_mail }))
  if (!outcome.ok) return show(c, work, can_mail, outcome.problems)
  const { reminder_wave_id, reminded, by_mail } = outcome.value
  const told = { so: String(reminded), thu: String(by_mail) }
  return c.redirect(telling(c.var.reading.to.reminder_wave({ unit, reminder_wave_id }), told), 303)
}

/** A wave as it stands under a unit; `names` are left out where there are too many. */
async function waveOf(c: WebContext, work: Work) {
  const reminder_wave_id = numberOf(c.req.param('wave'))
  return work.look(async db => {
    const place = await placeIn(db, work, c.req.param('unit') ?? '')
    if (!place) return null
    const { unit, campaign } = place
    const day = work.today
    const wave = (await listReminderWaves(db, { unit, campaign_id: campaign.campaign_id, day })).find(
      row => row.reminder_wave_id === reminder_wave_id,
    )
    if (!wave) return null
    return { ...place, wave, reminded: wave.reminded > most_by_name ? null : await listReminded(db, { unit, reminder_wave_id, day }) }
  })
}

async function showWave(c: WebContext, work: Work): Promise<Response> {
  const found = await waveOf(c, work)
  if (!found) return forbidden(c, work)
  const { so, thu } = c.req.query()
  const told = so === undefined ? undefined : remind_words[work.desk.reading.lang].told({ reminded: numberOf(so), by_mail: numberOf(thu) })
  return showStaffPage(c, <WavePage {...{ ...work.desk, ...found, told }} />)
}

async function showSheets(c: WebContext, work: Work): Promise<Response> {
  const found = await waveOf(c, work)
  if (!found) return forbidden(c, work)
  return showStaffPage(c, <SheetsPage {...{ ...work.desk, ...found }} cells={byCell(found.reminded?.filter(needsPaper) ?? [])} />)
}

/** Rows come cell by cell. */
function byCell(rows: readonly RemindedRow[]): [string, RemindedRow[]][] {
  return [...Map.groupBy(rows, row => row.unit_name)]
}

async function read(c: WebContext, work: Work): Promise<Response> {
  const reminder_id = numberOf(c.req.param('reminder'))
  await work.change(tx => readReminder(tx, work.actor, { reminder_id }))
  return c.redirect(c.var.reading.to.my_commitments(), 303)
}
