import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, asOwner, change, type Database, type Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { type Access, formOf, showStaffPage } from '../../../platform/sign-in/index.ts'
import { type Typed, typedInto } from '../../../platform/staff/index.ts'
import { showError, staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { type Founded, foundRegister, problemWithBeginning } from '../found-register.ts'
import type { Founding } from '../founding.ts'
import { isBegun } from '../is-begun.ts'
import { type FoundingCode, fieldErrorsIn } from '../words.ts'
import { foundingOf, placeOf } from './compose.ts'
import type { SetupDoor } from './door.ts'
import { code_form, forms, type StepName, step_names } from './forms.ts'
import { CodePage } from './pages/code.tsx'
import { FoundedPage } from './pages/founded.tsx'
import { StepPage } from './pages/step.tsx'
import { TasksPage } from './pages/tasks.tsx'
import { readSteps, saveStep } from './saved-steps.ts'
import { setup_words, step_words } from './setup-words.ts'
import { problemsInStep } from './step-problems.ts'
import { type SavedSteps, suggestedFor, typedSteps } from './suggest.ts'

export type SetupOptions = {
  database: Pick<Database, 'db' | 'connect' | 'clock'>
  door: SetupDoor
  is_behind_tls: boolean
  access: Pick<Access, 'originOf'>
}

const machine: Actor = { person_id: null, name: 'neu-guong setup' }
const cookie_name = 'neu-guong-dung-so'
const cookie_lasts_s = 7 * 86_400

/**
 * «Dựng sổ»: an empty register is filled in step by step, by whoever typed the code of the start. Once it is founded
 * nothing of this is there any more.
 */
export function setupRoutes(options: SetupOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const { database, door } = options
  const at = (answer: (c: WebContext, options: SetupOptions) => Promise<Response>) => async (c: WebContext) => {
    if (await isBegun(database.db)) return showError(c, 404)
    if (!door.isOpenTo(getCookie(c, cookie_name, prefixOf(options)))) return askForCode(c)
    return answer(c, options)
  }
  routes.post(staff_paths.setup_code, async c => ((await isBegun(database.db)) ? showError(c, 404) : enter(c, options)))
  routes.get(staff_paths.setup, at(showTasks))
  routes.get(staff_paths.setup_step, at(showStep))
  routes.post(staff_paths.setup_step, at(save))
  routes.post(staff_paths.setup_found, at(found))
  return routes
}

function askForCode(c: WebContext): Response {
  const { view } = c.var
  const is_here = c.req.method === 'GET' && c.req.param('step') === undefined
  return is_here ? showStaffPage(c, <CodePage view={view} />) : c.redirect(view.to.setup(), 303)
}

async function enter(c: WebContext, options: SetupOptions): Promise<Response> {
  const { lang, to } = c.var.view
  const token = options.door.enter(code_form.code.read((await formOf(c)).code))
  if (token === null) {
    const field_errors = [{ field: 'code', say: setup_words[lang].wrong_code }]
    return showStaffPage(c, <CodePage {...{ view: c.var.view, field_errors }} />, 422)
  }
  const { is_behind_tls: secure } = options
  setCookie(c, cookie_name, token, {
    ...{ path: '/', httpOnly: true, sameSite: 'Strict', secure, prefix: prefixOf(options), maxAge: cookie_lasts_s },
  })
  await beforeFounding(options, tx => {
    const content = { object: 'founding', object_id: 'code', digest: digestOf({ at: options.database.clock() }) }
    return record(tx, machine, { act: 'open-founding', ...content, retention: 'organisation' })
  })
  return c.redirect(to.setup(), 303)
}

/** Over TLS a cookie that no other site of the domain can set. */
function prefixOf({ is_behind_tls }: SetupOptions): 'host' | undefined {
  return is_behind_tls ? 'host' : undefined
}

async function showTasks(c: WebContext, { database }: SetupOptions): Promise<Response> {
  return showStaffPage(c, <TasksPage view={c.var.view} saved={await readSteps(database)} />)
}

async function showStep(c: WebContext, { database }: SetupOptions): Promise<Response> {
  const step = stepOf(c)
  if (!step) return showError(c, 404)
  const saved = await readSteps(database)
  const typed = saved[step] ?? suggestedFor(step, saved, dayOf(database.clock()))
  return showStaffPage(c, <StepPage {...{ view: c.var.view, step, typed }} />)
}

function stepOf(c: WebContext): StepName | undefined {
  const slug = c.req.param('step')
  return step_names.find(step => step_words[step].slug === slug)
}

/** On to the next step that is open, or back to the list. */
async function save(c: WebContext, options: SetupOptions): Promise<Response> {
  const step = stepOf(c)
  if (!step) return showError(c, 404)
  const { database } = options
  const { view } = c.var
  const now = database.clock()
  const saved = await readSteps(database)
  const typed = { ...typedInto(forms[step], await formOf(c)), ...(step === 'register' && (await emblemSent(c, saved))) }
  const problems = problemsInStep(step, { typed, saved, today: dayOf(now), now })
  if (problems.length > 0) {
    return showStaffPage(c, <StepPage {...{ view, step, typed, field_errors: fieldErrorsIn(view.lang, problems, forms[step]) }} />, 422)
  }
  const kept = await beforeFounding(options, tx => saveStep(tx, machine, { step, typed, now }))
  if (!kept.ok) return showError(c, 404)
  const next = step_names.find(other => other !== step && !saved[other])
  return c.redirect(next ? view.to.setup_step({ step: step_words[next].slug }) : view.to.setup(), 303)
}

/** The picture that was sent, or the one that was sent before, as base64. */
async function emblemSent(c: WebContext, saved: SavedSteps): Promise<Typed> {
  const { emblem: sent } = await c.req.parseBody()
  const bytes = sent instanceof File && sent.size > 0 ? Buffer.from(await sent.arrayBuffer()) : null
  const emblem = bytes?.toString('base64') ?? saved.register?.emblem
  return emblem ? { emblem } : {}
}

/** All or nothing; what is refused leads to the step where it is mended. */
async function found(c: WebContext, options: SetupOptions): Promise<Response> {
  const { database, access } = options
  const { view } = c.var
  const now = database.clock()
  const saved = await readSteps(database)
  if (step_names.some(step => !saved[step])) return c.redirect(view.to.setup(), 303)
  const { emblem } = saved.register ?? {}
  const founding = { file: foundingOf(typedSteps(saved, dayOf(now))), emblem: emblem ? Buffer.from(emblem, 'base64') : null, now }
  const founded = await foundOnce(options, founding)
  if (!founded.ok) {
    const field_errors = founded.problems.map(problem => {
      const [said] = fieldErrorsIn(view.lang, [problem])
      const place = placeOf(problem)
      return place
        ? { ...said!, field: place.field, href: `${view.to.setup_step({ step: step_words[place.step].slug })}#${place.field}` }
        : said!
    })
    return showStaffPage(c, <TasksPage {...{ view, saved, field_errors }} />, 422)
  }
  const addressOf = (code: string) => new URL(view.to.invitation({ code }), access.originOf(c)).href
  return showStaffPage(c, <FoundedPage {...{ view, addressOf, ...founded.value }} />)
}

/** A button that is pressed twice founds once, and both presses see the sheets: their codes are nowhere else. */
function foundOnce(
  { database, door }: SetupOptions,
  asked: { file: Founding; emblem: Buffer | null; now: Date },
): Promise<Outcome<Founded, FoundingCode>> {
  const running = under_way.get(door)
  if (running) return running
  const founding = asOwner(database, owned => change(owned, machine, tx => foundRegister(tx, machine, asked)))
  under_way.set(door, founding)
  const forget = () => under_way.delete(door)
  founding.then(forget, forget)
  return founding
}

const under_way = new WeakMap<SetupDoor, Promise<Outcome<Founded, FoundingCode>>>()

/** A change while the register is not founded, as its owner. Refusals: those of `problemWithBeginning`. */
function beforeFounding({ database }: SetupOptions, work: (tx: Tx) => Promise<void>): Promise<Outcome<null, FoundingCode>> {
  return asOwner(database, owned =>
    change(owned, machine, async tx => {
      const begun = await problemWithBeginning(tx)
      if (begun) return refused(begun)
      await work(tx)
      return done(null)
    }),
  )
}
