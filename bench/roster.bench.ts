import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { addDays, dayOf } from '../src/basis/shared/dates.ts'
import type { Outcome } from '../src/basis/shared/outcome.ts'
import { type Actor, change, type Database, openDatabase, startEmbedded } from '../src/platform/database/index.ts'
import { look } from '../src/platform/sign-in/index.ts'
import { addGrant, addPerson, addUnit } from '../src/platform/sign-in/invented-commune.ts'
import { issueCampaign } from '../src/register/programme/index.ts'
import { inWorker } from '../src/register/roster/in-worker.ts'
import { countRoster } from '../src/register/roster/reads/count-roster.ts'
import { findRoster } from '../src/register/roster/reads/find-roster.ts'
import type { Roster } from '../src/register/roster/roster.ts'
import { beginReading } from '../src/register/roster/verbs/begin-reading.ts'
import { beginUndoing, confirmRoster } from '../src/register/roster/verbs/confirm-roster.ts'
import { runApplying, runReading, runUndoing } from '../src/register/roster/verbs/run-roster.ts'
import { uploadRoster } from '../src/register/roster/verbs/upload-roster.ts'
import { testWorkbook } from '../test/harness/workbook.ts'
import { option, type Result, rounded, type Say } from './measure.ts'

const people = Number(option('people') ?? 50_000)
/** With --first the register knows nobody yet: all of them are new. */
const is_first = process.argv.includes('--first')
/** One in so many has moved to the next cell; 1 is everybody. */
const moving = Number(process.argv.find(arg => arg.startsWith('--moving='))?.slice(9) ?? 50)
const a_cell = 60
const today = dayOf(new Date())
const instrument = { number: '1-CV', kind: 'decision', issuer: 'Đảng bộ', title: 'x', signed_on: addDays(today, -12) } as const
const call = {
  ...{ year: Number(today.slice(0, 4)), theme: 'x', deeds_least: 2, deeds_most: 3, form_version: 1 },
  ...{ opens_on: addDays(today, -10), due_on: addDays(today, 20), closes_on: addDays(today, 40) },
}

/**
 * A roster of 50,000 beside a register of as many, in the middle of a campaign: one in fifty has moved, one in a
 * hundred is new, one in a hundred has left, and the obligations follow. From the bytes to the last row, and back.
 */
export async function bench(say: Say): Promise<Result[]> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-roster-'))
  chmodSync(data_dir, 0o755)
  const server = await startEmbedded({ data_dir, database_account: 'nobody', exclusive: false, unsafe: false, say })
  const database = await openDatabase({ database_url: null, data_dir, database_account: 'nobody', exclusive: false, say })
  try {
    return await measure(database, say)
  } finally {
    await database.close()
    await server.stop()
    rmSync(data_dir, { recursive: true, force: true })
  }
}

async function measure(database: Database, say: Say): Promise<Result[]> {
  const owner = await database.connect('neu_guong_owner')
  const [clerk, second] = await loadRegister(owner)
  await taken(database, clerk!, tx =>
    issueCampaign(tx, clerk!, { programme: 'chi-thi-05', unit: 'dang-bo', call, instrument, today, accepts_doubts: true }),
  )
  await owner.query('vacuum (analyze)')
  const file = testWorkbook({ sheets: [{ name: 'DS', rows: rosterRows() }] })
  say(`${people} people, one in ${moving} has moved, a workbook of ${rounded(file.length / 1e6, 1)} MB`)
  const seconds: Record<string, number> = {}
  const taking = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const value = await work()
    seconds[what] = (performance.now() - began) / 1000
    return value
  }
  const seen = (await taking('looked at, before it is kept', () => inWorker({ task: 'look', bytes: file }))) as {
    ok: true
    value: Roster['seen']
  }
  const digest = createHash('sha256').update(file).digest('hex')
  const upload = {
    unit: 'dang-bo',
    listed_on: today,
    file_name: 'ds.xlsx',
    file,
    digest,
    seen: seen.value,
    key: 'bench-roster-upload',
    today,
  }
  const { roster_import_id } = await taking('kept', () => taken(database, clerk!, tx => uploadRoster(tx, clerk!, upload)))
  const work = (actor: Actor & { person_id: number }) => ({ database, actor, roster_import_id, say })
  await taken(database, clerk!, tx =>
    beginReading(tx, clerk!, { roster_import_id, sheet: 0, mapping: seen.value.sheets[0]!.proposal, now: new Date() }),
  )
  await taking('read, laid beside the register and matched', () => runReading(work(clerk!)))
  const find = () => look(database, second!, db => findRoster(db, roster_import_id))
  const roster = (await find())!
  const counts = await taking('counted for the page', () => look(database, second!, db => countRoster(db, roster)))
  say(JSON.stringify({ state: roster.state, ...counts, problems: roster.detail.problems }))
  const confirmation = {
    roster_import_id,
    version: roster.version,
    left_typed: String(counts.left),
    posts: 0,
    key: 'bench-roster-confirm',
    now: new Date(),
  }
  await taken(database, second!, tx => confirmRoster(tx, second!, confirmation))
  await taking('confirmed and written', () => runApplying(work(second!)))
  say(`${(await find())!.state}`)
  await taken(database, second!, tx => beginUndoing(tx, second!, { roster_import_id, key: 'bench-roster-undoing', now: new Date() }))
  await taking('taken back', () => runUndoing(work(second!)))
  say(`${(await find())!.state}`)
  await owner.end()
  const whole = Object.entries(seconds).reduce((sum, [what, n]) => (what === 'taken back' ? sum : sum + n), 0)
  return [
    ...Object.entries(seconds).map(([what, value]) => line(what, value)),
    { ...line('from the bytes to the register', whole), goal: '≤ 60 s', met: whole <= 60 },
  ]
}

