import type { Hono } from 'hono'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Database } from '../../../platform/database/index.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import {
  forbid,
  formWithMarksOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
} from '../../../platform/sign-in/index.ts'
import { answersIn, problemsWith, sayProblems, type Typed, typedInto } from '../../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { decisionIn } from '../../organisation/index.ts'
import { atField, changeAlone, findTakenKeys, findUnitHere, keysFor, most_alone, type UnitCode, unit_problems } from '../../tree/index.ts'
import type { Roster } from '../roster.ts'
import { goOn, rosterOf } from '../roster-routes.tsx'
import { beginReading } from '../verbs/begin-reading.ts'
import { runReading } from '../verbs/run-roster.ts'
import { findNewCells } from './find-new-cells.ts'
import { cells_form } from './form.ts'
import { NewCellsPage } from './page.tsx'

export type NewCellsOptions = Omit<StaffRouteOptions, 'database'> & { database: Pick<Database, 'kysely' | 'connect'> }

/** The cells that a roster names and the register has not: founded by whoever may, and the roster read again. */
export function newCellsRoutes(options: NewCellsOptions): Hono<WebEnv> {
  return staffRoutes(options, [[staff_paths.roster_cells, { show, take: (c, work) => found(c, work, options) }]])
}

type Place = { roster: Roster; names: string[] }

/** The roster with what may be founded for it; another's is not read again, so nothing is founded for it. */
async function placeOf(c: WebContext, work: StaffContext): Promise<Place | Response> {
  const roster = await rosterOf(c, work)
  if (roster instanceof Response) return roster
  const names = roster.state === 'faulty' && roster.moves.includes('read') ? await findNewCells(work, roster) : []
  return names.length > 0 ? { roster, names } : forbid(c, work.who, rolesThatMay('unit', 'keep'))
}

async function show(c: WebContext, work: StaffContext, sent?: { typed: Typed; problems: readonly Problem<UnitCode>[] }): Promise<Response> {
  const place = await placeOf(c, work)
  if (place instanceof Response) return place
  const every = place.names.slice(0, most_alone).map((_, i) => i)
  const typed = sent?.typed ?? { cells: every.join(' '), from: place.roster.listed_on }
  const field_errors = sayProblems(unit_problems, { lang: work.staff_page.view.lang, form: cells_form }, sent?.problems ?? [])
  return showStaffPage(c, <NewCellsPage {...{ ...work.staff_page, ...place, typed, field_errors }} />, sent ? 422 : 200)
}

async function found(c: WebContext, work: StaffContext, options: NewCellsOptions): Promise<Response> {
  const place = await placeOf(c, work)
  if (place instanceof Response) return place
  const { roster, names } = place
  const { key = '', ...sent } = await formWithMarksOf(c)
  const typed = typedInto(cells_form, sent)
  const answers = answersIn(cells_form, typed)
  const wrong = [...problemsWith(cells_form, answers)]
  if (wrong.length > 0) return show(c, work, { typed, problems: wrong })
  const chosen = names.filter((_, i) => answers.cells.includes(String(i)))
  const plan = await planOf(work, roster, { chosen, from: answers.from, instrument: decisionIn(answers) })
  const outcome = await changeAlone(options.database, work.actor, { plan, now: work.now, key, request: { ...typed, chosen } })
  if (!outcome.ok) return show(c, work, { typed, problems: outcome.problems.map(atField) })
  return readAgain(c, work, roster)
}

type Founded = { chosen: string[]; from: string; instrument: ReturnType<typeof decisionIn> }

function planOf({ look, today }: StaffContext, { unit }: Roster, { chosen, from, instrument }: Founded) {
  return look(async db => {
    const [here] = await findUnitHere(db, { unit, day: today })
    const keys = keysFor(
      chosen.map(name => ({ name, parent: unit })),
      await findTakenKeys(db, chosen),
    )
    const cell = { unit_kind: 'cell', code: null, parent: unit, place: here?.place ?? null, from }
    return { instrument, units: chosen.map((name, i) => ({ ...cell, name, key: keys[i]! })), revisions: [] }
  })
}

async function readAgain(c: WebContext, work: StaffContext, roster: Roster): Promise<Response> {
  const { roster_import_id, unit, detail } = roster
  const chosen = { roster_import_id, sheet: detail.sheet ?? 0, mapping: detail.mapping ?? {}, now: work.now }
  const outcome = await work.change(tx => beginReading(tx, work.actor, chosen))
  if (outcome.ok) return goOn(c, work, roster, runReading)
  return c.redirect(c.var.view.to.roster_import({ unit, roster_import_id }), 303)
}
