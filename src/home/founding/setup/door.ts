import { randomBytes, timingSafeEqual } from 'node:crypto'
import { digestOf, newPrintedCode, plainCode } from '../../../platform/sign-in/index.ts'

/**
 * The way to an empty register before anybody has an account: a code that whoever started the program reads there. It
 * is kept in memory alone, so a new start has a new one, and whoever was in before is out.
 */
export type SetupDoor = {
  /** As it is printed: «K7QM-4F2X-9TRD», 58 bits. */
  code: string
  /**
   * Takes the code, once: gives the token of the browser in which it was typed; null for any other, and for a code that
   * was used.
   */
  enter(typed: string): string | null
  isOpenTo(token: string | undefined): boolean
}

export function openSetupDoor(): SetupDoor {
  const code = newPrintedCode()
  let token: string | null = null
  return {
    code,
    enter: typed => {
      if (token !== null || !isSame(plainCode(typed), plainCode(code))) return null
      token = randomBytes(32).toString('base64url')
      return token
    },
    isOpenTo: given => token !== null && given !== undefined && isSame(given, token),
  }
}

/** Takes as long for one that is nearly right as for any other. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(one)), Buffer.from(digestOf(other)))
}
