import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { transactionOn } from '../../platform/database/index.ts'
import { answerFigure } from './answer-figure.ts'
import { catalogue, type FigureId, tablesOf } from './catalogue.ts'

const world = withDatabase('demo')
const now = new Date('2026-12-01T03:00:00Z')
const ids = Object.keys(catalogue) as FigureId[]

/**
 * Nobody waits for word of them: they only make an answer quick, and a summary is asked for no instant that it does not
 * hold.
 */
const quiet = ['tally_summary', 'tally_summary_line']

/** How often PostgreSQL has scanned each table, by its rows or an index, and not yet told its statistics. */
async function scans(): Promise<Map<string, number>> {
  const { rows } = await world.owner.query<{ relname: string; scans: number }>(
    'select relname, (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::integer as scans from pg_stat_xact_user_tables',
  )
  return new Map(rows.map(({ relname, scans }) => [relname, scans]))
}

/** The tables that work scans, whichever way it comes to them. */
async function scanned(work: () => Promise<unknown>): Promise<string[]> {
  await world.owner.query('begin')
  const before = await scans()
  await work()
  const after = await scans()
  await world.owner.query('rollback')
  return [...after].filter(([table, count]) => count > (before.get(table) ?? 0)).map(([table]) => table)
}

const answer = (figure: FigureId, unit?: string) => () =>
  answerFigure(transactionOn(world.owner), figure, { unit, valid_as_of: '2021-12-31' }, now)

test.each(ids)('whatever table %s reads, a change of it drops what was made from its answer', async figure => {
  const touched = [...(await scanned(answer(figure))), ...(await scanned(answer(figure, 'tinh-bac-kan')))]
  expect(touched.length).toBeGreaterThan(0)
  expect(touched.filter(table => !tablesOf(figure).includes(table) && !quiet.includes(table))).toEqual([])
})

test('a table that a read names nowhere would be found', async () => {
  const touched = await scanned(() => world.owner.query('select count(*) from theme'))
  expect(touched.filter(table => !tablesOf('F1').includes(table))).toEqual(['theme'])
})
