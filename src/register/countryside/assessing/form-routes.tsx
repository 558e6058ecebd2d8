import type { Hono } from 'hono'
import type { Outcome, Problem } from '../../../basis/shared/outcome.ts'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { may, rolesAt, type Standing, standingOf } from '../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  type StaffContext,
  type StaffPage,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import { type Answers, answersIn, type Form, type Option, sayProblems, type Typed, typedInto } from '../../../platform/staff/index.ts'
import { type Href, type Language, staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { sayPlace } from '../../organisation/index.ts'
import { begin_form, decide_form, decision_form, measuredField, result_form, resultFormOf, vote_form } from './forms.ts'
import { AssessingFormPage } from './pages/case.tsx'
import { type AssessingCode, assessing_problems } from './problem-words.ts'
import { findCase, type StandingCase } from './reads/find-case.ts'
import { type Charge, findCharge, listCriteriaSets, listLevels } from './reads/find-charge.ts'
import { listIndicators } from './reads/list-indicators.ts'
import { listResults, type ResultRow } from './reads/list-results.ts'
import { findStandingRule } from './standing-rule.ts'
import { beginCase } from './verbs/begin-case.ts'
import { decideStanding, listPlacesDecided, recordDecision } from './verbs/decide-standing.ts'
import { recordResult } from './verbs/record-result.ts'
import { type Clerk, decideStep } from './verbs/take-step.ts'
import { voteOnCase } from './verbs/vote-on-case.ts'
import { assessing_words } from './words.ts'

/** The forms of assessments and decisions. */
export function formRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.assessment_begin, pageOf(beginning)],
    [staff_paths.standing_record, pageOf(recording)],
    [staff_paths.assessment_criterion, pageOf(saying)],
    [staff_paths.assessment_vote, pageOf(voting)],
    [staff_paths.assessment_decide, pageOf(deciding)],
  ])
}

/** What a form is about: read where whoever asks may send it now, or where it was refused. */
type Asked = { c: WebContext; work: StaffContext; standing: Standing; was_refused: boolean }
type Said = { title: string; lead?: string; button: string }
type Sent<F extends Form> = { answers: Answers<F>; key: string; today: string }

type AssessingForm<F extends Form, Of> = {
  form: F
  /** With what the register asks beside it, where that is not the same for all. */
  formAt?(db: Db, c: WebContext): Promise<F>
  find(db: Db, asked: Asked): Promise<Of | null>
  crumb(of: Of): string
  here(to: Href, of: Of): string
  back(to: Href, of: Of): string
  say(db: Db, of: Of, at: { lang: Language; today: string }): Promise<Said>
  typedNow?(of: Of, today: string): Typed
  optionsFor?(db: Db, of: Of, at: { lang: Language; today: string }): Promise<Record<string, Option[]>>
  take(tx: Tx, actor: Clerk, of: { c: WebContext } & Sent<F>): Promise<Outcome<unknown, AssessingCode>>
  /** Where it leads, with what is told there. */
  done(to: Href, value: unknown, c: WebContext): string
}

const caseOf = (c: WebContext) => ({ standing_case_id: numberOf(c.req.param('assessment')) })
const chargeOf = (c: WebContext) => ({ unit: c.req.param('unit') ?? '' })

function atCharge(act: 'assess' | 'decide') {
  return async (db: Db, { c, work, standing }: Asked): Promise<Charge | null> => {
    const [charge] = await findCharge(db, { ...chargeOf(c), day: work.today })
    return charge && may(standing, 'standing', act, charge).allowed ? charge : null
  }
}

function atCase(move: 'submit' | 'vote' | 'decide') {
  return async (db: Db, { c, work, standing, was_refused }: Asked): Promise<StandingCase | null> => {
    const found = await findCase(db, caseOf(c).standing_case_id, work.today)
    return found && (was_refused || decideStep(found, move, standing).ok) ? found : null
  }
}

const of_charge = {
  crumb: ({ name }: Charge) => name,
  back: (to: Href, { key: unit }: Charge) => to.countryside({ unit }),
}
const of_case = {
  crumb: ({ unit_name }: StandingCase) => unit_name,
  back: (to: Href, found: StandingCase) => to.assessment(found),
}

const beginning: AssessingForm<typeof begin_form, Charge> = {
  ...{ ...of_charge, form: begin_form, find: atCharge('assess') },
  here: (to, { key: unit }) => to.assessment_begin({ unit }),
  say: async (_, __, { lang }) => {
    const words = assessing_words[lang]
    return { title: words.assess, lead: words.assess_lead, button: words.begin }
  },
  typedNow: (_, today) => ({ assessed_on: today }),
  optionsFor: async (db, _, { lang }) => ({
    criteria_set: (await listCriteriaSets(db, {}))
      .filter(({ has_criteria, of_kind }) => has_criteria && of_kind === 'commune')
      .map(set => ({ value: String(set.criteria_set_id), label: `${set.number} (${lang === 'vi' ? set.level_vi : set.level_en})` })),
  }),
  take: (tx, actor, { c, answers, ...sent }) => beginCase(tx, actor, { ...chargeOf(c), ...sent, begin: answers }),
  done: (to, value) => withFlash(to.assessment(value as { standing_case_id: number }), { xong: 'lap' }),
}

