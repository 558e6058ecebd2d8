import { expect, test } from 'vitest'
import { mergerOf2025 } from '../../../seed/territory/mergers.ts'
import { tester, withDatabase } from '../../../test/harness/database.ts'
import { asOwner } from '../../platform/database/index.ts'
import type { Merger } from '../../register/organisation/index.ts'
import { type FigureChange, previewMerger } from './preview-merger.ts'

const world = withDatabase('territory', { until: '2021-02-19' })

const counted = (figures: FigureChange[]) =>
  Object.fromEntries(
    figures.map(({ figure, rule, before, after }) => [`${figure}${rule ? ` ${rule}` : ''}`, [before.numerator, after.numerator]]),
  )

const preview = (merger: Merger) => asOwner(world.database, owned => previewMerger(owned, tester, { merger, unit: 'tinh-bac-kan' }))

async function everything(): Promise<string> {
  const tables = (
    await world.owner.query(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`)
  ).rows
  const digests = tables.map(
    ({ relname }) => `select '${relname}' as t, md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as d from ${relname} r`,
  )
  return JSON.stringify((await world.owner.query(digests.join(' union all '))).rows)
}

test('before the merger of 2025 the register says which figures would change, under which rule, and writes nothing', async () => {
  const before = await everything()
  const outcome = await preview(mergerOf2025())
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  expect(counted(outcome.value.figures)).toEqual({
    ...{ F15: [23, 23], F16: [15, 0], F17: [2, 0], F18: [15, 0], F21: [108, 37] },
    ...{ 'F16 all': [15, 0], 'F16 any': [21, 16], 'F16 none': [15, 0] },
  })
  const any = outcome.value.figures.find(({ figure, rule }) => figure === 'F16' && rule === 'any')!
  expect(any.after.rows.map(row => row.name).join(', ')).toBe(
    'Ba Bể, Bạch Thông, Bằng Thành, Bằng Vân, Chợ Mới, Chợ Rã, Cường Lợi, Na Rì, Ngân Sơn, Phong Quang, Phủ Thông, Phúc Lộc, Thanh Thịnh, Trần Phú, Yên Bình, Yên Thịnh',
  )
  expect(await everything()).toBe(before)
})

test('a merger that the register refuses has no preview, and says why', async () => {
  const merger = { ...mergerOf2025(), effective_on: '2025-02-30' }
  expect(await preview(merger)).toMatchObject({
    ok: false,
    problems: [{ code: 'no-such-day', field: 'effective_on' }],
  })
})
