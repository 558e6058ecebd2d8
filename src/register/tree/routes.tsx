import type { Hono } from 'hono'
import { daysAsked, isDay, typedDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { oneLine } from '../../basis/shared/vietnamese.ts'
import { may, rolesThatMay, standingOf } from '../../platform/role/index.ts'
import { forbid, numberOf, type StaffContext, showStaffPage, staffRoutes } from '../../platform/sign-in/index.ts'
import { type Flash, sendWorkbook, wantsWorkbook } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { changeRoutes, type TreeOptions } from './change-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { TreePage } from './pages/tree.tsx'
import { UnitPage } from './pages/unit.tsx'
import { findUnitHere, type UnitHere } from './reads/find-unit-here.ts'
import { listAbove } from './reads/list-above.ts'
import { listBelow } from './reads/list-below.ts'
import { listHistory } from './reads/list-history.ts'
import { listHierarchies } from './reads/list-kinds.ts'
import { listSubtree } from './reads/list-subtree.ts'
import { searchUnits } from './reads/search-units.ts'
import { unitFormRoutes } from './unit-form-routes.tsx'
import { tree_words } from './words.ts'
import { foundWorkbook, subtreeWorkbook } from './workbooks.ts'

/** The tree of organisations: seen as of any day, searched; a unit added or named otherwise; what was changed. */
export function treeRoutes(options: TreeOptions): Hono<WebEnv> {
  const routes = staffRoutes(options, [
    [staff_paths.units, { show: showTree }],
    [staff_paths.unit, { show: showUnit }],
  ])
  routes.route('/', unitFormRoutes(options))
  routes.route('/', changeRoutes(options))
  routes.route('/', listRoutes(options))
  return routes
}

const most_found = 100
/** A province has fewer units. */
const most_in_a_workbook = 50_000
/** More than a province has communes. */
const most_below = 2000

/** The day asked for in the address, or today where there is none or none such. */
function dayAsked(c: WebContext, { today, now }: StaffContext): { day: string; is_no_day: boolean } {
  const asked = typedDay(c.req.query('ngay') ?? '')
  const { first, last } = daysAsked(now)
  if (asked === '') return { day: today, is_no_day: false }
  return isDay(asked) && asked >= first && asked <= last ? { day: asked, is_no_day: false } : { day: today, is_no_day: true }
}

async function showTree(c: WebContext, work: StaffContext): Promise<Response> {
  const words = oneLine(c.req.query('tim') ?? '').slice(0, 100)
  const { day, is_no_day } = dayAsked(c, work)
  const found = await work.look(async db => {
    const hierarchies = await listHierarchies(db, {})
    const hierarchy = hierarchies.find(row => row.hierarchy === c.req.query('he'))?.hierarchy ?? ''
    return {
      ...{ hierarchies, hierarchy },
      roots: words === '' ? await listBelow(db, { unit: null, day, most: most_found }) : [],
      found:
        words === '' ? null : await searchUnits(db, { words, hierarchy, day, most: wantsWorkbook(c) ? most_in_a_workbook : most_found }),
    }
  })
  if (wantsWorkbook(c) && found.found) {
    const { lang } = work.staff_page.view
    return sendWorkbook('to-chuc', foundWorkbook({ lang, now: work.now, words, found: found.found }))
  }
  const keeps_units = work.seats.some(({ role }) => rolesThatMay('unit', 'keep').includes(role))
  return showStaffPage(c, <TreePage {...{ ...work.staff_page, ...found, words, day, is_no_day, keeps_units, today: work.today }} />)
}

async function showUnit(c: WebContext, work: StaffContext): Promise<Response> {
  const { look, staff_page, today, now } = work
  const { day } = dayAsked(c, work)
  const found = await look(async db => {
    const [here] = await findUnitHere(db, { unit: c.req.param('unit') ?? '', day })
    if (!here) return null
    return {
      here,
      above: await listAbove(db, { unit_id: here.unit_id, hierarchy: here.hierarchy, day: here.day }),
      below: await listBelow(db, { unit: here.key, day: here.day, most: most_below }),
      history: await listHistory(db, { unit_id: here.unit_id }),
    }
  })
  if (!found) return forbid(c, work.who, rolesThatMay('unit', 'keep'))
  const { here } = found
  if (wantsWorkbook(c)) {
    const units = await look(db => listSubtree(db, { unit_id: here.unit_id, hierarchy: here.hierarchy, day: here.day }))
    return sendWorkbook(here.key, subtreeWorkbook({ lang: staff_page.view.lang, now, name: here.name, units }))
  }
  return showStaffPage(c, <UnitPage {...{ ...staff_page, ...found, today, may: await actsAt(work, here), told: flashOf(c, work) }} />)
}

/** What who reads may do with a unit; with one that has ended nothing. */
async function actsAt({ look, who, today }: StaffContext, { is_alive, founds_at, named_at, rank }: UnitHere) {
  const standing = await look(db => standingOf(db, who.person_id, today))
  const keeps = (unit_id: number | null) => is_alive && unit_id !== null && may(standing, 'unit', 'keep', { unit_id }).allowed
  const moves = is_alive && founds_at !== null && may(standing, 'merger', 'propose', { unit_id: founds_at }).allowed
  return { add: keeps(founds_at) && rank < lowest_rank, revise: keeps(named_at), move: moves && founds_at !== named_at }
}

/** Nothing stands under a cell. */
const lowest_rank = 4

/** What was done, with the way to undo it. */
function flashOf(c: WebContext, { staff_page: { view } }: StaffContext): string | Flash | undefined {
  const words = tree_words[view.lang]
  const say = lookUp(words.told, c.req.query('xong'))
  const unit_change_id = numberOf(c.req.query('so'))
  if (!say || unit_change_id === 0) return say
  return { say, undo: { action: view.to.unit_change_undo({ unit_change_id }), fields: [], label: words.undo, hint: words.undo_hint } }
}
