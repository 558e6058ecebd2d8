import { type Database, type Rounds, startRounds } from '../../database/index.ts'
import { clearOldAttempts } from './back-off.ts'

/** Each hour while the portal serves: what was tried at the door more than two days ago goes. */
export function startCleanup(
  { kysely, clock }: Database,
  { every_ms = 3600_000, say }: { every_ms?: number; say: (line: string) => void },
): Rounds {
  const clear = async () => {
    await clearOldAttempts({ kysely }, clock())
  }
  return startRounds(clear, { what: 'attempts at the door', every_ms, say })
}
