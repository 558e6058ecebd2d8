import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { ask } from '../prove/door.ts'
import { addMembers } from '../prove/members.ts'
import { type Database, openDatabase } from '../src/platform/database/index.ts'
import { inventCampaign } from '../test/harness/campaign.ts'
import type { World } from '../test/harness/database.ts'
import { ended, freePort, ready, startProgram } from '../test/harness/program.ts'
import { percentile, type Result, rounded, type Say } from './measure.ts'

/** Side by side, as many as the application has connections for. */
const lanes = 10
const rounds = 5
const each = 200
const first_person = 1_000_000
const least_ratio = 0.5

/**
 * A submission through the form, durable before it is answered, against the bare statements that write the same rows,
 * as the owner, with the same triggers.
 */
export async function bench(say: Say): Promise<Result[]> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-register-'))
  // So that the server's account may enter it.
  chmodSync(data_dir, 0o755)
  const database = await openDatabase({ database_url: null, data_dir, database_account: 'nobody', exclusive: false, say })
  try {
    const today = await prepare(database)
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const program = startProgram({ data_dir, port })
    try {
      await ready(program, address)
      return await measure({ database, address, today, say })
    } finally {
      await ended(program, 'SIGTERM')
    }
  } finally {
    await database.close()
    rmSync(data_dir, { recursive: true, force: true })
  }
}

/** Members with a whole draft each and an open session; the number of each is that of their obligation. */
async function prepare(database: Database): Promise<string> {
  const owner = await database.connect('neu_guong_owner')
  const scene = await inventCampaign({ database, owner } as World)
  await addMembers(owner, scene, first_person, first_person + 2 * each * (rounds + 1))
  await owner.end()
  return scene.today
}

type Place = { database: Database; address: string; today: string; say: Say }

async function measure({ database, address, today, say }: Place): Promise<Result[]> {
  const owners = await Promise.all(Array.from({ length: lanes }, () => database.connect('neu_guong_owner')))
  try {
    for (const owner of owners) await owner.query(`set neu_guong.loading = 'yes'`)
    return await compare({ owners, address, today, say })
  } finally {
    await Promise.all(owners.map(owner => owner.end()))
  }
}

type Comparison = Omit<Place, 'database'> & { owners: pg.Client[] }

/** Round by round in turn, so that a neighbour on the machine disturbs both alike. */
async function compare({ owners, address, today, say }: Comparison): Promise<Result[]> {
  let next = first_person
  const through = () => rateOf(() => handIn(address, next++))
  const bare = () => rateOf(lane => writeRows(owners[lane]!, next++, today))
  const rates: { bare: number; through: number }[] = []
  for (let round = 0; round <= rounds; round++) {
    say(round === 0 ? 'submissions, to warm up' : `submissions, round ${round} of ${rounds}`)
    rates.push({ bare: await bare(), through: await through() })
  }
  const warm = rates.slice(1)
  const median = (values: number[]) => percentile(values, 0.5)
  const ratio = rounded(median(warm.map(rate => rate.through / rate.bare)))
  const what = 'the same rows by bare SQL'
  const nothing = { against: null, ratio: null, goal: null, met: null }
  return [
    { what, value: rounded(median(warm.map(rate => rate.bare)), 0), unit: '/s', ...nothing },
    {
      what: 'submissions through the form',
      value: rounded(median(warm.map(rate => rate.through)), 0),
      unit: '/s',
      against: what,
      ratio,
      goal: `≥ ${least_ratio} of it`,
      met: ratio >= least_ratio,
    },
  ]
}

async function rateOf(one: (lane: number) => Promise<void>): Promise<number> {
  let left = each
  const began = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (left-- > 0) await one(lane)
    }),
  )
  return each / ((performance.now() - began) / 1000)
}

async function handIn(address: string, obligation_id: number): Promise<void> {
  const answer = await ask(address, obligation_id, `/cam-ket/${obligation_id}/nop`, { draft_version: '1', key: `nop-${randomUUID()}` })
  if (answer.status !== 303 || !answer.location?.includes('/giay-nhan'))
    throw new Error(`${obligation_id}: ${answer.status} ${answer.location ?? answer.text.slice(0, 2000)}`)
}

const digest = '0'.repeat(64)

/** What a submission leaves in the database, row for row, in one transaction. */
async function writeRows(owner: pg.Client, obligation_id: number, today: string): Promise<void> {
  await owner.query('begin')
  await owner.query(
    `insert into idempotency_key (actor_id, key, act, request_digest, response) values ($1, $2, 'submit-commitment', $3, '{"number": "CK"}')`,
    [obligation_id, `nop-${randomUUID()}`, digest],
  )
  const { rows } = await owner.query(
    `insert into commitment (obligation_id, version, thought, ethics, working_style, discipline, prevention)
     select obligation_id, 1, fields ->> 'thought', fields ->> 'ethics', fields ->> 'working_style', fields ->> 'discipline', fields ->> 'prevention'
       from commitment_draft where obligation_id = $1 returning commitment_id`,
    [obligation_id],
  )
  const { commitment_id } = rows[0] as { commitment_id: number }
  await owner.query(
    `insert into deed (commitment_id, ordinal, what, measure, due_on, registered_on)
     values ($1, 1, 'Trồng 30 cây lát hoa', 'sổ theo dõi', $2, $2), ($1, 2, 'Giúp 3 hộ nộp hồ sơ', 'sổ theo dõi', $2, $2)`,
    [commitment_id, today],
  )
  await owner.query(`insert into commitment_step (commitment_id, state, happened_on, actor_id) values ($1, 'submitted', $2, $3)`, [
    commitment_id,
    today,
    obligation_id,
  ])
  await owner.query(
    `insert into deed_print (campaign_id, print) select campaign_id, $2 from obligation, generate_series(1, 2) where obligation_id = $1`,
    [obligation_id, digest],
  )
  await owner.query('insert into commitment_receipt (commitment_id, number, digest, person_id) values ($1, $2, $3, $4)', [
    commitment_id,
    `CK-bench-${commitment_id}`,
    digest,
    obligation_id,
  ])
  await owner.query(
    `insert into ledger_entry (act, actor_id, object, object_id, to_version, digest, retention)
     values ('submit-commitment', $1, 'commitment', $2, 1, $3, 'conduct')`,
    [obligation_id, String(commitment_id), digest],
  )
  await owner.query('commit')
}

/** The program in a process of its own, as it runs for its users. */
