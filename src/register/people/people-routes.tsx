import { Hono } from 'hono'
import { isDay, typedDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem } from '../../basis/shared/outcome.ts'
import { oneLine } from '../../basis/shared/vietnamese.ts'
import { may, rolesAt, rolesThatMay, standingOf } from '../../platform/role/index.ts'
import {
  atWorkFor,
  forbid,
  formOf,
  numberOf,
  readFile,
  showStaffPage,
  telling,
  type Work,
  type WorkOptions,
} from '../../platform/sign-in/index.ts'
import { sendWorkbook, wantsWorkbook } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { findAbove } from '../organisation/index.ts'
import { FilePage } from './pages/file.tsx'
import { AppointPage, CorrectPage, EndTenurePage, EnrolPage, ReleasePage, TransferPage, type Typed } from './pages/forms.tsx'
import { PeoplePage } from './pages/list.tsx'
import { peopleWorkbook } from './people-workbook.ts'
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
import { complaintsOf, people_words } from './words.ts'

/** The people of a unit by form: who is there, one file, and what an office or an administrator does with it. */
export function peopleRoutes(options: WorkOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const at = atWorkFor(options)
  routes.get(staff_paths.people, at(showPeople))
  routes.get(
    staff_paths.person_enrol,
    at((c, work) => showEnrol(c, work, {})),
  )
  routes.post(staff_paths.person_enrol, at(enrol))
  routes.get(staff_paths.person, at(showFile))
  for (const [path, form] of [
    [staff_paths.person_correct, correcting],
    [staff_paths.person_transfer, transferring],
    [staff_paths.person_release, releasing],
    [staff_paths.person_appoint, appointing],
    [staff_paths.tenure_end, endingTenure],
  ] as const) {
    routes.get(
      path,
      at((c, work) => showForm(c, work, options, form)),
    )
    routes.post(
      path,
      at((c, work) => sendForm(c, work, options, form)),
    )
  }
  return routes
}

const most_on_a_page = 30
/** A province has fewer members. */
const most_in_a_workbook = 50_000
/** A unit with more units than this under it is read unit by unit. */
const most_branches_by_name = 40

const unitOf = (c: WebContext) => c.req.param('unit') ?? ''
const personIdOf = (c: WebContext) => numberOf(c.req.param('person'))

// ── The list ──

async function showPeople(c: WebContext, work: Work): Promise<Response> {
  const [unit, asked, after] = [unitOf(c), oneLine(c.req.query('ten') ?? '').slice(0, 100), numberOf(c.req.query('sau'))]
  const { today, now, who, desk } = work
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
    return sendWorkbook(unit, peopleWorkbook({ lang: desk.reading.lang, now, name: found.name, people: found.people ?? [] }))
  return showStaffPage(
    c,
    <PeoplePage {...{ ...desk, ...found, unit, asked, after, most: most_on_a_page, now, told: await toldOfLeaving(c, work) }} />,
  )
}

/** What is told of somebody who has left: with the posts that another office has to end, by what these are called. */
async function toldOfLeaving(c: WebContext, { look, today }: Work): Promise<string | undefined> {
  const told = toldBy(c)
  const post_ids = (c.req.query('chuc') ?? '').split('-').map(numberOf).slice(0, 9)
  const kept = told ? await look(db => listPosts(db, { post_ids, day: today })) : []
  return [told, ...people_words[c.var.reading.lang].posts_kept(kept)].join(' ') || undefined
}

function toldBy(c: WebContext): string | undefined {
  return lookUp(people_words[c.var.reading.lang].told, c.req.query('xong'))
}

// ── Somebody new ──

async function showEnrol(c: WebContext, work: Work, typed: Typed, problems: readonly Problem[] = []): Promise<Response> {
  const unit = unitOf(c)
  const { today, who, desk } = work
  const root = await work.look(async db => {
    const [found] = await listBranches(db, { unit, day: today })
    return found && may(await standingOf(db, who.person_id, today), 'person', 'keep', found).allowed ? found : null
  })
  if (!root) return forbid(c, who, rolesThatMay('person', 'keep'))
  const complaints = complaintsOf(desk.reading.lang, problems)
  const { full_name, birth_date } = personIn(typed)
  const may_be = problems.length > 0 && isBirth(birth_date) ? await work.look(db => listEarlier(db, { full_name, birth_date })) : []
  const answers = { kind: 'party-member', ...typed }
  return showStaffPage(
    c,
    <EnrolPage {...{ ...desk, unit, name: root.name, typed: answers, complaints, may_be }} />,
    problems.length > 0 ? 422 : 200,
  )
}

