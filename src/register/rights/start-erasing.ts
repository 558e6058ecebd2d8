import { dayOf } from '../../basis/shared/dates.ts'
import { asOwner, type Database, type Rounds, startRounds } from '../../platform/database/index.ts'
import { eraseDue } from './verbs/erase-content.ts'

/**
 * Each hour while the portal serves: what an answer has granted, and what the retention rule says, loses its content.
 */
export function startErasing(database: Database, { every_ms = 3600_000, say }: { every_ms?: number; say: (line: string) => void }): Rounds {
  const erase = async () => {
    await asOwner(database, owned => eraseDue(owned, dayOf(database.clock())))
  }
  return startRounds(erase, { what: 'retention', every_ms, say })
}
