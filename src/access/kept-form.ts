import type { WebContext } from '../web/index.ts'
import type { Doors } from './doors.ts'
import { seal, unseal } from './sealing.ts'

const lasts_ms = 12 * 3600_000

/** A form that was sent when the session had ended. It belongs to whose session it was, and is shown to nobody else. */
export type KeptForm = { person_id: number; path: string; fields: [name: string, value: string][] }

/** Seals what was sent, to travel in a hidden field of the sign-in page. Files do not travel; their fields stay empty. */
export async function keepForm(c: WebContext, { key, now }: Doors, person_id: number): Promise<string> {
  const body = await c.req.parseBody({ all: true })
  const fields = Object.entries(body).flatMap(([name, values]) =>
    [values].flat().flatMap(value => (typeof value === 'string' ? [[name, value] as [string, string]] : [])),
  )
  const { pathname, search } = new URL(c.req.url)
  const kept: KeptForm = { person_id, path: pathname + search, fields }
  return seal(key, 'kept form', kept, new Date(now().getTime() + lasts_ms))
}

/** What was kept, for the one it belongs to; null for everybody else. */
export function openKeptForm({ key, now }: Doors, sealed: string | undefined, person_id: number): KeptForm | null {
  const kept = sealed ? unseal<KeptForm>(key, 'kept form', sealed, now()) : null
  return kept?.person_id === person_id ? kept : null
}
