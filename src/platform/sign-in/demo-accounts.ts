import type pg from 'pg'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Db } from '../database/index.ts'
import type { Role } from '../role/index.ts'
import { hashPassword } from './means/password.ts'

/** A named account of the demo: whoever runs it is told of these at each start. */
export type DemoAccount = { sign_in_name: string; role: Role | 'member'; full_name: string; unit_name: string }

/**
 * The one password of all demo accounts. They open only where the loader of the demo has left its mark, and hold
 * nobody's real data.
 */
export const demo_password = 'xem thử sổ nêu gương'

/**
 * One for each role; of the office above all a second, for what it lays before another person, somebody must confirm;
 * and of an office one in a commune, which is assessed and keeps what its people give.
 */
const roles = {
  'mau.dang-vien': 'member',
  'mau.bi-thu': 'secretary',
  'mau.lanh-dao': 'leader',
  'mau.van-phong': 'unit-office',
  'mau.xa': 'unit-office',
  'mau.cap-tren': 'superior-office',
  'mau.cap-tren-hai': 'superior-office',
  'mau.quan-tri': 'administrator',
  'mau.kiem-tra': 'auditor',
  'mau.phong-vien': 'reporter',
  'mau.bien-tap': 'editor',
  'mau.kiem-so': 'fact-checker',
  'mau.duyet-dang': 'publisher',
} as const satisfies Record<string, DemoAccount['role']>

type Cast = { sign_in_name: keyof typeof roles; person_id: number; unit_id: number }

/**
 * Makes an account for each role, a second for the office above all and one for a commune's, of invented persons of the
 * loaded demo, and leaves the mark without which none of them opens. Called by the loader of the demo after its persons, on its
 * connection, inside its transaction. Without persons (a territory alone) it makes none. Throws where the register
 * holds an account in earnest: a demo is not loaded over people.
 */
export async function makeDemoAccounts(owner: pg.Client): Promise<DemoAccount[]> {
  const { rows: earnest } = await owner.query('select from account where not is_demo')
  if (earnest.length > 0) throw new Error('This register holds accounts of real people: demo accounts are not made in it.')
  const cast = await castOf(owner)
  if (cast.length === 0) return []
  await owner.query('insert into demo_mark default values on conflict do nothing')
  const phc = await hashPassword(demo_password)
  for (const { sign_in_name, person_id, unit_id } of cast) {
    await owner.query('insert into account (person_id, sign_in_name, is_demo) values ($1, $2, true)', [person_id, sign_in_name])
    await owner.query('insert into password (person_id, phc) values ($1, $2)', [person_id, phc])
    await giveRole(owner, { person_id, role: roles[sign_in_name], unit_id })
  }
  return listDemoAccounts(owner)
}

/**
 * Whether this register holds the demo's invented people: its loader has left a mark, which no page and no verb can
 * set.
 */
export async function holdsSampleData(db: Db): Promise<boolean> {
  return (await db.selectFrom('demo_mark').select('demo_mark').executeTakeFirst()) !== undefined
}

/** The demo accounts with their people, for the lines at start; none outside a demo. */
export async function listDemoAccounts(owner: pg.Client): Promise<DemoAccount[]> {
  const { rows } = await owner.query<Omit<DemoAccount, 'role'>>(
    `select a.sign_in_name, v.full_name, coalesce(u.name, '') as unit_name
       from account a
       join person_version v on v.person_id = a.person_id and upper(v.recorded) = 'infinity'
       left join lateral (select unit_id from own_roles(a.person_id, today_in_vietnam(), recorded_now())
                          union all
                          select m.unit_id from membership m
                           where m.person_id = a.person_id and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'
                           limit 1) r on true
       left join unit_version u on u.unit_id = r.unit_id and u.valid @> last_day_alive(r.unit_id, today_in_vietnam(), recorded_now())
                               and upper(u.recorded) = 'infinity'
      where a.is_demo and upper(a.recorded) = 'infinity' and exists (select from demo_mark)
      order by a.account_id`,
  )
  return rows.map(row => ({ ...row, role: lookUp(roles, row.sign_in_name)! }))
}

/**
 * A cell of today with the most members under a base organisation; two of its members, and others. The leader heads a
 * committee below the highest, the one above that base organisation if there is one, so that an office above approves
 * the leader's plan; the unit's office stands at the base organisation, that of a commune at the first one that works
 * in one, the other offices, the administrator, the auditor and the newsroom at the highest party unit that reaches
 * it.
 */
