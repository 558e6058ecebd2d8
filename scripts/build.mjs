// Bundles the server (TSX does not run on Node) and the browser's files into dist/. About a second.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'dist', 'sources.sha256')

/** Builds only when a source has changed since the last build. */
export async function ensureBuilt() {
  const sources = digestOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  await build()
}

export async function build() {
  const { build } = await import('vite')
  const common = { root, logLevel: 'warn', configFile: false, oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } }
  await build({
    ...common,
    build: {
      outDir: 'dist/server', emptyOutDir: true, ssr: true, target: 'node24', minify: false, sourcemap: true,
      rollupOptions: { input: { cli: 'src/cli.ts' }, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  })
  writeFileSync(stamp, digestOfSources())
}

function digestOfSources() {
  const hash = createHash('sha256')
  for (const folder of ['src', 'migrations']) {
    for (const file of readdirSync(join(root, folder), { recursive: true }).sort()) {
      const path = join(root, folder, file)
      if (statSync(path).isFile()) hash.update(file).update(readFileSync(path))
    }
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
