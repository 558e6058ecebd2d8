import type { Hono } from 'hono'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { rolesThatMay } from '../../platform/role/index.ts'
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
import { answersIn, sayProblems, type Typed, typedInto } from '../../platform/staff/index.ts'
import { type Language, staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { listBranches } from '../people/index.ts'
import { decideRule } from './decide-rule.ts'
import { RuleCheckPage, RulePage } from './pages/rule.tsx'
import { RulesPage } from './pages/rules.tsx'
import type { Waiting } from './pages/waiting-rule.tsx'
import { inForce, type OwnCode, type Rule, type RulePlace, type RuleVersion } from './rule.ts'
import { type RuleCode, rule_problems, rule_words } from './rule-words.ts'
import { type Decision, findWaiting } from './second-person.ts'
import { findTop, maySetRule, problemsWithRule, setRule } from './set-rule.ts'

/** Rules of all rooms: read by whoever is signed in, set by the office in charge, each seen once more before it holds. */
export function ruleRoutes({ rules, ...options }: StaffRouteOptions & { rules: readonly Rule[] }): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.rules, { show: (c, work) => showRules(c, work, rules) }],
    [staff_paths.rule, { show: (c, work) => showAsked(c, work, rules), take: (c, work) => takeAsked(c, work, rules) }],
    [staff_paths.rule_confirm, { take: (c, work) => decideAsked(c, work, { rules, outcome: 'confirmed' }) }],
    [staff_paths.rule_reject, { take: (c, work) => decideAsked(c, work, { rules, outcome: 'rejected' }) }],
    [staff_paths.rule_withdraw, { take: (c, work) => decideAsked(c, work, { rules, outcome: 'withdrawn' }) }],
  ])
}

async function showAsked(c: WebContext, work: StaffContext, rules: readonly Rule[]): Promise<Response> {
  const asked = await findAsked(c, work, rules)
  return asked ? showRule(c, work, asked) : forbid(c, work.who, rolesThatMay('programme', 'plan'))
}

async function takeAsked(c: WebContext, work: StaffContext, rules: readonly Rule[]): Promise<Response> {
  const asked = await findAsked(c, work, rules)
  return asked?.may_set ? send(c, work, asked) : forbid(c, work.who, rolesThatMay('programme', asked?.rule.act ?? 'plan'))
}

async function decideAsked(
  c: WebContext,
  work: StaffContext,
  { rules, outcome }: { rules: readonly Rule[]; outcome: Decision },
): Promise<Response> {
  const asked = await findAsked(c, work, rules)
  if (!asked?.may_set) return forbid(c, work.who, rolesThatMay('programme', asked?.rule.act ?? 'plan'))
  const { rule, place } = asked
  const { reason } = await formOf(c)
  const rule_proposal_id = numberOf(c.req.param('proposal'))
  const decided = await work.change(tx => decideRule(tx, work.actor, { rule, at: place, rule_proposal_id, outcome, reason }))
  if (!decided.ok) return showRule(c, work, asked, undefined, decided.problems, reason)
  const said = { confirmed: 'doi', rejected: 'bac', withdrawn: 'rut' }[outcome]
  return c.redirect(withFlash(c.var.view.to.rule({ unit: place.unit, rule: rule.rule }), { xong: said }), 303)
}

type Asked = { rule: Rule; place: RulePlace & { name: string }; may_set: boolean }
type Problems = readonly Problem<RuleCode | OwnCode>[]

const unitOf = (c: WebContext) => c.req.param('unit') ?? ''

async function findPlace(c: WebContext, { look, today, staff_page }: StaffContext): Promise<(RulePlace & { name: string }) | null> {
  const unit = unitOf(c)
  const [root] = await look(db => listBranches(db, { unit, day: today }))
  return root ? { unit, unit_id: root.unit_id, name: root.name, today, lang: staff_page.view.lang } : null
}

/** The rule and the unit that are asked for; a rule of the whole register is shown at the top alone. */
async function findAsked(c: WebContext, work: StaffContext, rules: readonly Rule[]): Promise<Asked | null> {
  const rule = rules.find(({ rule }) => rule === c.req.param('rule'))
  const place = await findPlace(c, work)
  if (!rule || !place) return null
  const { is_there, may_set } = await work.look(async db => ({
    is_there: rule.of === 'level' || (await findTop(db, {}))[0]?.unit_id === place.unit_id,
    may_set: await maySetRule(db, work.who.person_id, rule, place),
  }))
  return is_there ? { rule, place, may_set } : null
}

