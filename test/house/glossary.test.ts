import { expect, test } from 'vitest'
import { read, type Source, sources } from './tree.ts'

type Glossary = { terms: string[]; words: Set<string> }

const glossary = glossaryFrom(read('GLOSSARY.md'))

test('every word in a name that a room shows the others is in the glossary', () => {
  expect(sources().flatMap(source => strangers(source, glossary))).toEqual([])
})

test('a word that is not in the glossary is found, in a type, a verb, a column; what stays inside the room is not asked', () => {
  const small = glossaryFrom('| exemplar, recognition | x | y |\n\n## Plain words\n\nfind list of')
  const door = `export { findExemplars, type ExemplarWidget as Gadget, list_of_gizmos } from './x.ts'\nexport type { Recognitions } from './y.ts'`
  expect(strangers({ path: 'src/exemplar/index.ts', text: door }, small)).toEqual([
    'src/exemplar/index.ts Gadget: gadget',
    'src/exemplar/index.ts list_of_gizmos: gizmo',
  ])
  expect(strangers({ path: 'src/exemplar/inner.ts', text: 'export function findGadget() {}' }, small)).toEqual([])
})

test('each term of the glossary is explained once', () => {
  expect(glossary.terms.filter((term, i) => glossary.terms.indexOf(term) !== i)).toEqual([])
})

test('a door names what it shows, one by one', () => {
  expect(
    sources()
      .filter(({ path, text }) => /\/index\.ts$/.test(path) && /^export \*/m.test(text))
      .map(source => source.path),
  ).toEqual([])
})

/** The names a file shows outside its room that hold a word which is neither a term nor a plain word. */
function strangers({ path, text }: Source, { words }: Glossary): string[] {
  return namesShown(path, text).flatMap(name =>
    wordsOf(name)
      .filter(word => !words.has(word))
      .map(word => `${path} ${name}: ${word}`),
  )
}

function namesShown(path: string, text: string): string[] {
  if (!/\/index\.tsx?$|^src\/shared\//.test(path)) return []
  const listed = [...text.matchAll(/^export\s+(?:type\s+)?\{([^}]*)\}/gm)].flatMap(([, names]) =>
    names!.replace(/\/\/.*$/gm, '').split(','),
  )
  const declared = [...text.matchAll(/^export\s+(?:async\s+)?(?:function\*?|type|const|class|interface)\s+(\w+)/gm)].map(
    ([, name]) => name!,
  )
  return [...listed.map(name => name.trim().split(/\s+/).at(-1)!), ...declared].filter(name => name !== '')
}

/** `listStandingDecisions`, `standing_decisions` and `StandingDecision` are made of the same words. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word !== '')
    .map(singular)
}

function singular(word: string): string {
  if (/(ss|us|is)$/.test(word) || word.length < 4) return word
  return word
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|ss)es$/, '$1')
    .replace(/s$/, '')
}

/** Terms stand in the first column of the tables, words of plain English below the heading "Plain words". */
function glossaryFrom(text: string): Glossary {
  const [tables, plain = ''] = text.split(/^## Plain words$/m)
  const cells = [...tables!.matchAll(/^\| *([a-z][^|]*?) *\|/gm)].map(([, cell]) => cell!).filter(cell => cell !== 'code')
  const terms = cells.flatMap(cell => cell.split(', '))
  return { terms, words: new Set([...terms, ...plain.split(/\s+/)].flatMap(wordsOf)) }
}
