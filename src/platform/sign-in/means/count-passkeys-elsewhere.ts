import type pg from 'pg'

/**
 * How many passkeys devices have made for another host than this one, by host; they open nothing here. Asked as the
 * owner, who loads.
 */
export async function countPasskeysElsewhere(owner: pg.Client, host: string): Promise<{ rp_id: string; passkeys: number }[]> {
  const { rows } = await owner.query<{ rp_id: string; passkeys: number }>(
    `select rp_id, count(*) as passkeys from passkey where upper(recorded) = 'infinity' and rp_id <> $1 group by rp_id order by rp_id`,
    [host],
  )
  return rows
}
