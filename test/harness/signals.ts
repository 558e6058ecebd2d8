import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { between, randomFrom } from '../../seed/province/random.ts'

type Random = ReturnType<typeof randomFrom>
/**
 * `npm start` and all that it began, in a group of its own. `said` is what it has said so far; `over` when nobody holds
 * its streams any more.
 */
type Started = { npm: ChildProcess; said: string; over: Promise<void>; is_over: boolean }

/**
 * What was found after the stops: servers left behind, stops that took longer than a minute, starts afterwards that did
 * not come up.
 */
export type Stops = { left: number; endless: number; dead: number; notes: string[] }

/** When the signals come: while it is made and migrated, while the demo loads, while nobody reads, while many do. */
const moments = ['start', 'idle', 'load', 'demo', 'start', 'idle'] as const
type Moment = (typeof moments)[number]

/**
 * To whom and how often: npm passes one on, a terminal sends it to the group, systemd to the database's processes too.
 */
const ways = ['one to npm', 'two to npm', 'one to the group', 'two to the group', 'sixty to the group', 'one to everybody'] as const
type Way = (typeof ways)[number]

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/**
 * Starts the program `times` times, sends signals at a moment drawn by chance, and looks at what is left. `impatient`:
 * whoever sends the signals kills the program after the first.
 */
export async function stopBySignals(times: number, { seed = 1, impatient = false } = {}): Promise<Stops> {
  const random = randomFrom(seed, 'signals')
  const found: Stops = { left: 0, endless: 0, dead: 0, notes: [] }
  const used = folderOf('used')
  await startAndStop(used)
  for (let turn = 0; turn < times; turn++) {
    const moment = impatient ? 'idle' : moments[turn % moments.length]!
    const way = impatient ? 'one to npm' : ways[Math.floor(random() * ways.length)]!
    const folder = moment === 'start' || moment === 'demo' ? folderOf('new') : used
    const fault = await tryOnce({ folder, moment, way, random, impatient })
    if (fault) {
      found[fault]++
      found.notes.push(`${fault}: ${way}, at ${moment}`)
    }
    if (folder !== used) rmSync(folder, { recursive: true, force: true })
  }
  rmSync(used, { recursive: true, force: true })
  return found
}

type Trial = { folder: string; moment: Moment; way: Way; random: Random; impatient: boolean }

async function tryOnce({ folder, moment, way, random, impatient }: Trial): Promise<'left' | 'endless' | 'dead' | null> {
  const started = start(folder, moment === 'demo' ? '1' : 'no')
  await momentOf(started, moment, random)
  if (impatient) killProgram(folder)
  else await send(started.npm, folder, way, random)
  await Promise.race([started.over, wait(60_000, undefined, { ref: false })])
  const is_endless = !started.is_over
  const left = serversOn(folder)
  for (const pid of [...(is_endless ? programsOn(folder) : []), ...left]) kill(pid, 'SIGKILL')
  if (is_endless) return 'endless'
  if (left.length > 0) return 'left'
  return (await startAndStop(folder)) ? null : 'dead'
}

async function momentOf(started: Started, moment: Moment, random: Random): Promise<void> {
  if (moment === 'start') return await wait(between(random, 0, 9_000))
  await heard(started, moment === 'demo' ? 'Loading the demo' : 'Ctrl-C')
  if (moment === 'load') for (let n = 0; n < 40; n++) void fetch(`${addressOf(started)}${n % 2 ? '/so-lieu' : '/'}?n=${n}`).catch(() => {})
  await wait(between(random, 0, moment === 'demo' ? 15_000 : 400))
}

async function send(npm: ChildProcess, folder: string, way: Way, random: Random): Promise<NodeJS.Signals> {
  // npm passes on these two; a terminal that closes tells the group.
  const signal = signals[Math.floor(random() * (way.endsWith('npm') ? 2 : 3))]!
  const times = way.startsWith('sixty') ? 60 : way.startsWith('two') ? 2 : 1
  for (let time = 0; time < times; time++) {
    if (time > 0) await wait(between(random, 0, times === 60 ? 8 : 250))
    kill(way.endsWith('npm') ? npm.pid! : -npm.pid!, signal)
  }
  if (way === 'one to everybody') for (const pid of serversOn(folder)) kill(pid, signal)
  return signal
}

/** What is left starts, and stops when it is asked once. */
async function startAndStop(folder: string): Promise<boolean> {
  const started = start(folder, 'no')
  await heard(started, 'Ctrl-C')
  const has_come = started.said.includes('Ctrl-C')
  kill(started.npm.pid!, 'SIGTERM')
  await started.over
  return has_come
}

function start(folder: string, demo: string): Started {
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '', DEMO: demo, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' }
  const npm = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const started: Started = { npm, said: '', is_over: false, over: Promise.resolve() }
  for (const stream of [npm.stdout!, npm.stderr!]) stream.on('data', (chunk: Buffer) => (started.said += chunk))
  started.over = new Promise(over =>
    npm.once('close', () => {
      started.is_over = true
      over()
    }),
  )
  return started
}

async function heard(started: Started, words: string): Promise<void> {
  while (!started.said.includes(words) && !started.is_over) await wait(10)
}

function addressOf({ said }: Started): string {
  return `http://127.0.0.1:${/localhost:(\d+)/.exec(said)?.[1] ?? 0}`
}

function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `neu-guong-signals-${name}-`))
  // As root the server runs under another account, which must be able to enter.
  chmodSync(folder, 0o755)
  return folder
}

/** The servers on a folder with their processes, by their numbers; none where it stopped. */
function serversOn(folder: string): number[] {
  const postmasters = processes().filter(
    pid => textOf(pid, 'cmdline').includes(join(folder, 'postgres')) && textOf(pid, 'cmdline').includes('bin/postgres'),
  )
  return processes().filter(pid => postmasters.includes(pid) || postmasters.includes(parentOf(pid)))
}

function programsOn(folder: string): number[] {
  return processes().filter(pid => textOf(pid, 'environ').includes(`DATA_DIR=${folder}\0`) && textOf(pid, 'cmdline').includes('neu-guong'))
}

function killProgram(folder: string): void {
  for (const pid of programsOn(folder)) kill(pid, 'SIGKILL')
}

function processes(): number[] {
  return existsSync('/proc/self')
    ? readdirSync('/proc')
        .filter(name => /^\d+$/.test(name))
        .map(Number)
    : []
}

function textOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function parentOf(pid: number): number {
  return Number(textOf(pid, 'stat').split(') ').at(-1)!.split(' ')[1])
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself.
  }
}
