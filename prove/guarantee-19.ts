import { stopBySignals } from '../test/harness/signals.ts'
import type { Proved } from './proof.ts'

/**
 * Stops by one, two or sixty signals, to npm, to the group or to everybody, at any moment of a start, while the demo
 * loads, while nobody reads and while many do.
 */
export const n = 12
export const nightly_n = 100

/**
 * 19. Any number of signals leads to one orderly stop: no server of the database is left, and the next start comes up.
 */
export async function run(times: number): Promise<Proved> {
  const { left, endless, dead, notes } = await stopBySignals(times)
  return {
    failures: left + endless + dead,
    notes: [`${left} servers left, ${endless} without an end, ${dead} that did not start again`, ...notes],
  }
}

/** A program that does not wait for its stop leaves the server behind. */
export async function control(): Promise<boolean> {
  return (await stopBySignals(1, { impatient: true })).left > 0
}
