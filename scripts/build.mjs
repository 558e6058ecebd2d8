// Bundles the server (TSX does not run on Node) into dist/server. About a second; nothing at all when no source has
// changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { browserModules } from './browser-module.mjs'
import { underPinnedNode } from './pinned-node.mjs'

const script = fileURLToPath(import.meta.url)
const root = join(dirname(script), '..')
const built = join(root, 'dist', 'server')

/**
 * Builds only when a source has changed since the last build. Says nothing: standard output belongs to the command that
 * follows.
 */
export async function ensureBuilt() {
  if (!existsSync(join(root, 'src')) || stampOf(built) === digestOfSources()) return
  await build()
}

/**
 * Builds aside and puts the result in place whole, so that a command started in the meantime reads the old bundle or
 * the new one.
 */
export async function build() {
  const sources = digestOfSources()
  const aside = join(root, 'dist', `building-${process.pid}`)
  try {
    await bundle(aside, { cli: 'src/cli.ts' })
    writeFileSync(join(aside, 'sources.sha256'), sources)
    if (stampOf(built) !== sources || isMain()) putInPlace(aside)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** Bundles TypeScript for the server: also the benchmarks and the proofs, which run outside dist/server. */
export async function bundle(outDir, input) {
  const { build } = await import('vite').catch(() => {
    throw new Error('dist/ is missing or older than the sources, and Vite is not installed: run "npm ci" with the development packages.')
  })
  await build({
    root,
    logLevel: 'warn',
    configFile: false,
    plugins: [browserModules()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Fonts are read into the bundle: their package is there to build with, not to run with. The others are read with it
    // because they come in hundreds of small files: a command and a worker begin a quarter sooner so.
    ssr: {
      noExternal: [
        /^@fontsource/,
        'kysely',
        'zod',
        'hono',
        'openid-client',
        'oauth4webapi',
        'jose',
        'tsyringe',
        /^@simplewebauthn/,
        /^@peculiar/,
      ],
    },
    build: {
      outDir,
      emptyOutDir: true,
      ssr: true,
      target: 'node24',
      minify: false,
      sourcemap: true,
      // What strangers send (workbooks, documents, papers, photos, texts) is read by programs of their own; what loads
      // the demo needs memory that the portal is not to keep.
      rollupOptions: {
        input: {
          ...input,
          'roster-worker': 'src/register/roster/worker.ts',
          'units-worker': 'src/register/tree/list/worker.ts',
          'awards-worker': 'src/register/exemplar/award-list/worker.ts',
          'gifts-worker': 'src/register/countryside/giving/list/worker.ts',
          'values-worker': 'src/register/indicator/table/worker.ts',
          'docx-worker': 'src/publishing/newsroom/docx/worker.ts',
          'paper-worker': 'src/platform/office-file/paper/worker.ts',
          'photo-worker': 'src/platform/photo/worker.ts',
          'check-worker': 'src/numbers/check/worker.ts',
          'demo-loader': 'seed/demo-loader.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}

function putInPlace(aside) {
  const old = `${aside}-old`
  if (existsSync(built)) renameSync(built, old)
  renameSync(aside, built)
  rmSync(old, { recursive: true, force: true })
}

function stampOf(folder) {
  const stamp = join(folder, 'sources.sha256')
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null
}

/** Everything a bundle is made from: the sources without their tests, the exact packages, and how it is built. */
function digestOfSources() {
  const hash = createHash('sha256')
  for (const folder of ['src', 'migrations', 'seed']) {
    for (const file of readdirSync(join(root, folder), { recursive: true }).sort()) {
      const path = join(root, folder, file)
      if (!/\.test\.tsx?$/.test(file) && statSync(path).isFile()) hash.update(file).update(readFileSync(path))
    }
  }
  for (const file of ['package-lock.json', 'schema.snapshot.sql', 'scripts/build.mjs', 'scripts/browser-module.mjs'])
    hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function isMain() {
  return process.argv[1] === script
}

if (isMain()) {
  await underPinnedNode()
  await build()
}