const recording: AssessingForm<typeof decision_form, Charge> = {
  ...{ ...of_charge, form: decision_form, find: atCharge('decide') },
  here: (to, { key: unit }) => to.standing_record({ unit }),
  say: async (_, __, { lang }) => {
    const words = assessing_words[lang]
    return { title: words.decide_alone, lead: words.decide_alone_lead, button: words.record }
  },
  optionsFor: async (db, _, { lang, today }) => ({
    place: (await listPlacesDecided(db, { day: today })).map(({ key, ...place }) => ({ value: key, label: sayPlace(place, lang) })),
    standing_level: (await listLevels(db, {})).map(level => ({
      value: level.standing_level,
      label: lang === 'vi' ? level.name_vi : level.name_en,
    })),
  }),
  take: (tx, actor, { c, answers, ...sent }) => recordDecision(tx, actor, { ...chargeOf(c), ...sent, decision: answers }),
  done: (to, _, c) => withFlash(to.countryside(chargeOf(c)), { xong: 'quyet-dinh' }),
}

type OneCriterion = { found: StandingCase; row: ResultRow }

const criterionOf = (c: WebContext) => ({ ...caseOf(c), number: numberOf(c.req.param('criterion')) })

const saying: AssessingForm<typeof result_form, OneCriterion> = {
  form: result_form,
  formAt: async (db, c) => resultFormOf(criterionOf(c).number, await listIndicators(db, criterionOf(c))),
  find: async (db, asked) => {
    const found = await atCase('submit')(db, asked)
    const row = found && (await listResults(db, found)).find(({ number }) => number === criterionOf(asked.c).number)
    return found && row ? { found, row } : null
  },
  crumb: ({ found }) => found.unit_name,
  back: (to, { found }) => to.assessment(found),
  here: (to, { found, row }) => to.assessment_criterion({ ...found, number: row.number }),
  say: async (_, { row }, { lang }) => ({
    title: `${row.number}. ${(lang === 'en' && row.name_en) || row.name_vi}`,
    button: assessing_words[lang].save,
  }),
  typedNow: ({ row }) => ({
    ...(row.is_met === null ? {} : { is_met: row.is_met ? 'yes' : 'no' }),
    ...{ value: row.value ?? '', evidence: row.evidence ?? '', in_charge: row.in_charge ?? '', due_on: row.due_on ?? '' },
    ...Object.fromEntries(row.indicators.map(({ number, value }) => [measuredField(number), value ?? ''])),
  }),
  take: (tx, actor, { c, answers, ...sent }) => recordResult(tx, actor, { ...criterionOf(c), ...sent, result: answers }),
  done: (to, _, c) => withFlash(to.assessment(caseOf(c)), { xong: 'luu' }),
}

const voting: AssessingForm<typeof vote_form, StandingCase> = {
  ...{ ...of_case, form: vote_form, find: atCase('vote') },
  here: (to, found) => to.assessment_vote(found),
  say: async (db, _, { lang, today }) => {
    const words = assessing_words[lang]
    const { attended_percent, favour_percent } = await findStandingRule(db, today)
    return { title: words.vote, lead: words.vote_lead(attended_percent, favour_percent), button: words.record }
  },
  take: (tx, actor, { c, answers, ...sent }) => voteOnCase(tx, actor, { ...caseOf(c), ...sent, vote: answers }),
  done: (to, _, c) => withFlash(to.assessment(caseOf(c)), { xong: 'bo-phieu' }),
}

const deciding: AssessingForm<typeof decide_form, StandingCase> = {
  ...{ ...of_case, form: decide_form, find: atCase('decide') },
  here: (to, found) => to.assessment_decide(found),
  say: async (_, __, { lang }) => {
    const words = assessing_words[lang]
    return { title: words.decide, lead: words.decide_lead, button: words.record }
  },
  typedNow: ({ assessed_on }) => ({ effective_year: assessed_on.slice(0, 4) }),
  take: (tx, actor, { c, answers, ...sent }) => decideStanding(tx, actor, { ...caseOf(c), ...sent, decision: answers }),
  done: (to, _, c) => withFlash(to.assessment(caseOf(c)), { xong: 'cong-nhan' }),
}

/** Its page, and what its form does. Whoever may not send it is told who can. */
function pageOf<F extends Form, Of>(of: AssessingForm<F, Of>): StaffPage {
  return { show: (c, work) => show(c, work, of), take: (c, work) => take(c, work, of) }
}

type Refused = { typed: Typed; problems: readonly Problem<AssessingCode>[] }

async function show<F extends Form, Of>(c: WebContext, work: StaffContext, of: AssessingForm<F, Of>, refused?: Refused): Promise<Response> {
  const { look, who, today, staff_page } = work
  const { lang, to } = staff_page.view
  const at = { lang, today }
  const shown = await look(async db => {
    const standing = await standingOf(db, who.person_id, today)
    const about = await of.find(db, { c, work, standing, was_refused: refused !== undefined })
    const form = (await of.formAt?.(db, c)) ?? of.form
    return about && { about, form, said: await of.say(db, about, at), options: await of.optionsFor?.(db, about, at) }
  })
  if (!shown) return forbid(c, who, rolesAt('standing', 'read'))
  const { about, form, said, options } = shown
  const page = {
    ...{ ...staff_page, form, said, options, crumb: of.crumb(about), typed: refused?.typed ?? of.typedNow?.(about, today) ?? {} },
    here: (t: Href) => of.here(t, about),
    cancel: { href: of.back(to, about), label: assessing_words[lang].back },
    field_errors: refused && sayProblems(assessing_problems, { lang, form }, refused.problems),
  }
  return showStaffPage(c, <AssessingFormPage {...page} />, refused ? 422 : 200)
}

async function take<F extends Form, Of>(c: WebContext, work: StaffContext, of: AssessingForm<F, Of>): Promise<Response> {
  const sent = await formOf(c)
  const form = (await work.look(async db => of.formAt?.(db, c))) ?? of.form
  const typed = typedInto(form, sent)
  const asked = { c, answers: answersIn(form, typed), key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => of.take(tx, work.actor, asked))
  if (!outcome.ok) return show(c, work, of, { typed, problems: outcome.problems })
  return c.redirect(of.done(c.var.view.to, outcome.value, c), 303)
}
