import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One file of the project: its path from the root, with forward slashes, and its text. */
export type Source = { path: string; text: string }

export const root = fileURLToPath(new URL('../..', import.meta.url))

export function read(path: string): string {
  return readFileSync(root + path, 'utf8')
}

/** The TypeScript of the program itself, without its tests. */
export function sources(): Source[] {
  const paths = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(path => !/\.test\.tsx?$/.test(path))
  return paths.sort().map(path => ({ path, text: read(path) }))
}

/**
 * Paths that git tracks and that are still there. `safe.directory`: a clone may belong to another account than the one
 * that tests it.
 */
export function tracked(): string[] {
  const list = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return list.split('\0').filter(path => path !== '' && existsSync(root + path))
}
