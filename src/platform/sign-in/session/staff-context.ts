import { Hono } from 'hono'
import { sql } from 'kysely'
import { dayOf } from '../../../basis/shared/dates.ts'
import type { Outcome } from '../../../basis/shared/outcome.ts'
import { type Actor, change, type Database, type Db, type Tx } from '../../database/index.ts'
import { follows, rolesAt, rolesThatMay, stands_above_all } from '../../role/index.ts'
import type { MenuGroup, MenuItem, StaffPageProps } from '../../staff/index.ts'
import type { WebContext, WebEnv } from '../../web/index.ts'
import type { Access } from '../open-access.ts'
import { look } from './look.ts'
import type { SignedIn } from './sessions.ts'
import { actorOf, personOf } from './signed-in.tsx'

/** What the pages of a room work with. */
export type StaffRouteOptions = { database: Pick<Database, 'kysely'>; access: Pick<Access, 'signedIn' | 'originOf'>; now?: () => Date }

/**
 * A unit that somebody holds a role at (where it has ended and another goes on alone for it, that one), and whether it
 * lives and has none above it.
 */
export type RoleAtUnit = { key: string; name: string; unit_kind: string; role: string; is_top: boolean }

/** Whoever is at work, with the menu of theirs that stands on every page, one that is refused too. */
export type Worker = SignedIn & { menu: MenuItem[] }

/** Somebody at work: who asks, what lies on their desk, what day it is, and how to read and write in their name. */
export type StaffContext = {
  who: Worker
  actor: Actor & { person_id: number }
  staff_page: StaffPageProps
  seats: RoleAtUnit[]
  today: string
  now: Date
  database: StaffRouteOptions['database']
  /** Where this portal stands: the beginning of an address that leaves it. */
  originOf(c: WebContext): URL
  look<T>(read: (db: Db) => Promise<T>): Promise<T>
  change<T, Code extends string = string>(work: (tx: Tx) => Promise<Outcome<T, Code>>): Promise<Outcome<T, Code>>
}

/**
 * Something that waits for somebody: a line of their home page. `n` is how much of it waits; `href` where it is done,
 * null where that is no page of ours.
 */
export type HomeNotice = { href: string | null; label: string; n: number }
/** What of a room waits for whoever is at work; `app.ts` lays the rooms' together for the home page. */
export type FindNotices = (work: StaffContext) => Promise<HomeNotice[]>

/** Who is at work, or what to answer instead. */
export async function findStaffContext(
  c: WebContext,
  { database, access, now = () => new Date() }: StaffRouteOptions,
): Promise<StaffContext | Response> {
  const who = await access.signedIn(c)
  if (who instanceof Response) return who
  const actor = { ...actorOf(who), person_id: who.person_id }
  const { staff_page, seats } = await staffPageOf(c, database, who)
  const instant = now()
  return {
    who: { ...who, menu: staff_page.menu },
    actor,
    staff_page,
    seats: seats.filter(({ role }) => role !== 'administrator'),
    today: dayOf(instant),
    now: instant,
    database,
    originOf: access.originOf,
    look: read => look(database, actor, read),
    change: work => change(database, actor, work),
  }
}

/** Makes a route of an answer that needs somebody at work. */
export function staffRoute(
  options: StaffRouteOptions,
): (answer: (c: WebContext, work: StaffContext, options: StaffRouteOptions) => Promise<Response>) => (c: WebContext) => Promise<Response> {
  return answer => async c => {
    const work = await findStaffContext(c, options)
    return work instanceof Response ? work : answer(c, work, options)
  }
}

/** A page: what it answers when asked for, and when its form is sent. Each is given who is at work. */
export type StaffPage = { show?: StaffAnswer; take?: StaffAnswer }
type StaffAnswer = (c: WebContext, work: StaffContext) => Promise<Response> | Response

/** The pages of a room by their paths, in the order in which the router tries them. */
export function staffRoutes(options: StaffRouteOptions, pages: readonly (readonly [path: string, page: StaffPage])[]): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const at = (answer: StaffAnswer) => staffRoute(options)(async (c, work) => answer(c, work))
  for (const [path, { show, take }] of pages) {
    if (show) routes.get(path, at(show))
    if (take) routes.post(path, at(take))
  }
  return routes
}

