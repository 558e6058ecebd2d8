import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { openDatabase } from '../src/platform/database/index.ts'
import { type Lane, lanes } from '../src/platform/web/overload/priority-queue.ts'
import { inventCampaign } from '../test/harness/campaign.ts'
import type { World } from '../test/harness/database.ts'
import { ended, freePort, ready, startProgram } from '../test/harness/program.ts'
import { allBurdensFelt, burdened } from './burdened.ts'
import { addMembers } from './members.ts'
import type { Proved } from './proof.ts'
import { type Asked, type Crowd, capacityOf, crowdAt, first_person, mix, percentile, rush } from './rush.ts'

/** Seconds of the rush. */
export const n = 15
export const nightly_n = 60

const times_the_capacity = 5
const longest_ms = 1000
const least_goodput = 0.7
/** Where two lanes are all but closed, chance decides which of them served one more. */
const as_good_as = 0.02

/**
 * 8. The deadline rush bends, does not break: five times as many come as can be served. Whoever is let in is served
 *    within a second, hardly less is done than at best, what is handed in is refused last, and whoever is refused is
 *    told when to come again. Slow senders, absurd days and heavy texts, from one client and from many, keep no member
 *    from their work.
 */
export async function run(seconds: number): Promise<Proved> {
  const { field_errors, notes } = await underRush(seconds, {}, burdened)
  return { failures: field_errors.length, notes: [...notes, ...field_errors] }
}

/**
 * Without the lanes everybody is let in, and nobody is served in time; and each burden, where nothing is done against
 * it, keeps members from their work.
 */
export async function control(): Promise<boolean> {
  const rush = await underRush(15, { REQUESTS_AT_ONCE: '0' })
  return rush.field_errors.length > 0 && (await allBurdensFelt())
}

type Verdict = { field_errors: string[]; notes: string[] }
type More = (crowd: Crowd, at: { port: number; seconds: number }) => Promise<Verdict>

async function underRush(seconds: number, settings: Record<string, string>, more?: More): Promise<Verdict> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-rush-'))
  // So that the server's account may enter it.
  chmodSync(data_dir, 0o755)
  const database = await openDatabase({ database_url: null, data_dir, database_account: 'nobody', exclusive: false, say: () => {} })
  const owner = await database.connect('neu_guong_owner')
  try {
    const scene = await inventCampaign({ database, owner } as World)
    await addMembers(owner, scene, first_person, first_person + 6000 + seconds * 300)
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const program = startProgram({ data_dir, port, settings })
    const crowd = crowdAt(address, scene.year)
    try {
      await ready(program, address)
      const measured = await measure(crowd, seconds)
      const rushed = judge(measured, await countLost(owner, crowd))
      const further = await more?.(crowd, { port, seconds: Math.ceil(seconds / 3) })
      return {
        field_errors: [...rushed.field_errors, ...(further?.field_errors ?? [])],
        notes: [...rushed.notes, ...(further?.notes ?? [])],
      }
    } finally {
      await crowd.door.destroy()
      await ended(program, 'SIGTERM')
    }
  } finally {
    await owner.end()
    await database.close()
    rmSync(data_dir, { recursive: true, force: true })
  }
}

type Measured = { asked: Asked[]; rate: number; seconds: number; capacity: Record<Lane, number> }

/** The crowd is not slowed down by how busy this machine is, where we may say so. */
function takePrecedence(): void {
  try {
    setPriority(constants.priority.PRIORITY_HIGHEST)
  } catch {
    // Only an administrator may; on a machine that does nothing else it makes no difference.
  }
}

/** What can be served is measured before the rush and after it: a neighbour on the machine may come or go meanwhile. */
async function measure(crowd: Crowd, seconds: number): Promise<Measured> {
  takePrecedence()
  await capacities(crowd, 3000)
  const before = await capacities(crowd, 2000)
  const rate = times_the_capacity / work(share => mix[share] / 100, before)
  const asked = await rush(crowd, { rate, seconds })
  const after = await capacities(crowd, 2000)
  const capacity = { ...before }
  for (const lane of lanes) capacity[lane] = (before[lane] + after[lane]) / 2
  return { asked, rate, seconds, capacity }
}

async function capacities(crowd: Crowd, ms: number): Promise<Record<Lane, number>> {
  const found: Record<Lane, number> = { save: 0, staff: 0, public: 0, bulk: 0, search: 0 }
  for (const lane of lanes) found[lane] = await capacityOf(crowd, lane, ms)
  return found
}

/** Of those who were led on to a receipt, how many have none in the register. */
async function countLost(owner: pg.Client, { acknowledged }: Crowd): Promise<number> {
  await owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await owner.query<{ person_id: number }>('select person_id from commitment_receipt')
  const kept = new Set(rows.map(row => row.person_id))
  return [...acknowledged].filter(person_id => !kept.has(person_id)).length
}

/** How many seconds of the whole machine some requests of each lane take. */
function work(countOf: (lane: Lane) => number, capacity: Record<Lane, number>): number {
  return lanes.reduce((total, lane) => total + countOf(lane) / capacity[lane], 0)
}

function judge({ asked, rate, seconds, capacity }: Measured, lost: number): Verdict {
  const served = asked.filter(one => one.is_served)
  const p99 = percentile(served.map(one => one.took_ms))
  const goodput = work(lane => served.filter(one => one.lane === lane).length, capacity) / seconds
  const of = (lane: Lane) => asked.filter(one => one.lane === lane)
  const shed = lanes.map(lane => of(lane).filter(one => !one.is_served).length / of(lane).length)
  const untold = asked.filter(one => !one.is_served && !one.is_refused).length
  const forgotten = asked.filter(one => one.is_refused && !one.kept).length
  const field_errors = [
    ...(p99 < longest_ms ? [] : [`of those served, one in a hundred waited for ${Math.round(p99)} ms or more`]),
    ...(goodput >= least_goodput ? [] : [`only ${percent(goodput)} of what could be done was done`]),
    ...(shed.every((share, i) => i === 0 || share >= shed[i - 1]! - as_good_as)
      ? []
      : ['a higher lane was refused more often than a lower one']),
    ...(untold === 0 ? [] : [`${untold} were neither served nor told when to come again`]),
    ...(forgotten === 0 ? [] : [`${forgotten} were refused without what they had sent`]),
    ...(lost === 0 ? [] : [`${lost} receipts are not in the register`]),
  ]
  const refused = lanes.map((lane, i) => `${lane} ${percent(shed[i]!)}`).join(', ')
  const notes = [
    `${asked.length} requests at ${Math.round(rate)} a second; served p99 ${Math.round(p99)} ms; ${percent(goodput)} of the capacity; refused: ${refused}; the crowd itself came late by ${Math.round(percentile(asked.map(one => one.late_ms)))} ms (p99)`,
  ]
  return { field_errors, notes }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
