import { expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/basis/shared/dates.ts'
import { mergeUnits } from '../../src/register/organisation/index.ts'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { instrument } from '../harness/campaign.ts'
import { withDatabase } from '../harness/database.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()
const today = dayOf(new Date())

/** The secretary of the demo with their cell, and a cell beside it under the same organisation. */
async function cellsSideBySide() {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query(
    `select a.person_id, u.unit_id, u.key as cell, b.key as beside, above.key as parent
       from account a
       join tenure t      on t.person_id = a.person_id and upper(t.valid) = 'infinity' and upper(t.recorded) = 'infinity'
       join post q        on q.post_id = t.post_id and q.is_head
       join unit u        on u.unit_id = q.unit_id
       join placement p   on p.unit_id = u.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and upper(p.recorded) = 'infinity'
       join unit above    on above.unit_id = p.parent_id
       join placement n   on n.parent_id = p.parent_id and n.unit_id <> p.unit_id and n.valid @> today_in_vietnam() and upper(n.recorded) = 'infinity'
       join unit b        on b.unit_id = n.unit_id
      where a.sign_in_name = 'mau.bi-thu'
        and exists (select from obligation o join campaign c using (campaign_id) where c.year = 2027 and o.unit_id = b.unit_id)
      order by b.key limit 1`,
  )
  return rows[0]
}

type Counted = { due: number; submitted: number; approved: number }

/** Who is due, who has handed in and who is approved, by the tallies, under a unit. */
async function counted(unit: string): Promise<Counted> {
  const { rows } = await world.owner.query(
    `select coalesce(sum(t.due), 0)::int as due, coalesce(sum(t.submitted), 0)::int as submitted,
            coalesce(sum(t.approved), 0)::int as approved
       from unit u join campaign c on c.year = 2027
      cross join lateral counted_under(c.campaign_id, u.unit_id, $2, $2, recorded_now()) t where u.key = $1`,
    [unit, today],
  )
  return rows[0]
}

test('two cells are merged while the campaign runs: nobody is lost or counted twice, and the secretary of the new cell and the office above see the members of both', async () => {
  const { person_id, cell, beside, parent } = await cellsSideBySide()
  const [one, other, all] = [await counted(cell), await counted(beside), await counted(parent)]
  expect(Math.min(one.due, other.due)).toBeGreaterThan(0)
  const merged = await world.changeAsOwner(tx =>
    mergeUnits(
      tx,
      { person_id: null, name: 'test' },
      {
        hierarchy: 'party',
        effective_on: today,
        instrument: instrument('50-QĐ/ĐU', addDays(today, -3)),
        successors: [{ key: 'chi-bo-hop-nhat', code: null, name: 'Chi bộ hợp nhất', unit_kind: 'cell', population: null, parent }],
        edges: [cell, beside].map(predecessor => ({ predecessor, successor: 'chi-bo-hop-nhat', population_share: null, area_share: null })),
      },
    ),
  )
  expect(merged).toMatchObject({ ok: true })
  const both = { due: one.due + other.due, submitted: one.submitted + other.submitted, approved: one.approved + other.approved }
  expect([await counted('chi-bo-hop-nhat'), await counted(parent)]).toEqual([both, all])
  await world.owner.query(
    `with laid_down as (update tenure set recorded = closed(recorded) where person_id = $1 and valid @> $2::date and upper(recorded) = 'infinity' returning post_id, valid),
          ended as (insert into tenure (post_id, person_id, valid) select post_id, $1, daterange(lower(valid), $2) from laid_down),
          made as (insert into post (unit_id, title, is_head) select unit_id, 'Bí thư', true from unit where key = 'chi-bo-hop-nhat' returning post_id)
     insert into tenure (post_id, person_id, valid) select post_id, $1, daterange($2, 'infinity') from made`,
    [person_id, today],
  )
  const page = await stage.newPage({ width: 1280, height: 900 })
  await signInAs(page, portal.address, 'mau.bi-thu', '/cam-ket')
  await page.getByRole('navigation', { name: 'Công việc' }).getByRole('link', { name: 'Chi bộ', exact: true }).click()
  await page.waitForURL(url => url.pathname === '/chi-bo/chi-bo-hop-nhat')
  expect(await page.getByText('không hiện với tài khoản này').count()).toBe(0)
  const still = both.due - both.submitted
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Đợt cam kết 2027: còn ${still} người`)
  // The members of both cells, by name: those who owe and have handed nothing in.
  const { rows } = await world.owner.query(
    `select p.full_name
       from obligation o
       join campaign c using (campaign_id)
       join unit u           on u.unit_id = o.unit_id
       join person_version p on p.person_id = o.person_id and upper(p.recorded) = 'infinity'
      where c.year = 2027 and u.key = any ($1) and o.obligation_id not in (select obligation_id from commitment)`,
    [[cell, beside]],
  )
  const names = await page.locator('.people strong').allTextContents()
  expect(names.sort()).toEqual(rows.map(row => row.full_name).sort())
  await officeSeesBoth({ parent, both, still: all.due - all.submitted })
})

/** The office above: how complete the new cell is, and its members in the list of people. */
async function officeSeesBoth({ parent, both, still }: { parent: string; both: Counted; still: number }): Promise<void> {
  const page = await stage.newPage({ width: 1280, height: 900 })
  await signInAs(page, portal.address, 'mau.van-phong', `/doi-soat/${parent}`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Đợt 2027: còn thiếu ${still} người`)
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Chi bộ hợp nhất' }) })
  expect(await row.getByRole('cell').allTextContents()).toEqual([both.due - both.submitted, both.due, 0, both.approved].map(String))
  await page.goto(`${portal.address}/nhan-su/chi-bo-hop-nhat`)
  expect(await page.getByText(/^\d+ người$/).innerText()).toBe(`${both.due} người`)
  expect(await page.getByRole('rowheader').count()).toBe(both.due)
}
