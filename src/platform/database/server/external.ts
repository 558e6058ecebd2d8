import pg from 'pg'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { type Role, roles } from '../roles.ts'

const least_version = 150_000

/**
 * A PostgreSQL that somebody else runs: checked, and given our roles where it lacks them. Every connection enters as
 * DATABASE_URL says and takes the role on.
 */
export async function prepareExternal(url: string): Promise<{ connection(role: Role): pg.ClientConfig }> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => {})
    throw new Error(unreached(error as Error & { code?: string }, client))
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

/** Why nobody came in, by the codes of the system and of PostgreSQL, and what to do. */
function unreached({ code = '', message }: Error & { code?: string }, { host, port, user, database }: pg.Client): string {
  const causes: Record<string, string> = {
    ENOTFOUND: `không có máy «${host}» · there is no machine "${host}"`,
    EAI_AGAIN: `chưa hỏi được địa chỉ của máy «${host}» · the address of the machine "${host}" could not be asked`,
    ECONNREFUSED: `máy «${host}» không mở cổng ${port} · nothing listens at port ${port} of "${host}"`,
    ETIMEDOUT: `máy «${host}» không trả lời · the machine "${host}" does not answer`,
    ENOENT: `không có ổ cắm PostgreSQL ở ${host} · there is no socket of PostgreSQL in ${host}`,
    '28P01': `sai mật khẩu của «${user}» · the password of "${user}" is wrong`,
    '28000': `máy chủ không nhận «${user}» · the server does not let "${user}" in`,
    '3D000': `không có cơ sở dữ liệu «${database}» · there is no database "${database}"`,
    '57P03': `máy chủ đang khởi động hoặc đang dừng · the server starts or stops`,
    '53300': `máy chủ hết chỗ kết nối · the server has no connection left`,
  }
  return `DATABASE_URL: ${lookUp(causes, code) ?? 'không kết nối được · it cannot be reached'} (${code || message}).`
}

async function refuseOlder(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  )
  const { server_version_num, server_version } = rows[0]!
  if (Number(server_version_num) < least_version) {
    throw new Error(
      `Máy chủ của DATABASE_URL là PostgreSQL ${server_version}, cần từ 15: nâng cấp nó, hoặc bỏ DATABASE_URL · The server of DATABASE_URL is PostgreSQL ${server_version}: version 15 or newer is needed. Upgrade it, or unset DATABASE_URL to use the embedded one.`,
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
      `Tài khoản của DATABASE_URL không được «${statement}» (${message}): để quản trị máy chủ (thường là postgres) chạy lệnh ấy một lần, hoặc cho tài khoản quyền CREATEROLE · ` +
        `The account of DATABASE_URL may not «${statement}». Let the server's administrator (postgres, as a rule) run it once, or give the account CREATEROLE.`,
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
      `Tài khoản của DATABASE_URL không được tạo bảng trong «${name}»: cho nó làm chủ cơ sở dữ liệu, hoặc cấp CREATE trên cơ sở dữ liệu và lược đồ public · ` +
        `The account of DATABASE_URL may not create tables in "${name}": let it own the database, or grant it CREATE on the database and on the schema public.`,
    )
}
