import { onOwnGround, type Register } from '../prove/ground.ts'
import { dayOf } from '../src/basis/shared/dates.ts'
import type { Outcome } from '../src/basis/shared/outcome.ts'
import { answerFigure, type FigureId } from '../src/numbers/figure/index.ts'
import { type Actor, change, type Db } from '../src/platform/database/index.ts'
import { look } from '../src/platform/sign-in/index.ts'
import { addGrant, inventCommune } from '../src/platform/sign-in/invented-commune.ts'
import { listCommunesAssessed, listCriteria } from '../src/register/countryside/assessing/reads/list-communes-assessed.ts'
import { inGiftsWorker } from '../src/register/countryside/giving/list/in-worker.ts'
import { verifyGifts } from '../src/register/countryside/giving/list/judge-whole-list.ts'
import { sendGifts } from '../src/register/countryside/giving/list/send-gifts.ts'
import { listGivenByYear, listKept, listTotals } from '../src/register/countryside/giving/reads.ts'
import { testWorkbook } from '../test/harness/workbook.ts'
import { percentile, type Result, rounded, type Say, timed } from './measure.ts'

const [communes, criteria, all] = [108, 19, 100_000]
/** The gifts of each file: one has 60,000 rows at most. */
const halves = [0, all / 2]
const [import_goal_s, page_goal_ms] = [60, 50]
const times = 25
const root = 'tinh-do'
const today = dayOf(new Date())

type Clerk = Actor & { person_id: number }

/**
 * 100,000 gifts from two workbooks into an empty register, verified by another person; then the pages of the province
 * that they and its 108 assessed communes make.
 */
export function bench(say: Say): Promise<Result[]> {
  return onOwnGround(async newRegister => {
    const register = await newRegister()
    const { owner } = register
    const { people, units } = await inventCommune(owner)
    await owner.query(`set neu_guong.loading = 'yes'`)
    await owner.query(province_of(communes, units.district))
    await addGrant(owner, people.office, 'superior-office', units.district)
    await owner.query('reset neu_guong.loading')
    const [sender, second] = [people.superior, people.office].map(person_id => ({ person_id, name: 'x' })) as [Clerk, Clerk]
    const sent = await measureImport(register, { sender, second, unit_id: units.district }, say)
    await owner.query('vacuum (analyze)')
    return [...sent, ...(await measurePages(register, sender, units.district)), ...(await measureFigures(register))]
  })
}

type Office = { sender: Clerk; second: Clerk; unit_id: number }

/** Both files, one after the other, in one measurement. */
async function measureImport({ database }: Register, { sender, second, unit_id }: Office, say: Say): Promise<Result[]> {
  const files = halves.map(from => testWorkbook({ sheets: [{ name: 'Đóng góp', rows: giftRows(from, all / 2) }] }))
  say(`workbooks of ${files.map(({ length }) => rounded(length / 1e6, 1)).join(' and ')} MB`)
  const seconds = { read: 0, 'judged and written': 0, 'verified by another': 0 }
  const taking = async <T>(what: keyof typeof seconds, work: () => Promise<Outcome<T>>): Promise<T> => {
    const began = performance.now()
    const outcome = await work()
    seconds[what] += (performance.now() - began) / 1000
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems.slice(0, 5)))
    return outcome.value
  }
  for (const [i, bytes] of files.entries()) {
    const { lines } = await taking('read', () => inGiftsWorker({ task: 'read', bytes }))
    const sending = { unit_id, file: { name: 'dong-gop.xlsx', bytes }, lines, key: `bench-contributions-${i}`, today }
    const list = await taking('judged and written', () => change(database, sender, tx => sendGifts(tx, sender, sending)))
    const { n } = await taking('verified by another', () =>
      change(database, second, tx => verifyGifts(tx, second, { ...list, unit_id, today })),
    )
    if (n !== all / 2) throw new Error(`${n} verified`)
  }
  return [
    ...Object.entries(seconds).map(([what, value]) => resultOf(`${all} gifts: ${what}`, value, 's', null)),
    resultOf(`${all} gifts: from the bytes to the register`, seconds.read + seconds['judged and written'], 's', import_goal_s),
  ]
}

/** What the pages of the province read, as its office may see it. */
async function measurePages({ database }: Register, { person_id }: Clerk, unit_id: number): Promise<Result[]> {
  const pages: [string, (db: Db) => Promise<unknown>][] = [
    [`${communes} communes and their criteria`, async db => [await listCommunesAssessed(db, { unit_id, criteria_set_id: 900, day: today }), await listCriteria(db, { criteria_set_id: 900 })]],
    ['what was given, summed by kind', db => listTotals(db, { unit: 'huyen-uy' })],
    ['the newest 500 gifts', db => listKept(db, { unit: 'huyen-uy' })],
    ['what was given, by year and kind', db => listGivenByYear(db, { unit_id })],
  ] // biome-ignore format: a table reads by its columns
  const results: Result[] = []
  for (const [what, read] of pages)
    results.push(await medianOf(`a page of the province: ${what}`, () => look(database, { person_id }, read)))
  return results
}

