import type { Hono } from 'hono'
import type { VNode } from 'preact'
import { isDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem } from '../../basis/shared/outcome.ts'
import { oneLine } from '../../basis/shared/vietnamese.ts'
import type { Tx } from '../../platform/database/index.ts'
import { may, rolesAt, rolesThatMay, standingOf } from '../../platform/role/index.ts'
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
} from '../../platform/sign-in/index.ts'
import {
  type Answers,
  answersIn,
  type Form,
  sayProblems,
  sendWorkbook,
  type Typed,
  typedInto,
  wantsWorkbook,
} from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { findAbove } from '../organisation/index.ts'
import { appoint_form, correct_form, enrol_form, release_form, tenure_end_form, transfer_form } from './forms.ts'
import { FilePage } from './pages/file.tsx'
import { AppointPage, CorrectPage, EndTenurePage, EnrolPage, ReleasePage, TransferPage } from './pages/forms.tsx'
import { PeoplePage } from './pages/list.tsx'
import { peopleWorkbook } from './people-workbook.ts'
import type { PersonText } from './person.ts'
import { type PeopleCode, people_problems } from './problem-words.ts'
import { findPerson, findPlace, type PersonFile } from './reads/find-person.ts'
import { listBranches } from './reads/list-branches.ts'
import { listCells } from './reads/list-cells.ts'
import { listEarlier } from './reads/list-earlier.ts'
import { listPeople } from './reads/list-people.ts'
import { listPosts } from './reads/list-posts.ts'
import { appointToPost } from './verbs/appoint-to-post.ts'
import { correctPerson } from './verbs/correct-person.ts'
import { endTenure } from './verbs/end-tenure.ts'
import { enrolPerson } from './verbs/enrol-person.ts'
import type { PostKept } from './verbs/lay-down-posts.ts'
import { releasePerson } from './verbs/release-person.ts'
import { transferPerson } from './verbs/transfer-person.ts'
import { people_words } from './words.ts'

/** The people of a unit by form: who is there, one file, and what an office or an administrator does with it. */
export function peopleRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.people, { show: showPeople }],
    [staff_paths.person_enrol, { show: showEnrol, take: enrol }],
    [staff_paths.person, { show: showFile }],
    [staff_paths.person_correct, correcting],
    [staff_paths.person_transfer, transferring],
    [staff_paths.person_release, releasing],
    [staff_paths.person_appoint, appointing],
    [staff_paths.tenure_end, endingTenure],
  ])
}

const most_on_a_page = 30
/** A province has fewer members. */
const most_in_a_workbook = 50_000
/** A unit with more units than this under it is read unit by unit. */
const most_branches_by_name = 40

type Problems = readonly Problem<PeopleCode>[]

const unitOf = (c: WebContext) => c.req.param('unit') ?? ''
const personIdOf = (c: WebContext) => numberOf(c.req.param('person'))

// ── The list ──

async function showPeople(c: WebContext, work: StaffContext): Promise<Response> {
  const [unit, asked, after] = [unitOf(c), oneLine(c.req.query('ten') ?? '').slice(0, 100), numberOf(c.req.query('sau'))]
  const { today, now, who, staff_page } = work
  const found = await work.look(async db => {
    const [root, ...branches] = await listBranches(db, { unit, day: today })
    const standing = root && (await standingOf(db, who.person_id, today))
    if (!root || !standing || !may(standing, 'person', 'read', root).allowed) return null
    const [above] = await findAbove(db, { unit, day: today })
    const sees_above = above && may(standing, 'person', 'read', above).allowed ? above : null
    const by_name = asked !== '' || (root.takes_members && branches.length <= most_branches_by_name)
    const page = wantsWorkbook(c) ? { most: most_in_a_workbook, after: 0 } : { most: most_on_a_page, after }
    const people = by_name || wantsWorkbook(c) ? await listPeople(db, { unit, name: asked, day: today, ...page }) : null
    return {
      name: root.name,
      above: sees_above,
      branches,
      people,
      may_enrol: root.takes_members && branches.length === 0 && may(standing, 'person', 'keep', root).allowed,
    }
  })
  if (!found) return forbid(c, who, rolesAt('person', 'read'))
  if (wantsWorkbook(c))
    return sendWorkbook(unit, peopleWorkbook({ lang: staff_page.view.lang, now, name: found.name, people: found.people ?? [] }))
  return showStaffPage(
    c,
    <PeoplePage {...{ ...staff_page, ...found, unit, asked, after, most: most_on_a_page, now, told: await toldOfLeaving(c, work) }} />,
  )
}

