import type { Hono } from 'hono'
import type { Outcome } from '../../basis/shared/outcome.ts'
import type { Db, Tx } from '../../platform/database/index.ts'
import { may, rolesAt, type Standing, standingOf } from '../../platform/role/index.ts'
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
} from '../../platform/sign-in/index.ts'
import { type Answers, answersIn, type Form, sayProblems, type Typed, typedInto } from '../../platform/staff/index.ts'
import { type Href, type Language, staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { findExemplarRule } from './exemplar-rule.ts'
import { change_form, recognise_form, revoke_form, story_form, vote_form } from './forms.ts'
import { declareModel, endModel, mayDeclare, mayEnd } from './model/declare-model.ts'
import { declare_form, end_form } from './model/forms.ts'
import { model_words } from './model/words.ts'
import { CaseFormPage } from './pages/case-form.tsx'
import { type ExemplarCode, exemplar_problems } from './problem-words.ts'
import { findStory } from './reads/case-parts.ts'
import { findNomination, type Nomination } from './reads/find-nomination.ts'
import { changeNomination } from './verbs/change-nomination.ts'
import { recogniseExemplar, revokeRecognition } from './verbs/recognise-exemplar.ts'
import { recordVote } from './verbs/record-vote.ts'
import { type Clerk, decideStep } from './verbs/take-step.ts'
import { writeStory } from './verbs/write-story.ts'
import { exemplar_words } from './words.ts'

/** The forms of a case that ask for more than a few words. */
export function formRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.nomination_change, pageOf(changing)],
    [staff_paths.nomination_vote, pageOf(voting)],
    [staff_paths.nomination_recognise, pageOf(recognising)],
    [staff_paths.nomination_revoke, pageOf(revoking)],
    [staff_paths.nomination_story, pageOf(telling)],
    [staff_paths.nomination_model, pageOf(declaring)],
    [staff_paths.model_end, pageOf(ending)],
  ])
}

type Sent<F extends Form> = { nomination_id: number; model_id: number; answers: Answers<F>; key: string; today: string }
type Said = { title: string; lead?: string; button: string }

/** A form of a case: who may send it now, what stands in it at first, what it says, and what it does. */
type CaseForm<F extends Form> = {
  form: F
  here: (to: Href, at: { nomination_id: number; model_id: number }) => string
  mayNow(found: Nomination, standing: Standing): boolean
  typedNow?(db: Db, found: Nomination): Promise<Typed>
  say(db: Db, lang: Language, today: string): Promise<Said>
  take(tx: Tx, actor: Clerk, sent: Sent<F>): Promise<Outcome<unknown, ExemplarCode>>
  told: string
}

const changing: CaseForm<typeof change_form> = {
  form: change_form,
  here: (to, at) => to.nomination_change(at),
  mayNow: (found, standing) => decideStep(found, 'submit', standing).ok,
  typedNow: async (_, { achievement, account }) => ({ achievement, account }),
  say: async (_, lang) => ({ title: exemplar_words[lang].change, button: exemplar_words[lang].change_button }),
  take: (tx, actor, { answers, ...sent }) => changeNomination(tx, actor, { ...sent, text: answers }),
  told: 'sua',
}

const voting: CaseForm<typeof vote_form> = {
  form: vote_form,
  here: (to, at) => to.nomination_vote(at),
  mayNow: (found, standing) => decideStep(found, 'vote', standing).ok,
  say: async (db, lang, today) => {
    const words = exemplar_words[lang]
    const { attended_percent, favour_percent } = await findExemplarRule(db, today)
    return { title: words.vote, lead: words.vote_lead(attended_percent, favour_percent), button: words.vote_button }
  },
  take: (tx, actor, { answers, ...sent }) => recordVote(tx, actor, { ...sent, vote: answers }),
  told: 'bo-phieu',
}

const recognising: CaseForm<typeof recognise_form> = {
  form: recognise_form,
  here: (to, at) => to.nomination_recognise(at),
  mayNow: (found, standing) => decideStep(found, 'recognise', standing).ok,
  say: async (_, lang) => ({ title: exemplar_words[lang].recognise, button: exemplar_words[lang].recognise_button }),
  take: (tx, actor, { answers, ...sent }) => recogniseExemplar(tx, actor, { ...sent, award: answers }),
  told: 'cong-nhan',
}

