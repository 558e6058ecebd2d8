import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { tries } from '../../../test/harness/tries.ts'

const world = withDatabase('territory')
const gifts = 6

/** What may happen to one of the gifts, in any order, each with the years in which the register knew it. */
const years = fc.tuple(fc.integer({ min: 2015, max: 2020 }), fc.option(fc.integer({ min: 2021, max: 2026 }), { nil: null }))
const happening = fc.record({
  gift: fc.integer({ min: 1, max: gifts }),
  what: fc.constantFrom('verified', 'of a household', 'verification ends', 'taken back'),
  known: years,
})

const statements = {
  verified: `insert into contribution_verification (contribution_id, verified_on, recorded)
             select $1, '2018-01-01', tstzrange($2, $3)
              where not exists (select from contribution_verification where contribution_id = $1 and recorded && tstzrange($2, $3))`,
  'of a household': `insert into contribution_household (contribution_id, household_id, recorded)
                     values ($1, $1, tstzrange($2, $3)) on conflict do nothing`,
  'verification ends': `update contribution_verification set recorded = tstzrange(lower(recorded), recorded_now())
                         where contribution_id = $1 and upper(recorded) = 'infinity' and $2::timestamptz < $3::timestamptz`,
  'taken back': `update contribution set recorded = tstzrange(lower(recorded), recorded_now())
                  where contribution_id = $1 and upper(recorded) = 'infinity' and $2::timestamptz < $3::timestamptz`,
}

/** What the rows themselves say of every gift at an instant, beside what the states say. */
const by_rows = `
  select c.contribution_id as gift, w.verified_on::text as verified_on, h.household_id as household
    from contribution c
    left join contribution_verification w on w.contribution_id = c.contribution_id and w.recorded @> $1::timestamptz
    left join contribution_household h    on h.contribution_id = c.contribution_id and h.recorded @> $1::timestamptz
   where c.recorded @> $1::timestamptz and (w.verified_on is not null or $2)
   order by 1`
const by_states = `
  select contribution_id as gift, verified_on::text as verified_on, household_id as household
    from contribution_state
   where known_from <= $1 and known_until > $1 and (verified_on is not null or $2)
   order by 1`

test('whatever happens to gifts, in whatever order: each has the states that its rows give', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 12 }), async happened => {
      await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
      try {
        await world.owner.query(
          `insert into contribution (contribution_id, contribution_kind, quantity, work, place_id, given_on, recorded)
           select i, 'land', i, 'đường', (select min(unit_id) from unit), '2016-01-01', tstzrange('2016-02-01', 'infinity')
             from generate_series(1, $1) i`,
          [gifts],
        )
        for (const { gift, what, known } of happened)
          await world.owner.query(statements[what], [gift, `${known[0]}-01-01`, known[1] ? `${known[1]}-01-01` : 'infinity'])
        for (let year = 2015; year <= 2027; year++) {
          // Of what waited in the past no state is kept: today's alone.
          const asked = [`${year}-07-01`, year === 2027]
          const [told, kept] = [await world.owner.query(by_rows, asked), await world.owner.query(by_states, asked)]
          expect(kept.rows, `in ${year}`).toEqual(told.rows)
        }
      } finally {
        await world.owner.query('rollback')
      }
    }),
    tries(50),
  )
})