/** What lies on the desk of somebody signed in, and where they sit. */
export async function staffPageOf(
  c: WebContext,
  database: StaffRouteOptions['database'],
  who: SignedIn,
): Promise<{ staff_page: StaffPageProps; seats: RoleAtUnit[] }> {
  const { view } = c.var
  const seats = who.held.length === 0 ? [] : await look(database, who, db => rolesAtUnits(db, who))
  return { staff_page: { view, person: personOf(view.lang, who), menu: menuOf(c, seats) }, seats }
}

async function rolesAtUnits(db: Db, { held }: SignedIn): Promise<RoleAtUnit[]> {
  const list = JSON.stringify(held.map(({ unit_id, role }) => ({ unit_id, role })))
  const { rows } = await sql<RoleAtUnit>`
    select distinct u.key, v.name, v.unit_kind, h.role, ${sql.raw(stands_above_all)} as is_top
      from jsonb_to_recordset(${list}::jsonb) as h (unit_id integer, role text)
     cross join lateral (select coalesce(continuation_of(h.unit_id, today_in_vietnam(), recorded_now()), h.unit_id) as unit_id) at
      join unit u         on u.unit_id = at.unit_id
      join unit_version v on v.unit_id = at.unit_id and upper(v.recorded) = 'infinity'
                         and v.valid @> last_day_alive(at.unit_id, today_in_vietnam(), recorded_now())
     order by u.key`.execute(db as Tx)
  return rows
}

const menu_words = {
  vi: {
    mine: 'Việc của tôi',
    programme: 'Chương trình năm nay',
    rules: 'Quy định',
    cell: 'Chi bộ',
    completeness: 'Đối soát',
    my_reviews: 'Kiểm điểm của tôi',
    my_plans: 'Kế hoạch của tôi',
    plans: 'Kế hoạch lãnh đạo',
    reviews: 'Kiểm điểm, xếp loại',
    limitations: 'Hạn chế theo dõi',
    campaigns: 'Đợt đăng ký',
    people: 'Nhân sự',
    contributions: 'Đóng góp',
    countryside: 'Nông thôn mới',
    data: 'Dữ liệu cá nhân',
    exemplars: 'Điển hình',
    nominations: 'Hồ sơ điển hình',
    units: 'Cây tổ chức',
    roster: 'Danh sách từ Excel',
    indicators: 'Chỉ số hằng tháng',
    invite: 'Mời mở tài khoản',
    confirm: 'Xác nhận giấy mời',
    newsdesk: 'Bàn tin',
    pages: 'Các trang',
    mergers: 'Sáp nhập',
    grants: 'Vai trò',
    lending: 'Ủy quyền',
    backups: 'Sao lưu',
    ledger: 'Sổ nhật ký',
  },
  en: {
    mine: 'My work',
    programme: 'This year’s programme',
    rules: 'Rules',
    cell: 'Cell',
    completeness: 'Completeness',
    my_reviews: 'My reviews',
    my_plans: 'My plan',
    plans: 'Leaders’ plans',
    reviews: 'Reviews and ratings',
    limitations: 'Limitations',
    campaigns: 'Campaigns',
    people: 'People',
    contributions: 'Contributions',
    countryside: 'New countryside',
    data: 'Personal data',
    exemplars: 'Exemplars',
    nominations: 'Cases of exemplars',
    units: 'Organisations',
    roster: 'Rosters from Excel',
    indicators: 'Monthly indicators',
    invite: 'Invite to an account',
    confirm: 'Confirm invitations',
    newsdesk: 'News desk',
    pages: 'Pages',
    mergers: 'Mergers',
    grants: 'Roles',
    lending: 'Lending',
    backups: 'Backups',
    ledger: 'Ledger',
  },
}

type MenuName = keyof typeof menu_words.vi

/** To which work a line belongs, where there are so many that they are grouped. */
const group_of: Record<MenuName, MenuGroup> = {
  ...{ mine: 'own', programme: 'own', my_reviews: 'own', my_plans: 'own', exemplars: 'own', lending: 'own' },
  ...{ cell: 'programme', completeness: 'programme', campaigns: 'programme', plans: 'programme', reviews: 'programme' },
  ...{ limitations: 'programme', rules: 'programme' },
  ...{ nominations: 'results', contributions: 'results', countryside: 'results', indicators: 'results' },
  ...{ people: 'people', units: 'people', mergers: 'people', roster: 'people', data: 'people' },
  ...{ invite: 'system', confirm: 'system', grants: 'system', backups: 'system', ledger: 'system' },
  ...{ newsdesk: 'site', pages: 'site' },
}

