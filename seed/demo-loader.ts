import { begun, endWithParent } from '../src/platform/child-process/index.ts'
import { connectAs } from '../src/platform/database/index.ts'
import type { Load, Told } from './load-apart.ts'
import { loadDemo } from './load-demo.ts'

/** The program's side of `loadApart`: loads the demo province, and tells how far it has come. */
endWithParent()
// One wish to stop reaches everybody of the group. Who waits for us heeds it, and closes the database that we write to.
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
process.once('message', async load => {
  process.send!(begun)
  const tell = (told: Told) => process.send!(told)
  try {
    const { connection, seed } = load as Load
    const owner = await connectAs(connection)
    await loadDemo(owner, { seed, scale: 1, until: 'infinity', say: line => tell({ line }) })
    await owner.end()
    tell('loaded')
  } catch (error) {
    tell({ failed: error as Error })
  }
})
