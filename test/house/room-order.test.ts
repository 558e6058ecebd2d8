import { existsSync, globSync, readdirSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { read, root, type Source, sources } from './tree.ts'

/**
 * The storeys from below, in each the rooms from left to right. A room imports only from what stands below it or to its
 * left.
 */
const storeys: Record<string, string[]> = {
  basis: ['shared', 'quantity'],
  platform: [
    'database',
    'ledger',
    'jobs',
    'child-process',
    'office-file',
    'workbook',
    'photo',
    'web',
    'staff',
    'role',
    'workflow',
    'sign-in',
    'draft',
    'audit',
    'backup',
  ],
  register: [
    'organisation',
    'people',
    'rule',
    'tree',
    'roster',
    'programme',
    'tally',
    'limitation',
    'commitment',
    'rights',
    'plan',
    'review',
    'reminder',
    'exemplar',
    'countryside',
    'indicator',
  ],
  numbers: ['figure', 'check'],
  publishing: ['search', 'media', 'newsroom', 'portal', 'newsdesk', 'arranger'],
  home: ['merger', 'start', 'founding', 'doctor'],
}
const order = Object.entries(storeys).flatMap(([storey, rooms]) => rooms.map(room => `${storey}/${room}`))
/** What stands above the rooms and may know them all; and the settings, which only these may read. */
const house = ['app.ts', 'main.ts', 'cli.ts', 'config.ts', 'vouched.ts', 'restorable.ts']

test('a room imports only what stands to its left or below, and only through its door', () => {
  expect(sources().flatMap(offences)).toEqual([])
})

test('an import that climbs and one past the door are found', () => {
  const text = `import { a } from '../../../numbers/figure/index.ts'\nawait import('../../people/find-person.ts')\nexport { c } from '../../../app.ts'`
  expect(offences({ path: 'src/register/commitment/pages/x.tsx', text })).toHaveLength(3)
  const lawful = `import { d } from '../people/index.ts'\nimport { e } from './find.ts'\nimport { f } from '../../basis/shared/dates.ts'`
  expect(offences({ path: 'src/register/commitment/x.ts', text: lawful })).toEqual([])
})

test('every room has its place in the order and a README, and no drawer is called utils', () => {
  const rooms = Object.keys(storeys).flatMap(storey => readdirSync(`${root}src/${storey}`).map(room => `${storey}/${room}`))
  expect(rooms.toSorted()).toEqual(order.toSorted())
  expect(rooms.filter(room => !existsSync(`${root}src/${room}/README.md`))).toEqual([])
  expect(sources().filter(({ path }) => /\/(utils|lib|common|services|helpers)\//.test(path))).toEqual([])
})

test('no folder of the program holds more than 25 files', () => {
  const folders = new Map<string, number>()
  for (const file of globSync('src/**/*.*', { cwd: root })) folders.set(posix.dirname(file), (folders.get(posix.dirname(file)) ?? 0) + 1)
  expect([...folders].filter(([, files]) => files > 25)).toEqual([])
})

test('nothing stands in the program for tests alone', () => {
  const imported = new Set(
    globSync('{src,seed,bench,prove,scripts}/**/*.{ts,tsx,mjs}', { cwd: root }).flatMap(path =>
      importsOf(path, read(path), path.includes('.test.')),
    ),
  )
  const doors = sources().filter(({ path }) => path.startsWith('src/') && path.split('/').length > 3 && !path.endsWith('/index.ts'))
  expect(doors.map(({ path }) => path).filter(path => !imported.has(path) && !entered.includes(path))).toEqual([])
})

/** Files that a bundle or a thread begins with. */
const entered = [
  'src/numbers/check/worker.ts',
  'src/register/roster/worker.ts',
  'src/register/exemplar/award-list/worker.ts',
  'src/register/indicator/table/worker.ts',
  'src/register/countryside/giving/list/worker.ts',
  'src/register/tree/list/worker.ts',
  'src/platform/photo/worker.ts',
  'src/platform/office-file/paper/worker.ts',
  'src/publishing/newsroom/docx/worker.ts',
]

function importsOf(path: string, text: string, is_test: boolean): string[] {
  return is_test ? [] : imports(text).map(to => posix.join(path, '..', to.replace(/\?browser$/, '')))
}

function offences({ path, text }: Source): string[] {
  return imports(text)
    .map(to => posix.join(path, '..', to))
    .filter(to => to.startsWith('src/') && !mayImport(path, to))
    .map(to => `${path} imports ${to}`)
}

function imports(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(([, to]) => to!)
}

function mayImport(from: string, to: string): boolean {
  const [here, there] = [roomOf(from), roomOf(to)]
  if (here === there || house.includes(here)) return true
  if (house.includes(there)) return false
  const throughTheDoor = there === 'basis/shared' || to === `src/${there}/index.ts`
  return throughTheDoor && order.indexOf(there) < order.indexOf(here)
}

/** «register/people» of a file in a room, «app.ts» of one above the rooms. */
function roomOf(path: string): string {
  const [, storey, room] = path.split('/')
  return storey! in storeys ? `${storey}/${room}` : storey!
}
