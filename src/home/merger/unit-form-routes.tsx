import type { Hono } from 'hono'
import type { VNode } from 'preact'
import { sayName } from '../../basis/shared/names-in-english.ts'
import type { Outcome, Problem } from '../../basis/shared/outcome.ts'
import { oneLine } from '../../basis/shared/vietnamese.ts'
import { may, rolesThatMay, standingOf } from '../../platform/role/index.ts'
import { forbid, formOf, type StaffContext, type StaffPage, showStaffPage, staffRoutes, withFlash } from '../../platform/sign-in/index.ts'
import { type Answers, answersIn, type Form, listNames, problemsWith, type Typed, typedInto } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { decisionIn, type Merger } from '../../register/organisation/index.ts'
import { type FoundUnit, findUnitHere, listBelow, searchUnits, type UnitHere } from '../../register/tree/index.ts'
import { close_form, move_form } from './forms.ts'
import { ClosePage, MovePage } from './pages/unit-forms.tsx'
import { previewProposal } from './preview-proposal.ts'
import { proposeMerger } from './propose-merger.ts'
import type { MergerOptions } from './routes.tsx'
import { formFieldErrors, type MergerCode } from './words.ts'

/** A unit that is to stand under another, or to end: as a plan that is laid before a second person. */
export function unitFormRoutes(options: MergerOptions): Hono<WebEnv> {
  const page = ({ show, send }: typeof moving): StaffPage => ({ show, take: (c, work) => send(c, work, options) })
  return staffRoutes(options, [
    [staff_paths.unit_move, page(moving)],
    [staff_paths.unit_close, page(closing)],
  ])
}

type Filled = { c: WebContext; work: StaffContext; here: UnitHere; typed: Typed; problems: readonly Problem<MergerCode>[] }

/** A form of one unit: what it asks, its page, and the plan that the answers mean. */
type UnitForm<F extends Form> = {
  form: F
  page(filled: Filled): Promise<VNode>
  plan(answers: Answers<F>, here: UnitHere): Pick<Merger, 'instrument' | 'effective_on' | 'moved' | 'abolished'>
}

function unitForm<F extends Form>({ form, ...declared }: UnitForm<F>) {
  const unitOf = (c: WebContext, { look, who, today }: StaffContext): Promise<UnitHere | null> =>
    look(async db => {
      const [here] = await findUnitHere(db, { unit: c.req.param('unit') ?? '', day: today })
      if (!here?.is_alive || here.founds_at === null) return null
      const standing = await standingOf(db, who.person_id, today)
      return may(standing, 'merger', 'propose', { unit_id: here.founds_at }).allowed ? here : null
    })
  const show = async (
    c: WebContext,
    work: StaffContext,
    sent?: { typed: Typed; problems: readonly Problem<MergerCode>[] },
  ): Promise<Response> => {
    const here = await unitOf(c, work)
    if (!here) return forbid(c, work.who, rolesThatMay('merger', 'propose'))
    const filled = { c, work, here, typed: sent?.typed ?? { effective_on: work.today }, problems: sent?.problems ?? [] }
    return showStaffPage(c, await declared.page(filled), sent ? 422 : 200)
  }
  const send = async (c: WebContext, work: StaffContext, { database }: MergerOptions): Promise<Response> => {
    const here = await unitOf(c, work)
    if (!here) return forbid(c, work.who, rolesThatMay('merger', 'propose'))
    const typed = typedInto(form, await formOf(c))
    const answers = answersIn(form, typed)
    // Of whichever of the two forms: their codes have their sentences in `words.ts`.
    const wrong = [...problemsWith(form, answers, ...([{ today: work.today }] as never))] as Problem<MergerCode>[]
    if (wrong.length > 0) return show(c, work, { typed, problems: wrong })
    const plan: Merger = { hierarchy: here.hierarchy, successors: [], edges: [], ...declared.plan(answers, here) }
    const outcome = await lay(work, database, plan)
    if (!outcome.ok) return show(c, work, { typed, problems: await gathered(work, here, outcome.problems) })
    return c.redirect(withFlash(c.var.view.to.merger(outcome.value), { xong: 'trinh' }), 303)
  }
  return { show, send }
}

/** What the register would refuse to carry out is not laid. */
async function lay(
  work: StaffContext,
  database: MergerOptions['database'],
  plan: Merger,
): Promise<Outcome<{ merger_proposal_id: number }, MergerCode>> {
  const { problems } = await previewProposal(database, work.actor, plan)
  if (problems.length > 0) return { ok: false, problems }
  return work.change(tx => proposeMerger(tx, work.actor, { plan, now: work.now }))
}

/** Units that would be left without a parent are named in one sentence. */
async function gathered(
  { look, today, staff_page }: StaffContext,
  here: UnitHere,
  problems: readonly Problem<MergerCode>[],
): Promise<Problem<MergerCode>[]> {
  const children = problems.filter(({ code }) => code === 'left-without-parent').map(({ values }) => String(values?.unit))
  const others = problems.filter(({ code }) => code !== 'left-without-parent')
  if (children.length === 0) return others
  const { lang } = staff_page.view
  const below = await look(db => listBelow(db, { unit: here.key, day: today, most: most_below }))
  const names = children.map(key => sayName(below.find(unit => unit.key === key)?.name ?? key, lang))
  return [...others, { code: 'children-first', values: { n: names.length, units: listNames(lang, names) } }]
}

const most_parents = 50
/** More than a unit has under it. */
const most_below = 2000

const moving = unitForm({
  form: move_form,
  page: async ({ c, work, here, typed, problems }) => {
    const asked = oneLine(c.req.query('tim') ?? '').slice(0, 100)
    const parents = asked === '' ? [] : await listParents(work, here, asked)
    const field_errors = formFieldErrors(work.staff_page.view.lang, move_form, problems)
    return <MovePage {...{ ...work.staff_page, here, parents, asked, typed, field_errors }} />
  },
  plan: ({ parent, effective_on, ...answers }, { key }) => ({
    instrument: decisionIn(answers),
    effective_on,
    moved: [{ unit: key, parent }],
  }),
})

/** Units of a higher level in the same hierarchy. */
function listParents({ look, today }: StaffContext, { hierarchy, rank }: UnitHere, words: string): Promise<FoundUnit[]> {
  return look(async db => {
    const found = await searchUnits(db, { words, hierarchy, day: today, most: most_parents })
    return found.filter(unit => unit.rank < rank)
  })
}

const closing = unitForm({
  form: close_form,
  page: async ({ work, here, typed, problems }) => {
    const field_errors = formFieldErrors(work.staff_page.view.lang, close_form, problems)
    return <ClosePage {...{ ...work.staff_page, here, typed, field_errors }} />
  },
  plan: ({ effective_on, ...answers }, { key }) => ({ instrument: decisionIn(answers), effective_on, abolished: [key] }),
})
