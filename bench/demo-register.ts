import { prepareDemo } from '../seed/prepare-demo.ts'
import { readConfig } from '../src/config.ts'
import { type Database, openDatabase } from '../src/platform/database/index.ts'
import type { Say } from './measure.ts'

/**
 * The whole demo province, in the data directory of the settings: joined where it runs, made where it is not there yet.
 */
export async function withDemo<T>(say: Say, work: (database: Database) => Promise<T>): Promise<T> {
  const config = readConfig()
  const database = await openDatabase({ ...config, exclusive: false, say })
  try {
    await prepareDemo(database, config.demo_seed, say)
    return await work(database)
  } finally {
    await database.close()
  }
}
