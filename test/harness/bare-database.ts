import { inject } from 'vitest'
import { connectAs } from '../../src/platform/database/index.ts'

/** A database in which nothing is yet, on the server of the tests; and how it goes away again. */
export type BareDatabase = {
  server: { connect: (role: Parameters<typeof clientOf>[1]) => ReturnType<typeof clientOf> }
  drop(): Promise<void>
}

let made = 0

/**
 * Made when it is asked for; its name is that of this run, so that whatever is left of a killed one is taken away by
 * the next.
 */
export async function makeBareDatabase(): Promise<BareDatabase> {
  const name = `testing_${inject('run')}_${process.pid}_bare_${++made}`
  await administer(`create database ${name} template template0 owner neu_guong_owner`)
  return { server: { connect: role => clientOf(name, role) }, drop: () => administer(`drop database if exists ${name} with (force)`) }
}

function clientOf(database: string, role: 'neu_guong_owner' | 'neu_guong_app' | 'neu_guong_auditor') {
  return connectAs({ ...inject('server')[role], database })
}

async function administer(statement: string): Promise<void> {
  const client = await connectAs({ ...inject('server').postgres, database: 'postgres' })
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
