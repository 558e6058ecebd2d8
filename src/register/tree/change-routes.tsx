import type { Hono } from 'hono'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Outcome, Problem } from '../../basis/shared/outcome.ts'
import type { Database } from '../../platform/database/index.ts'
import { rolesThatMay } from '../../platform/role/index.ts'
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
import { sayProblems, sendWorkbook, wantsWorkbook } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { confirmChange, refuseChange, undoChange } from './change/decide-change.ts'
import { findChange, hasCharge, listChanges } from './change/list-changes.ts'
import { ChangePage } from './pages/change.tsx'
import { ChangesPage } from './pages/changes.tsx'
import type { UnitCode } from './problem-words.ts'
import { unit_problems } from './problem-words.ts'
import { listKinds } from './reads/list-kinds.ts'
import { listNamed } from './reads/list-named.ts'
import { tree_words } from './words.ts'
import { changesWorkbook, changeWorkbook } from './workbooks.ts'

export type TreeOptions = Omit<StaffRouteOptions, 'database'> & { database: Pick<Database, 'kysely' | 'connect'> }

/** The changes of units: the list, one of it, the second person's word, and the way back. */
export function changeRoutes(options: TreeOptions): Hono<WebEnv> {
  const { database } = options
  const refuse = (move: 'reject' | 'withdraw', said: string): StaffPage => ({
    take: async (c, work) => {
      const { reason = '' } = await formOf(c)
      const outcome = await work.change(tx => refuseChange(tx, work.actor, { ...askedOf(c, work), move, reason }))
      return answer(c, work, outcome, said, reason)
    },
  })
  const confirm: StaffPage = {
    take: async (c, work) => answer(c, work, await confirmChange(database, work.actor, askedOf(c, work)), 'xac-nhan'),
  }
  const undo: StaffPage = {
    take: async (c, work) => answer(c, work, await undoChange(database, work.actor, askedOf(c, work)), 'hoan-tac'),
  }
  return staffRoutes(options, [
    [staff_paths.unit_changes, { show: showChanges }],
    [staff_paths.unit_change, { show: showChange }],
    [staff_paths.unit_change_confirm, confirm],
    [staff_paths.unit_change_undo, undo],
    [staff_paths.unit_change_reject, refuse('reject', 'bac')],
    [staff_paths.unit_change_withdraw, refuse('withdraw', 'rut')],
  ])
}

const idOf = (c: WebContext) => numberOf(c.req.param('change'))
const askedOf = (c: WebContext, { now }: StaffContext) => ({ unit_change_id: idOf(c), now })

async function showChanges(c: WebContext, { look, staff_page, seats, who, now }: StaffContext): Promise<Response> {
  const changes = await look(db => listChanges(db))
  const roles = rolesThatMay('unit', 'keep')
  if (changes.length === 0 && !seats.some(({ role }) => roles.includes(role))) return forbid(c, who, roles)
  if (wantsWorkbook(c)) return sendWorkbook('thay-doi-don-vi', changesWorkbook({ lang: staff_page.view.lang, now, changes }))
  return showStaffPage(c, <ChangesPage {...{ ...staff_page, changes }} />)
}

type Refused = { problems: readonly Problem<UnitCode>[]; reason: string }

async function showChange(c: WebContext, { look, staff_page, who, today, now }: StaffContext, refused?: Refused): Promise<Response> {
  const found = await look(async db => {
    const change = await findChange(db, idOf(c))
    if (!change) return null
    const { plan } = change
    const units = [...plan.units.flatMap(({ parent }) => parent ?? []), ...plan.revisions.map(({ unit }) => unit)]
    const may = (act: 'keep' | 'confirm') => hasCharge(db, { person_id: who.person_id, plan, act, today })
    return {
      change,
      kinds: await listKinds(db, {}),
      named: new Map((await listNamed(db, { units, day: today })).map(unit => [unit.key, unit])),
      may: { confirm: await may('confirm'), undo: await may('keep') },
    }
  })
  if (!found) return forbid(c, who, rolesThatMay('unit', 'confirm'))
  const { lang } = staff_page.view
  if (wantsWorkbook(c)) return sendWorkbook('thay-doi-don-vi', changeWorkbook({ lang, now, change: found.change }))
  const page = {
    ...{ ...staff_page, ...found, reason: refused?.reason },
    is_own: found.change.laid_by === who.person_id,
    field_errors: sayProblems(unit_problems, { lang }, refused?.problems ?? []),
    told: lookUp(tree_words[lang].told, c.req.query('xong')),
  }
  return showStaffPage(c, <ChangePage {...page} />, refused ? 422 : 200)
}

/** Back to the change, as it stands now. */
async function answer(
  c: WebContext,
  work: StaffContext,
  outcome: Outcome<unknown, UnitCode>,
  said: string,
  reason = '',
): Promise<Response> {
  if (!outcome.ok) return showChange(c, work, { problems: outcome.problems, reason })
  return c.redirect(withFlash(c.var.view.to.unit_change({ unit_change_id: idOf(c) }), { xong: said }), 303)
}
