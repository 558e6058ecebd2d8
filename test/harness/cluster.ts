import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { connectAs } from '../../src/database/index.ts'
import { openServer, type Server } from './server.ts'
import { prepareTemplates } from './templates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: Server
    /** The digest in the names of this run's templates. */
    recipe: string
    /** Stands in the names of this run's databases. */
    run: string
  }
}

const folder = fileURLToPath(new URL('../..', import.meta.url))

/** Before any test of a project that needs the database: a real server and its templates. After all: nothing is left running. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, close } = await openServer()
  const line = await connectAs({ ...server.postgres, database: 'postgres' })
  const run = randomBytes(4).toString('hex')
  await line.query('select pg_advisory_lock(hashtext($1))', [run])
  project.provide('recipe', await prepareTemplates(server, line, folder))
  project.provide('server', server)
  project.provide('run', run)
  return async () => {
    await line.end()
    await close()
  }
}
