import { type Database, type Rounds, startRounds } from '../database/index.ts'
import { type JobsAsked, runJobs } from './run-jobs.ts'

/**
 * Looks for jobs each second while the portal serves. Stopping takes no more, and waits for those that are being done.
 */
export function startRunner(database: Pick<Database, 'kysely'>, asked: JobsAsked): Rounds {
  const stopping = new AbortController()
  const round = async () => {
    await runJobs(database, { ...asked, signal: stopping.signal })
  }
  const rounds = startRounds(round, { what: 'jobs', every_ms: 1000, say: asked.say })
  const stop = () => {
    stopping.abort()
    return rounds.stop()
  }
  return { ...rounds, stop }
}
