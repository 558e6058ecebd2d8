import { dayOf } from '../../basis/shared/dates.ts'
import type { CheckText } from '../../numbers/check/index.ts'
import type { FiguresAt } from '../../numbers/figure/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { may, type Standing, standingOf } from '../../platform/role/index.ts'
import { numberOf, type StaffContext, type StaffRouteOptions } from '../../platform/sign-in/index.ts'
import type { WebContext } from '../../platform/web/index.ts'
import { type Draft, findDraft, type NumbersAsked } from '../newsroom/index.ts'

/**
 * What the news desk needs from outside: the whole database, for what is published is written by the register's owner;
 * the figures, remembered or not; and the number check in its processes.
 */
export type DeskOptions = Omit<StaffRouteOptions, 'database'> & {
  database: Pick<Database, 'kysely' | 'connect' | 'db'>
  figuresAt(now: Date): FiguresAt
  check: CheckText
  /** Whether there is a mail server: without one nobody is asked whether they want letters. */
  can_mail?: boolean
}

type DeskAct = 'write' | 'edit' | 'check' | 'approve' | 'withdraw'

/** What somebody holds today. */
export function standingAt({ look, who, now }: StaffContext): Promise<Standing> {
  return look(db => standingOf(db, who.person_id, dayOf(now)))
}

/** The newsrooms where somebody may do an act; most people have one. */
export function newsroomsWhereMay(standing: Standing, act: DeskAct | 'read'): number[] {
  return standing.held.map(({ unit_id }) => unit_id).filter(unit_id => may(standing, 'article', act, { unit_id }).allowed)
}

/**
 * The draft of the address, where whoever asks may read it: by what they hold here, and once more by the wall of the
 * database.
 */
export async function findReadableDraft(c: WebContext, work: StaffContext): Promise<Draft | null> {
  const draft = await work.look(db => findDraft(db, numberOf(c.req.param('draft'))))
  return draft && newsroomsWhereMay(await standingAt(work), 'read').includes(draft.unit_id) ? draft : null
}

/** By which day the numbers of a draft are judged: that of its publication, where one is approved; otherwise today. */
export function numbersFor({ check }: Pick<DeskOptions, 'check'>, now: Date, { publish_at }: Pick<Draft, 'publish_at'>): NumbersAsked {
  const published_at = publish_at ?? now.toISOString()
  return { clock: { published_at, recorded_as_of: now.toISOString() }, checking: { check, now } }
}

/** The same of a draft that is only looked at: the map and the figures as they are remembered. */
export function numbersToShow(options: DeskOptions, now: Date, draft: Pick<Draft, 'publish_at'>): NumbersAsked {
  const { clock, checking } = numbersFor(options, now, draft)
  return { clock, checking: { ...checking, figures: options.figuresAt(now) } }
}
