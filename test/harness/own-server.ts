import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunningServer, startOn } from './server.ts'

const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))
/** Of a run's folder, before the number of its process. */
const prefix = 'neu-guong-tests-'
const run = process.pid.toString(16).padStart(8, '0')

/** A server on a folder of this run, gone when the run is over. The projects of one run share it. */
export async function startOwn(recipe: string): Promise<RunningServer> {
  const folder = join(passing(), `${prefix}${process.pid}`)
  if (!existsSync(folder)) {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => breakOff(folder))
    await furnish(folder, recipe)
  }
  const { server, stop } = await startOn(folder)
  return {
    server,
    run,
    async stop() {
      await stop()
      if (!existsSync(postmasterFile(folder))) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Whoever presses Ctrl-C leaves nothing running either. */
function breakOff(folder: string): never {
  if (existsSync(postmasterFile(folder))) process.kill(Number(readFileSync(postmasterFile(folder), 'utf8').split('\n')[0]), 'SIGQUIT')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exit(130)
}

const postmasterFile = (folder: string) => join(folder, 'postgres/postmaster.pid')

const room_enough = 2 * 1024 ** 3

/**
 * In memory where there is plenty: a hundred databases come and go, and on ext4 without a journal each new file is
 * looked for among all that went lately.
 */
function passing(): string {
  const memory = '/dev/shm'
  if (!existsSync(memory) || process.availableMemory() < room_enough) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize < room_enough ? tmpdir() : memory
}

/**
 * A copy of the kept templates of this recipe; made anew where none are kept, or where nothing is to be taken on trust
 * (CI).
 */
async function furnish(folder: string, recipe: string): Promise<void> {
  await clearAway()
  const kept = join(cache, `templates-${recipe}`)
  if (!process.env.CI && existsSync(kept)) return copy(kept, folder)
  mkdirSync(folder, { mode: 0o755 })
  const { server, stop } = await startOn(folder)
  // Not imported above: it brings the whole seed, and most runs find their templates kept.
  const { makeTemplates } = await import('./templates.ts')
  await makeTemplates(server, recipe)
  await stop()
  if (!process.env.CI) keep(folder, kept)
}

/** With owners and modes: the server runs under another account where we are root. */
function copy(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}

/**
 * What is kept is whole from its first moment, and never changed. Of two runs that keep the same, one is taken;
 * templates of other recipes go.
 */
function keep(folder: string, kept: string): void {
  mkdirSync(cache, { recursive: true })
  const aside = mkdtempSync(join(cache, 'keeping-'))
  copy(folder, join(aside, 'new'))
  for (const other of readdirSync(cache).filter(name => name.startsWith('templates-'))) renameSync(join(cache, other), join(aside, other))
  renameSync(join(aside, 'new'), kept)
  rmSync(aside, { recursive: true, force: true })
}

/**
 * What runs that were killed have left: their servers are stopped, their folders go. What cannot be started is left
 * alone: a container that shares this memory has processes of its own, which are not seen from here, and is at work.
 */
async function clearAway(): Promise<void> {
  const left = readdirSync(passing()).filter(name => name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length))))
  for (const name of left) {
    const folder = join(passing(), name)
    const server = await startOn(folder).catch(() => null)
    if (server === null) continue
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