async function measureFigures({ database: { db } }: Register): Promise<Result[]> {
  const results: Result[] = []
  for (const figure of ['F13', 'F14', 'F16', 'F19'] satisfies FigureId[]) {
    const answer = async () => {
      const given = await answerFigure(db, figure, { unit: root }, new Date())
      if (!given.ok) throw new Error(JSON.stringify(given.problems))
    }
    results.push(await medianOf(`${figure} of the province`, answer))
  }
  return results
}

async function medianOf(what: string, work: () => Promise<unknown>): Promise<Result> {
  return resultOf(what, percentile(await timed(work, { times, warmup: 5 }), 0.5), 'ms', page_goal_ms)
}

function resultOf(what: string, measured: number, unit: 's' | 'ms', goal: number | null): Result {
  const value = rounded(measured, unit === 's' ? 2 : 1)
  const judged = goal === null ? { goal: null, met: null } : { goal: `≤ ${goal} ${unit}`, met: value <= goal }
  return { what, value, unit, against: null, ratio: null, ...judged }
}

const kinds = ['đất hiến', 'ngày công', 'tiền', 'xi măng', 'đường đã làm']

/** Gifts of five kinds over five years and all communes, each household now and then with another quantity. */
function giftRows(from: number, n: number): (string | number)[][] {
  const rows = Array.from({ length: n }, (_, k) => {
    const i = from + k
    const day = `${1 + (i % 28)}/${1 + (i % 12)}/${2021 + (i % 5)}`
    return [kinds[i % 5]!, 1 + ((i * 7) % 997), `xa-${1 + (i % communes)}`, 'đường thôn', day, `Hộ ông Nông Văn ${i % 40_000}`, 'x']
  })
  return [['Loại', 'Số lượng', 'Nơi', 'Công trình', 'Ngày', 'Người đóng góp', 'Đồng ý'], ...rows]
}

/** A province of so many communes, in which an office works, each assessed by all criteria of one set and decided. */
function province_of(n: number, district: number): string {
  const [valid, recorded] = ['daterange', 'tstzrange'].map(type => `'[2015-01-01,infinity)'::${type}`)
  const numbers = `generate_series(1, ${n}) i`
  return `
    insert into unit (unit_id, key) select 8000, '${root}' union all select 9000 + i, 'xa-' || i from ${numbers} union all
      select 9500 + i, 'dang-bo-' || i from ${numbers};
    insert into unit_version (unit_id, name, unit_kind, place_id, valid, recorded)
    select 8000, 'Tỉnh Đo', 'province', null::integer, ${valid}, ${recorded} union all
    select 9000 + i, 'Xã số ' || i, 'commune', null, ${valid}, ${recorded} from ${numbers} union all
    select 9500 + i, 'Đảng bộ số ' || i, 'base-organisation', 9000 + i, ${valid}, ${recorded} from ${numbers};
    insert into placement (unit_id, hierarchy, parent_id, valid, recorded)
    select 9000 + i, 'territory', 8000, ${valid}, ${recorded} from ${numbers} union all
    select 9500 + i, 'party', ${district}, '[2020-01-01,infinity)', ${recorded} from ${numbers};
    update unit_version set recorded = closed(recorded) where unit_id = ${district} and is_open(recorded);
    insert into unit_version (unit_id, name, unit_kind, place_id, valid)
    select unit_id, name, unit_kind, 8000, valid from unit_version where unit_id = ${district};
    insert into instrument (instrument_id, number, kind, issuer, title, signed_on) values (9000, '51/2025', 'decision', 'x', 'x', '2020-01-01');
    insert into criteria_set (criteria_set_id, instrument_id, standing_level, criteria, valid)
    values (900, 9000, 'standard', ${criteria}, '[2020-01-01,infinity)');
    insert into criterion (criterion_id, criteria_set_id, number, heading_vi, name_vi)
    select 9000 + i, 900, i, 'Nhóm', 'Tiêu chí ' || i from generate_series(1, ${criteria}) i;
    insert into standing_case (standing_case_id, unit_id, criteria_set_id, assessed_on, kept_at, begun_by)
    select 9000 + i, 9000 + i, 900, '2026-01-15', 9500 + i, (select min(person_id) from person) from ${numbers};
    insert into criterion_result (standing_case_id, criterion_id, is_met, evidence, in_charge, due_on, said_by)
    select 9000 + i, 9000 + c, (i + c) % 4 > 0, case when (i + c) % 4 > 0 then 'Biên bản' end, case when (i + c) % 4 = 0 then 'UBND xã' end,
           case when (i + c) % 4 = 0 then date '2026-12-31' end, (select min(person_id) from person)
      from ${numbers}, generate_series(1, ${criteria}) c;
    insert into standing_case_step (standing_case_id, state, taken_by)
    select 9000 + i, 'submitted', (select min(person_id) from person) from ${numbers};
    insert into assessment (unit_id, criteria_set_id, assessed_on, met)
    select 9000 + i, 900, '2026-01-15', 14 from ${numbers};
    insert into standing_decision (unit_id, standing_level, verdict, instrument_id, decided_on, effective_year)
    select 9000 + i, 'standard', 'recognised', 9000, '2021-01-01', 2020 from ${numbers}`
}
