import { expect, test } from 'vitest'
import { read, sources } from './tree.ts'

test('each term of the glossary is explained once', () => {
  const cells = [...read('GLOSSARY.md').matchAll(/^\| *([a-z][^|]*?) *\|/gm)].map(([, cell]) => cell!).filter(cell => cell !== 'code')
  const terms = cells.flatMap(cell => cell.split(', '))
  expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([])
})

test('a door names what it shows, one by one', () => {
  expect(
    sources()
      .filter(({ path, text }) => /\/index\.ts$/.test(path) && /^export \*/m.test(text))
      .map(source => source.path),
  ).toEqual([])
})