/** One line for each place where somebody has work: their own, their cell's, their units'. */
function menuOf(c: WebContext, seats: RoleAtUnit[]): MenuItem[] {
  const { to, lang } = c.var.view
  const line = (name: MenuName, href: string): MenuItem => ({ href, label: menu_words[lang][name], group: group_of[name] })
  const lines = seats.flatMap(({ key, unit_kind, role, is_top }) => [
    ...(role === 'secretary' || role === 'unit-office' ? [line('cell', to.cell({ unit: key }))] : []),
    ...(unit_kind !== 'cell' && follows(role) ? [line('completeness', to.completeness({ unit: key }))] : []),
    ...(unit_kind !== 'cell' && rolesThatMay('plan', 'read').includes(role) ? [line('plans', to.plans_under({ unit: key }))] : []),
    ...(rolesAt('review', 'read').includes(role) ? [line('reviews', to.reviews_under({ unit: key }))] : []),
    ...(rolesAt('limitation', 'read').includes(role) ? [line('limitations', to.limitations_under({ unit: key }))] : []),
    ...(role === 'auditor' || rolesThatMay('campaign', 'focus').includes(role) ? [line('campaigns', to.campaigns({ unit: key }))] : []),
    ...(unit_kind !== 'cell' && rolesThatMay('programme', 'plan').includes(role) ? [line('rules', to.rules({ unit: key }))] : []),
    ...(rolesThatMay('exemplar', 'nominate').includes(role) ? [line('nominations', to.nominations({ unit: key }))] : []),
    ...(rolesThatMay('post', 'appoint').includes(role) ? [line('people', to.people({ unit: key }))] : []),
    ...(rolesThatMay('contribution', 'keep').includes(role) ? [line('contributions', to.contributions({ unit: key }))] : []),
    ...(unit_kind !== 'cell' && rolesThatMay('standing', 'read').includes(role)
      ? [line('countryside', to.countryside({ unit: key }))]
      : []),
    ...(unit_kind !== 'cell' && role !== 'secretary' ? [line('units', to.units())] : []),
    ...(rolesThatMay('person', 'keep').includes(role) ? [line('data', to.data_requests({ unit: key }))] : []),
    ...(rolesThatMay('roster', 'import').includes(role) ? [line('roster', to.roster({ unit: key }))] : []),
    ...(unit_kind !== 'cell' && rolesThatMay('indicator', 'send').includes(role) ? [line('indicators', to.indicators({ unit: key }))] : []),
    ...(rolesThatMay('account', 'invite').includes(role) ? [line('invite', to.invite())] : []),
    ...(role === 'superior-office' ? [line('confirm', to.invitations_waiting())] : []),
    ...(rolesThatMay('article', 'read').includes(role) ? [line('newsdesk', to.newsdesk())] : []),
    ...(is_top && rolesThatMay('page', 'read').includes(role) ? [line('pages', to.pages())] : []),
    ...(rolesThatMay('merger', 'confirm').includes(role) ? [line('mergers', to.mergers())] : []),
    ...(rolesThatMay('account', 'grant').includes(role) ? [line('grants', to.grants({ unit: key }))] : []),
    ...(is_top && role === 'administrator' ? [line('backups', to.backups())] : []),
    ...(is_top && rolesThatMay('ledger', 'read').includes(role) ? [line('ledger', to.ledger())] : []),
  ])
  const leads = seats.some(({ role, unit_kind }) => role === 'leader' || (role === 'secretary' && unit_kind !== 'cell'))
  return [
    line('mine', to.my_commitments()),
    line('programme', to.my_programme()),
    line('my_reviews', to.my_reviews()),
    line('exemplars', to.my_exemplars()),
    ...(leads ? [line('my_plans', to.my_plans())] : []),
    ...lines.filter(({ href }, i) => lines.findIndex(one => one.href === href) === i),
    ...(seats.some(({ role }) => rolesThatMay('delegation', 'give').includes(role)) ? [line('lending', to.lending())] : []),
  ]
}
