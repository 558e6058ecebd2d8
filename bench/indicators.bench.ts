import { onOwnGround, type Register } from '../prove/ground.ts'
import { dayOf } from '../src/basis/shared/dates.ts'
import type { Outcome } from '../src/basis/shared/outcome.ts'
import { answerFigure } from '../src/numbers/figure/index.ts'
import { change } from '../src/platform/database/index.ts'
import { look } from '../src/platform/sign-in/index.ts'
import { inventCommune } from '../src/platform/sign-in/invented-commune.ts'
import { monthBefore, sayMonth, type ValueLine } from '../src/register/indicator/indicator.ts'
import { listSeries } from '../src/register/indicator/reads/list-series.ts'
import { readValuesApart } from '../src/register/indicator/table/in-worker.ts'
import { deliverValues } from '../src/register/indicator/verbs/deliver-values.ts'
import { testWorkbook } from '../test/harness/workbook.ts'
import { percentile, type Result, rounded, type Say, timed } from './measure.ts'

const [communes, defined, months] = [100, 10, 100]
const all = communes * defined * months
/** The communes of each file: one has 60,000 rows at most. */
const halves = [0, communes / 2].map(before => Array.from({ length: communes / 2 }, (_, i) => before + i + 1))
const [import_goal_s, series_goal_ms] = [20, 50]
const times = 25
const root = 'tinh-do'

/** 100,000 values from two workbooks into an empty register; then the series that they make, a year of each. */
export function bench(say: Say): Promise<Result[]> {
  return onOwnGround(async newRegister => {
    const register = await newRegister()
    const { owner } = register
    const { people, units } = await inventCommune(owner)
    await owner.query(`set neu_guong.loading = 'yes'`)
    await owner.query(province_of(communes, units.district))
    const sent = await measureImport(register, { person_id: people.superior, name: 'x' }, units.district, say)
    await owner.query('vacuum (analyze)')
    const office = { person_id: people.superior, unit_id: units.district }
    return [...sent, ...(await measureFigure(register)), await measureOffice(register, office)]
  })
}

type Clerk = { person_id: number; name: string }

/** Both files are read and sent one after the other, in one measurement. */
async function measureImport({ database }: Register, sender: Clerk, unit_id: number, say: Say): Promise<Result[]> {
  const today = dayOf(new Date())
  const files = halves.map(half => testWorkbook({ sheets: [{ name: 'Chỉ số', rows: valueRows(today, half) }] }))
  say(`workbooks of ${files.map(({ length }) => rounded(length / 1e6, 1)).join(' and ')} MB`)
  const seconds = { read: 0, 'judged and written': 0, 'the same once more': 0 }
  const taking = async <T>(what: keyof typeof seconds, work: () => Promise<Outcome<T>>): Promise<T> => {
    const began = performance.now()
    const outcome = await work()
    seconds[what] += (performance.now() - began) / 1000
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems.slice(0, 5)))
    return outcome.value
  }
  const sending = { unit_id, way: 'workbook', file_name: 'chi-so.xlsx', today } as const
  const send = (lines: ValueLine[], key: string) => change(database, sender, tx => deliverValues(tx, sender, { ...sending, lines, key }))
  for (const [i, bytes] of files.entries()) {
    const lines = await taking('read', () => readValuesApart(bytes))
    const { added } = await taking('judged and written', () => send(lines, `bench-indicators-first-${i}`))
    const { unchanged } = await taking('the same once more', () => send(lines, `bench-indicators-again-${i}`))
    if (added !== all / 2 || unchanged !== all / 2) throw new Error(`${added} added, ${unchanged} unchanged`)
  }
  const whole = seconds.read + seconds['judged and written']
  return [
    ...Object.entries(seconds).map(([what, value]) => resultOf(`${all} values: ${what}`, value, 's', null)),
    resultOf(`${all} values: from the bytes to the register`, whole, 's', import_goal_s),
  ]
}

/** A year of an indicator as its page asks for it: of one commune, and of all. */
async function measureFigure({ database: { db } }: Register): Promise<Result[]> {
  const asked = [
    { what: 'of one commune', question: { unit: 'xa-7', kind: 'chi-so-1' } },
    { what: 'of one commune, a rate', question: { unit: 'xa-7', kind: 'chi-so-2' } },
    { what: `of ${communes} communes`, question: { unit: root, kind: 'chi-so-1' } },
    { what: `of ${communes} communes, a rate`, question: { unit: root, kind: 'chi-so-2' } },
  ]
  const results: Result[] = []
  for (const { what, question } of asked) {
    const answer = async () => {
      const given = await answerFigure(db, 'F22', question, new Date())
      if (!given.ok) throw new Error(JSON.stringify(given.problems))
    }
    results.push(await medianOf(`a year of a series ${what}`, answer))
  }
  return results
}

/** The last month of each series of an office, and what is missing. */
function measureOffice({ database }: Register, { person_id, unit_id }: { person_id: number; unit_id: number }): Promise<Result> {
  const asked = { unit_id, day: dayOf(new Date()) }
  const read = () => look(database, { person_id }, db => listSeries(db, asked))
  return medianOf(`${communes * defined} series of an office, as its page lists them`, read, null)
}

async function medianOf(what: string, work: () => Promise<unknown>, goal: number | null = series_goal_ms): Promise<Result> {
  return resultOf(what, percentile(await timed(work, { times, warmup: 5 }), 0.5), 'ms', goal)
}

function resultOf(what: string, measured: number, unit: 's' | 'ms', goal: number | null): Result {
  const value = rounded(measured, unit === 's' ? 2 : 1)
  const judged = goal === null ? { goal: null, met: null } : { goal: `≤ ${goal} ${unit}`, met: value <= goal }
  return { what, value, unit, against: null, ratio: null, ...judged }
}

/** Every second indicator is a part of the one before it. */
function valueRows(today: string, of: readonly number[]): (string | number)[][] {
  const rows: (string | number)[][] = [['Chỉ số', 'Đơn vị', 'Tháng', 'Giá trị', 'Đơn vị tính', 'Ghi chú']]
  let month = monthBefore(today.slice(0, 7))
  for (let m = 0; m < months; m++, month = monthBefore(month))
    for (const c of of)
      for (let i = 1; i <= defined; i++)
        rows.push([
          `chi-so-${i}`,
          `xa-${c}`,
          sayMonth(month),
          i % 2 === 1 ? 1000 + ((m * 7 + c) % 300) : 500 + (m % 90),
          'hồ sơ',
          'Nhập bù',
        ])
  return rows
}

/** A province of so many communes, an organisation at work in each, and the indicators that are measured there. */
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
    insert into indicator (indicator_id, key, name_vi, name_en, measure, base_id, direction, due_day, recorded)
    select 100 + i, 'chi-so-' || i, 'Chỉ số ' || i, 'Indicator ' || i, 'hồ sơ', case when i % 2 = 0 then 99 + i end, 'up', 10, ${recorded}
      from generate_series(1, ${defined}) i`
}
