import type { Hono } from 'hono'
import { addDays, daysAsked, isDay, startOf, typedDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { oneLine } from '../../basis/shared/vietnamese.ts'
import { type Database, type Db, query } from '../database/index.ts'
import { countActs, countUnsigned, findLastHead, lineOfHead, listActs, listHeadsSent, type Outside, openOutside } from '../ledger/index.ts'
import { may, noteReading, rolesAt, type Standing, standingOf, stands_above_all } from '../role/index.ts'
import { forbid, formOf, numberOf, type StaffContext, type StaffRouteOptions, showStaffPage, staffRoutes } from '../sign-in/index.ts'
import { sendWorkbook, wantsWorkbook } from '../staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../web/index.ts'
import { actsWorkbook } from './ledger-lists.ts'
import { object_names } from './ledger-words.ts'
import { isSought, LedgerPage, type Seek, sayActs } from './pages/ledger.tsx'

/**
 * What was done, day by day, for whoever audits: numbers and digests, as the ledger has them. Nothing is written here.
 */
export function ledgerRoutes({
  outside = openOutside(null),
  ...options
}: Partial<Pick<LedgerOptions, 'outside'>> & Omit<LedgerOptions, 'outside'>): Hono<WebEnv> {
  const routes = staffRoutes(options, [
    [staff_paths.ledger, { show: (c, work) => showLedger(c, work, outside, c.req.query()) }],
    [staff_paths.ledger_name, { take: (c, work) => showName(c, work, outside) }],
  ])
  routes.get(staff_paths.ledger_heads, c => sendHeads(c, { outside, ...options }))
  return routes
}

export type LedgerOptions = StaffRouteOptions & {
  database: Pick<Database, 'db' | 'kysely'>
  outside: Outside
}

/**
 * The signed heads, for whoever keeps them elsewhere: public, for they say how many entries there are and nothing of
 * them. A line each, as the witness has them.
 */
async function sendHeads(c: WebContext, { database, outside, now = () => new Date() }: LedgerOptions): Promise<Response> {
  const heads = await listHeadsSent(database.db)
  if (heads.length > 0 && isElsewhere(c.var.client_address)) outside.note('feed', now())
  return c.body(heads.map(head => `${lineOfHead(head)}\n`).join(''), 200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
  })
}

const most_on_a_page = 50
/** As many rows as a sheet of Excel takes, and some over for its title. */
const most_in_a_workbook = 1_000_000

/** What is asked of the page; a name is there where somebody has just asked for it. */
type Asked = Partial<Record<'ngay' | 'viec' | 'nguoi' | 'loai' | 'so' | 'sau', string>>
type Named = Outcome<string, 'not-yours'>

async function showLedger(c: WebContext, work: StaffContext, outside: Outside, query: Asked, named?: Named): Promise<Response> {
  const { today, who, staff_page, now } = work
  const asked = typedDay(oneLine(query.ngay ?? ''))
  const day = isDay(asked) && asked >= daysAsked(now).first && asked <= today ? asked : today
  const [act, after] = [oneLine(query.viec ?? '').slice(0, 60), numberOf(query.sau)]
  const seek = soughtIn(query)
  const stretch = {
    from: startOf(isSought(seek) ? `${day.slice(0, 4)}-01-01` : day).toISOString(),
    until: startOf(addDays(day, 1)).toISOString(),
  }
  const found = await work.look(async db => {
    const top = await findTop(db, await standingOf(db, who.person_id, today))
    if (!top) return null
    const page = wantsWorkbook(c) ? { most: most_in_a_workbook, after: 0 } : { most: most_on_a_page, after }
    const [counts, acts] = [await countActs(db, { ...stretch, ...seek }), await listActs(db, { ...stretch, ...seek, act, ...page })]
    return { name: top.name, counts, acts, head: await findLastHead(db), unsigned: await countUnsigned(db), sent: outside.last() }
  })
  if (!found) return forbid(c, who, rolesAt('ledger', 'read'))
  const { lang } = staff_page.view
  if (wantsWorkbook(c)) {
    const title = sayActs(lang, found.acts.length, { ...seek, day })
    return sendWorkbook(`nhat-ky-${day}`, actsWorkbook({ lang, now, name: found.name, acts: found.acts, title }))
  }
  return showStaffPage(
    c,
    <LedgerPage {...{ ...staff_page, ...found, ...seek, named, day, today, asked, act, after, most: most_on_a_page, now }} />,
  )
}

async function showName(c: WebContext, work: StaffContext, outside: Outside): Promise<Response> {
  const asked: Asked = await formOf(c)
  return showLedger(c, work, outside, asked, await nameOf(work, numberOf(asked.nguoi)))
}

/** Whose acts are sought, and on what. */
function soughtIn({ nguoi = '', loai = '', so = '' }: Asked): Seek {
  const object = lookUp(object_names.vi, loai) ? loai : ''
  return { person_id: numberOf(nguoi) || null, object, object_id: object && oneLine(so).slice(0, 80) }
}

/**
 * Who a number is, for somebody who may know them by name anyway: written down like the opening of a file, so that the
 * person learns of it. Refusal: not-yours.
 */
async function nameOf({ who, today, change }: StaffContext, person_id: number): Promise<Named> {
  return change<string, 'not-yours'>(async tx => {
    const may_read = await findTop(tx, await standingOf(tx, who.person_id, today))
    const [known] = may_read ? await findName(tx, { person_id }) : []
    if (!known) return refused({ code: 'not-yours', field: 'nguoi' })
    if (person_id !== who.person_id) await noteReading(tx, who, { person_id, noun: 'ledger', on_behalf_of: null })
    return done(known.full_name)
  })
}

const findName = query<{ person_id: number }, { full_name: string }>(`
  select full_name from person_version where person_id = :person_id and upper(recorded) = 'infinity'`)

/** This machine is no witness of itself. */
function isElsewhere(address: string | null): boolean {
  return address !== null && !/^(127\.|::1$)/.test(address)
}

type Top = { unit_id: number; name: string }
const listTops = query<{ unit_ids: number[] }, Top>(`
  select v.unit_id, v.name from unit_version v where v.unit_id = any (:unit_ids::integer[]) and ${stands_above_all}`)

/** The unit above all others, if one may read the ledger there: its entries belong to no unit and are not divided. */
async function findTop(db: Db, standing: Standing): Promise<Top | undefined> {
  const tops = await listTops(db, { unit_ids: standing.held.map(({ unit_id }) => unit_id) })
  return tops.find(top => may(standing, 'ledger', 'read', top).allowed)
}
