import type { TestProject } from 'vitest/node'
import { joinExternal } from './external-server.ts'
import { startOwn } from './own-server.ts'
import { digestOfRecipe } from './recipe.ts'
import type { Server } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: Server
    /** Stands in the names of the templates: the digest of what they are made of. */
    recipe: string
    /** Stands in the names of this run's databases. */
    run: string
  }
}

/**
 * Before any test of a project that needs the database: a real server and its templates. After all: nothing is left
 * running.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const recipe = digestOfRecipe()
  const external = process.env.TEST_DATABASE_URL
  const { server, run, stop } = external ? await joinExternal(external, recipe) : await startOwn(recipe)
  project.provide('recipe', recipe)
  project.provide('server', server)
  project.provide('run', run)
  return stop
}
