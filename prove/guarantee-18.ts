import { type KilledMail, killWhileMailGoesOut } from '../test/harness/killed-mail.ts'
import type { Proved } from './proof.ts'

/** Kills of the program while a wave of letters goes out, 40 letters for each. */
export const n = 20
export const nightly_n = 100

/**
 * 18. A letter goes out once: however often the program is killed, no mailbox gets a second one, what is called sent
 *     has come, what is called certainly not sent has not, and every letter has its last word.
 */
export async function run(kills: number): Promise<Proved> {
  const found = await killWhileMailGoesOut(kills)
  const { letters, received, unsure } = found
  // Where nothing came, or no kill hit a letter on its way, nothing was proved.
  const failures = faultsOf(found) + Number(received < kills)
  const notes = [`${letters} mailboxes, ${received} letters came, ${unsure} people unsure: ${said(found)}`]
  return { failures, notes }
}

/** A program that does not write down that a letter is on its way must send some of them again. */
export async function control(): Promise<boolean> {
  return (await killWhileMailGoesOut(6, { forgets: true })).doubled > 0
}

function faultsOf({ doubled, missing, unsaid, waiting }: KilledMail): number {
  return doubled + missing + unsaid + waiting
}

function said({ doubled, missing, unsaid, waiting }: KilledMail): string {
  return `${doubled} got two, ${missing} called sent did not come, ${unsaid} called not sent came, ${waiting} without a word`
}