/** What is told of somebody who has left: with the posts that another office has to end, by what these are called. */
async function toldOfLeaving(c: WebContext, { look, today }: StaffContext): Promise<string | undefined> {
  const told = toldBy(c)
  const post_ids = (c.req.query('chuc') ?? '').split('-').map(numberOf).slice(0, 9)
  const kept = told ? await look(db => listPosts(db, { post_ids, day: today })) : []
  return [told, ...people_words[c.var.view.lang].posts_kept(kept)].join(' ') || undefined
}

function toldBy(c: WebContext): string | undefined {
  return lookUp(people_words[c.var.view.lang].told, c.req.query('xong'))
}

// ── Somebody new ──

async function showEnrol(c: WebContext, work: StaffContext, typed: Typed = {}, problems: Problems = []): Promise<Response> {
  const unit = unitOf(c)
  const { today, who, staff_page } = work
  const root = await work.look(async db => {
    const [found] = await listBranches(db, { unit, day: today })
    return found && may(await standingOf(db, who.person_id, today), 'person', 'keep', found).allowed ? found : null
  })
  if (!root) return forbid(c, who, rolesThatMay('person', 'keep'))
  const field_errors = sayProblems(people_problems, { lang: staff_page.view.lang, form: enrol_form }, problems)
  const { full_name, birth_date } = answersIn(enrol_form, typed)
  const may_be = problems.length > 0 && isBirth(birth_date) ? await work.look(db => listEarlier(db, { full_name, birth_date, unit })) : []
  const answers = { kind: 'party-member', ...typed }
  return showStaffPage(
    c,
    <EnrolPage {...{ ...staff_page, unit, name: root.name, typed: answers, field_errors, may_be }} />,
    problems.length > 0 ? 422 : 200,
  )
}

const isBirth = (text: string) => text === '' || isDay(text)

async function enrol(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(enrol_form, sent)
  const unit = unitOf(c)
  const { kind, from, earlier, is_another, ...person } = answersIn(enrol_form, typed)
  const enrolment = { unit, person, kind, from, is_another, earlier, key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => enrolPerson(tx, work.actor, enrolment))
  if (!outcome.ok) return showEnrol(c, work, typed, outcome.problems)
  const { person_id } = outcome.value
  return c.redirect(withFlash(c.var.view.to.person({ unit, person_id }), { xong: 'them' }), 303)
}

function personOf({ full_name, birth_date, gender, ethnicity }: PersonText): PersonText {
  return { full_name, birth_date, gender, ethnicity }
}

// ── A file ──

/** `ends`: the tenures that one may end. */
type Opened = { subject: PersonFile; may_keep: boolean; may_appoint: boolean; ends: number[] }

/** Somebody's file, opened so that they learn by whom; null where one may not. */
async function openFile(c: WebContext, work: StaffContext): Promise<Opened | null> {
  const { today, who, actor, now, database } = work
  const person_id = personIdOf(c)
  const [place] = await work.look(db => findPlace(db, { person_id, day: today }))
  if (!place) return null
  const outcome = await readFile(
    database,
    actor,
    { noun: 'person', unit_id: place.unit_id, person_id },
    async tx => {
      const [subject] = await findPerson(tx, { person_id, day: today })
      const standing = await standingOf(tx, who.person_id, today)
      const may_keep = may(standing, 'person', 'keep', place).allowed
      const ends = subject?.tenures.filter(post => may(standing, 'post', 'appoint', { ...post, person_id }).allowed) ?? []
      return done({
        subject,
        may_keep,
        ends: ends.map(({ tenure_id }) => tenure_id),
        may_appoint: may(standing, 'post', 'appoint', { ...place, person_id }).allowed,
      })
    },
    now,
  )
  if (!outcome.ok || !outcome.value.subject) return null
  return { ...outcome.value, subject: outcome.value.subject }
}

async function showFile(c: WebContext, work: StaffContext): Promise<Response> {
  const opened = await openFile(c, work)
  if (!opened) return forbid(c, work.who, rolesThatMay('person', 'read'))
  return showStaffPage(c, <FilePage {...{ ...work.staff_page, ...opened, unit: unitOf(c), told: toldBy(c) }} />)
}

// ── Forms about somebody ──

type Filled = Opened & { c: WebContext; work: StaffContext; typed: Typed; problems: Problems }
type Asked = { person_id: number; key: string; today: string }

/** A form about one person: which power it takes, what it asks, its page, what it does, and where to afterwards. */
type PersonForm<F extends Form> = {
  form: F
  power: 'may_keep' | 'may_appoint'
  page(filled: Filled, given: PageGiven): Promise<VNode | null>
  send(tx: Tx, actor: StaffContext['actor'], answers: Answers<F>, asked: Asked, c: WebContext): Promise<Outcome<Done, PeopleCode>>
  told: string
  leaves?: boolean
}
type Done = { remaining?: PostKept[]; [other: string]: unknown } | null
/** What every such page is given. */
type PageGiven = StaffContext['staff_page'] & {
  unit: string
  subject: PersonFile
  typed: Typed
  field_errors: ReturnType<typeof sayProblems>
}

