import type { Database } from '../src/platform/database/index.ts'
import { loadApart } from './load-apart.ts'

/**
 * Loads the demo province where the register is still empty. Two programs that start at once load it once: the second
 * waits and finds it there.
 */
export async function prepareDemo(database: Database, seed: number, say: (line: string) => void): Promise<void> {
  if (await hasUnits(database)) return
  const owner = await database.connect('neu_guong_owner')
  try {
    await owner.query(`select pg_advisory_lock(hashtext('prepare-demo'))`)
    if (await hasUnits(database)) return
    const started = performance.now()
    const seconds = () => `${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s`
    say('Nạp tỉnh mẫu · Loading the demo province …')
    await loadApart(owner, seed, line => say(`${seconds()}  ${line}`))
    // The visibility map, too: tallies are read from their indexes alone.
    await owner.query('vacuum (analyze)')
    say(`${seconds()}  xong · done`)
  } finally {
    await owner.end()
  }
}

async function hasUnits({ db }: Database): Promise<boolean> {
  return (await db.selectFrom('unit').select('unit_id').limit(1).executeTakeFirst()) !== undefined
}
