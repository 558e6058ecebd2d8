import type { Client } from 'pg'
import { expect, inject, test } from 'vitest'
import { mergerOf2025 } from '../../../seed/territory/mergers.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { endOf } from '../../basis/shared/dates.ts'
import { connectAs } from '../../platform/database/index.ts'
import { listSuccessions } from './reads/list-successions.ts'
import { listUnits } from './reads/list-units.ts'
import { type Revision, reviseUnit } from './revise-units.ts'
import { mergeUnits } from './verbs/merge-units.ts'

/**
 * The register as it was in 2021 lives through 2023 and 2025 by the verbs; beside it, the one whose seed knew of them.
 */
const world = withDatabase('demo', { until: '2021-02-19' })
const seeded = withDatabase('territory')
const clerk = { person_id: null, name: 'test' }

/** The tables of the map, and the ledger, which is told. */
const of_the_map = [
  'carry_rule',
  'carry_statement',
  'instrument',
  'ledger_entry',
  'placement',
  'succession',
  'succession_event',
  'unit',
  'unit_version',
]

const resolution = (number: string, issuer: string, signed_on: string) =>
  ({ number, kind: 'resolution', issuer, title: number, signed_on }) as const
const van_tung: Revision = {
  unit: 'xa-van-tung',
  from: '2023-04-10',
  unit_kind: 'township',
  instrument: resolution('722/NQ-UBTVQH15', 'Ủy ban Thường vụ Quốc hội', '2023-02-13'),
}

test('the merger of 2025 leaves every row of every other table as it was, and only closes rows of the map', async () => {
  const [before, rows_before] = [await contents(), await rowsOfTheMap()]
  expect(await world.changeAsOwner(tx => reviseUnit(tx, clerk, van_tung))).toMatchObject({ ok: true })
  expect(await world.changeAsOwner(tx => mergeUnits(tx, clerk, mergerOf2025()))).toMatchObject({ ok: true })
  const after = await contents()

  const changed = Object.keys(after).filter(table => after[table] !== before[table])
  expect(changed).toEqual(['instrument', 'ledger_entry', 'placement', 'succession', 'succession_event', 'unit', 'unit_version'])
  expect(changed.filter(table => !of_the_map.includes(table))).toEqual([])
  const rows_after = await rowsOfTheMap()
  expect([...rows_before].filter(row => !rows_after.has(row))).toEqual([])
})

test('the verbs lead to the map that the seed of today holds', async () => {
  const question = { hierarchy: 'territory', recorded_as_of: endOf('2199-12-31') }
  for (const valid_as_of of ['2021-02-19', '2023-04-09', '2023-04-10', '2025-06-30', '2025-07-01', '2026-11-24']) {
    for (const unit of ['tinh-bac-kan', 'tinh-thai-nguyen-2025']) {
      expect(await listUnits(world.db, { ...question, unit, valid_as_of })).toEqual(
        await listUnits(seeded.db, { ...question, unit, valid_as_of }),
      )
    }
  }
  const edgesIn = async (register: typeof world) =>
    (await listSuccessions(register.db, { valid_as_of: '2026-11-24', recorded_as_of: question.recorded_as_of }))
      .map(edge => [edge.effective_on, edge.kind, edge.predecessor, edge.successor, edge.area_share, edge.rule].join(' '))
      .sort()
  expect(await edgesIn(world)).toEqual(await edgesIn(seeded))
})

test('a touched row of another table is found', async () => {
  const before = await contents()
  await world.owner.query(`insert into holiday values ('2030-01-01', 'x', 'x')`)
  const after = await contents()
  expect(Object.keys(after).filter(table => after[table] !== before[table])).toEqual(['holiday'])
})

/**
 * Every table of the schema with the number of its rows and the digest of all of them, by who may read everything: the
 * server's administrator.
 */
async function contents(): Promise<Record<string, string>> {
  const { rows: databases } = await world.owner.query<{ name: string }>('select current_database() as name')
  const administrator = await connectAs({ ...inject('server').postgres, database: databases[0]!.name })
  try {
    return await digestsOf(administrator)
  } finally {
    await administrator.end()
  }
}

async function digestsOf(administrator: Client): Promise<Record<string, string>> {
  const { rows } = await administrator.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`,
  )
  const found: [string, string][] = []
  for (const { name } of rows) {
    const { rows: digests } = await administrator.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as digest from ${name} t`,
    )
    found.push([name, digests[0]!.digest])
  }
  return Object.fromEntries(found)
}

/** Every row of the map's tables without `recorded`: what a merger may close, and must not rewrite. */
async function rowsOfTheMap(): Promise<Set<string>> {
  const found: string[] = []
  for (const table of of_the_map) {
    const { rows } = await world.owner.query<{ row: string }>(`select (to_jsonb(t) - 'recorded')::text as row from ${table} t`)
    found.push(...rows.map(({ row }) => `${table} ${row}`))
  }
  return new Set(found)
}
