import type { Hono } from 'hono'
import { rolesThatMay } from '../../platform/role/index.ts'
import { forbid, type StaffContext, type StaffRouteOptions, showStaffPage, staffRoutes } from '../../platform/sign-in/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { listBranches } from '../people/index.ts'
import { findTop } from '../rule/index.ts'
import { NoProgrammePage, ProgrammePage } from './pages/programme.tsx'
import { findOwnCell } from './reads/find-own-cell.ts'
import { isOver, listCampaigns } from './reads/list-campaigns.ts'
import { listPlans } from './reads/list-plans.ts'
import { listThemes } from './reads/list-themes.ts'

/** What is asked this year and by which authority, for whoever is signed in: in one's own cell, or in any unit. */
export function programmeRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.my_programme, { show: showMine }],
    [staff_paths.programme, { show: (c, work) => showIn(c, work, c.req.param('unit') ?? '') }],
  ])
}

/** Of their own cell; who is a member nowhere sees it where they work. */
async function showMine(c: WebContext, work: StaffContext): Promise<Response> {
  const { who, today, seats } = work
  const [cell] = await work.look(db => findOwnCell(db, { person_id: who.person_id, day: today }))
  const unit = cell?.key ?? seats[0]?.key
  return unit ? showIn(c, work, unit, true) : showStaffPage(c, <NoProgrammePage {...work.staff_page} />)
}

async function showIn(c: WebContext, work: StaffContext, unit: string, is_mine = false): Promise<Response> {
  const { today: day } = work
  const shown = await work.look(async db => {
    const [root] = await listBranches(db, { unit, day })
    if (!root) return null
    const campaigns = (await listCampaigns(db, { unit, day })).filter(campaign => !isOver(campaign))
    return {
      name: root.name,
      campaigns,
      themes: await listThemes(db, { unit, day, from_year: Math.min(Number(day.slice(0, 4)), ...campaigns.map(({ year }) => year)) }),
      programmes: await listPlans(db, { unit, day }),
      top: (await findTop(db, {}))[0] ?? null,
    }
  })
  if (!shown)
    return is_mine ? showStaffPage(c, <NoProgrammePage {...work.staff_page} />) : forbid(c, work.who, rolesThatMay('programme', 'plan'))
  return showStaffPage(c, <ProgrammePage {...{ ...work.staff_page, ...shown, unit, is_mine }} />)
}
