import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../../test/harness/database.ts'
import { loadProvince } from './load-province.ts'

const few = 1 / 200
const seed = 19_02_2021

async function load(owner: pg.Client, options: { seed: number; until?: string }): Promise<void> {
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await loadProvince(owner, { scale: few, until: 'infinity', say: () => {}, ...options })
  await owner.query('commit')
}

/** What is of the loading and no part of the province: when rows of some tables were loaded. */
const of_the_loading: Record<string, string> = { unit: 'recorded_at', post: 'recorded_at' }

/** A digest of every table's rows, whatever order they lie in; without the salts that were drawn for their digests. */
async function digestsOf(owner: pg.Client): Promise<string[]> {
  await owner.query(`set neu_guong.loading = 'yes'`)
  const tables = await owner.query<{ relname: string }>(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' order by 1`,
  )
  const digests: string[] = []
  for (const { relname } of tables.rows) {
    const line = `(to_jsonb(r) - 'salt' - '${of_the_loading[relname] ?? ''}')::text`
    const { rows } = await owner.query(`select md5(string_agg(${line}, E'\\n' order by ${line})) as digest from ${relname} r`)
    digests.push(`${relname} ${rows[0].digest}`)
  }
  await owner.query('reset neu_guong.loading')
  return digests
}

const schema = `
  select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where connamespace = 'public'::regnamespace
   union all select indexdef from pg_indexes where schemaname = 'public'
   union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
   union all select relname || ' ' || relrowsecurity::text || ' ' || relforcerowsecurity::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
   order by 1`
const schemaOf = async (owner: pg.Client) => (await owner.query<{ line: string }>(schema)).rows.map(row => row.line)

describe('drawn from a number', () => {
  const [one, other, third] = [withDatabase('territory'), withDatabase('territory'), withDatabase('territory')]

  test('the same number gives the same province, another number another; the laws of the schema are all back', async () => {
    const before = await schemaOf(one.owner)
    await load(one.owner, { seed })
    await load(other.owner, { seed })
    await load(third.owner, { seed: 7 })
    const digests = await digestsOf(one.owner)
    expect(await digestsOf(other.owner)).toEqual(digests)
    const otherwise = await digestsOf(third.owner)
    expect(digests.filter(digest => !otherwise.includes(digest)).map(digest => digest.split(' ')[0])).toContain('person_version')
    expect(await schemaOf(one.owner)).toEqual(before)
  })
})

describe('what the register did not know yet', () => {
  const [then, now] = [withDatabase('territory', { until: '2019-02-19' }), withDatabase('territory')]
  const evening = '2019-02-19 23:59:59+07'

  beforeAll(async () => {
    await load(then.owner, { seed, until: '2019-02-19' })
    await load(now.owner, { seed })
  })

  const ask = async (owner: pg.Client, sql: string) =>
    (await owner.query({ text: sql, values: [evening], rowMode: 'array' })).rows.map(row => row.join(' '))

  test('a province loaded until a day is the whole one as it was known on the evening of that day', async () => {
    const tallies = `select c.year, u.key, t.valid_on, t.deeds, t.due, t.submitted, t.on_time, t.approved
                       from commitment_tally t join campaign c using (campaign_id) join unit u on u.unit_id = t.unit_id
                      where t.recorded_at <= $1 order by 1, 2, 3, 4, 5, 6, 7, 8`
    const leaders = `select u.key, t.year, t.valid_on, t.tenures, t.planned from leadership_tally t join unit u using (unit_id)
                      where t.recorded_at <= $1 order by 1, 2, 3, 4, 5`
    const units = `select u.key, v.name, v.valid from unit_version v join unit u using (unit_id) where v.recorded @> $1::timestamptz order by 1, 3`
    const placements = `select u.key, p.hierarchy, a.key, p.valid from placement p join unit u using (unit_id) join unit a on a.unit_id = p.parent_id
                         where p.recorded @> $1::timestamptz order by 1, 2, 4`
    const awards = `select exemplar_id, kind, field, decided_on, revoked_on from recognition r join exemplar e using (exemplar_id)
                     where r.recorded @> $1::timestamptz order by 1, 4`
    for (const sql of [tallies, leaders, units, placements, awards]) {
      const whole = await ask(now.owner, sql)
      expect(whole.length).toBeGreaterThan(50)
      expect(await ask(then.owner, sql)).toEqual(whole)
    }
  })

  test('nothing in it was recorded later', async () => {
    await then.owner.query(`set neu_guong.loading = 'yes'`)
    for (const table of [
      'instrument',
      'unit_version',
      'membership',
      'tenure',
      'obligation',
      'commitment_step',
      'deed_step',
      'consent',
      'contribution',
    ]) {
      expect(await ask(then.owner, `select '${table}' from ${table} where lower(recorded) > $1 limit 1`)).toEqual([])
    }
  })
})

describe('the organisation', () => {
  const world = withDatabase('demo')

  test('has 493 base organisations at the start and 457 after the mergers, under eleven committees', async () => {
    const counted = await world.owner.query(
      `select d.day::text as on, count(*) filter (where v.unit_kind = 'base-organisation')::int as bases,
              count(*) filter (where v.unit_kind = 'district-committee')::int as committees
         from unnest(array['2016-01-01', '2018-10-01', '2019-10-01', '2020-02-01', '2020-10-01']::date[]) d (day)
         join subtree('party', (select unit_id from unit where key = 'tinh-uy-bac-kan'), d.day, '2021-02-19 23:59+07') s on true
         join unit_version v on v.unit_id = s.unit_id and v.valid @> d.day and v.recorded @> '2021-02-19 23:59+07'::timestamptz
        group by 1 order by 1`,
    )
    expect(counted.rows).toEqual([
      { on: '2016-01-01', bases: 493, committees: 11 },
      { on: '2018-10-01', bases: 480, committees: 11 },
      { on: '2019-10-01', bases: 473, committees: 11 },
      { on: '2020-02-01', bases: 459, committees: 11 },
      { on: '2020-10-01', bases: 457, committees: 11 },
    ])
  })

  test('every unit stands within the days of its parent, also after 2025', async () => {
    const { rows } = await world.owner.query(
      `select u.key, p.valid
         from placement p
         join unit u using (unit_id)
        where upper(p.recorded) = 'infinity'
          and not p.valid <@ coalesce((select range_agg(v.valid) from unit_version v where v.unit_id = p.parent_id and upper(v.recorded) = 'infinity'), '{}')`,
    )
    expect(rows).toEqual([])
  })

  test('the law of the deeds, which rested while the province was loaded, holds for all of it', async () => {
    await world.owner.query(`set neu_guong.loading = 'yes'`)
    const { rows } = await world.owner.query(
      `select d.commitment_id, count(*) from deed d
        where not exists (select from deed_step s where s.deed_id = d.deed_id and s.state = 'replaced')
        group by 1 having count(*) not between 2 and 3`,
    )
    const own = await world.owner.query(
      `select s.commitment_step_id from commitment_step s join commitment c using (commitment_id) join obligation o using (obligation_id)
        where s.state in ('endorsed', 'approved', 'returned') and s.actor_id = o.person_id`,
    )
    expect([rows, own.rows]).toEqual([[], []])
  })
})
