import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { dayOf } from '../src/basis/shared/dates.ts'
import type { Outcome } from '../src/basis/shared/outcome.ts'
import { type Actor, change, type Database, openDatabase, startEmbedded } from '../src/platform/database/index.ts'
import { look } from '../src/platform/sign-in/index.ts'
import { addGrant, addPerson, addUnit } from '../src/platform/sign-in/invented-commune.ts'
import { confirmChange, undoChange } from '../src/register/tree/change/decide-change.ts'
import { inListWorker } from '../src/register/tree/list/in-list-worker.ts'
import { readUnitList } from '../src/register/tree/list/read-unit-list.ts'
import { sendUnitList } from '../src/register/tree/list/send-unit-list.ts'
import { findUnitHere } from '../src/register/tree/reads/find-unit-here.ts'
import { listKinds } from '../src/register/tree/reads/list-kinds.ts'
import { testWorkbook } from '../test/harness/workbook.ts'
import { type Result, rounded, type Say } from './measure.ts'

/** What a province has (the seed's is of this size). */
const [organisations, cells] = [1200, 2500]
const now = new Date()
const today = dayOf(now)
const instrument = { number: '1-QĐ/TU', kind: 'decision', issuer: 'Tỉnh ủy', title: 'x', signed_on: today } as const
const goal_s = 10

type Clerk = Actor & { person_id: number }

/**
 * A province's tree from one workbook into a register that knows its root alone: from the bytes to the last row, and
 * back.
 */
export async function bench(say: Say): Promise<Result[]> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-units-'))
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
  await owner.end()
  const bytes = testWorkbook({ sheets: [{ name: 'DS', rows: rowsOfList() }] })
  say(`${organisations} organisations and ${cells} cells, a workbook of ${rounded(bytes.length / 1e6, 1)} MB`)
  const lines: Result[] = []
  const taking = async <T>(what: string, work: () => Promise<Outcome<T>>): Promise<T> => {
    const began = performance.now()
    const outcome = await work()
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    lines.push({ what, value: rounded((performance.now() - began) / 1000), unit: 's', against: null, ratio: null, goal: null, met: null })
    return outcome.value
  }
  const seen = await taking('looked at, before it is kept', () => inListWorker({ task: 'look', bytes }))
  const [here] = await look(database, clerk!, db => findUnitHere(db, { unit: 'tinh-uy', day: today }))
  const sent = { unit_id: here!.unit_id, file: { name: 'ds.xlsx', bytes }, seen, key: 'bench-units-sending' }
  const list = await taking('kept', () => change(database, clerk!, tx => sendUnitList(tx, clerk!, sent)))
  const kinds = (await look(database, clerk!, db => listKinds(db, {}))).filter(({ hierarchy }) => hierarchy === 'party')
  const { proposal: mapping } = seen.sheets[0]!
  const read = await taking('read', () => inListWorker({ task: 'read', bytes, sheet: 0, mapping, kinds }))
  const asked = { list, here: here!, sheet: 0, mapping, asked: {}, from: today, instrument, read, today, now }
  const laid = await taking('laid beside the register', () => change(database, clerk!, tx => readUnitList(tx, clerk!, asked)))
  const unit_change_id = laid.unit_change_id!
  await taking('confirmed and written', () => confirmChange(database, second!, { unit_change_id, now }))
  const whole = lines.reduce((sum, { value }) => sum + value, 0)
  const units = await look(database, clerk!, db =>
    db
      .selectFrom('placement')
      .select(eb => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  )
  say(`${units.n} placements`)
  await taking('taken back', () => undoChange(database, second!, { unit_change_id, now }))
  const all = { what: 'from the bytes to the register', value: rounded(whole), unit: 's', against: null, ratio: null }
  return [...lines, { ...all, goal: `≤ ${goal_s} s`, met: whole <= goal_s }]
}

function rowsOfList(): string[][] {
  const bases = Array.from({ length: organisations }, (_, n) => [
    String(n + 1),
    `Đảng bộ xã số ${n + 1}`,
    'Tổ chức cơ sở đảng',
    '',
    '1/7/2025',
  ])
  const below = Array.from({ length: cells }, (_, n) => {
    const parent = `Đảng bộ xã số ${(n % organisations) + 1}`
    return [
      String(organisations + n + 1),
      `Chi bộ thôn ${Math.floor(n / organisations) + 1} xã số ${(n % organisations) + 1}`,
      'Chi bộ',
      parent,
      '1/7/2025',
    ]
  })
  return [['TT', 'Tên tổ chức', 'Loại', 'Cấp trên', 'Từ ngày'], ...bases, ...below]
}

async function loadRegister(owner: pg.Client): Promise<Clerk[]> {
  await owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const top = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const clerks: Clerk[] = []
  for (const name of ['Người gửi', 'Người xác nhận']) {
    const person_id = await addPerson(owner, name)
    await addGrant(owner, person_id, 'superior-office', top)
    clerks.push({ person_id, name })
  }
  await owner.query('commit')
  return clerks
}
