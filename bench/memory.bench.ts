import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { done } from '../src/basis/shared/outcome.ts'
import { readConfig } from '../src/config.ts'
import { asOwner, change, type Database, openDatabase } from '../src/platform/database/index.ts'
import { record } from '../src/platform/ledger/index.ts'
import { reviseProfile } from '../src/register/organisation/index.ts'
import { ended, freePort, ready, startProgram } from '../test/harness/program.ts'
import { option, type Result, rounded, type Say } from './measure.ts'

/** Half an hour, as an office would leave it running; `--minutes=4` for a first look. */
const minutes = Number(option('minutes') ?? 30)
const requests_a_second = 25
const most_pages = 300
/** What is under way at once at most: a machine that falls behind is asked less, and not for hours afterwards. */
const most_at_once = { pages: 100, changes: 2, looks: 1 }
const patience_ms = 20_000
const slope_goal = 1
const peak_goal = 350

type Sample = { at: number; megabytes: number }

/**
 * What the program keeps in memory while 25 pages a second are read of it and a change a second drops all of them: the
 * slope over the last half of the time, and the peak. The program is the built one, over the demo, in a process of its
 * own.
 */
export async function bench(say: Say): Promise<Result[]> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-memory-'))
  chmodSync(data_dir, 0o755)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const program = startProgram({ data_dir, port, settings: { DATABASE_URL: '', DEMO: '1' } })
  try {
    await ready(program, address)
    const database = await openDatabase({ ...readConfig({}), database_url: null, data_dir, exclusive: false, say })
    try {
      return resultsOf(await watch({ address, database, say }))
    } finally {
      await database.close()
    }
  } finally {
    await ended(program, 'SIGTERM')
    rmSync(data_dir, { recursive: true, force: true })
  }
}

type Watched = { address: string; database: Database; say: Say }

async function watch({ address, database, say }: Watched): Promise<Sample[]> {
  const paths = await findPages(address)
  say(`${paths.length} pages, ${minutes} minutes`)
  const until = performance.now() + minutes * 60_000
  const answered = { ok: 0, other: 0 }
  const { pages, changes, looks } = most_at_once
  const samples: Sample[] = []
  const reading = every(1000 / requests_a_second, { until, most: pages }, n => ask(`${address}${paths[n % paths.length]}`, answered))
  const changing = every(1000, { until, most: changes }, n => rename(database, n))
  const looking = every(5000, { until, most: looks }, async n => {
    const megabytes = await residentMegabytes(address)
    samples.push({ at: performance.now() / 60_000, megabytes })
    if (n % 12 === 0) say(`${Math.round(megabytes)} MB, ${answered.ok} pages, ${answered.other} others`)
  })
  const left_out = await Promise.all([reading, changing, looking])
  say(`left out, where too much was under way: ${left_out[0]} pages, ${left_out[1]} changes`)
  return samples
}

type Beat = { until: number; most: number }

/**
 * Does something at even times, whether or not what came before is done; where too much is under way a time is left
 * out. Gives how many were, and fails as the first that failed.
 */
async function every(milliseconds: number, { until, most }: Beat, work: (n: number) => Promise<unknown>): Promise<number> {
  const started = performance.now()
  const under_way = new Set<Promise<unknown>>()
  const failures: unknown[] = []
  let left_out = 0
  for (let n = 0; performance.now() < until && failures.length === 0; n++) {
    if (under_way.size >= most) left_out++
    else {
      const one: Promise<unknown> = work(n)
        .catch(error => failures.push(error))
        .finally(() => under_way.delete(one))
      under_way.add(one)
    }
    await wait(Math.max(0, started + (n + 1) * milliseconds - performance.now()))
  }
  await Promise.all(under_way)
  if (failures.length > 0) throw failures[0]
  return left_out
}

/** The public pages that are found by links, in both languages. */
async function findPages(address: string): Promise<string[]> {
  const found = new Set(['/', '/en', '/tin', '/so-lieu'])
  for (const path of found) {
    const answer = await fetch(`${address}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(patience_ms) })
    const text = await answer.text()
    const links = answer.status === 200 ? text.matchAll(/href="(\/(?!dang-nhap|en\/dang-nhap|assets)[^"#?]*)"/g) : []
    for (const [, link] of links) if (found.size < most_pages) found.add(link!)
  }
  return [...found]
}

async function ask(url: string, answered: { ok: number; other: number }): Promise<void> {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience_ms) }).catch(() => null)
  await answer?.arrayBuffer().catch(() => null)
  if (answer?.status === 200) answered.ok++
  else answered.other++
}

const machine = { person_id: null, name: 'bench memory' }

/** What stands at the foot of every page: all of them are made anew. */
async function rename(database: Database, n: number): Promise<void> {
  const profile = { keeper: `Văn phòng giữ sổ, lần ${n}`, contact: null, instrument_id: null }
  await asOwner(database, owned =>
    change(owned, machine, async tx => {
      await reviseProfile(tx, profile)
      await record(tx, machine, { act: 'set-rule', object: 'rule', object_id: 'ten-so', digest: '0'.repeat(64), retention: 'organisation' })
      return done(null)
    }),
  )
}

async function residentMegabytes(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)![1]) / 1024 / 1024
}

function resultsOf(samples: readonly Sample[]): Result[] {
  const last = samples.slice(Math.floor(samples.length / 2))
  const [slope, peak] = [rounded(slopeOf(last)), rounded(Math.max(...samples.map(({ megabytes }) => megabytes)), 0)]
  const nothing = { against: null, ratio: null }
  return [
    {
      what: `slope of the last ${minutes / 2} minutes`,
      value: slope,
      unit: 'MB/min',
      ...nothing,
      goal: `≤ ${slope_goal}`,
      met: slope <= slope_goal,
    },
    { what: 'peak, resident', value: peak, unit: 'MB', ...nothing, goal: `≤ ${peak_goal}`, met: peak <= peak_goal },
  ]
}

/** By least squares. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length
  const [at, megabytes] = [mean(sample => sample.at), mean(sample => sample.megabytes)]
  const product = mean(sample => (sample.at - at) * (sample.megabytes - megabytes))
  return product / mean(sample => (sample.at - at) ** 2)
}
