import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { tester, withDatabase } from '../../../test/harness/database.ts'
import { previewMerger, type UnitEffect } from '../../numbers/figure/index.ts'
import { asOwner } from '../../platform/database/index.ts'
import { type Merger, mergeUnits } from '../../register/organisation/index.ts'
import { sayEffects } from './effect-words.ts'
import { mergerCommand } from './merger-command.ts'
import { readPlanFile } from './read-plan-file.ts'

const world = withDatabase('demo')
const file = (name: string) => join(import.meta.dirname, '../../../test/cases/field', name)
const organisation = 'dang-bo-ban-chi-huy-quan-su-huyen-so-2-quan-su-tinh'
const cell = (n: number) => `chi-bo-doi-so-${n}-${organisation}`

async function planIn(name: string): Promise<Merger> {
  const read = await readPlanFile(file(name))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}
const preview = async (merger: Merger): Promise<UnitEffect[]> => {
  const outcome = await asOwner(world.database, owned => previewMerger(owned, tester, { merger, unit: 'tinh-bac-kan' }))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value.units
}
const ask = async (question: string, values: unknown[] = []) => (await world.owner.query(question, values)).rows
const membersOf = async (keys: string[], day: string): Promise<number> =>
  (
    await ask(
      `select count(*)::int as n from membership m join unit u using (unit_id) where u.key = any ($1) and m.valid @> $2::date and upper(m.recorded) = 'infinity'`,
      [keys, day],
    )
  )[0].n

/** The first and the third cell get a head, of whoever is in them. */
beforeAll(async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  for (const key of [cell(1), cell(3)])
    await ask(
      `with made as (insert into post (unit_id, title, is_head) select unit_id, 'Bí thư chi bộ', true from unit where key = $1 on conflict (unit_id) where is_head do update set title = excluded.title returning post_id)
       insert into tenure (post_id, person_id, valid) select post_id, (select min(person_id) from account), '[2026-01-01,infinity)' from made on conflict do nothing`,
      [key],
    )
})

describe('the plans of the field', () => {
  test.each([
    ['plan-misspelt-key.json', /^going-on: Kế hoạch không có mục nào tên «going-on»\. · A plan has nothing by the name of "going-on"\.$/],
    ['plan-year-2126.json', /^effective_on: Ngày 2126-12-05 .* · .*2126-12-05/],
  ])('%s is refused in a sentence at its field, in both languages', async (name, sentence) => {
    const { code, out, err } = await mergerCommand(world.database, [file(name)])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
  })

  test.each(['plan-with-bom.json', 'plan-one-cell-renamed.json'])('%s is read, and its preview names every unit', async name => {
    const { code, out, err } = await mergerCommand(world.database, [file(name)])
    expect([code, err]).toEqual([0, ''])
    const merger = await planIn(name)
    for (const { key } of merger.successors) expect(out).toContain(`(${key}): bắt đầu · begins`)
    for (const { predecessor } of merger.edges) expect(out).toContain(`(${predecessor}): kết thúc · ends`)
  })

  test('a misspelt unit is refused at its edge', async () => {
    const merger = await planIn('plan-one-cell-renamed.json')
    const misspelt = { ...merger, edges: [{ ...merger.edges[0]!, predecessor: `${cell(3)}x` }] }
    const outcome = await asOwner(world.database, owned => previewMerger(owned, tester, { merger: misspelt, unit: 'tinh-bac-kan' }))
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'unknown-unit', field: 'edges.0.predecessor' }] })
  })
})

describe('what becomes of people, posts, duties and scopes', () => {
  test('two cells become one: their people are counted for it, their heads go, and the offices above act', async () => {
    const merger = await planIn('plan-with-bom.json')
    const eve = '2026-12-04'
    const [one, two] = [await membersOf([cell(1)], eve), await membersOf([cell(2)], eve)]
    const units = await preview(merger)
    expect(
      units.map(({ key, fate, counted_for, people_before, people_after }) => [key, fate, counted_for?.key, people_before, people_after]),
    ).toEqual([
      [cell(1), 'ends', 'chi-bo-doi-thu', one, null],
      [cell(2), 'ends', 'chi-bo-doi-thu', two, null],
      ['chi-bo-doi-thu', 'begins', undefined, null, one + two],
    ])
    expect(one + two).toBeGreaterThan(0)
    const heads = units.flatMap(({ posts }) => posts.filter(({ is_head }) => is_head))
    expect(heads.map(({ acts }) => acts)).toEqual([false])
    expect(units[2]).toMatchObject({ is_headless: true, posts: [] })
    expect(units[2]!.offices.length).toBeGreaterThan(0)
    const lines = sayEffects(units, 'vi')
    expect(lines[0]!.lines[0]).toBe(`${one} người: từ ngày ấy tính cho Chi bộ Đội Thử.`)
    expect(lines[2]!.lines).toContain(
      `Không có người đứng đầu: ${units[2]!.offices.join(', ')} (văn phòng) phụ trách cho đến khi giao chức vụ.`,
    )
  })

  test('one cell goes on under another name: its head goes on', async () => {
    const units = await preview(await planIn('plan-one-cell-renamed.json'))
    const head = units[0]!.posts.find(({ is_head }) => is_head)!
    expect(head.acts).toBe(true)
    expect(sayEffects(units, 'vi')[1]!.lines).toContain(`Chưa giao chức vụ đứng đầu: ${head.holder} phụ trách cho đến khi giao.`)
  })

  test('a cell that only gives a part away goes on with its people, as does the one that takes it', async () => {
    const merger = await planIn('plan-with-bom.json')
    const edge = { predecessor: cell(1), successor: cell(2), population_share: 0.3, area_share: null }
    const units = await preview({ ...merger, successors: [], edges: [edge], going_on: [cell(1)] })
    expect(units.map(({ key, fate, people_before, people_after }) => [key, fate, people_before === people_after])).toEqual([
      [cell(1), 'goes-on', true],
      [cell(2), 'goes-on', true],
    ])
  })

  test('what is said beforehand is what the register holds afterwards', async () => {
    const merger = await planIn('plan-with-bom.json')
    const units = await preview(merger)
    expect(await world.changeAsOwner(tx => mergeUnits(tx, tester, merger))).toMatchObject({ ok: true })
    const [counted] = await ask(
      `select count(*)::int as people, (select count(*)::int from obligation o join campaign_terms t using (campaign_id)
          where t.closes_on >= $2::date and upper(t.recorded) = 'infinity' and o.unit_id in (select a.unit_id from unit u cross join lateral units_by_branch('party', u.unit_id, $2::date, recorded_now()) a where u.key = $1)
            and not exists (select from obligation_exception x where x.obligation_id = o.obligation_id and x.valid @> $2::date and upper(x.recorded) = 'infinity')) as due
         from unit u cross join lateral units_counted_for('party', u.unit_id, $2::date, recorded_now()) c join membership m on m.unit_id = c.counted_id
        where u.key = $1 and m.valid @> $2::date and upper(m.recorded) = 'infinity'`,
      ['chi-bo-doi-thu', merger.effective_on],
    )
    expect({ people: units[2]!.people_after, due: units[2]!.commitments.due }).toEqual(counted)
  })
})
