import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { between, randomFrom } from '../seed/province/random.ts'
import { openDatabase } from '../src/database/index.ts'
import { inventCampaign } from '../test/harness/campaign.ts'
import type { World } from '../test/harness/database.ts'
import type { Proved } from './proof.ts'

/** Kills: of the program, of the database's server with all its processes, or of both, in turn. */
export const n = 15
export const nightly_n = 2000

const first_person = 1_000_000
type Receipt = { number: string; obligation_id: number }
type Place = { data_dir: string; journal: number; receipts: Receipt[] }

/** 1. Saved means saved: what got its receipt is there after the kill, once and whole: commitment, deeds, step, receipt, entry of the ledger, tally. */
export function run(kills: number): Promise<Proved> {
  return withPlace(kills, async place => {
    const random = randomFrom(1, 'kills')
    for (let kill = 0; kill < kills; kill++) await oneLife(place, 'sure', { of: kill % 3, after_ms: between(random, 5, 400) })
    return judge(place)
  })
}

/** A program that says so before it has committed must lose something. */
export function control(): Promise<boolean> {
  return withPlace(12, async place => {
    for (let kill = 0; kill < 12; kill++) {
      await oneLife(place, 'early', { of: 2, after_ms: 20 + kill })
      if (place.receipts.length > 0 && (await judge(place)).failures > 0) return true
    }
    return false
  })
}

async function withPlace<T>(kills: number, work: (place: Place) => Promise<T>): Promise<T> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-kill-'))
  chmodSync(data_dir, 0o755)
  // Kept by this process, which nobody kills, and on the disk before the next line is read.
  const place: Place = { data_dir, journal: openSync(join(data_dir, 'receipts.jsonl'), 'a'), receipts: [] }
  try {
    await withOwner(place, owner => prepare(owner, data_dir, kills))
    return await work(place)
  } finally {
    closeSync(place.journal)
    await withOwner(place, async () => {})
    rmSync(data_dir, { recursive: true, force: true })
  }
}

/** A cell with more members than there will be submissions. The number of each is that of their obligation. */
async function prepare(owner: pg.Client, data_dir: string, kills: number): Promise<void> {
  const database = await openDatabase(options(data_dir))
  try {
    const scene = await inventCampaign({ database, owner } as World)
    await owner.query(`set neu_guong.loading = 'yes'`)
    const last = first_person + kills * 400
    const everybody = [first_person, last]
    await owner.query('insert into person (person_id) select generate_series($1::bigint, $2)', everybody)
    await owner.query(
      `insert into person_version (person_id, full_name) select i, 'Nông Văn ' || i from generate_series($1::bigint, $2) i`,
      everybody,
    )
    await owner.query(
      `insert into obligation (obligation_id, campaign_id, person_id, unit_id, due_from)
       select i, $3, i, $4, $5 from generate_series($1::bigint, $2) i`,
      [first_person, last, scene.campaign_id, scene.units.cell, scene.today],
    )
    await owner.query('analyze')
  } finally {
    await database.close()
  }
}

/** A program starts, takes submissions, and is killed some time after its first receipt. */
async function oneLife(place: Place, when: 'sure' | 'early', { of, after_ms }: { of: number; after_ms: number }): Promise<void> {
  const saver = spawn(
    process.execPath,
    [fileURLToPath(new URL('saver-process.js', import.meta.url)), place.data_dir, String(firstUnsure(place)), when],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const ended = new Promise<void>(resolve => saver.once('close', () => resolve()))
  await Promise.race([listen(saver, place), ended])
  await wait(after_ms)
  if (of !== 1) saver.kill('SIGKILL')
  if (of !== 0) killServer(place.data_dir)
  await Promise.race([ended, wait(5000)])
  saver.kill('SIGKILL')
  await ended
}

/** The first whose submission has no receipt: it, or those after it, may have been saved in the moment of the kill, and are pressed again. */
function firstUnsure({ receipts }: Place): number {
  const sure = new Set(receipts.map(receipt => receipt.obligation_id))
  let number = first_person
  while (sure.has(number)) number++
  return number
}

/** Fulfilled by the first receipt; each is on the disk before the next is looked at. */
function listen(saver: ChildProcess, { journal, receipts }: Place): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let rest = ''
  saver.stdout!.on('data', chunk => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    if (lines.length === 0) return
    writeSync(journal, lines.map(line => `${line}\n`).join(''))
    fsyncSync(journal)
    receipts.push(...lines.map(line => JSON.parse(line) as Receipt))
    resolve()
  })
  return promise
}

/** The server and all its processes, by their numbers. */
function killServer(data_dir: string): void {
  const postmaster = Number(readFileSync(join(data_dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const children = readdirSync('/proc').filter(pid => /^\d+$/.test(pid) && parentOf(pid) === postmaster)
  for (const pid of [postmaster, ...children.map(Number)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone by itself when its parent went.
    }
  }
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1])
  } catch {
    return 0
  }
}

async function judge(place: Place): Promise<Proved> {
  const acknowledged = new Map(place.receipts.map(({ number, obligation_id }) => [obligation_id, number]))
  const { rows } = await withOwner(place, async owner => {
    await owner.query(`set neu_guong.loading = 'yes'`)
    return owner.query<{ obligation_id: number; texts: number; number: string | null; is_whole: boolean }>(
      `select o.obligation_id, count(distinct c.commitment_id)::int as texts, min(r.number) as number,
              bool_and(r.number is not null
                       and (select count(*) from deed d where d.commitment_id = c.commitment_id) = 2
                       and (select count(*) from commitment_step s where s.commitment_id = c.commitment_id) = 1
                       and (select count(*) from ledger_entry e where e.object = 'commitment' and e.object_id = c.commitment_id::text and e.act = 'submit-commitment') = 1
                       and exists (select from idempotency_key k where k.actor_id = o.person_id and k.response ->> 'number' = r.number)) as is_whole
         from obligation o
         join commitment c using (obligation_id)
         left join commitment_receipt r using (commitment_id)
        where o.obligation_id >= $1
        group by o.obligation_id`,
      [first_person],
    )
  })
  const tallied = await withOwner(place, owner =>
    owner.query<{ submitted: number }>('select sum(submitted)::int as submitted from commitment_tally'),
  )
  const there = new Map(rows.map(row => [row.obligation_id, row]))
  const lost = [...acknowledged].filter(([obligation_id, number]) => there.get(obligation_id)?.number !== number).length
  const doubled = rows.filter(row => row.texts > 1).length
  const halved = rows.filter(row => !row.is_whole).length
  const uncounted = Math.abs((tallied.rows[0]!.submitted ?? 0) - rows.length)
  const notes = [
    `${acknowledged.size} receipts, ${rows.length} commitments: ${lost} lost, ${doubled} doubled, ${halved} halved, ${uncounted} counted wrong`,
  ]
  // No receipt at all proves nothing.
  return { failures: lost + doubled + halved + uncounted + Number(acknowledged.size === 0), notes }
}

const options = (data_dir: string) => ({ database_url: null, data_dir, database_account: 'nobody', exclusive: false, say: () => {} })

async function withOwner<T>({ data_dir }: Place, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const database = await openDatabase(options(data_dir))
  const owner = await database.connect('neu_guong_owner')
  try {
    return await work(owner)
  } finally {
    await owner.end()
    await database.close()
  }
}
