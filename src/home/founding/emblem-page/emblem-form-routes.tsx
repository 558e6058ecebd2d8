import type { Hono } from 'hono'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf } from '../../../basis/shared/outcome.ts'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import { answersIn, problemsWith, sayProblems, type Typed, typedInto } from '../../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { decisionIn, recordInstrument, reviseEmblem } from '../../../register/organisation/index.ts'
import { by_instrument, findTop, maySetRule, type RulePlace } from '../../../register/rule/index.ts'
import { emblem_limits, isEmblem } from '../emblem.ts'
import type { KeptProfile } from '../keep-profile.ts'
import { profile } from '../rules/profile.ts'
import { EmblemPage } from './emblem-page.tsx'
import { emblem_problems, emblem_words } from './emblem-words.ts'

type EmblemOptions = StaffRouteOptions & { kept: KeptProfile }

/** The emblem at the head of every page: read and changed by the office that sets the rules of the whole register. */
export function emblemFormRoutes({ kept, ...options }: EmblemOptions): Hono<WebEnv> {
  return staffRoutes(options, [[staff_paths.emblem, { show: (c, work) => show(c, work, kept), take: (c, work) => take(c, work, kept) }]])
}

type Code = keyof typeof emblem_problems & string
type Place = RulePlace & { name: string }
type Sent = { typed: Typed; problems: readonly Problem<Code>[] }

/** The top, where who asks sets the rules there; null otherwise. */
async function findPlace(db: Db, c: WebContext, { who, today, staff_page }: StaffContext): Promise<Place | null> {
  const [top] = await findTop(db, {})
  if (!top || top.key !== c.req.param('unit')) return null
  const place = { unit: top.key, unit_id: top.unit_id, name: top.name, today, lang: staff_page.view.lang }
  return (await maySetRule(db, who.person_id, profile, place)) ? place : null
}

async function show(c: WebContext, work: StaffContext, { profile: { emblem } }: KeptProfile, sent?: Sent): Promise<Response> {
  const place = await work.look(db => findPlace(db, c, work))
  if (!place) return forbid(c, work.who, rolesThatMay('programme', 'keep'))
  const { unit, name, lang } = place
  const field_errors = sayProblems(emblem_problems, { lang, form: by_instrument }, sent?.problems ?? [])
  const told = c.req.query('xong') === 'doi' ? emblem_words[lang].saved : undefined
  const page = { ...work.staff_page, unit, name, now: emblem?.path ?? null, typed: sent?.typed ?? {}, field_errors, told }
  return showStaffPage(c, <EmblemPage {...page} />, sent ? 422 : 200)
}

async function take(c: WebContext, work: StaffContext, kept: KeptProfile): Promise<Response> {
  const place = await work.look(db => findPlace(db, c, work))
  if (!place) return forbid(c, work.who, rolesThatMay('programme', 'keep'))
  const sent = await formOf(c)
  const typed = typedInto(by_instrument, sent)
  const emblem = await emblemIn(c)
  const wrong = problemsOf<Code>([...problemsWithEmblem(emblem), ...problemsWith(by_instrument, answersIn(by_instrument, typed))])
  if (wrong) return show(c, work, kept, { typed, problems: wrong.problems })
  const outcome = await work.change(tx => changeEmblem(tx, work.actor, { place, emblem, typed, key: sent.key ?? '' }))
  if (!outcome.ok) return show(c, work, kept, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.emblem({ unit: place.unit }), { xong: 'doi' }), 303)
}

/** What was sent as a picture, no more of it than can be one. */
async function emblemIn(c: WebContext): Promise<Buffer> {
  const { emblem } = await c.req.parseBody()
  return emblem instanceof File && emblem.size <= emblem_limits.size ? Buffer.from(await emblem.arrayBuffer()) : Buffer.alloc(0)
}

function* problemsWithEmblem(emblem: Buffer): Generator<Problem<Code>> {
  if (!isEmblem(emblem)) yield { code: 'not-an-emblem', field: 'emblem', limit: emblem_limits.most }
}

type Change = { place: Place; emblem: Buffer; typed: Typed; key: string }

function changeEmblem(tx: Tx, actor: StaffContext['actor'], { place, emblem, typed, key }: Change): Promise<Outcome<null, Code>> {
  const digest = digestOf(emblem.toString('base64'))
  return once<null, never>(tx, actor, { key, act: 'set-emblem', request: { digest, ...typed } }, async () => {
    const instrument_id = await recordInstrument(tx, { ...decisionIn(answersIn(by_instrument, typed)), kind: 'decision' })
    await reviseEmblem(tx, { emblem, instrument_id })
    const told = { act: 'set-rule', object: 'rule', object_id: `bieu-trung/${place.unit_id}`, digest }
    await record(tx, actor, { ...told, retention: 'organisation' })
    return done(null)
  })
}