async function taken<T>(database: Database, actor: Actor, work: Parameters<typeof change<T>>[2]): Promise<T> {
  const outcome: Outcome<T> = await change(database, actor, work)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}

const family = ['Nông', 'Triệu', 'Hoàng', 'Bàn', 'Lường', 'Ma', 'Đặng', 'Hà', 'Lý', 'Nguyễn', 'Trần', 'Lê', 'Vi', 'Lục', 'Đàm']
const middle = ['Thị', 'Văn', 'Đức', 'Minh', 'Thu', 'Ngọc', 'Hữu', 'Xuân', 'Thanh']
const given = [
  'Lan',
  'Hòa',
  'Quý',
  'Sơn',
  'Hương',
  'Tuyết',
  'Dũng',
  'Ánh',
  'Bình',
  'Châu',
  'Duyên',
  'Giang',
  'Khánh',
  'Liên',
  'Nam',
  'Oanh',
  'Phúc',
  'Thảo',
]
const cell_of = (n: number) => Math.floor(n / a_cell)

/** The n-th member: the same in the register and in the roster. */
function member(n: number): { full_name: string; birth_date: string } {
  const full_name = [
    family[(n * 7) % family.length],
    middle[(n * 11) % middle.length],
    given[(n * 13 + Math.floor(n / 97)) % given.length],
  ].join(' ')
  return { full_name, birth_date: new Date(Date.UTC(1945, 0, 1) + ((n * 7919) % 20_000) * 86_400_000).toISOString().slice(0, 10) }
}

async function loadRegister(owner: pg.Client): Promise<(Actor & { person_id: number })[]> {
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  const top = await addUnit(owner, 'dang-bo', 'province-committee', null)
  const cells: number[] = []
  for (let n = 0; n <= cell_of(people - 1); n++) cells.push(await addUnit(owner, `chi-bo-${n}`, 'cell', top))
  const list = Array.from({ length: people }, (_, n) => ({ n: n + 1000, ...member(n), unit_id: cells[cell_of(n)]! }))
  await owner.query(
    `create temp table listed on commit drop as select * from jsonb_to_recordset($1::jsonb) as x (n int, full_name text, birth_date date, unit_id int)`,
    [JSON.stringify(list)],
  )
  const since = `tstzrange('2020-01-01', 'infinity')`
  await owner.query(
    `with made as (insert into instrument (number, kind, issuer, title, signed_on) values ('05-CT/TW', 'directive', 'Bộ Chính trị', 'x', '2016-05-15') returning instrument_id)
     insert into programme (key, name_vi, name_en, instrument_id, started_on) select 'chi-thi-05', 'x', 'x', instrument_id, '2016-05-15' from made`,
  )
  if (is_first) await owner.query('delete from listed')
  await owner.query(`insert into person (person_id) select n from listed`)
  await owner.query(
    `insert into person_version (person_id, full_name, birth_date, recorded) select n, full_name, birth_date, ${since} from listed`,
  )
  await owner.query(
    `insert into membership (person_id, unit_id, kind, valid, recorded) select n, unit_id, 'party-member', '[2020-01-01,infinity)', ${since} from listed`,
  )
  await owner.query(`select setval(pg_get_serial_sequence('person', 'person_id'), 10000000)`)
  const clerks = []
  for (const name of ['Người gửi', 'Người xác nhận']) {
    const person_id = await addPerson(owner, name)
    await addGrant(owner, person_id, 'superior-office', top)
    clerks.push({ person_id, name })
  }
  await owner.query('commit')
  return clerks
}

/** Every hundredth is missing, one in so many has moved, and at the end stand as many who are new. */
function rosterRows() {
  const header = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Dân tộc', 'Chi bộ', 'Loại đảng viên', 'Quê quán', 'Trình độ', 'Ghi chú']
  const rows = Array.from({ length: people + people / 100 }, (_, n) => n)
    .filter(n => n % 100 !== 1 || n >= people)
    .map(n => {
      const { full_name, birth_date } = member(n)
      const cell = n >= people ? n - people : n % moving === 0 ? (cell_of(n) + 1) % (cell_of(people - 1) + 1) : cell_of(n)
      const born = (Date.parse(birth_date) - Date.UTC(1899, 11, 30)) / 86_400_000
      return [
        n,
        n >= people ? `${full_name} Mới` : full_name,
        { v: born, s: 1 },
        null,
        null,
        `chi-bo-${cell}`,
        'Chính thức',
        'xã Hiệp Lực',
        '12/12',
        null,
      ]
    })
  return [['DANH SÁCH ĐẢNG VIÊN'], header, ...rows]
}

function line(what: string, value: number): Result {
  return { what, value: rounded(value, 1), unit: 's', against: null, ratio: null, goal: null, met: null }
}
