import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read, root, type Source } from './tree.ts'

/** The keys of the demo: of its territory, and what its loaders name beside. */
const keys = new Set([
  ...read('seed/territory/units.csv')
    .split('\n')
    .slice(1)
    .map(line => line.split(',')[0]!),
  'chi-thi-05',
])

test('the program names no unit and no programme of the demo: whose register it is, the register says', () => {
  expect(keys.size).toBeGreaterThan(180)
  expect(program().flatMap(named)).toEqual([])
})

test('a key of the demo is found as a value, as part of another and in SQL; a word of the language is not', () => {
  const found = ["unit: 'tinh-bac-kan'", '`tinh-uy-bac-kan`', "where key = 'chi-thi-05'", '{ "unit": "thanh-pho-bac-kan" }']
  expect(found.map(text => named({ path: 'src/x.ts', text }).length)).toEqual([1, 1, 1, 1])
  expect(named({ path: 'src/x.ts', text: "// as tinh-bac-kan was\nconst kind = 'tinh' // ba-be" })).toEqual([])
})

/** The program in all its languages, without its tests. */
function program(): Source[] {
  const paths = globSync('src/**/*.{ts,tsx,sql,js}', { cwd: root }).filter(path => !/\.test\.tsx?$/.test(path))
  return paths.sort().map(path => ({ path, text: read(path) }))
}

/** Keys of the demo in texts of the code; comments may speak of it. */
function named({ path, text }: Source): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*(?:\/\/|--).*$|\s\/\/ .*$/gm, '')
  const words = code.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []
  return words.filter(word => keys.has(word) || /bac-kan/.test(word)).map(word => `${path} ${word}`)
}
