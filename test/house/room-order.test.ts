import { readdirSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { root, type Source, sources } from './tree.ts'

/** From left to right; a room imports only from what stands to its left. Those of one line are siblings and do not know one another. */
const order = [
  ...[
    'shared',
    'quantity',
    'database',
    'ledger',
    'jobs',
    'web',
    'access',
    'role',
    'sign-in',
    'organisation',
    'people',
    'roster',
    'programme',
  ].map(room => [room]),
  ['tally', 'commitment', 'plan', 'reminder', 'exemplar', 'countryside', 'indicator'],
  ...['figure', 'merger', 'check', 'newsroom', 'portal'].map(room => [room]),
]
/** What stands above the rooms and may know them all; and the settings, which only these may read. */
const house = ['app.ts', 'main.ts', 'cli.ts', 'config.ts', 'vouched.ts']

test('a room imports only what stands to its left, and only through its door', () => {
  expect(sources().flatMap(offences)).toEqual([])
})

test('an import that climbs, one between siblings and one past the door are found', () => {
  const text = `import { a } from '../figure/index.ts'\nimport type { b } from '../exemplar/index.ts'\nawait import('../people/find-person.ts')\nexport { c } from '../app.ts'`
  expect(offences({ path: 'src/commitment/pages/x.tsx', text: text.replaceAll('../', '../../') })).toHaveLength(4)
  expect(offences({ path: 'src/commitment/x.ts', text: `import { d } from '../people/index.ts'\nimport { e } from './find.ts'` })).toEqual(
    [],
  )
})

test('every room has its place in the order, and no drawer is called utils', () => {
  const entries = readdirSync(`${root}src`, { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(entries.map(entry => entry.name).filter(name => placeOf(name) < 0)).toEqual([])
  expect(sources().filter(({ path }) => /\/(utils|lib|common|services|helpers)\//.test(path))).toEqual([])
})

function offences({ path, text }: Source): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)]
    .map(([, to]) => posix.join(path, '..', to!))
    .filter(to => to.startsWith('src/') && !mayImport(path, to))
    .map(to => `${path} imports ${to}`)
}

function mayImport(from: string, to: string): boolean {
  const [here, there] = [roomOf(from), roomOf(to)]
  if (here === there || house.includes(here)) return true
  if (house.includes(there)) return false
  const throughTheDoor = there === 'shared' || to === `src/${there}/index.ts`
  return throughTheDoor && placeOf(there) < placeOf(here)
}

function roomOf(path: string): string {
  return path.split('/')[1]!
}

function placeOf(room: string): number {
  return order.findIndex(rooms => rooms.includes(room))
}
