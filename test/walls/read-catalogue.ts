import type pg from 'pg'

/**
 * What PostgreSQL's catalogue says of one table or view: its wall, and what the two roles may do to it, as a line of
 * grants.txt says it.
 */
export type Granted = { table: string; wall: 'forced' | 'guarded' | 'open' | 'view'; app: string; auditor: string }

/**
 * Everything but a sequence that a role may be granted something on. Partitions and foreign tables would be here, too.
 */
export async function readGrants(client: pg.ClientBase): Promise<Granted[]> {
  const { rows } = await client.query<Granted>(`
    with held as (
      select c.oid, a.grantee, lower(a.privilege_type) as privilege, null::text as columns
        from pg_class c cross join lateral aclexplode(c.relacl) a
       union all
      select t.attrelid, a.grantee, lower(a.privilege_type), string_agg(t.attname, ' ' order by t.attnum)
        from pg_attribute t cross join lateral aclexplode(t.attacl) a
       group by 1, 2, 3),
    said as (
      select oid, grantee, string_agg(privilege || coalesce('(' || columns || ')', ''), ', '
               order by array_position('{select,insert,update,delete}', privilege), privilege) as grants
        from held group by 1, 2)
    select c.relname as "table",
           case when c.relkind in ('v', 'm') then 'view' when c.relrowsecurity and c.relforcerowsecurity then 'forced' when c.relrowsecurity then 'guarded' else 'open' end as wall,
           coalesce((select grants from said s where s.oid = c.oid and s.grantee = 'neu_guong_app'::regrole), 'nothing') as app,
           coalesce((select grants from said s where s.oid = c.oid and s.grantee = 'neu_guong_auditor'::regrole), 'nothing') as auditor
      from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind not in ('i', 'I', 'S', 'c', 't')
     order by c.relname collate "C"`)
  return rows
}

/**
 * What anybody at all, any other role, or the application through a default may do, each as «what: who may what». Empty
 * is good.
 */
export async function readLeaks(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ leak: string }>(`
    with ours (role) as (select unnest(array['neu_guong_app', 'neu_guong_auditor', pg_get_userbyid(relowner)]) from pg_class where relname = 'migration'),
         granted as (
      select c.relname::text as what, a.grantee, a.privilege_type from pg_class c cross join lateral aclexplode(c.relacl) a
       where c.relnamespace = 'public'::regnamespace
       union all
      select c.relname || '.' || t.attname, a.grantee, a.privilege_type
        from pg_attribute t join pg_class c on c.oid = t.attrelid and c.relnamespace = 'public'::regnamespace cross join lateral aclexplode(t.attacl) a),
         given as (
      select g.what, case g.grantee when 0 then 'PUBLIC' else pg_get_userbyid(g.grantee) end as who, g.privilege_type from granted g)
    select what || ': ' || who || ' ' || lower(privilege_type) as leak from given where who not in (select role from ours)
     union
    select 'new ' || case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else d.defaclobjtype::text end
           || ': ' || case a.grantee when 0 then 'PUBLIC' else pg_get_userbyid(a.grantee) end || ' ' || lower(a.privilege_type)
      from pg_default_acl d cross join lateral aclexplode(d.defaclacl) a where a.grantee <> d.defaclrole
     order by 1`)
  return rows.map(({ leak }) => leak)
}

/** The sequences that a role may step by hand. Identity columns need none of it. */
export async function readSequences(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    select c.relname || ': ' || pg_get_userbyid(a.grantee) || ' ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as line
      from pg_class c cross join lateral aclexplode(c.relacl) a
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and a.grantee <> c.relowner
     group by c.relname, a.grantee order by 1`)
  return rows.map(({ line }) => line)
}