const isBirth = (text: string) => text === '' || isDay(text)

async function enrol(c: WebContext, work: Work): Promise<Response> {
  const typed = await typedIn(c)
  const unit = unitOf(c)
  const { kind = '', from = '', earlier = '', key = '' } = typed
  const enrolment = {
    unit,
    person: personIn(typed),
    kind,
    from,
    is_another: typed.is_another !== undefined,
    earlier,
    key,
    today: work.today,
  }
  const outcome = await work.change(tx => enrolPerson(tx, work.actor, enrolment))
  if (!outcome.ok) return showEnrol(c, work, typed, outcome.problems)
  const { person_id } = outcome.value
  return c.redirect(telling(c.var.reading.to.person({ unit, person_id }), { xong: 'them' }), 303)
}

const days = ['birth_date', 'from', 'on', 'signed_on']

/** What was typed, each in one line, days as days. */
async function typedIn(c: WebContext): Promise<Typed> {
  const entries = Object.entries(await formOf(c)).map(([name, text]) => [
    name,
    days.includes(name) ? typedDay(oneLine(text)) : oneLine(text),
  ])
  return Object.fromEntries(entries)
}

function personIn({ full_name = '', birth_date = '', gender = '', ethnicity = '' }: Typed) {
  return { full_name, birth_date, gender, ethnicity }
}

function knownOf({ full_name, birth_date, gender, ethnicity }: PersonFile): Typed {
  return { full_name, birth_date, gender, ethnicity }
}

// ── A file ──

/** `ends`: the tenures that one may end. */
type Opened = { subject: PersonFile; may_keep: boolean; may_appoint: boolean; ends: number[] }

