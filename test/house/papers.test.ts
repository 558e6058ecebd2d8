import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { read, root, type Source, tracked } from './tree.ts'

const texts = /\.(md|ts|tsx|mjs|js|json|sql|css|html|svg|txt|yml|yaml|csv|sh)$|(^|\/)(run|LICENSE|\.gitignore)$/

test('every link between the papers leads to a file or a heading that is there', () => {
  expect(papers().flatMap(brokenLinks)).toEqual([])
})

test('a link to a missing file or heading is found', () => {
  const text = '# A b\n[x](missing.md) [y](#a-b) [z](#gone) [w](LICENSE) [v](https://example.org/gone)\n`[code](none.md)`'
  expect(brokenLinks({ path: 'PAPER.md', text })).toEqual(['PAPER.md: missing.md', 'PAPER.md: #gone'])
})

test('no file names a path of somebody’s machine', () => {
  const named = tracked().filter(path => texts.test(path) && path !== 'package-lock.json' && machinePaths.test(read(path)))
  expect(named).toEqual([])
})

test('a path of a machine is found, a path of the web is not', () => {
  const home = ['', 'home', 'lan', 'neu-guong'].join('/')
  expect([`cd ${home}`, `'${home}'`, `see https://example.org${home}`].map(text => machinePaths.test(text))).toEqual([true, true, false])
})

test('nothing that is made or kept at run time is tracked', () => {
  expect(tracked().filter(path => /^(dist|data|coverage|node_modules)\/|\.log$/.test(path))).toEqual([])
})

const machinePaths = /(?:^|[\s'"`(=:])(?:\/(?:home|root|Users|work)\/[\w.-]+|[A-Z]:\\Users\\)/m

function papers(): Source[] {
  return tracked()
    .filter(path => path.endsWith('.md'))
    .map(path => ({ path, text: read(path) }))
}

function brokenLinks({ path, text }: Source): string[] {
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(match => match[1] ?? match[2]!)
  return targets.filter(target => !/^[a-z]+:/.test(target) && !leadsSomewhere(path, text, target)).map(target => `${path}: ${target}`)
}

function leadsSomewhere(path: string, text: string, target: string): boolean {
  const [file, heading] = target.split('#', 2)
  const place = file ? posix.join(path, '..', file) : path
  if (file && !existsSync(root + place)) return false
  if (!heading || !place.endsWith('.md')) return true
  return headings(file ? read(place) : text).includes(decodeURIComponent(heading))
}

/** The fragment of each heading, as code hosts make it: lower case, marks dropped, blanks to hyphens. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+\s+(.+)$/gm)].map(([, words]) =>
    words!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
}
