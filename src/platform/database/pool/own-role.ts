import type { ClientBase } from 'pg'
import type { Role } from '../roles.ts'

/**
 * A connection that came in as somebody else: between us and the server something has dropped the role, and row-level
 * security would not hold.
 */
export class OtherRole extends Error {}

const own: Role = 'neu_guong_app'

/** Throws OtherRole where a connection is not the application's, or where its role is bound by no policy. */
export async function refuseOtherRole(client: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<{ role: string; is_bound: boolean }>(who)
  const { role, is_bound } = rows[0]!
  if (role !== own || !is_bound) throw new OtherRole(sentenceOf(role))
}

const who = 'select current_user::text as role, not (rolsuper or rolbypassrls) as is_bound from pg_roles where rolname = current_user'

const sentenceOf = (role: string) =>
  `Kết nối vào cơ sở dữ liệu là «${role}», không phải «${own}»: không phục vụ, vì quyền theo dòng sẽ không giữ. pgbouncer bỏ tham số options: nối thẳng vào PostgreSQL · ` +
  `The connection came in as "${role}" and not as "${own}": nothing is served, for row-level security would not hold. pgbouncer drops the startup option: connect to PostgreSQL itself.`
