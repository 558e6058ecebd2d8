import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { asOwner, change, transactionOn } from '../../platform/database/index.ts'
import { openSigner, signEntries, verifyRows, witnessFile } from '../../platform/ledger/index.ts'
import { vouched } from '../../vouched.ts'
import { example } from './example.ts'
import { foundRegister } from './found-register.ts'
import { type Founding, readFounding } from './founding.ts'

const sample = withDatabase('empty')
const world = withDatabase('empty')
const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-founding-'))
afterAll(() => rmSync(data_dir, { recursive: true, force: true }))

const machine = { person_id: null, name: 'neu-guong init' }
const file = (): Founding => {
  const read = readFounding(example)
  if (!read.ok) throw new Error('the example cannot be read')
  return read.value
}
const found = (of: typeof world, founding: Founding) =>
  asOwner(of.database, owned => change(owned, machine, tx => foundRegister(tx, machine, { file: founding, now: new Date() })))
const told = async (outcome: ReturnType<typeof found>) => {
  const found = await outcome
  return found.ok ? ['founded'] : found.problems.map(({ code, field }) => `${code} ${field}`)
}
const rowsIn = async (table: string) => (await world.owner.query(`select count(*)::int as n from ${table}`)).rows[0].n

test('a register that holds sample data is not begun', async () => {
  await sample.owner.query('insert into demo_mark default values')
  expect(await told(found(sample, file()))).toEqual(['holds-sample-data undefined'])
})

test('what is wrong with units and people is told at once, at the fields of the file, and nothing is written', async () => {
  const wrong = file()
  wrong.administrators.pop()
  wrong.territory.key = 'Tỉnh'
  wrong.units[0]!.parent = 'chi-bo-van-phong'
  wrong.units[1]!.unit_kind = 'chi bộ'
  expect(await told(found(world, wrong))).toEqual([
    'too-few-administrators administrators',
    'not-a-cell administrators.0.cell',
    'not-a-cell offices.0.cell',
    'not-a-cell offices.1.cell',
    'unreadable-key territory.key',
    'unknown-unit units.0.parent',
    'unknown-kind units.1.unit_kind',
  ])
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  expect([await rowsIn('unit'), await rowsIn('person'), await rowsIn('ledger_entry')]).toEqual([0, 0, 0])
})

test('a province begins: its roots, its first people with their roles, its programme; each row has an entry of the ledger behind it', async () => {
  const outcome = await found(world, file())
  expect(outcome.ok && outcome.value.sheets.map(({ full_name, role, code }) => [full_name, role, /^\w{4}(-\w{4})+$/.test(code)])).toEqual([
    ['Đinh Văn Khoa', 'administrator', true],
    ['Lò Thị Mai', 'administrator', true],
    ['Hoàng Thị Xuân', 'superior-office', true],
    ['Cao Minh Tuấn', 'superior-office', true],
  ])
  const { rows } = await world.owner.query(
    `select act, count(*)::int as n from ledger_entry where agent = 'neu-guong init' group by act order by act`,
  )
  expect(rows).toEqual([
    { act: 'add-units', n: 1 },
    { act: 'enrol-person', n: 4 },
    { act: 'found-register', n: 1 },
    { act: 'grant-role', n: 4 },
    { act: 'invite-person', n: 4 },
    { act: 'plan-backups', n: 1 },
  ])
  const kept = await world.owner.query(
    `select (select keeper from register_profile) as keeper, (select array_agg(least_points order by least_points) from rating_level) as points,
            (select array[cap_share::text, cap_base] from rating_scheme) as cap, (select count(*)::int from holiday) as holidays,
            (select array[folder, at_hour::text, days::text] from backup_plan) as backup`,
  )
  expect(kept.rows).toEqual([
    {
      keeper: 'Văn phòng Tỉnh ủy Sông Lam',
      points: [0, 50, 70, 90],
      cap: ['0.2', 'of-good'],
      holidays: 4,
      backup: ['/srv/neu-guong-sao-luu', '2', '30'],
    },
  ])
  await signEntries(world.owner, {
    signer: openSigner(data_dir),
    witness: witnessFile(data_dir),
    now: world.database.clock,
    sealed: vouched.sealed,
  })
  const administrator = await world.connect('neu_guong_owner')
  await administrator.query(`set neu_guong.loading = 'yes'`)
  expect((await verifyRows(transactionOn(administrator), vouched, null)).faults).toEqual([])
})

test('it begins once', async () => {
  expect(await told(found(world, file()))).toEqual(['already-founded undefined'])
})