const revoking: CaseForm<typeof revoke_form> = {
  form: revoke_form,
  here: (to, at) => to.nomination_revoke(at),
  mayNow: (found, standing) => decideStep(found, 'revoke', standing).ok,
  say: async (_, lang) => {
    const words = exemplar_words[lang]
    return { title: words.revoke, lead: words.revoke_lead, button: words.revoke_button }
  },
  take: (tx, actor, { answers, ...sent }) => revokeRecognition(tx, actor, { ...sent, instrument: answers }),
  told: 'thu-hoi',
}

const telling: CaseForm<typeof story_form> = {
  form: story_form,
  here: (to, at) => to.nomination_story(at),
  mayNow: ({ unit_id }, standing) => may(standing, 'exemplar', 'nominate', { unit_id }).allowed,
  typedNow: async (db, { exemplar_id }) => (await findStory(db, { exemplar_id }))[0] ?? {},
  say: async (_, lang) => {
    const words = exemplar_words[lang]
    return { title: words.story, lead: words.story_lead, button: words.story_button }
  },
  take: (tx, actor, { answers, ...sent }) => writeStory(tx, actor, { ...sent, story: answers }),
  told: 'chuyen',
}

const declaring: CaseForm<typeof declare_form> = {
  form: declare_form,
  here: (to, at) => to.nomination_model(at),
  mayNow: mayDeclare,
  say: async (_, lang) => {
    const words = model_words[lang]
    return { title: words.declare, lead: words.declare_lead, button: words.declare_button }
  },
  take: (tx, actor, { answers, ...sent }) => declareModel(tx, actor, { ...sent, model: answers }),
  told: 'mo-hinh',
}

const ending: CaseForm<typeof end_form> = {
  form: end_form,
  here: (to, { nomination_id, model_id }) => to.model_end({ nomination_id, model: String(model_id) }),
  mayNow: mayEnd,
  say: async (_, lang) => ({ title: model_words[lang].end_model, button: model_words[lang].end_model }),
  take: (tx, actor, { answers, ...sent }) => endModel(tx, actor, { ...sent, end: answers }),
  told: 'mo-hinh',
}

/** Its page, and what its form does. Whoever may not send it is told who can. */
function pageOf<F extends Form>(of: CaseForm<F>): StaffPage {
  return { show: (c, work) => show(c, work, of), take: (c, work) => take(c, work, of) }
}

type Refused = { typed: Typed; problems: readonly { code: ExemplarCode; field?: string }[] }

async function show<F extends Form>(c: WebContext, work: StaffContext, of: CaseForm<F>, refused?: Refused): Promise<Response> {
  const { look, who, today, staff_page } = work
  const { lang } = staff_page.view
  const shown = await look(async db => {
    const found = await findNomination(db, numberOf(c.req.param('nomination')), today)
    // What was refused is shown with its sentence, even where the case has moved on meanwhile.
    if (!found || !(refused || of.mayNow(found, await standingOf(db, who.person_id, today)))) return null
    return { found, said: await of.say(db, lang, today), typed: refused?.typed ?? (await of.typedNow?.(db, found)) ?? {} }
  })
  if (!shown) return forbid(c, who, rolesAt('exemplar', 'read'))
  const { form } = of
  const field_errors = refused && sayProblems(exemplar_problems, { lang, form }, refused.problems)
  const here = (to: Href) => of.here(to, { nomination_id: shown.found.nomination_id, model_id: numberOf(c.req.param('model')) })
  return showStaffPage(c, <CaseFormPage {...{ ...staff_page, ...shown, form, here, field_errors }} />, refused ? 422 : 200)
}

async function take<F extends Form>(c: WebContext, work: StaffContext, of: CaseForm<F>): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(of.form, sent)
  const nomination_id = numberOf(c.req.param('nomination'))
  const asked = {
    nomination_id,
    model_id: numberOf(c.req.param('model')),
    answers: answersIn(of.form, typed),
    key: sent.key ?? '',
    today: work.today,
  }
  const outcome = await work.change(tx => of.take(tx, work.actor, asked))
  if (!outcome.ok) return show(c, work, of, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.nomination({ nomination_id }), { xong: of.told }), 303)
}
