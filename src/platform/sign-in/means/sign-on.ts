import * as oidc from 'openid-client'
import { Breaker, Unreached } from '../../../basis/shared/breaker.ts'

/**
 * The province's own sign-on, as it is set up: where it is, who we are to it, and how people call it. `stopping` ends
 * what is being asked of it; `say` is told once that it does not answer.
 */
export type SignOn = {
  issuer: string
  client_id: string
  client_secret: string
  label: string
  stopping?: AbortSignal
  say?: (line: string) => void
}

/** How long somebody who wants to sign in waits for it, however much it has to be asked; and for one answer. */
const patience_ms = 5000
const patience_a_call_ms = 4500

const known = new WeakMap<SignOn, Promise<oidc.Configuration>>()

/**
 * Asks the sign-on, for five seconds at most. Throws `Unreached` where it does not answer, and at once where it has not
 * answered others of late.
 */
export async function askSignOn<T>(sign_on: SignOn, ask: (there: oidc.Configuration) => Promise<T> | T): Promise<T> {
  const { promise: tired, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Unreached('the sign-on did not answer in time')), patience_ms)
  try {
    return await Promise.race([discovered(sign_on).then(ask), tired])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Signatures are checked although the answer came over TLS. Over plain HTTP only on this machine, where tests and
 * trials have their provider.
 */
function discovered(sign_on: SignOn): Promise<oidc.Configuration> {
  const found = known.get(sign_on)
  if (found) return found
  const url = new URL(sign_on.issuer)
  const is_here = url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)
  const execute = [oidc.enableNonRepudiationChecks, ...(is_here ? [oidc.allowInsecureRequests] : [])]
  const { client_id, client_secret } = sign_on
  const asked = oidc.discovery(url, client_id, client_secret, undefined, { execute, [oidc.customFetch]: fetchFrom(sign_on) })
  known.set(sign_on, asked)
  asked.catch(() => known.delete(sign_on))
  return asked
}

const breakers = new WeakMap<SignOn, Breaker>()

/**
 * What counts as a failure is seen here, where the answer arrives: a code that was forged is refused by a server that
 * is well, and closes it to nobody.
 */
function fetchFrom(sign_on: SignOn): oidc.CustomFetch {
  const breaker = breakers.get(sign_on) ?? new Breaker({ name: 'the sign-on elsewhere', say: sign_on.say ?? (() => {}) })
  breakers.set(sign_on, breaker)
  return async (url, options) => {
    if (breaker.rest() !== null) throw new Unreached('the sign-on elsewhere is left alone')
    const limits = [AbortSignal.timeout(patience_a_call_ms), ...(sign_on.stopping ? [sign_on.stopping] : [])]
    try {
      const response = await fetch(url, { ...(options as RequestInit), signal: AbortSignal.any(limits) })
      const body = await response.arrayBuffer()
      if (response.status < 500) breaker.answered()
      else breaker.failed(`status ${response.status}`)
      return new Response(body.byteLength > 0 ? body : null, response)
    } catch (error) {
      breaker.failed(codeOf(error))
      throw new Unreached('the sign-on elsewhere does not answer', { cause: error })
    }
  }
}

function codeOf(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: { code?: unknown } }
  return String(cause?.code ?? (typeof code === 'string' ? code : name))
}

/** Whether something failed because the sign-on does not answer: that has been said already, once for all. */
export function isUnreached(error: unknown): boolean {
  return error instanceof Unreached || (error instanceof Error && error.cause !== undefined && isUnreached(error.cause))
}
