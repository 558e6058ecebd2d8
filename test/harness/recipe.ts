import { createHash } from 'node:crypto'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * What templates are made of, as twelve hexadecimal digits: the schema, the seed, and the code of the rooms that loads
 * and signs it. A template that outlives its run is never taken for one of another recipe.
 */
export function digestOfRecipe(): string {
  const hash = createHash('sha256')
  for (const file of ingredients()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 12)
}

/** Their files, as paths from the root. */
export function ingredients(): string[] {
  const files = new Set([
    ...['migrations', 'seed'].flatMap(filesUnder),
    ...globSync('src/**/schema/*.sql', { cwd: root }).map(file => join(root, file)),
  ])
  for (const file of [...files, ...['src/platform/database/migrate.ts', 'test/harness/serve-once.ts'].map(file => join(root, file))])
    follow(file, files)
  return [...files].map(file => relative(root, file)).sort()
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return entries.map(({ parentPath, name }) => join(parentPath, name)).filter(file => !/\.test\.tsx?$/.test(file))
}

/**
 * A file and all that it imports. Of a room only what is asked for at its door: the whole of its pages makes no
 * template.
 */
function follow(file: string, met: Set<string>): void {
  met.add(file)
  if (!/\.tsx?$/.test(file)) return
  for (const [, names = '', path] of readFileSync(file, 'utf8').matchAll(
    /^import (?!type )(?:\{([^}]*)\}|[^'{]*?)(?: from )?'(\.[^']+)'/gm,
  )) {
    for (const imported of behind(join(file, '..', path!.replace('?raw', '')), namesIn(names)))
      if (!met.has(imported)) follow(imported, met)
  }
}

/** The files that stand behind the door of a room for these names; any other file is itself. */
function behind(file: string, names: string[]): string[] {
  if (basename(file) !== 'index.ts') return [file]
  const lines = [...readFileSync(file, 'utf8').matchAll(/^export \{([^}]*)\} from '([^']+)'/gm)]
  const wanted = lines.filter(([, offered]) => namesIn(offered!).some(name => names.includes(name)))
  return wanted.length === 0 ? [file] : wanted.flatMap(([, , path]) => behind(join(file, '..', path!), names))
}

function namesIn(list: string): string[] {
  const names = list.split(',').map(name => name.trim())
  return names.filter(name => name !== '' && !name.startsWith('type ')).map(name => name.replace(/ as \w+$/, ''))
}
