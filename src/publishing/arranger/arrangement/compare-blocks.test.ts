import { expect, test } from 'vitest'
import type { PlacedBlock } from '../../portal/index.ts'
import { changed, numbered } from './arranged-blocks.ts'
import { compareBlocks } from './compare-blocks.ts'

const block = (type: string, region: PlacedBlock['region'] = 'main', settings = {}): PlacedBlock => ({ region, block: type, settings })
const were = [
  block('lead-story', 'lead'),
  block('news-list', 'lead', { most: 5 }),
  block('figure-board'),
  block('commune-map'),
  block('exemplar-wall'),
]
const told = (are: readonly PlacedBlock[]) => compareBlocks(were, are).map(({ kind, was, is }) => `${kind} ${(is ?? was)!.block}`)

test('what is as it was says so; only what was moved has moved, not what makes room for it', () => {
  expect(told(were).every(said => said.startsWith('same'))).toBe(true)
  const [lead, news, board, map, wall] = were as [PlacedBlock, PlacedBlock, PlacedBlock, PlacedBlock, PlacedBlock]
  expect(told([lead, news, wall, board, map])).toEqual([
    'same lead-story',
    'same news-list',
    'moved exemplar-wall',
    'same figure-board',
    'same commune-map',
  ])
  expect(told([news, { ...lead, region: 'main' }, board, map, wall])).toContain('moved lead-story')
})

test('a block set otherwise, one more of a type, and one taken out are told apart', () => {
  const [lead, news, board, , wall] = were as [PlacedBlock, PlacedBlock, PlacedBlock, PlacedBlock, PlacedBlock]
  const less = block('news-list', 'main', { most: 3 })
  expect(told([lead, { ...news, settings: { most: 9 } }, less, board, wall])).toEqual([
    'same lead-story',
    'set news-list',
    'added news-list',
    'same figure-board',
    'same exemplar-wall',
    'removed commune-map',
  ])
  expect(told([lead, board, wall, { ...news, region: 'main', settings: { most: 9 } }])).toContain('moved-and-set news-list')
})

test('a block keeps its number wherever it is moved, and at the end of its region it stays', () => {
  const blocks = numbered(were)
  const after = (...changes: Parameters<typeof changed>[2][]) =>
    changes
      .reduce((now, change) => {
        const outcome = changed('home', now, change)
        return outcome.ok ? outcome.value : now
      }, blocks)
      .map(({ n }) => n)
  expect(after({ op: 'up', n: 1 })).toEqual([1, 2, 3, 4, 5])
  expect(after({ op: 'down', n: 2 }, { op: 'down', n: 3 })).toEqual([1, 2, 4, 3, 5])
  expect(after({ op: 'put', n: 5, region: 'main', before: 3 })).toEqual([1, 2, 5, 3, 4])
  expect(after({ op: 'put', n: 2, region: 'main' }, { op: 'up', n: 2 })).toEqual([1, 3, 4, 2, 5])
})
