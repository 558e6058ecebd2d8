import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import type pg from 'pg'
import type { Entry } from '../../src/platform/ledger/entry.ts'
import { leafOf } from '../../src/platform/ledger/entry.ts'
import { digestOfHead, signHead } from '../../src/platform/ledger/head.ts'
import { identified } from '../../src/platform/ledger/key.ts'
import { empty_tree, grow, rootOf } from '../../src/platform/ledger/verify/merkle.ts'
import { begin, Flaw, finish, type Given, type State, step } from '../../verifier/verify-ledger.mjs'

/**
 * From 0 to below 1, the same for the same seed (Park and Miller's generator: plain, and enough to choose places by).
 */
export type Random = () => number
/** How often something was tried, and what of it was not noticed. */
export type Trials = { tried: number; missed: string[] }

export function randomFrom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (state - 1) / 2_147_483_646
  }
}

/**
 * Changes a signed ledger behind its back, as somebody may who administers the database: triggers and policies off,
 * each time in a transaction that is rolled back. `client` is a superuser's; `notices` is asked inside it. `kinds` are
 * the names of what is tried, in turn; all of them when it is left out.
 */
export async function tryTampers(
  client: pg.Client,
  {
    times,
    random,
    notices,
    kinds = Object.keys(tampers),
  }: { times: number; random: Random; notices: () => Promise<boolean>; kinds?: string[] },
): Promise<Trials> {
  const missed: string[] = []
  for (let i = 0; i < times; i++) {
    const kind = kinds[i % kinds.length]!
    await client.query('begin')
    try {
      await client.query('set local session_replication_role = replica')
      const what = await tampers[kind]!(client, random)
      if (!(await notices())) missed.push(`${kind}: ${what}`)
    } finally {
      await client.query('rollback')
    }
  }
  return { tried: times, missed }
}

/** What may be done to a ledger in SQL, by name. Each says what it did. */
export const tampers: Record<string, (client: pg.Client, random: Random) => Promise<string>> = {
  'change an entry': async (client, random) => {
    const position = await placeOf(client, random)
    const [column, value] = pick(changes, random)
    return ran(client, `update ledger_entry set ${column} = ${value} where position = ${position}`)
  },
  'take an entry out': async (client, random) => ran(client, `delete from ledger_entry where position = ${await placeOf(client, random)}`),
  'take an entry out and close the gap': async (client, random) => {
    const position = await placeOf(client, random)
    const out = await ran(client, `delete from ledger_entry where position = ${position}`)
    // In two steps, for two entries may not stand in one place meanwhile; nothing to close behind the last.
    await client.query(`update ledger_entry set position = position + 1000000 where position > ${position}`)
    await client.query(`update ledger_entry set position = position - 1000001 where position > 1000000`)
    return out
  },
  'put an entry in': async (client, random) => {
    const position = await placeOf(client, random)
    await ran(client, `update ledger_entry set position = position + 1000000 where position >= ${position}`)
    await ran(client, `update ledger_entry set position = position - 999999 where position >= 1000000`)
    return ran(client, copyTo(position))
  },
  'add an entry behind the last': async client => ran(client, copyTo((await sizeIn(client)) as number)),
  'exchange two entries': async (client, random) => {
    const one = await placeOf(client, random)
    const other = (one + 1 + Math.floor(random() * ((await sizeIn(client)) - 1))) % (await sizeIn(client))
    await ran(client, `update ledger_entry set position = 1000000 where position = ${one}`)
    await ran(client, `update ledger_entry set position = ${one} where position = ${other}`)
    return ran(client, `update ledger_entry set position = ${other} where position = 1000000 -- and ${one}`)
  },
  'make an entry unsigned': async (client, random) =>
    ran(client, `update ledger_entry set position = null, rows_digest = null where position = ${await placeOf(client, random)}`),
  'empty the entries': async client => ran(client, 'truncate ledger_entry'),
  'empty everything': async client => ran(client, 'truncate ledger_entry, ledger_head'),
  'take a head out': async (client, random) => ran(client, `delete from ledger_head where size = ${pick(await headSizes(client), random)}`),
  'change a head': async (client, random) => {
    const [column, value] = pick(head_changes, random)
    return ran(client, `update ledger_head set ${column} = ${value} where size = ${pick(await headSizes(client), random)}`)
  },
  'cut the end off': async (client, random) => {
    const sizes = await headSizes(client)
    const kept = sizes[Math.floor(random() * (sizes.length - 1))]!
    await ran(client, `delete from ledger_entry where position >= ${kept}`)
    return ran(client, `delete from ledger_head where size > ${kept}`)
  },
  'write everything anew': async (client, random) => {
    await ran(client, `update ledger_entry set actor_id = 4711, agent = null where position = ${await placeOf(client, random)}`)
    return rewriteHeads(client, random() < 0.5)
  },
}

