import type { Database } from '../database/index.ts'
import type { SignOn } from './means/sign-on.ts'

/** What the pages of this room work with. */
export type Doors = {
  database: Pick<Database, 'db' | 'kysely'>
  /** Seals secrets of telephones, kept forms and the state of a sign-in that is under way: `openSealingKey`. */
  key: Buffer
  /** Over TLS cookies are `__Host-` ones; over plain HTTP no browser would take those. */
  is_behind_tls: boolean
  /** The portal's own address outside, where it is set: then nothing that a request says of its host counts. */
  site_address: string | null
  /** The province's own sign-on (OpenID Connect), where there is one. */
  sign_on: SignOn | null
  now: () => Date
  /** Whether letters go out: there is a mail server, and an address that they lead to. */
  can_mail: boolean
}

/** How our cookies are set. Lax, so that a link in a mail opens signed in. */
export function cookieOf(doors: Pick<Doors, 'is_behind_tls'>) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: doors.is_behind_tls, prefix: prefixOf(doors) } as const
}

export function prefixOf({ is_behind_tls }: Pick<Doors, 'is_behind_tls'>): 'host' | undefined {
  return is_behind_tls ? 'host' : undefined
}
