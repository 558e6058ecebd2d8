import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** How much memory a program may take, in megabytes: for what it keeps, and for what is soon let go again. */
export type Memory = { heap: number; young?: number }

/**
 * Starts a program that the bundle has beside itself (scripts/build.mjs). It gets no setting and no password, and ends
 * with us: an idle one by its channel, a busy one by `endWithParent`.
 */
export function startProgram(program: string, { heap, young }: Memory): ChildProcess {
  const execArgv = [`--max-old-space-size=${heap}`, ...(young === undefined ? [] : [`--max-semi-space-size=${young}`])]
  return fork(fileOf(program), { execArgv, env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
}

/**
 * Beside the bundle; under test the one that was built before, which a process reads in a tenth of the time of its
 * sources.
 */
function fileOf(program: string): string {
  const beside = fileURLToPath(new URL(`./${program}.js`, import.meta.url))
  return existsSync(beside) ? beside : fileURLToPath(new URL(`../../../dist/server/${program}.js`, import.meta.url))
}