/** What the last press did, by its word in the address. */
function toldOf(lang: Language): Record<string, string> {
  const { done, proposed, withdrawn, rejected } = rule_words[lang]
  return { doi: done, trinh: proposed, rut: withdrawn, bac: rejected }
}

async function findInForce(db: Db, rule: Rule, place: RulePlace): Promise<RuleVersion[]> {
  return inForce(await rule.listVersions(db, { ...place, on: place.today }), place.today)
}

/** The rules of a unit; at the top those of the whole register, too. */
async function showRules(c: WebContext, work: StaffContext, rules: readonly Rule[]): Promise<Response> {
  const place = await findPlace(c, work)
  if (!place) return forbid(c, work.who, rolesThatMay('programme', 'plan'))
  const { lang } = work.staff_page.view
  const { top, shown } = await work.look(async db => {
    const [top] = await findTop(db, {})
    const here = rules.filter(({ of }) => of === 'level' || top?.unit_id === place.unit_id)
    const shown = []
    for (const rule of here) shown.push({ rule, now: await findInForce(db, rule, place) })
    return { top: top ?? null, shown }
  })
  const told = lookUp(toldOf(lang), c.req.query('xong'))
  return showStaffPage(c, <RulesPage {...{ ...work.staff_page, unit: place.unit, name: place.name, shown, top, told }} />)
}

/** What waits for a second person, for whoever may decide or has laid it. */
async function findWaitingHere(db: Db, { rule, place, may_set }: Asked, person_id: number): Promise<Waiting | null> {
  const found = rule.needs_second && may_set ? await findWaiting(db, rule, place) : null
  if (!found) return null
  const samples = rule.samples?.(answersIn(rule.form, found.typed)) ?? []
  return { ...found, samples, is_mine: found.proposed_by === person_id }
}

async function showRule(
  c: WebContext,
  work: StaffContext,
  asked: Asked,
  typed?: Typed,
  problems: Problems = [],
  reason?: string,
): Promise<Response> {
  const { rule, place, may_set } = asked
  const { lang } = work.staff_page.view
  const shown = await work.look(async db => ({
    versions: await rule.listVersions(db, place),
    typed: typed ?? (may_set ? { from: work.today, ...(await rule.typedNow(db, place)) } : {}),
    options: may_set ? await rule.optionsFor?.(db, place) : undefined,
    waiting: await findWaitingHere(db, asked, work.who.person_id),
  }))
  const waiting = shown.waiting && { ...shown.waiting, reason }
  const told = lookUp(toldOf(lang), c.req.query('xong'))
  const field_errors = sayProblems<RuleCode | OwnCode>({ ...rule_problems, ...rule.words }, { lang, form: rule.form }, problems)
  return showStaffPage(
    c,
    <RulePage
      {...{ ...work.staff_page, rule, ...shown, waiting, told }}
      {...{ unit: place.unit, name: place.name, today: place.today, may_set, field_errors }}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** Checks first, and sets it when the answers were seen: three answers to one address. */
async function send(c: WebContext, work: StaffContext, asked: Asked): Promise<Response> {
  const { rule, place } = asked
  const sent = await formOf(c)
  const typed = typedInto(rule.form, sent)
  if (sent.chac === 'sua') return showRule(c, work, asked, typed)
  const answers = answersIn(rule.form, typed)
  const problems = await work.look(db => problemsWithRule(db, rule, answers, place))
  if (problems.length > 0) return showRule(c, work, asked, typed, problems)
  if (sent.chac !== '1') return showCheck(c, work, asked, typed)
  const outcome = await work.change(tx => setRule(tx, work.actor, { rule, typed, at: place, key: sent.key ?? '' }))
  if (!outcome.ok) return showRule(c, work, asked, typed, outcome.problems)
  const said = { xong: rule.needs_second ? 'trinh' : 'doi' }
  return c.redirect(withFlash(c.var.view.to.rules({ unit: place.unit }), said), 303)
}

async function showCheck(c: WebContext, work: StaffContext, { rule, place }: Asked, typed: Typed): Promise<Response> {
  const answers = answersIn(rule.form, typed)
  const { now, follows, options } = await work.look(async db => ({
    now: await findInForce(db, rule, place),
    follows: (await rule.follows?.(db, answers, place)) ?? [],
    options: await rule.optionsFor?.(db, place),
  }))
  return showStaffPage(
    c,
    <RuleCheckPage
      {...{
        ...work.staff_page,
        rule,
        unit: place.unit,
        name: place.name,
        typed,
        now,
        follows,
        options,
        samples: rule.samples?.(answers) ?? [],
      }}
    />,
  )
}
