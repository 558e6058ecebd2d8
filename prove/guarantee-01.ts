import type { ChildProcess } from 'node:child_process'
import { chmodSync, closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { between, randomFrom } from '../seed/province/random.ts'
import { openDatabase } from '../src/platform/database/index.ts'
import { inventCampaign } from '../test/harness/campaign.ts'
import type { World } from '../test/harness/database.ts'
import { ended, freePort, startProgram } from '../test/harness/program.ts'
import { ask } from './door.ts'
import { addMembers } from './members.ts'
import type { Proved } from './proof.ts'

/**
 * Kills, in turn: of one process of the database's server (seven of ten), of the program, of the program and the whole
 * server at once, of the program and one process.
 */
export const n = 100
export const nightly_n = 2000

const first_person = 1_000_000
const patience_ms = 600_000
const lanes = 4
/** `acknowledged` are the obligations for which the browser was led on to the receipt. */
type Place = { data_dir: string; port: number; journal: number; acknowledged: Set<number>; next: number; last: number; stopped: boolean }

/**
 * 1. Saved means saved: whoever pressed «hand in» and was led to the receipt has it after any kill, once and whole:
 *    commitment, deeds, step, receipt, entry of the ledger, tally.
 */
export function run(kills: number): Promise<Proved> {
  return withPlace(kills * 150, async place => {
    const random = randomFrom(1, 'kills')
    const members = Promise.all(Array.from({ length: lanes }, () => handInAll(place)))
    let program = startProgram(place)
    try {
      for (let kill = 0; kill < kills; kill++) {
        await acknowledgedAfter(place)
        await wait(between(random, 0, 300))
        program = await killIn(place, program, kill % 10, random)
      }
      await acknowledgedAfter(place)
    } finally {
      place.stopped = true
      await members
      await ended(program, 'SIGTERM')
    }
    return judge(place)
  })
}

/** A database that answers before its log is on the way to the disk must lose what it had acknowledged. */
export function control(): Promise<boolean> {
  return withPlace(4000, async place => {
    await withOwner(place, owner => owner.query('alter database neu_guong set synchronous_commit = off'))
    for (let kill = 0; kill < 6; kill++) {
      place.stopped = false
      const program = startProgram(place)
      const members = Promise.all(Array.from({ length: lanes }, () => handInAll(place)))
      await acknowledgedAfter(place)
      await wait(5 + 7 * kill)
      place.stopped = true
      killServer(place.data_dir)
      await ended(program, 'SIGKILL')
      await members
      if ((await judge(place)).failures > 0) return true
    }
    return false
  })
}

async function withPlace<T>(people: number, work: (place: Place) => Promise<T>): Promise<T> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-kill-'))
  chmodSync(data_dir, 0o755)
  // Kept by this process, which nobody kills, and on the disk before the next form is sent.
  const journal = openSync(join(data_dir, 'receipts.jsonl'), 'a')
  const last = first_person + people
  const place: Place = { data_dir, port: await freePort(), journal, acknowledged: new Set(), next: first_person, last, stopped: false }
  try {
    await withOwner(place, owner => prepare(owner, place))
    return await work(place)
  } finally {
    place.stopped = true
    closeSync(journal)
    await withOwner(place, async () => {})
    rmSync(data_dir, { recursive: true, force: true })
  }
}

/**
 * A cell with more members than there will be submissions, each with a whole draft and signed in. The number of each is
 * that of their obligation.
 */
async function prepare(owner: pg.Client, { data_dir, last }: Place): Promise<void> {
  const database = await openDatabase(options(data_dir))
  try {
    const scene = await inventCampaign({ database, owner } as World)
    await addMembers(owner, scene, first_person, last)
  } finally {
    await database.close()
  }
}

/**
 * One member after the other sends the form that hands the draft in. Where no answer came, it is sent again with the
 * same key, as a browser's user would.
 */
async function handInAll(place: Place): Promise<void> {
  while (!place.stopped && place.next <= place.last) {
    const obligation_id = place.next++
    while (!(await handIn(place, obligation_id)) && !place.stopped) await wait(15)
  }
}

async function handIn({ port, journal, acknowledged }: Place, obligation_id: number): Promise<boolean> {
  const fields = { draft_version: '1', key: `mot-lan-nop-${obligation_id}` }
  const answer = await ask(`http://127.0.0.1:${port}`, obligation_id, `/cam-ket/${obligation_id}/nop`, fields).catch(() => null)
  if (answer === null || answer.status >= 500) return false
  if (answer.status !== 303 || !answer.location?.startsWith(`/cam-ket/${obligation_id}/giay-nhan`))
    throw new Error(`obligation ${obligation_id}: ${answer.status} ${answer.location}`)
  writeSync(journal, `${JSON.stringify({ obligation_id })}\n`)
  fsyncSync(journal)
  acknowledged.add(obligation_id)
  return true
}

/** Waits for the next receipt: before it, a kill would hit nobody. On a busy machine a start takes minutes. */
async function acknowledgedAfter({ acknowledged }: Place): Promise<void> {
  const before = acknowledged.size
  for (const until = Date.now() + patience_ms; acknowledged.size === before; await wait(2))
    if (Date.now() > until) throw new Error(`nothing was taken in for ten minutes, after ${before} receipts`)
}

/** Kills by turn; gives the program that serves afterwards. */
async function killIn(place: Place, program: ChildProcess, turn: number, random: ReturnType<typeof randomFrom>): Promise<ChildProcess> {
  const kills_program = turn >= 7
  if (turn !== 7) killProcesses(turn === 8 ? serverOf(place.data_dir) : [pick(serverOf(place.data_dir).slice(1), random)])
  if (!kills_program && program.exitCode === null && program.signalCode === null) return program
  await ended(program, 'SIGKILL')
  return startProgram(place)
}

function pick<T>(list: T[], random: ReturnType<typeof randomFrom>): T {
  return list[Math.floor(random() * list.length)]!
}

/** The processes of the database's server by their numbers, the one that holds the others first. */
function serverOf(data_dir: string): number[] {
  const postmaster = Number(readFileSync(join(data_dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  return [
    postmaster,
    ...readdirSync('/proc')
      .filter(pid => /^\d+$/.test(pid) && parentOf(pid) === postmaster)
      .map(Number),
  ]
}

function killServer(data_dir: string): void {
  killProcesses(serverOf(data_dir))
}

function killProcesses(pids: number[]): void {
  for (const pid of pids) {
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
  const { acknowledged } = place
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
  const lost = [...acknowledged].filter(obligation_id => !there.get(obligation_id)?.number).length
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
