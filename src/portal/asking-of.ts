import type { Db } from '../database/index.ts'
import { type Ask, asking as askingFigures } from '../figure/index.ts'
import { dayOf } from '../shared/dates.ts'
import type { Reading } from '../web/index.ts'
import type { Asking } from './blocks/block.ts'

/** What the portal needs from outside. `askAt` gives the figures as they are asked at an instant, remembered or not; `clock` is the server's. */
export type PortalOptions = { db: Db; askAt?: (now: Date) => Ask; clock?: () => Date }

/** One request's view of the register. */
export function askingOf({ db, askAt = now => askingFigures(db, now), clock = () => new Date() }: PortalOptions, reading: Reading): Asking {
  const now = clock()
  return { db, ask: askAt(now), now, reading, day: dayOf(now) }
}