/** Somebody's file, opened so that they learn by whom; null where one may not. */
async function openFile(c: WebContext, work: Work, { database }: WorkOptions): Promise<Opened | null> {
  const { today, who, actor, now } = work
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

async function showFile(c: WebContext, work: Work, options: WorkOptions): Promise<Response> {
  const opened = await openFile(c, work, options)
  if (!opened) return forbid(c, work.who, rolesThatMay('person', 'read'))
  return showStaffPage(c, <FilePage {...{ ...work.desk, ...opened, unit: unitOf(c), told: toldBy(c) }} />)
}

// ── Forms about somebody ──

type Filled = Opened & { c: WebContext; work: Work; typed: Typed; problems: readonly Problem[] }

/** A form about one person: which power it takes, what it shows, what it does, and where to afterwards. */
type PersonForm = {
  power: 'may_keep' | 'may_appoint'
  show(filled: Filled): Promise<Parameters<typeof showStaffPage>[1] | null>
  send(c: WebContext, work: Work, typed: Typed): Promise<Outcome<{ remaining?: PostKept[]; [other: string]: unknown } | null>>
  told: string
  leaves?: boolean
}

async function showForm(
  c: WebContext,
  work: Work,
  options: WorkOptions,
  form: PersonForm,
  typed: Typed = {},
  problems: readonly Problem[] = [],
): Promise<Response> {
  const opened = await openFile(c, work, options)
  const page = opened?.[form.power] ? await form.show({ ...opened, c, work, typed, problems }) : null
  if (!page) return forbid(c, work.who, form.power === 'may_keep' ? rolesThatMay('person', 'keep') : rolesThatMay('post', 'appoint'))
  return showStaffPage(c, page, problems.length > 0 ? 422 : 200)
}

async function sendForm(c: WebContext, work: Work, options: WorkOptions, form: PersonForm): Promise<Response> {
  const typed = await typedIn(c)
  const outcome = await form.send(c, work, typed)
  if (!outcome.ok) return showForm(c, work, options, form, typed, outcome.problems)
  const { to } = c.var.reading
  const [unit, person_id] = [unitOf(c), personIdOf(c)]
  if (!form.leaves) return c.redirect(telling(to.person({ unit, person_id }), { xong: form.told }), 303)
  const kept = outcome.value?.remaining?.map(({ post_id }) => post_id).join('-')
  return c.redirect(telling(to.people({ unit }), { xong: form.told, ...(kept && { chuc: kept }) }), 303)
}

/** What every form page is given. */
function pageOf({ c, work, typed, problems, subject }: Filled) {
  return { ...work.desk, unit: unitOf(c), subject, typed, complaints: complaintsOf(work.desk.reading.lang, problems) }
}

const correcting: PersonForm = {
  power: 'may_keep',
  told: 'sua',
  // Where somebody else was quicker, what was typed stays, beside what they wrote, and goes on top of the version in which they wrote it.
  show: async filled => {
    const { subject, typed, problems } = filled
    const stale = problems.find(({ code }) => code === 'stale-version')
    const version = Number(stale?.limit ?? subject.version)
    return <CorrectPage {...{ ...pageOf(filled), version }} typed={typed.full_name === undefined ? knownOf(subject) : typed} />
  },
  send: (c, work, typed) =>
    work.change(tx =>
      correctPerson(tx, work.actor, {
        person_id: personIdOf(c),
        version: numberOf(typed.version),
        person: personIn(typed),
        key: typed.key ?? '',
        today: work.today,
      }),
    ),
}

const transferring: PersonForm = {
  power: 'may_keep',
  told: 'chuyen',
  show: async filled => {
    const { c, work } = filled
    const words = oneLine(c.req.query('tim') ?? '').slice(0, 100)
    const cells = await work.look(db => listCells(db, { words, day: work.today }))
    return <TransferPage {...{ ...pageOf(filled), ends: filled.ends, cells, words }} />
  },
  send: (c, work, { unit = '', on = '', key = '', ends_posts }) => {
    const transfer = { person_id: personIdOf(c), unit, on, ends_posts: ends_posts !== undefined, key, today: work.today }
    return work.change(tx => transferPerson(tx, work.actor, transfer))
  },
}

const releasing: PersonForm = {
  power: 'may_keep',
  told: 'thoi',
  leaves: true,
  show: async filled => <ReleasePage {...{ ...pageOf(filled), ends: filled.ends }} />,
  send: (c, work, { reason = '', on = '', key = '', ends_posts }) => {
    const release = { person_id: personIdOf(c), reason, on, ends_posts: ends_posts !== undefined, key, today: work.today }
    return work.change(tx => releasePerson(tx, work.actor, release))
  },
}

const appointing: PersonForm = {
  power: 'may_appoint',
  told: 'chuc-vu',
  show: async filled => {
    const { c, work } = filled
    const [at] = await work.look(db => listBranches(db, { unit: unitOf(c), day: work.today }))
    return at ? <AppointPage {...{ ...pageOf(filled), at_name: at.name }} /> : null
  },
  send: (c, work, typed) => {
    const { title = '', from = '', number = '', issuer = '', signed_on = '', key = '' } = typed
    return work.change(tx =>
      appointToPost(tx, work.actor, {
        person_id: personIdOf(c),
        unit: unitOf(c),
        title,
        is_head: typed.is_head !== undefined,
        leads: typed.leads !== undefined,
        from,
        instrument: { number, issuer, signed_on },
        key,
        today: work.today,
      }),
    )
  },
}

const endingTenure: PersonForm = {
  power: 'may_appoint',
  told: 'het-chuc',
  show: async filled => {
    const tenure = filled.subject.tenures.find(({ tenure_id }) => tenure_id === numberOf(filled.c.req.param('tenure')))
    return tenure ? <EndTenurePage {...{ ...pageOf(filled), tenure }} /> : null
  },
  send: (c, work, { on = '', key = '' }) =>
    work.change(tx => endTenure(tx, work.actor, { tenure_id: numberOf(c.req.param('tenure')), on, key, today: work.today })),
}
