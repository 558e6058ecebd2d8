import type { Database } from '../src/platform/database/index.ts'
import { look } from '../src/platform/sign-in/index.ts'
import { listMissing } from '../src/register/commitment/index.ts'
import { listCommitmentTallies, listDeedCompletion, listDeedTallies, summariseTallies } from '../src/register/tally/index.ts'
import { percentile, type Result, rounded, type Say, timed } from './measure.ts'
import { officeOf } from './nation/appoint-office.ts'
import { sizeInWords } from './nation/load-nation.ts'
import { type LoadedNation, withNation } from './nation/with-nation.ts'

const today = '2026-11-24'
const past = '2025-03-15'
const actor = { person_id: null, name: 'bench' }
type Asked = { unit: string; campaign_id: number; valid_as_of: string; recorded_as_of: string }
type Read = (asked: Asked) => Promise<unknown[]>

/**
 * A nation in a register of its own: how long it takes to load; F1, F3 and F5 of any province and commune, today and as
 * of a past day; who is missing in a commune, by name.
 */
export function bench(say: Say): Promise<Result[]> {
  return withNation(say, { people: true }, nation => measure(nation, say))
}

async function measure({ database, owner, loaded, size }: LoadedNation, say: Say): Promise<Result[]> {
  const db = database.db
  const f1: Read = asked => listCommitmentTallies(db, asked)
  const f3: Read = asked => listDeedTallies(db, asked)
  const f5: Read = asked => listDeedCompletion(db, asked)
  const provinces = await keysLike(database, 'tinh-uy-%', 'tinh-uy-%-%')
  const communes = every(100, await keysLike(database, 'tinh-uy-%-xa-%'))
  const offices = new Map<string, number>()
  for (const commune of communes) offices.set(commune, await officeOf(owner, commune))
  // As the page of completeness asks it: in the name of the commune's office, whose scope is found, behind its
  // policies, in a transaction of its own.
  const byOffice: Read = ({ unit, campaign_id, valid_as_of: day }) =>
    look(database, { person_id: offices.get(unit)! }, tx => listMissing(tx, { unit, campaign_id, day }))
  const is_summarised = (await owner.query('select from tally_summary')).rowCount! > 0
  const walked = is_summarised ? undefined : await p95(f1, provinces, { valid_as_of: today })
  const summarised = is_summarised ? undefined : await seconds(() => summariseTallies(database, actor, { campaign_id: 1 }))
  if (!is_summarised) await owner.query('vacuum (analyze) tally_summary, tally_summary_line')
  say('asking')
  return [
    ...(loaded ? [line(`loaded: ${sizeInWords(size)}`, loaded, 's', size === 1 ? 600 : undefined)] : []),
    ...(summarised ? [line('its tallies summarised', summarised, 's')] : []),
    ...(walked ? [line('F1 of a province by the walk, p95', walked, 'ms')] : []),
    line('F1 of a province, p95', await p95(f1, provinces, { valid_as_of: today }), 'ms', 100, walked),
    line('F3 of a province, p95', await p95(f3, provinces, { valid_as_of: today }), 'ms', 100),
    line('F5 of a province, p95', await p95(f5, provinces, { valid_as_of: today }), 'ms', 100),
    line('F1 of a commune, p95', await p95(f1, communes, { valid_as_of: today }), 'ms', 10),
    line('F3 of a commune, p95', await p95(f3, communes, { valid_as_of: today }), 'ms', 10),
    line('F5 of a commune, p95', await p95(f5, communes, { valid_as_of: today }), 'ms', 10),
    line('F1 of a province as of a past day, p95', await p95(f1, provinces, { valid_as_of: past }), 'ms', 500),
    line('who is missing in a commune, asked by its office, p95', await p95(byOffice, communes, { valid_as_of: today }), 'ms', 10),
  ]
}

/** Every unit is asked once after one that is not counted; p95 is over all of them, the largest among them. */
async function p95(read: Read, units: string[], { valid_as_of }: { valid_as_of: string }): Promise<number> {
  const taken: number[] = []
  const ask = (unit: string) => read({ unit, campaign_id: 1, valid_as_of, recorded_as_of: new Date().toISOString() })
  // PostgreSQL plans a question whose plan is kept five times before it keeps one: each connection pays that once.
  for (let i = 0; i < 6; i++) await ask(units[0]!)
  for (const unit of units) taken.push(...(await timed(() => ask(unit), { times: 1, warmup: 1 })))
  return percentile(taken, 0.95)
}

async function keysLike({ db }: Database, pattern: string, but = ''): Promise<string[]> {
  const rows = await db
    .selectFrom('unit')
    .select('key')
    .where('key', 'like', pattern)
    .where('key', 'not like', but)
    .orderBy('unit_id')
    .execute()
  return rows.map(row => row.key)
}

/** About so many of a list, taken evenly. */
function every(number: number, keys: string[]): string[] {
  const step = Math.max(1, Math.floor(keys.length / number))
  return keys.filter((_, i) => i % step === 0)
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const [taken] = await timed(work, { times: 1, warmup: 0 })
  return taken! / 1000
}

function line(what: string, value: number, unit: string, most?: number, walked?: number): Result {
  return {
    what,
    value: rounded(value, 1),
    unit,
    against: walked === undefined ? null : 'the walk',
    ratio: walked === undefined ? null : rounded(value / walked),
    goal: most === undefined ? null : `≤ ${most} ${unit}`,
    met: most === undefined ? null : value <= most,
  }
}
