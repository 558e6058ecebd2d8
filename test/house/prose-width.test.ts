import { expect, test } from 'vitest'
import { read, tracked } from './tree.ts'

const widest = 120
/** What lands is never edited. */
const is_kept = /^migrations\/\d|\.snapshot\.sql$/

test('no line of prose is wider than 120 characters: not in a paper, nor in a comment of SQL', () => {
  const papers = tracked().filter(path => /\.(md|sql)$/.test(path) && !is_kept.test(path))
  expect(papers.flatMap(path => tooWide(path, read(path)))).toEqual([])
})

test('a paper and comments that are too wide are found; tables, commands and code are not judged', () => {
  const long = 'một câu dài '.repeat(12)
  expect(tooWide('a.md', [long, `| ${long}`, `    npx ${long}`, '```', long, '```', `* ${long}`].join('\n'))).toEqual(['a.md:1', 'a.md:7'])
  expect(tooWide('a.sql', `-- ${long}\nselect '${long}'`)).toEqual(['a.sql:1'])
})

function tooWide(path: string, text: string): string[] {
  let is_code = false
  return text.split('\n').flatMap((line, i) => {
    if (line.trimStart().startsWith('```')) is_code = !is_code
    const is_prose = path.endsWith('.md') ? !is_code && isProse(line) : /^\s*--/.test(line)
    return is_prose && line.length > widest ? [`${path}:${i + 1}`] : []
  })
}

function isProse(line: string): boolean {
  return !line.startsWith('|') && !/^ {4}(?! *([*-]|\d+\.) )/.test(line)
}
