import pg from 'pg'
import { type Role, roles } from '../roles.ts'

const least_version = 150_000

/** A PostgreSQL that somebody else runs: checked, and given our roles where it lacks them. Every connection enters as DATABASE_URL says and takes the role on. */
export async function prepareExternal(url: string): Promise<{ connection(role: Role): pg.ClientConfig }> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
  } catch (error) {
    throw new Error(`The database of DATABASE_URL cannot be reached: ${(error as Error).message}.`)
  }
  try {
    await refuseOlder(client)
    await ensureRoles(client)
    await refuseWithoutRights(client)
  } finally {
    await client.end()
  }
  return { connection: role => ({ connectionString: url, ...(role === 'neu_guong_owner' ? {} : { options: `-c role=${role}` }) }) }
}

async function refuseOlder(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  )
  const { server_version_num, server_version } = rows[0]!
  if (Number(server_version_num) < least_version) {
    throw new Error(
      `The server of DATABASE_URL is PostgreSQL ${server_version}: version 15 or newer is needed. Upgrade it, or unset DATABASE_URL to use the embedded one.`,
    )
  }
}

async function ensureRoles(client: pg.Client): Promise<void> {
  const wanted = roles.filter(role => role !== 'neu_guong_owner')
  for (const role of wanted) {
    const { rows } = await client.query<{ known: boolean; member: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as known,
              exists (select from pg_roles where rolname = $1) and pg_has_role($1::name, 'member') as member`,
      [role],
    )
    const { known, member } = rows[0]!
    if (!known) await asAdministrator(client, `create role ${role}`)
    if (!member) await asAdministrator(client, `grant ${role} to current_user`)
  }
}

async function asAdministrator(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    const { code, message } = error as pg.DatabaseError
    if (code === '42710') return // made by a neighbour in the meantime
    throw new Error(
      `The account of DATABASE_URL may not «${statement}» (${message}). Let an administrator run it once, or give the account CREATEROLE.`,
    )
  }
}

async function refuseWithoutRights(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; may_create: boolean }>(
    `select current_database() as name, has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as may_create`,
  )
  const { name, may_create } = rows[0]!
  if (!may_create)
    throw new Error(
      `The account of DATABASE_URL may not create tables in "${name}": let it own the database, or grant it CREATE on the database and on the schema public.`,
    )
}
