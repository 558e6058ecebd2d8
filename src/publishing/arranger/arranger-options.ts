import { sql } from 'kysely'
import { dayOf } from '../../basis/shared/dates.ts'
import type { Database, Db, Tx } from '../../platform/database/index.ts'
import { rolesThatMay, type Standing, standingOf } from '../../platform/role/index.ts'
import { forbid, numberOf, type StaffContext, type StaffRouteOptions } from '../../platform/sign-in/index.ts'
import type { WebContext } from '../../platform/web/index.ts'
import type { PortalOptions } from '../portal/index.ts'
import { type Arrangement, findArrangement } from './arrangement/find-arrangement.ts'

/**
 * What the arranger needs from outside: the whole database, for what is public is written by the register's owner; and
 * what the portal shows its pages from.
 */
export type ArrangerOptions = Omit<StaffRouteOptions, 'database'> & {
  database: Pick<Database, 'kysely' | 'connect' | 'db'>
  portal: PortalOptions
}

/** What somebody holds today. */
export function standingAt({ look, who, now }: StaffContext): Promise<Standing> {
  return look(db => standingOf(db, who.person_id, dayOf(now)))
}

/** Whether whoever asks may do an act to the pages; by the wall of the database itself. */
export async function mayToPages(db: Db, act: 'read' | 'arrange' | 'approve'): Promise<boolean> {
  const { rows } = await sql`select from newsrooms_of_pages(${act}) limit 1`.execute(db as Tx)
  return rows.length > 0
}

/** The arrangement of the address, where whoever asks may read it; otherwise who may. */
export async function arrangementAt(c: WebContext, { look, who }: StaffContext): Promise<Arrangement | Response> {
  const found = await look(db => findArrangement(db, numberOf(c.req.param('arrangement'))))
  return found ?? forbid(c, who, rolesThatMay('page', 'read'))
}
