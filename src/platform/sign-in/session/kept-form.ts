import { randomBytes } from 'node:crypto'
import { done } from '../../../basis/shared/outcome.ts'
import { change, type Database } from '../../database/index.ts'
import { returnPath, type WebContext } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { digestOf, seal, unseal } from '../means/sealing.ts'
import { look } from './look.ts'

const lasts_ms = 12 * 3600_000
const most_kept = 5

/**
 * A form that was sent when the session of whom it belongs to had ended, or another's had begun. It is shown to nobody
 * else. `page` is where it stood, as far as the browser said.
 */
export type KeptForm = { path: string; page?: string; fields: [name: string, value: string][] }

/**
 * Keeps what was sent, sealed, for whose form it was: they find it after signing in, by whichever way. Gives the token
 * of its address; null where a script has sent it, which keeps for itself. Files do not travel, their fields stay
 * empty, and no password is kept.
 */
export async function keepForm(c: WebContext, { database, key, now }: Doors, person_id: number): Promise<string | null> {
  if (/json/.test(`${c.req.header('content-type')} ${c.req.header('accept')}`)) return null
  const token = randomBytes(16).toString('base64url')
  const sealed = seal(key, 'kept form', await sentIn(c))
  const row = { person_id, token_digest: digestOf(token), sealed, kept_at: now() }
  await change(database, { person_id, name: 'access' }, async tx => {
    const { kept_form_id } = await tx.insertInto('kept_form').values(row).returning('kept_form_id').executeTakeFirstOrThrow()
    const others = tx.selectFrom('kept_form').select('kept_form_id').where('person_id', '=', person_id).orderBy('kept_form_id', 'desc')
    const newest = others.where('kept_form_id', '<=', kept_form_id).limit(most_kept)
    await tx.deleteFrom('kept_form').where('person_id', '=', person_id).where('kept_form_id', 'not in', newest).execute()
    return done(null)
  })
  return token
}

async function sentIn(c: WebContext): Promise<KeptForm> {
  const body = await c.req.parseBody({ all: true })
  const fields = Object.entries(body).flatMap(([name, values]) =>
    [values].flat().flatMap(value => (typeof value === 'string' ? [[name, value] as [string, string]] : [])),
  )
  const { pathname, search } = new URL(c.req.url)
  return { path: pathname + search, page: pageOf(c), fields: fields.filter(([name]) => name !== 'shown_to' && name !== 'password') }
}

/** The page of ours that the form was sent from. */
function pageOf(c: WebContext): string | undefined {
  const from = URL.parse(c.req.header('referer') ?? '')
  if (!from || (from.host !== new URL(c.req.url).host && from.host !== c.req.header('host'))) return undefined
  from.searchParams.delete('giu')
  return returnPath(from.pathname + from.search)
}

/** What was kept under a token, for whom it belongs to; null for everybody else, and after twelve hours. */
export async function findKeptForm({ database, key, now }: Doors, token: string, person_id: number): Promise<KeptForm | null> {
  const since = new Date(now().getTime() - lasts_ms).toISOString()
  const row = await look(database as Pick<Database, 'kysely'>, { person_id }, db =>
    db
      .selectFrom('kept_form')
      .select('sealed')
      .where('token_digest', '=', digestOf(token))
      .where('person_id', '=', person_id)
      .where('kept_at', '>', since)
      .executeTakeFirst(),
  )
  return row ? unseal<KeptForm>(key, 'kept form', row.sealed, now()) : null
}
