import type { Hono } from 'hono'
import type { VNode } from 'preact'
import type { Problem } from '../../basis/shared/outcome.ts'
import { oneLine } from '../../basis/shared/vietnamese.ts'
import type { Db } from '../../platform/database/index.ts'
import { may, rolesThatMay, standingOf } from '../../platform/role/index.ts'
import { forbid, formOf, type StaffContext, type StaffPage, showStaffPage, staffRoutes, withFlash } from '../../platform/sign-in/index.ts'
import { type Answers, answersIn, type FormField, problemsWith, sayProblems, type Typed, typedInto } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { decisionIn } from '../organisation/index.ts'
import { findTakenKeys, keysFor } from './change/keys-for.ts'
import { changeAlone } from './change/lay-change.ts'
import type { UnitChange } from './change/unit-change.ts'
import type { TreeOptions } from './change-routes.tsx'
import { revision_form, unit_form } from './forms.ts'
import { AddPage, RevisePage } from './pages/unit-forms.tsx'
import type { UnitCode } from './problem-words.ts'
import { unit_problems } from './problem-words.ts'
import { findUnitHere, type UnitHere } from './reads/find-unit-here.ts'
import { type Kind, listKinds } from './reads/list-kinds.ts'

/** Adding a unit under another, and naming one otherwise. */
export function unitFormRoutes(options: TreeOptions): Hono<WebEnv> {
  const page = ({ show, send }: typeof adding): StaffPage => ({ show, take: (c, work) => send(c, work, options) })
  return staffRoutes(options, [
    [staff_paths.unit_add, page(adding)],
    [staff_paths.unit_revise, page(revising)],
  ])
}

type Place = { here: UnitHere; kinds: Kind[] }
type Filled = { work: StaffContext; place: Place; typed: Typed; problems: readonly Problem<UnitCode>[] }

// biome-ignore lint/suspicious/noExplicitAny: each field takes values of its own kind
type UnitFields = Record<string, FormField<any, UnitCode>>

/**
 * A form of one unit: where it is judged, what it asks, what is in it at first, its page, the change that the answers
 * mean, and what is said afterwards.
 */
type UnitForm<F extends UnitFields> = {
  form: F
  judgedAt(here: UnitHere): number | null
  first(c: WebContext, place: Place, today: string): Typed
  page(filled: Filled, field_errors: ReturnType<typeof sayProblems>): VNode
  change(db: Db, answers: Answers<F>, place: Place): Promise<UnitChange>
  told: string
}

function unitForm<F extends UnitFields>({ form, ...declared }: UnitForm<F>) {
  const placeOf = (c: WebContext, { look, who, today }: StaffContext): Promise<Place | null> =>
    look(async db => {
      const [here] = await findUnitHere(db, { unit: c.req.param('unit') ?? '', day: today })
      const unit_id = here?.is_alive ? declared.judgedAt(here) : null
      if (!here || unit_id === null) return null
      const { allowed } = may(await standingOf(db, who.person_id, today), 'unit', 'keep', { unit_id })
      return allowed ? { here, kinds: await listKinds(db, {}) } : null
    })
  const show = async (
    c: WebContext,
    work: StaffContext,
    sent?: { typed: Typed; problems: readonly Problem<UnitCode>[] },
  ): Promise<Response> => {
    const place = await placeOf(c, work)
    if (!place) return forbid(c, work.who, rolesThatMay('unit', 'keep'))
    const filled = { work, place, typed: sent?.typed ?? declared.first(c, place, work.today), problems: sent?.problems ?? [] }
    const field_errors = sayProblems(unit_problems, { lang: work.staff_page.view.lang, form }, filled.problems)
    return showStaffPage(c, declared.page(filled, field_errors), sent ? 422 : 200)
  }
  const send = async (c: WebContext, work: StaffContext, { database }: TreeOptions): Promise<Response> => {
    const place = await placeOf(c, work)
    if (!place) return forbid(c, work.who, rolesThatMay('unit', 'keep'))
    const { key = '', ...sent } = await formOf(c)
    const typed = typedInto(form, sent)
    const answers = answersIn(form, typed)
    const wrong = [...problemsWith(form, answers, ...([{ today: work.today }] as never))] as Problem<UnitCode>[]
    if (wrong.length > 0) return show(c, work, { typed, problems: wrong })
    const plan = await work.look(db => declared.change(db, answers, place))
    const outcome = await changeAlone(database, work.actor, { plan, now: work.now, key, request: { unit: place.here.key, ...typed } })
    if (!outcome.ok) return show(c, work, { typed, problems: outcome.problems.map(atField) })
    return c.redirect(
      withFlash(c.var.view.to.unit({ unit: place.here.key }), { xong: declared.told, so: String(outcome.value.unit_change_id) }),
      303,
    )
  }
  return { show, send }
}

/** «units.0.name» and «instrument.number» are the fields of a form. */
export function atField(problem: Problem<UnitCode>): Problem<UnitCode> {
  return { ...problem, field: problem.field?.replace(/^((units|revisions)\.\d+|instrument)\./, '') }
}

const adding = unitForm({
  form: unit_form,
  judgedAt: here => here.founds_at,
  first: (c, { here, kinds }, today) => ({
    name: oneLine(c.req.query('ten') ?? '').slice(0, 200),
    unit_kind: kindsUnder(here, kinds).at(0)?.unit_kind ?? '',
    from: today,
  }),
  page: ({ work, place: { here, kinds }, typed }, field_errors) => (
    <AddPage {...{ ...work.staff_page, here, kinds: kindsUnder(here, kinds), typed, field_errors }} />
  ),
  change: async (db, answers, { here }) => {
    const { name, unit_kind, code, from } = answers
    const [key] = keysFor([{ name, parent: here.key }], await findTakenKeys(db, [name]))
    const unit = { key: key!, name, unit_kind, code: code || null, parent: here.key, place: here.place, from }
    return { instrument: decisionIn(answers), units: [unit], revisions: [] }
  },
  told: 'them',
})

/** Kinds that may stand under a unit, the next lower first. */
function kindsUnder({ hierarchy, rank }: UnitHere, kinds: Kind[]): Kind[] {
  return kinds.filter(kind => kind.hierarchy === hierarchy && kind.rank > rank)
}

const revising = unitForm({
  form: revision_form,
  judgedAt: here => here.named_at,
  first: (_, { here }, today) => ({ name: here.name, unit_kind: here.unit_kind, code: here.code ?? '', from: today }),
  page: ({ work, place: { here, kinds }, typed }, field_errors) => {
    const alike = kinds.filter(kind => kind.hierarchy === here.hierarchy && kind.rank === here.rank)
    return <RevisePage {...{ ...work.staff_page, here, kinds: alike, typed, field_errors }} />
  },
  change: async (_, answers, { here }) => {
    const { name, unit_kind, code, from } = answers
    const changed = {
      ...(name !== here.name && { name }),
      ...(unit_kind !== here.unit_kind && { unit_kind }),
      ...(code !== (here.code ?? '') && { code: code || null }),
    }
    const revisions = Object.keys(changed).length > 0 ? [{ unit: here.key, from, ...changed }] : []
    return { instrument: decisionIn(answers), units: [], revisions }
  },
  told: 'sua',
})
