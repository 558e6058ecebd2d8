import type pg from 'pg'

/**
 * The person of an office at a unit; appointed where there is none. Asking in their name, one is behind the walls that
 * the office is behind.
 */
export async function officeOf(owner: pg.Client, unit: string): Promise<number> {
  await owner.query(`set neu_guong.loading = 'yes'`)
  const held = await owner.query<{ person_id: number }>(
    `select g.person_id from role_grant g join unit u on u.unit_id = g.unit_id where u.key = $1`,
    [unit],
  )
  if (held.rows[0]) return held.rows[0].person_id
  const appointed = await owner.query<{ person_id: number }>(
    `with made as (insert into person (since) values (now()) returning person_id),
          named as (insert into person_version (person_id, full_name) select person_id, 'Văn phòng' from made),
          granted as (insert into role_grant (person_id, role, unit_id, valid)
                      select m.person_id, 'unit-office', u.unit_id, daterange('2025-07-01', 'infinity') from made m join unit u on u.key = $1)
     select person_id from made`,
    [unit],
  )
  return appointed.rows[0]!.person_id
}
