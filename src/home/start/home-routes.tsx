import type { Hono } from 'hono'
import type { Db } from '../../platform/database/index.ts'
import {
  type FindNotices,
  findAccountNotices,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
} from '../../platform/sign-in/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { findTask, listDeeds, listTasks, readCommitment, type Task, toldBy } from '../../register/commitment/index.ts'
import { listMyPlans } from '../../register/plan/index.ts'
import { listMyReminders } from '../../register/reminder/index.ts'
import { countSeats } from './count-seats.ts'
import { HomePage, type Shown } from './pages/home.tsx'

/** What of other rooms stands on the home page. */
export type HomeOptions = StaffRouteOptions & { notices?: readonly FindNotices[] }

/** The page after signing in: what waits for its reader, in every role that they hold. */
export function homeRoutes({ notices = [], ...options }: HomeOptions): Hono<WebEnv> {
  return staffRoutes(options, [[staff_paths.my_commitments, { show: (c, work) => showHome(c, work, options, notices) }]])
}

const most_years = 6

async function showHome(
  c: WebContext,
  work: StaffContext,
  { database }: StaffRouteOptions,
  notices: readonly FindNotices[],
): Promise<Response> {
  const { staff_page, seats, who, today, now, look } = work
  const news = await findAccountNotices(database, who, now)
  const lines = (await Promise.all(notices.map(find => find(work)))).flat()
  const { standings, shown, reminders, plans } = await look(async db => {
    const tasks = (await listTasks(db, { person_id: who.person_id })).slice(0, most_years)
    const all: Shown[] = []
    for (const { obligation_id } of tasks) {
      const task = (await findTask(db, { obligation_id, day: today }))[0]!
      all.push({ task, ...(await shownOf(db, task)) })
    }
    return {
      standings: await countSeats(db, seats, { person_id: who.person_id, day: today, now }),
      shown: all,
      reminders: await listMyReminders(db, { day: today }),
      plans: (await listMyPlans(db, { person_id: who.person_id, day: today })).filter(({ is_held }) => is_held),
    }
  })
  const receives = ({ task }: Shown) => task.opens_on <= today && task.closes_on >= today
  const [open, past] = [shown.filter(receives), shown.filter(one => !receives(one))]
  return showStaffPage(
    c,
    <HomePage {...{ ...staff_page, today, seats: standings, reminders, plans, open, past, news, lines, told: toldBy(c) }} />,
  )
}

async function shownOf(db: Db, { commitment_id }: Task): Promise<Pick<Shown, 'text' | 'deeds'>> {
  if (commitment_id === null) return { text: null, deeds: [] }
  return { text: await readCommitment(db, commitment_id), deeds: await listDeeds(db, { commitment_id }) }
}
