import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { inventOffices, type Offices, sendRoster } from '../../../test/harness/rosters.ts'
import { tries } from '../../../test/harness/tries.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { look } from '../../platform/sign-in/index.ts'
import { addMember, addPerson, addUnit } from '../../platform/sign-in/invented-commune.ts'
import { type Merger, mergeUnits } from '../organisation/index.ts'
import { countRoster } from './reads/count-roster.ts'

const world = withDatabase('empty')
let offices: Offices
/** The living cells, each with every name under which an office may still know it. */
let cells: { key: string; names: string[] }[] = []
/** Where each of the people is, by the key of the living cell that answers for theirs. */
let people: { name: string; birth: string; cell: string }[] = []
/** 500 mergers in one line, each with a roster read before the next, take longer than other tests may. */
const hour_ms = 3_600_000
let day = '2021-01-01'
let made = 0

beforeAll(async () => {
  offices = await inventOffices(world)
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  for (let i = 0; i < 8; i++) await found(`chi-bo-so-${i}`, i)
})

async function found(key: string, number: number): Promise<void> {
  const unit = await addUnit(world.owner, key, 'cell', offices.units.commune)
  cells.push({ key, names: [key] })
  for (let i = 0; i < 3; i++) {
    const name = `Nông Văn ${String.fromCharCode(65 + number)}${'abc'[i]}`
    const person = await addPerson(world.owner, name)
    await addMember(world.owner, person, unit)
    people.push({ name, birth: '', cell: key })
  }
}

type Step = { sort: 'join' | 'rename' | 'into' | 'give' | 'split'; first: number; second: number; by_old_name: boolean }
const step: fc.Arbitrary<Step> = fc.record({
  sort: fc.constantFrom('join', 'rename', 'into', 'give', 'split'),
  first: fc.nat(7),
  second: fc.nat(7),
  by_old_name: fc.boolean(),
})

/** Few cells are divided and many joined, so that there are always cells to merge. */
function likelySort(sort: Step['sort']): Step['sort'] {
  if (cells.length < 5 && (sort === 'join' || sort === 'into')) return 'split'
  return cells.length > 10 && sort === 'split' ? 'join' : sort
}

/**
 * A merger of living cells, and what it makes of them. A cell that only gives a part away keeps its members until an
 * office says who went.
 */
function mergerOf({ sort, first, second }: Step): { merger: Merger; ended: string[]; heir: string } {
  const one = cells[first % cells.length]!.key
  const others = cells.filter(({ key }) => key !== one)
  const other = others[second % others.length]!.key
  const fresh = () => ({ key: `chi-bo-moi-${++made}`, code: null, name: `Chi bộ mới ${made}`, unit_kind: 'cell', parent: 'dang-bo-xa' })
  const [successor, beside] = [fresh(), fresh()]
  const edge = (predecessor: string, to: string, share: number | null = null) => ({
    predecessor,
    successor: to,
    population_share: share,
    area_share: null,
  })
  day = addDays(day, 1)
  const instrument = { number: `${made}-QĐ/ĐU`, kind: 'decision', issuer: 'Đảng ủy', title: 'Sắp xếp chi bộ', signed_on: day } as const
  const base = { hierarchy: 'party', effective_on: day, instrument, successors: [] as Merger['successors'] }
  switch (likelySort(sort)) {
    case 'join':
      return {
        merger: { ...base, successors: [successor], edges: [edge(one, successor.key), edge(other, successor.key)] },
        ended: [one, other],
        heir: successor.key,
      }
    case 'rename':
      return { merger: { ...base, successors: [successor], edges: [edge(one, successor.key, 1)] }, ended: [one], heir: successor.key }
    case 'into':
      return { merger: { ...base, edges: [edge(one, other)] }, ended: [one], heir: other }
    case 'give':
      return { merger: { ...base, edges: [edge(one, other, 0.3)], going_on: [one] }, ended: [], heir: one }
    case 'split':
      return {
        merger: { ...base, successors: [successor, beside], edges: [edge(one, successor.key, 0.7), edge(one, beside.key, 0.3)] },
        ended: [one],
        heir: successor.key,
      }
  }
}

/** Whether it was merged: into a cell that once gave it a part it may not be, for that one would succeed itself. */
async function merge(asked: Step): Promise<boolean> {
  const { merger, ended, heir } = mergerOf(asked)
  const outcome = await world.changeAsOwner(tx => mergeUnits(tx, { person_id: null, name: 'test' }, merger))
  if (!outcome.ok && outcome.problems.every(({ code }) => code === 'cycle')) return false
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const names = cells.filter(({ key }) => ended.includes(key) || key === heir).flatMap(cell => cell.names)
  const born = merger.successors.map(({ key, name }) => ({ key, names: key === heir ? [name, ...names] : [name] }))
  cells = [
    ...cells.filter(({ key }) => !ended.includes(key) && key !== heir),
    ...born,
    ...(born.some(({ key }) => key === heir) ? [] : [{ key: heir, names }]),
  ]
  people = people.map(person => (ended.includes(person.cell) ? { ...person, cell: heir } : person))
  return true
}

test('after whatever mergers, the roster of the same people changes nothing, finds nobody new and misses nobody, by the new names of the cells or the old', {
  timeout: hour_ms,
}, async () => {
  let merged = 0
  await fc.assert(
    fc.asyncProperty(step, async asked => {
      if (await merge(asked)) merged++
      const nameOf = (key: string) => cells.find(cell => cell.key === key)!.names.at(asked.by_old_name ? -1 : 0)!
      const rows = people.map(({ name, birth, cell }, i) => [i + 1, name, birth || null, null, null, nameOf(cell), null, null])
      const own = [
        ['Nông Thị Lan', '12/03/1988', 'chi-bo'],
        ['Triệu Văn Hòa', '30/07/1961', 'chi-bo'],
        ['Nông Văn Quý', '02/01/1999', 'chi-bo'],
        ['Bàn Thị Liễu', '20/10/1975', 'chi-bo-ben'],
        ['Hà Đức Toàn', '05/05/1980', 'chi-bo-ben'],
      ].map(([name, birth, cell], i) => [100 + i, name!, birth!, null, null, cell!, null, null])
      const roster = await sendRoster(offices, [...rows, ...own])
      expect([roster.state, roster.detail.problems]).toEqual(['compared', undefined])
      const counts = await look(world.database, { person_id: offices.clerk }, db => countRoster(db, roster))
      const all = people.length + own.length
      expect({ ...counts, a_year_before: all }).toEqual({
        ...{ lines: all, same: all, known: all, a_year_before: all },
        ...{ new: 0, changed: 0, doubtful: 0, back: 0, resembling: 0, beyond: 0, left: 0 },
      })
    }),
    { numRuns: Math.max(3, tries(500).numRuns), seed: 2026, endOnFailure: true },
  )
  expect(merged).toBeGreaterThan(tries(500).numRuns / 2)
})
