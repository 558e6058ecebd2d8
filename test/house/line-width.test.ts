import { expect, test } from 'vitest'
import { read, tracked } from './tree.ts'

const widest = 120
/** What lands is never edited. */
const is_kept = /^migrations\/\d|\.snapshot\.sql$/
/** A database has it as it was made with: another line in a body would be another body. */
const is_laid_once = /schema\/foundation\.sql$/
/** Words and patterns are not cut in two. */
const longest_cut = 50

test('no line of prose is wider than 120 characters: not in a paper, nor in a comment of SQL', () => {
  const papers = tracked().filter(path => /\.(md|sql)$/.test(path) && !is_kept.test(path))
  expect(papers.flatMap(path => tooWide(path, read(path)))).toEqual([])
})

test('no line of SQL is wider than 120 characters, but for one that holds a long text', () => {
  const queries = tracked().filter(path => path.endsWith('.sql') && !is_kept.test(path) && !is_laid_once.test(path))
  expect(queries.flatMap(path => tooWide(path, read(path), isCode))).toEqual([])
})

test('a paper and comments that are too wide are found; tables, commands and code are not judged', () => {
  const long = 'một câu dài '.repeat(12)
  expect(tooWide('a.md', [long, `| ${long}`, `    npx ${long}`, '```', long, '```', `* ${long}`].join('\n'))).toEqual(['a.md:1', 'a.md:7'])
  const query = `-- ${long}\nselect '${long}'\nselect 'a', ${'a, '.repeat(50)} 'a'`
  expect(tooWide('a.sql', query)).toEqual(['a.sql:1'])
  expect(tooWide('a.sql', query, isCode)).toEqual(['a.sql:3'])
})

function tooWide(path: string, text: string, isJudged = path.endsWith('.md') ? isProse : isComment): string[] {
  let is_fenced = false
  return text.split('\n').flatMap((line, i) => {
    if (line.trimStart().startsWith('```')) is_fenced = !is_fenced
    return !is_fenced && isJudged(line) && line.length > widest ? [`${path}:${i + 1}`] : []
  })
}

function isComment(line: string): boolean {
  return /^\s*--/.test(line)
}

function textsIn(line: string): string[] {
  return line.match(/'[^']*'?|"[^"]*"?/g) ?? []
}

function isCode(line: string): boolean {
  return !isComment(line) && !textsIn(line).some(text => text.length > longest_cut)
}

function isProse(line: string): boolean {
  return !line.startsWith('|') && !/^ {4}(?! *([*-]|\d+\.) )/.test(line)
}