async function castOf(owner: pg.Client): Promise<Cast[]> {
  const { rows } = await owner.query<{
    cell: number
    base: number
    led: number
    top: number
    commune: number | null
    people: number[]
    outsiders: number[]
    head: number | null
  }>(cast_sql)
  const [found] = rows
  if (!found || found.people.length < 2 || found.outsiders.length < 11) return []
  const { cell, base, led, top, commune, people, outsiders, head } = found
  const others = [...people.slice(2), ...outsiders].filter(person => person !== head)
  return [
    { sign_in_name: 'mau.dang-vien', person_id: people[0]!, unit_id: cell },
    { sign_in_name: 'mau.bi-thu', person_id: people[1]!, unit_id: cell },
    { sign_in_name: 'mau.lanh-dao', person_id: head ?? others.pop()!, unit_id: led },
    { sign_in_name: 'mau.van-phong', person_id: others.pop()!, unit_id: base },
    { sign_in_name: 'mau.cap-tren', person_id: others.pop()!, unit_id: top },
    { sign_in_name: 'mau.quan-tri', person_id: others.pop()!, unit_id: top },
    { sign_in_name: 'mau.kiem-tra', person_id: others.pop()!, unit_id: top },
    { sign_in_name: 'mau.cap-tren-hai', person_id: others.pop()!, unit_id: top },
    { sign_in_name: 'mau.phong-vien', person_id: others.pop()!, unit_id: top },
    { sign_in_name: 'mau.bien-tap', person_id: others.pop()!, unit_id: top },
    { sign_in_name: 'mau.kiem-so', person_id: others.pop()!, unit_id: top },
    { sign_in_name: 'mau.duyet-dang', person_id: others.pop()!, unit_id: top },
    ...(commune === null ? [] : [{ sign_in_name: 'mau.xa' as const, person_id: others.pop()!, unit_id: commune }]),
  ]
}

const cast_sql = `
  with today as (select today_in_vietnam() as day),
       seat as (
         select m.unit_id, m.person_id
           from membership m, today
          where m.kind = 'party-member' and m.valid @> today.day and upper(m.recorded) = 'infinity'
            and not exists (select from tenure t where t.person_id = m.person_id and t.valid @> today.day and upper(t.recorded) = 'infinity')),
       home as (
         select p.unit_id as cell, p.parent_id as base
           from placement p
           join unit_version v on v.unit_id = p.unit_id and v.unit_kind = 'cell' and upper(v.recorded) = 'infinity'
           join seat s         on s.unit_id = p.unit_id, today
          where p.hierarchy = 'party' and p.valid @> today.day and v.valid @> today.day and upper(p.recorded) = 'infinity'
          group by p.unit_id, p.parent_id
          order by count(*) desc, p.unit_id
          limit 1),
       above as (
         select a.unit_id
           from home, today,
                lateral (with recursive up (unit_id, height) as (
                           select home.base, 0
                           union all
                           select p.parent_id, up.height + 1
                             from up
                             join placement p on p.unit_id = up.unit_id and p.hierarchy = 'party' and p.valid @> today.day and upper(p.recorded) = 'infinity')
                         select up.unit_id from up order by up.height desc limit 1) a),
       led as (
         select coalesce(min(p.unit_id) filter (where p.unit_id = b.parent_id), min(p.unit_id), min(above.unit_id)) as unit_id
           from home
           join above       on true
           join today       on true
           left join placement b    on b.unit_id = home.base and b.hierarchy = 'party' and b.valid @> today.day and upper(b.recorded) = 'infinity'
           left join unit_version v on v.unit_kind = 'district-committee' and v.valid @> today.day and upper(v.recorded) = 'infinity'
           left join placement p    on p.unit_id = v.unit_id and p.parent_id = above.unit_id and p.hierarchy = 'party' and p.valid @> today.day and upper(p.recorded) = 'infinity')
  select home.cell, home.base, led.unit_id as led, above.unit_id as top,
         (select v.unit_id
            from unit_version v
            join unit u         on u.unit_id = v.unit_id
            join unit_version p on p.unit_id = v.place_id and p.unit_kind = 'commune' and upper(p.recorded) = 'infinity', today
           where v.unit_kind = 'base-organisation' and v.valid @> today.day and p.valid @> today.day and upper(v.recorded) = 'infinity'
           order by u.key
           limit 1) as commune,
         array(select s.person_id from seat s where s.unit_id = home.cell order by s.person_id) as people,
         array(select s.person_id from seat s where s.unit_id <> home.cell order by s.person_id limit 20) as outsiders,
         (select t.person_id from tenure t join post q on q.post_id = t.post_id and q.is_head, today
           where q.unit_id = led.unit_id and t.valid @> today.day and upper(t.recorded) = 'infinity') as head
    from home, above, led`

/**
 * A secretary and a leader hold the head post of their unit, new where it has none; the others are granted theirs; a
 * member needs nothing.
 */
async function giveRole(
  owner: pg.Client,
  { person_id, role, unit_id }: { person_id: number; role: DemoAccount['role']; unit_id: number },
): Promise<void> {
  if (role === 'member') return
  if (role !== 'secretary' && role !== 'leader') {
    await owner.query(
      `insert into role_grant (person_id, role, unit_id, valid) values ($1, $2, $3, daterange(today_in_vietnam(), 'infinity'))`,
      [person_id, role, unit_id],
    )
    return
  }
  const { rows } = await owner.query<{ post_id: number }>(
    `insert into post (unit_id, title, is_head, leads) values ($1, 'Bí thư', true, $2)
         on conflict (unit_id) where is_head do update set title = post.title returning post_id`,
    [unit_id, role === 'leader'],
  )
  await owner.query(
    // Held for a while: a leader has had the time to lay the plan before the collective.
    `insert into tenure (post_id, person_id, valid)
     select $1, $2, daterange(today_in_vietnam() - 120, 'infinity')
      where not exists (select from tenure t where t.post_id = $1 and t.valid @> today_in_vietnam() and upper(t.recorded) = 'infinity')`,
    [rows[0]!.post_id, person_id],
  )
}