/** The two answers of such a form: its page, and what becomes of what was sent. */
function personForm<F extends Form>({ form, power, page, send, told, leaves }: PersonForm<F>) {
  const show = async (c: WebContext, work: StaffContext, typed: Typed = {}, problems: Problems = []): Promise<Response> => {
    const opened = await openFile(c, work)
    const field_errors = sayProblems(people_problems, { lang: work.staff_page.view.lang, form }, problems)
    const given = opened && { ...work.staff_page, unit: unitOf(c), subject: opened.subject, typed, field_errors }
    const shown = given && opened[power] ? await page({ ...opened, c, work, typed, problems }, given) : null
    if (!shown) return forbid(c, work.who, power === 'may_keep' ? rolesThatMay('person', 'keep') : rolesThatMay('post', 'appoint'))
    return showStaffPage(c, shown, problems.length > 0 ? 422 : 200)
  }
  const take = async (c: WebContext, work: StaffContext): Promise<Response> => {
    const sent = await formOf(c)
    const typed = typedInto(form, sent)
    const asked = { person_id: personIdOf(c), key: sent.key ?? '', today: work.today }
    const outcome = await work.change(tx => send(tx, work.actor, answersIn(form, typed), asked, c))
    if (!outcome.ok) return show(c, work, typed, outcome.problems)
    const { to } = c.var.view
    const unit = unitOf(c)
    if (!leaves) return c.redirect(withFlash(to.person({ unit, person_id: asked.person_id }), { xong: told }), 303)
    const kept = outcome.value?.remaining?.map(({ post_id }) => post_id).join('-')
    return c.redirect(withFlash(to.people({ unit }), { xong: told, ...(kept && { chuc: kept }) }), 303)
  }
  return { show, take }
}

const correcting = personForm({
  form: correct_form,
  power: 'may_keep',
  told: 'sua',
  // Where somebody else was quicker, what was typed stays, beside what they wrote, and goes on top of the version in
  // which they wrote it.
  page: async ({ subject, typed, problems }, given) => {
    const stale = problems.find(({ code }) => code === 'stale-version')
    const version = Number(stale?.limit ?? subject.version)
    return <CorrectPage {...{ ...given, version }} typed={typed.full_name === undefined ? personOf(subject) : typed} />
  },
  send: (tx, actor, { version, ...person }, asked) => correctPerson(tx, actor, { ...asked, version: numberOf(version), person }),
})

const transferring = personForm({
  form: transfer_form,
  power: 'may_keep',
  told: 'chuyen',
  page: async ({ c, work, ends }, given) => {
    const words = oneLine(c.req.query('tim') ?? '').slice(0, 100)
    const cells = await work.look(db => listCells(db, { words, day: work.today }))
    return <TransferPage {...{ ...given, ends, cells, words }} />
  },
  send: (tx, actor, answers, asked) => transferPerson(tx, actor, { ...answers, ...asked }),
})

const releasing = personForm({
  form: release_form,
  power: 'may_keep',
  told: 'thoi',
  leaves: true,
  page: async ({ ends }, given) => <ReleasePage {...{ ...given, ends }} />,
  send: (tx, actor, answers, asked) => releasePerson(tx, actor, { ...answers, ...asked }),
})

const appointing = personForm({
  form: appoint_form,
  power: 'may_appoint',
  told: 'chuc-vu',
  page: async ({ c, work }, given) => {
    const [at] = await work.look(db => listBranches(db, { unit: unitOf(c), day: work.today }))
    return at ? <AppointPage {...{ ...given, at_name: at.name }} /> : null
  },
  send: (tx, actor, { number, issuer, signed_on, ...post }, asked, c) =>
    appointToPost(tx, actor, { ...post, ...asked, unit: unitOf(c), instrument: { number, issuer, signed_on } }),
})

const endingTenure = personForm({
  form: tenure_end_form,
  power: 'may_appoint',
  told: 'het-chuc',
  page: async ({ c, subject }, given) => {
    const tenure = subject.tenures.find(({ tenure_id }) => tenure_id === numberOf(c.req.param('tenure')))
    return tenure ? <EndTenurePage {...{ ...given, tenure }} /> : null
  },
  send: (tx, actor, { on }, { key, today }, c) => endTenure(tx, actor, { tenure_id: numberOf(c.req.param('tenure')), on, key, today }),
})