/** A value that the constraints of the table allow, and that no entry of a trial has. */
const changes: [string, string][] = [
  ['act', `'forge-entry'`],
  ['recorded', `recorded + interval '1 microsecond'`],
  ['actor_id', 'coalesce(actor_id, 0) + 1, agent = null'],
  ['agent', `coalesce(agent, '') || 'x', actor_id = null`],
  ['on_behalf_of', 'coalesce(on_behalf_of, 0) + 1'],
  ['object', `object || 'x'`],
  ['object_id', `object_id || '0'`],
  ['from_version', 'coalesce(from_version, 0) + 1'],
  ['to_version', 'coalesce(to_version, 0) + 1'],
  ['digest', `encode(sha256(digest::bytea), 'hex')`],
  ['rows_digest', `encode(sha256(rows_digest::bytea), 'hex')`],
  ['format', '1, rows_digest = null'],
  ['retention', `case retention when 'access' then 'conduct' else 'access' end`],
]
const head_changes: [string, string][] = [
  ['size', 'size + 1000'],
  ['root', `encode(sha256(root::bytea), 'hex')`],
  ['signed_at', `signed_at - interval '1 day'`],
  ['previous', `encode(sha256(previous::bytea), 'hex')`],
  ['key_id', `encode(sha256(key_id::bytea), 'hex')`],
  ['signature', `'A' || substr(signature, 2, 40) || reverse(substr(signature, 42))`],
  ['peaks', `peaks || encode(sha256('x'), 'hex')`],
]

function copyTo(position: number): string {
  return `insert into ledger_entry (act, actor_id, agent, object, object_id, digest, retention, rows_digest, position)
          select act, actor_id, agent, object, object_id, digest, retention, rows_digest, ${position} from ledger_entry where position is not null limit 1`
}

/** Every head made again over what now stands, and signed by somebody who has a key, but not ours. */
async function rewriteHeads(client: pg.Client, under_our_name: boolean): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const forger = { private_key: privateKey, ...identified(createPublicKey(privateKey)) }
  const heads = (await client.query('select size, signed_at, key_id from ledger_head order by size')).rows
  const entries = (await client.query('select * from ledger_entry where position is not null order by position')).rows as Entry[]
  let [tree, previous] = [empty_tree, '0'.repeat(64)]
  for (const { size, signed_at, key_id } of heads) {
    tree = entries.slice(tree.size, size).map(leafOf).reduce(grow, tree)
    const facts = { size, root: rootOf(tree).toString('hex'), signed_at, previous, key_id: under_our_name ? key_id : forger.key_id }
    const head = signHead(facts, forger)
    await client.query('update ledger_head set root = $2, previous = $3, key_id = $4, signature = $5, peaks = $6 where size = $1', [
      ...[size, head.root, head.previous, head.key_id, head.signature],
      tree.peaks.map(peak => peak.toString('hex')),
    ])
    previous = digestOfHead(head)
  }
  return `every head signed anew${under_our_name ? ', under the name of our key' : ''}`
}

async function ran(client: pg.Client, statement: string): Promise<string> {
  const { rowCount } = await client.query(statement)
  if (rowCount === 0) throw new Error(`this tamper touched nothing: ${statement}`)
  return statement
}

async function sizeIn(client: pg.Client): Promise<number> {
  return (await client.query('select count(*) as size from ledger_entry where position is not null')).rows[0].size
}

async function placeOf(client: pg.Client, random: Random): Promise<number> {
  return Math.floor(random() * (await sizeIn(client)))
}

async function headSizes(client: pg.Client): Promise<number[]> {
  return (await client.query('select size from ledger_head order by size')).rows.map(({ size }) => size)
}

function pick<T>(things: T[], random: Random): T {
  return things[Math.floor(random() * things.length)]!
}

/**
 * Flips bytes of an export, one at a time, each to another value that chance chooses, and has the separate verifier
 * read on from that line. Which bytes: every one, or every `every`-th. Missed are the offsets at which the export still
 * seemed to hold, or the verifier fell over instead of saying what is wrong. A change of an entry comes out at the next
 * head: a large export is tried faster where a head follows every few entries (0.2 ms a byte with one for every eight).
 */
export function tryFlips(bytes: Buffer, { given, random, every = 1 }: { given: Given; random: Random; every?: number }): Trials {
  const missed: string[] = []
  let tried = 0
  let state = begin(given)
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from)
    for (let at = from; at <= end; at++) {
      if (at % every !== 0) continue
      tried++
      const was = bytes[at]!
      bytes[at] = was ^ (1 + Math.floor(random() * 255))
      const why = whyMissed(state, bytes, from)
      if (why) missed.push(`${at}: ${was} → ${bytes[at]} ${why}`)
      bytes[at] = was
    }
    state = step(state, bytes.subarray(from, end))
    from = end + 1
  }
  return { tried, missed }
}

/** Null where the verifier notices, from a line on. */
function whyMissed(from_state: State, bytes: Buffer, start: number): string | null {
  try {
    let [state, from] = [from_state, start]
    for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, from)) {
      state = step(state, bytes.subarray(from, end))
      from = end + 1
    }
    if (from !== bytes.length) return null // the last line is not ended: verifyExport says so
    finish(state)
    return 'holds'
  } catch (error) {
    return error instanceof Flaw ? null : (error as Error).message
  }
}
