import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type TestFiles = Record<'rules' | 'rooms' | 'stories', string[]>

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every test outside test/house, by the project that it chooses by what it imports. Paths from the root. */
export function testFiles(): TestFiles {
  const files: TestFiles = { rules: [], rooms: [], stories: [] }
  for (const file of globSync('{src,seed,test}/**/*.test.{ts,tsx}', { cwd: root }).sort()) {
    if (!file.startsWith('test/house/')) files[projectOf(file, readFileSync(join(root, file), 'utf8'))].push(file)
  }
  return files
}

/** With a browser, or in the folder of the stories: a story. With a database: a room's. With neither: a rule's. */
export function projectOf(file: string, text: string): keyof TestFiles {
  const imported = [...text.matchAll(/ from '(\.[^']+)'/g)].map(([, path]) => join(file, '..', path!))
  if (file.startsWith('test/stories/') || imported.includes('test/harness/browser.ts')) return 'stories'
  return imported.some(path => with_database.includes(path)) || text.includes("inject('server')") ? 'rooms' : 'rules'
}

const with_database = ['test/harness/database.ts', 'src/platform/database/server/embedded.ts']
