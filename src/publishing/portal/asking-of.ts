import { dayOf } from '../../basis/shared/dates.ts'
import { type FiguresAt, figuresAt as plainFiguresAt } from '../../numbers/figure/index.ts'
import type { Db } from '../../platform/database/index.ts'
import type { ViewContext } from '../../platform/web/index.ts'
import type { Asking } from './blocks/block.ts'

/**
 * What the portal needs from outside. `figuresAt` gives the figures at an instant, remembered or not; `clock` is the
 * server's.
 */
export type PortalOptions = { db: Db; figuresAt?: (now: Date) => FiguresAt; clock?: () => Date }

/** One request's view of the register. */
export function askingOf(
  { db, figuresAt = now => plainFiguresAt(db, now), clock = () => new Date() }: PortalOptions,
  view: ViewContext,
): Asking {
  const now = clock()
  return { db, ...figuresAt(now), view, day: dayOf(now) }
}
