import type pg from 'pg'
import { type Role, roles, startEmbedded } from '../../src/platform/database/index.ts'

/** One connection for each role, and the administrator's; the database is added by who connects. */
export type Server = Record<Role | 'postgres', pg.ClientConfig>

/**
 * A server with the templates of a recipe, for one run. `run` are eight hexadecimal digits for the names of its
 * databases.
 */
export type RunningServer = { server: Server; run: string; stop(): Promise<void> }

export function serverOf(connectionOf: (role: Role | 'postgres') => pg.ClientConfig): Server {
  return Object.fromEntries([...roles, 'postgres' as const].map(role => [role, connectionOf(role)])) as Server
}

/**
 * A server of ours on a folder, on which nothing is synced to disk; joined where it runs already. Stops when the last
 * who joined it does.
 */
export async function startOn(folder: string): Promise<Pick<RunningServer, 'server' | 'stop'>> {
  const how = { database_account: 'nobody', exclusive: false, unsafe: true, say: () => {} }
  const embedded = await startEmbedded({ ...how, data_dir: folder })
  return { server: serverOf(role => embedded.connection(role as Role, '')), stop: () => embedded.stop() }
}
