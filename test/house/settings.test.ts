import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Source, sources, tracked } from './tree.ts'

test('only config.ts reads the environment', () => {
  expect(
    sources()
      .filter(readsEnvironment)
      .map(source => source.path),
  ).toEqual(['src/config.ts'])
})

test('a read of the environment is found in each of its spellings', () => {
  const spellings = ['process.env.PORT', "process['env']", "import { env } from 'node:process'", 'const { env } = process']
  expect(spellings.map(text => readsEnvironment({ path: 'src/x.ts', text }))).toEqual([true, true, true, true])
  expect(readsEnvironment({ path: 'src/x.ts', text: 'process.pid // the environment is read by config.ts alone' })).toBe(false)
})

test('no folder is made by a way that may never come back', () => {
  expect(
    sources()
      .filter(makesFoldersByItself)
      .map(({ path }) => path),
  ).toEqual([])
  expect(
    ['mkdirSync(dir, { recursive: true })', 'await mkdir(folder, {\n recursive: true })'].map(text =>
      makesFoldersByItself({ path: 'src/x.ts', text }),
    ),
  ).toEqual([true, true])
})

test('every setting is told in both languages, and none that is not there', () => {
  const text = sources().find(({ path }) => path === 'src/config.ts')!.text
  const own = settingsIn(text)
  expect(own).toContain('TRUST_PROXY')
  for (const readme of ['README.md', 'README.vi.md']) expect([readme, toldIn(readFileSync(readme, 'utf8'))]).toEqual([readme, own])
})

test('each migration has a number of its own', () => {
  expect(misnumbered(tracked().filter(path => path.startsWith('migrations/')))).toEqual([])
})

test('a twin and an odd name among the migrations are found', () => {
  const names = ['0001-organisation.sql', '0002-people.sql', '0002-posts.sql', '0005-figure.sql', '6_Other.sql']
  expect(misnumbered(names.map(name => `migrations/${name}`))).toEqual(['0002-posts.sql', '6_Other.sql'])
})

function readsEnvironment({ text }: Source): boolean {
  return /process\s*(\??\.\s*env\b|\[['"]env)|\benv\b[^}\n]*\}\s*(from\s+['"](node:)?process|=\s*process\b)/.test(text)
}

/** See basis/shared/make-folders.ts. */
function makesFoldersByItself({ text }: Source): boolean {
  return /\bmkdir(?:Sync)?\([^)]*recursive/.test(text)
}

/** The variables that config.ts reads; those that only terminals set are not ours to tell. */
function settingsIn(text: string): string[] {
  const named = [...text.matchAll(/\benv\.([A-Z_]+)|\b([A-Z][A-Z_]+): \w+/g)].map(([, read, taken]) => read ?? taken!)
  return [...new Set(named)].filter(name => !/COLOR$/.test(name)).sort()
}

/** The variables in the tables of a README. */
function toldIn(text: string): string[] {
  const rows = text.split('\n').filter(line => line.startsWith('| `'))
  return rows.flatMap(row => [...row.split('|')[1]!.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!)).sort()
}

/**
 * The file names that are not written as a migration's, or whose number another has. Gaps are for those who work side
 * by side: each has a range of numbers.
 */
function misnumbered(paths: string[]): string[] {
  const names = paths.map(path => path.replace('migrations/', '')).filter(name => !name.endsWith('.md'))
  const numberOf = (name: string) => name.slice(0, 4)
  return names
    .sort()
    .filter((name, i) => !/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(name) || (i > 0 && numberOf(names[i - 1]!) === numberOf(name)))
}
