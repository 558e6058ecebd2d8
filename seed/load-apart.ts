import type pg from 'pg'
import { converse, startProgram } from '../src/platform/child-process/index.ts'

export type Load = { connection: pg.ClientConfig; seed: number }
/** How far it has come, that it is done, or why it is not. */
export type Told = { line: string } | { failed: Error } | 'loaded'

/** In megabytes. */
const heap = 2048
/** It may take as long as it does. */
const patience_ms = 24 * 60 * 60 * 1000

/**
 * Loads the demo province in a process of its own, over the way that the owner's connection came: what it takes in
 * memory ends with it, and the portal begins with little.
 */
export async function loadApart(owner: pg.Client, seed: number, say: (line: string) => void): Promise<void> {
  const { host, port, user, password, database, ssl } = owner
  const load: Load = { connection: { host, port, user, password, database, ssl }, seed }
  const child = startProgram('demo-loader', { heap })
  try {
    const end = await converse<Told, 'loaded'>(child, load, {
      time: patience_ms,
      hear: (told, { answer, fail }) => {
        if (told === 'loaded') answer(told)
        else if ('failed' in told) fail(told.failed)
        else say(told.line)
      },
    })
    if (end !== 'loaded') throw new Error('The process that loads the demo province was ended before it was done.')
  } finally {
    child.on('error', () => {})
    child.kill('SIGKILL')
  }
}
