import { onOwnGround, type Register } from '../prove/ground.ts'
import { dayOf } from '../src/basis/shared/dates.ts'
import type { Outcome } from '../src/basis/shared/outcome.ts'
import { type Actor, change, type Db } from '../src/platform/database/index.ts'
import { addGrant, inventCommune } from '../src/platform/sign-in/invented-commune.ts'
import { inAwardWorker } from '../src/register/exemplar/award-list/in-award-worker.ts'
import { moveAwardList } from '../src/register/exemplar/award-list/move-award-list.ts'
import { sendAwardList } from '../src/register/exemplar/award-list/send-award-list.ts'
import { listWall } from '../src/register/exemplar/index.ts'
import { testWorkbook } from '../test/harness/workbook.ts'
import { percentile, type Result, rounded, type Say, timed } from './measure.ts'

const goal_ms = 50
const on_the_wall = 5000
const [listed, import_goal_s] = [2000, 20]
const times = 25
const nothing = { year: null, field: null, level: null, place: null, most: 24, after: 0 }

/**
 * Pages of the wall with 5,000 who agree to everything, as they are read where no page cache has them; and 2,000
 * recognitions from a workbook, beside these 5,000.
 */
export function bench(say: Say): Promise<Result[]> {
  return onOwnGround(async newRegister => {
    const register = await newRegister()
    const { owner, database } = register
    await owner.query(`set neu_guong.loading = 'yes'`)
    await owner.query(five_thousand(on_the_wall))
    await owner.query('vacuum (analyze)')
    return [...(await measureWall(database.db)), ...(await measureImport(register, say))]
  })
}

async function measureImport({ owner, database }: Register, say: Say): Promise<Result[]> {
  const { people, units } = await inventCommune(owner)
  await owner.query(`set neu_guong.loading = 'yes'`)
  await addGrant(owner, people.office, 'superior-office', units.district)
  await owner.query('reset neu_guong.loading')
  const [sender, second] = [people.superior, people.office].map(person_id => ({ person_id, name: 'x' })) as [Clerk, Clerk]
  const today = dayOf(new Date())
  const bytes = testWorkbook({ sheets: [{ name: 'Khen', rows: awardRows(listed) }] })
  const seconds: Record<string, number> = {}
  const taking = async <T>(what: string, work: () => Promise<Outcome<T>>): Promise<T> => {
    const began = performance.now()
    const outcome = await work()
    seconds[what] = (performance.now() - began) / 1000
    say(`${what}: ${rounded(seconds[what], 1)} s`)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    return outcome.value
  }
  const read = await taking('read', () => inAwardWorker({ task: 'read', bytes }))
  const sending = { unit_id: units.district, file: { name: 'khen.xlsx', bytes }, read, key: 'bench-awards-0001', today }
  const { award_list_id } = await taking('laid beside the register', () =>
    change(database, sender, tx => sendAwardList(tx, sender, sending)),
  )
  const moving = { award_list_id, comment: 'x', today }
  await taking('confirmed and written', () =>
    change(database, second, tx => moveAwardList(tx, second, { ...moving, move: 'confirm', key: 'bench-awards-0002' })),
  )
  const whole = Object.values(seconds).reduce((sum, n) => sum + n, 0)
  await taking('undone', () =>
    change(database, sender, tx => moveAwardList(tx, sender, { ...moving, move: 'undo', key: 'bench-awards-0003' })),
  )
  const lineOf = (what: string, value: number) => ({
    what: `${listed} recognitions: ${what}`,
    value: rounded(value, 2),
    unit: 's',
    against: null,
    ratio: null,
    goal: null,
    met: null,
  })
  return [
    ...Object.entries(seconds).map(([what, value]) => lineOf(what, value)),
    { ...lineOf('from the bytes to the register', whole), goal: `≤ ${import_goal_s} s`, met: whole <= import_goal_s },
  ]
}

type Clerk = Actor & { person_id: number }

function awardRows(n: number): string[][] {
  const header = [
    'Họ và tên',
    'Loại',
    'Lĩnh vực',
    'Địa bàn',
    'Thành tích',
    'Cấp',
    'Hình thức',
    'Số quyết định',
    'Ngày ký',
    'Cơ quan ban hành',
  ]
  const rows = Array.from({ length: n }, (_, i) => [
    ...[`Bàn Thị ${i}`, i % 3 === 0 ? 'tập thể' : 'cá nhân', 'y tế', `xa-${1 + (i % 100)}`, `Việc tốt thứ ${i}`],
    ...['tỉnh', 'bằng khen', `${1 + (i % 50)}/QĐ-UBND`, '5/3/2024', 'UBND tỉnh'],
  ])
  return [header, ...rows]
}

async function measureWall(db: Db): Promise<Result[]> {
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

/**
 * A province of a hundred communes in which so many were recognised, in all fields, over eight years. Its numbers leave
 * room below for what the verbs write.
 */
function five_thousand(n: number): string {
  const since = `'[2015-01-01,infinity)'`
  const exemplars = `generate_series(1, ${n}) i, lateral (select 1000000 + i as id) x`
  return `
    insert into instrument (instrument_id, number, kind, issuer, title, signed_on)
    select 9000 + i, i || '/QĐ-UBND', 'decision', 'UBND tỉnh', 'x', '2016-01-01' from generate_series(1, 100) i;
    insert into unit (unit_id, key) select 9000 + i, 'xa-' || i from generate_series(1, 100) i;
    insert into unit_version (unit_id, name, unit_kind, valid, recorded) select 9000 + i, 'Xã ' || i, 'commune', ${since}, ${since} from generate_series(1, 100) i;
    insert into exemplar (exemplar_id, kind, field, unit_id)
    select id, case when i % 3 = 0 then 'collective' else 'individual' end, (array['economy', 'culture', 'education', 'health'])[1 + i % 4], 9001 + i % 100
      from ${exemplars};
    insert into exemplar_profile (exemplar_id, name) select id, 'Nông Văn ' || i from ${exemplars};
    insert into exemplar_story (exemplar_id, story_vi, story_en) select id, repeat('Chuyện kể. ', 30), '' from ${exemplars};
    insert into recognition (exemplar_id, level, form, achievement, instrument_id, decided_on)
    select id, 'province', 'commendation', 'Việc tốt', 9001 + i % 100, date '2016-01-01' + (i * 7) % 3000 from ${exemplars};
    insert into consent (exemplar_id, scope, valid)
    select id, scope, '[2016-01-01,infinity)' from ${exemplars}, unnest('{name,story,place,photo}'::text[]) scope`
}
