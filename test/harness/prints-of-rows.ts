import type { ClientBase } from 'pg'

/**
 * For each table a digest of its rows and how many there are, made by PostgreSQL itself in another way than backups
 * are: as a hash of each row's text, summed. Whoever asks must see every row.
 */
export async function printsOfRows(client: ClientBase): Promise<Record<string, string>> {
  await client.query(`begin; set local neu_guong.loading = 'yes'`)
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  )
  const prints: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await client.query(
      `select count(*)::text || ' ' || coalesce(sum(hashtextextended(t::text, 5)::numeric), 0)::text as print from ${name} t`,
    )
    prints[name] = rows[0].print
  }
  await client.query('commit')
  return prints
}
