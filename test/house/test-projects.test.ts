import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { projectOf, testFiles } from '../harness/projects.ts'

test('a test file chooses its project by what it imports, from wherever it stands', () => {
  const database = `import { withDatabase } from '../../../test/harness/database.ts'`
  const browser = `import { withBrowser } from '../harness/browser.ts'`
  expect([
    projectOf('src/basis/quantity/text/read-text.test.ts', `import { readText } from './read-text.ts'`),
    projectOf('src/register/people/verbs.test.ts', database),
    projectOf('src/platform/database/server/embedded.test.ts', `import { startEmbedded } from './embedded.ts'`),
    projectOf('src/register/people/verbs.test.ts', `import { query } from './database.ts'`),
    projectOf('test/harness/keyboard.test.ts', `import { withBrowser } from './browser.ts'`),
    projectOf('test/stories/lan.test.ts', `${database}\n${browser}`),
    projectOf('test/stories/starting.test.ts', ''),
  ]).toEqual(['rules', 'rooms', 'rooms', 'rules', 'stories', 'stories', 'stories'])
})

test('every test file is of one project', () => {
  const { rules, rooms, stories } = testFiles()
  const all = globSync('**/*.test.{ts,tsx}', { exclude: ['node_modules', 'dist', 'data', 'test/house'] })
  expect([...rules, ...rooms, ...stories].sort()).toEqual(all.sort())
})
