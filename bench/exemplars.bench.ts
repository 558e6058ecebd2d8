import { onOwnGround } from '../prove/ground.ts'
import { dayOf } from '../src/basis/shared/dates.ts'
import type { Db } from '../src/platform/database/index.ts'
import { listWall } from '../src/register/exemplar/index.ts'
import { percentile, type Result, rounded, timed } from './measure.ts'

const goal_ms = 50
const on_the_wall = 5000
const times = 25
const nothing = { year: null, field: null, level: null, place: null, most: 24, after: 0 }

/** Pages of the wall with 5,000 who agree to everything, as they are read where no page cache has them. */
export function bench(): Promise<Result[]> {
  return onOwnGround(async newRegister => {
    const { owner, database } = await newRegister()
    await owner.query(`set neu_guong.loading = 'yes'`)
    await owner.query(five_thousand(on_the_wall))
    await owner.query('vacuum (analyze)')
    return measure(database.db)
  })
}

async function measure(db: Db): Promise<Result[]> {
  const day = dayOf(new Date())
  const pages = [
    { what: 'the first page', asked: nothing },
    { what: 'the last page', asked: { ...nothing, after: on_the_wall - nothing.most } },
    { what: 'of a year and a field', asked: { ...nothing, year: 2019, field: 'economy' } },
    { what: 'of a commune', asked: { ...nothing, place: 'xa-7' } },
  ]
  const results: Result[] = []
  for (const { what, asked } of pages) {
    const taken = await timed(() => listWall(db, { ...asked, day }), { times, warmup: 5 })
    const median = rounded(percentile(taken, 0.5), 1)
    const named = `${on_the_wall} exemplars: ${what}`
    results.push({
      what: named,
      value: median,
      unit: 'ms',
      against: null,
      ratio: null,
      goal: `median ≤ ${goal_ms} ms`,
      met: median <= goal_ms,
    })
  }
  return results
}

/** A province of a hundred communes in which so many were recognised, in all fields, over eight years. */
function five_thousand(n: number): string {
  const since = `'[2015-01-01,infinity)'`
  return `
    insert into instrument (instrument_id, number, kind, issuer, title, signed_on)
    select i, i || '/QĐ-UBND', 'decision', 'UBND tỉnh', 'x', '2016-01-01' from generate_series(1, 100) i;
    insert into unit (unit_id, key) select i, 'xa-' || i from generate_series(1, 100) i;
    insert into unit_version (unit_id, name, unit_kind, valid, recorded) select i, 'Xã ' || i, 'commune', ${since}, ${since} from generate_series(1, 100) i;
    insert into exemplar (exemplar_id, kind, field, unit_id)
    select i, case when i % 3 = 0 then 'collective' else 'individual' end, (array['economy', 'culture', 'education', 'health'])[1 + i % 4], 1 + i % 100
      from generate_series(1, ${n}) i;
    insert into exemplar_profile (exemplar_id, name) select i, 'Nông Văn ' || i from generate_series(1, ${n}) i;
    insert into exemplar_story (exemplar_id, story_vi, story_en) select i, repeat('Chuyện kể. ', 30), '' from generate_series(1, ${n}) i;
    insert into recognition (exemplar_id, level, form, achievement, instrument_id, decided_on)
    select i, 'province', 'commendation', 'Việc tốt', 1 + i % 100, date '2016-01-01' + (i * 7) % 3000 from generate_series(1, ${n}) i;
    insert into consent (exemplar_id, scope, valid)
    select i, scope, '[2016-01-01,infinity)' from generate_series(1, ${n}) i, unnest('{name,story,place,photo}'::text[]) scope`
}
