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

/**
 * What the demo is called, and what is said of its data. The names of all provinces stand together where a text is read
 * that may speak of any.
 */
const words = /Bắc Kạn|Thái Nguyên|dữ liệu mẫu|sample data:|demonstration/i
const of_the_whole_country = ['src/numbers/check/judge/places.ts']

test('the program names no unit and no programme of the demo: whose register it is, the register says', () => {
  expect(keys.size).toBeGreaterThan(180)
  expect(program().flatMap(named)).toEqual([])
})

test('what pages say of the demo and its data stands in the seed', () => {
  const saying = program().filter(({ path, text }) => words.test(codeOf(text)) && !of_the_whole_country.includes(path))
  expect(saying.map(({ path }) => path)).toEqual([])
  expect(words.test(codeOf("// Bắc Kạn\nconst a = 'tỉnh Bắc Kạn'"))).toBe(true)
  expect(words.test(codeOf("/** Dữ liệu mẫu */\nconst a = 'tỉnh'"))).toBe(false)
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

/** Comments may speak of the demo. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*(?:\/\/|--).*$|\s\/\/ .*$/gm, '')
}

/** Keys of the demo in texts of the code. */
function named({ path, text }: Source): string[] {
  const words = codeOf(text).match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []
  return words.filter(word => keys.has(word) || /bac-kan/.test(word)).map(word => `${path} ${word}`)
}
