import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { tries } from '../../../test/harness/tries.ts'

const world = withDatabase('empty')

/** A record: its folded name, its birth as far as it is known (`1988-03-12`, `1988` or nothing), its card. */
type Known = { name: string; birth: string; card: string | null }
type Place = 'here' | 'listed' | 'last-here' | 'beside'
const lan: Known = { name: 'nong thi lan', birth: '1988-03-12', card: null }

async function likeness(a: Known, b: Known, place: Place): Promise<string | null> {
  const told = ({ name, birth, card }: Known) => [name, birth.length === 10 ? birth : null, birth.length === 4 ? Number(birth) : null, card]
  const { rows } = await world.owner.query<{ said: string }>(
    `select score || ' ' || why as said from likeness($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [...told(a), ...told(b), place],
  )
  return rows[0]?.said ?? null
}

test('what is equal says how much speaks for one person, and where the register has them how much of it is needed', async () => {
  const places = ['here', 'listed', 'last-here', 'beside'] as const
  const of = async (a: Partial<Known>, b: Partial<Known> = {}) =>
    Promise.all(places.map(place => likeness({ ...lan, ...a }, { ...lan, ...b }, place)))
  const four = (scores: (number | null)[], why: string) => scores.map(score => (score === null ? null : `${score} ${why}`))
  expect(await of({})).toEqual(four([95, 90, 95, 90], 'name-and-day'))
  expect(await of({ birth: '1988' })).toEqual(four([94, 75, 75, 75], 'name-and-year'))
  expect(await of({ birth: '' })).toEqual(four([60, 40, 60, 40], 'name-without-birth'))
  expect(await of({ birth: '' }, { birth: '' })).toEqual(four([80, 40, 60, 40], 'name-without-birth'))
  expect(await of({ birth: '1988-03-13' })).toEqual(four([55, null, null, null], 'birth-differs'))
  expect(await of({ birth: '1989' })).toEqual(four([55, null, null, null], 'birth-differs'))
  expect(await of({ birth: '', card: '1' }, { card: '1' })).toEqual(four([100, 100, 100, 100], 'card-and-name'))
  expect(await of({ card: '1' }, { card: '2' })).toEqual(four([70, 70, 70, 70], 'card-differs'))
  expect(await of({ card: '1', birth: '1988' }, { card: '2' })).toEqual(four([45, null, 70, 70], 'card-differs'))
  expect(await of({ card: '1', birth: '1988' })).toEqual(four([94, null, 75, 75], 'name-and-year'))
  expect(await of({ name: 'nong thi lann' })).toEqual(four([58, 50, null, null], 'name-differs'))
  expect(await of({ name: 'trieu van hoa', card: '1' }, { card: '1' })).toEqual(four([50, 50, 50, 50], 'card-of-another'))
  expect(await of({ name: 'trieu van hoa' })).toEqual(four([null, null, null, null], ''))
})

test('it is the same whichever of the two is told of, and a card that both have never says less than none', async () => {
  const known = fc.record({
    name: fc.constantFrom('nong thi lan', 'nong thi lann', 'trieu van hoa'),
    birth: fc.constantFrom('', '1988', '1989', '1988-03-12', '1988-03-13'),
    card: fc.constantFrom(null, '1', '2'),
  })
  const score = (said: string | null) => Number(said?.split(' ')[0] ?? 0)
  await fc.assert(
    fc.asyncProperty(known, known, fc.constantFrom('here', 'listed', 'last-here', 'beside'), async (a, b, place) => {
      const said = await likeness(a, b, place)
      expect(await likeness(b, a, place)).toBe(said)
      expect(score(await likeness({ ...a, card: '1' }, { ...b, card: '1' }, place))).toBeGreaterThanOrEqual(
        score(await likeness({ ...a, card: null }, { ...b, card: null }, place)),
      )
    }),
    tries(300),
  )
})
