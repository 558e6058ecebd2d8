import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { type Role, transactionOn } from '../src/platform/database/index.ts'
import {
  exportLedger,
  openSigner,
  readWitness,
  type Signer,
  signEntries,
  verifyLedger,
  verifyRows,
  witnessFile,
} from '../src/platform/ledger/index.ts'
import { vouched } from '../src/vouched.ts'
import { writeArchive } from '../test/harness/archive-rows.ts'
import { inventCampaign } from '../test/harness/campaign.ts'
import type { World } from '../test/harness/database.ts'
import { type Random, randomFrom, tampers, tryFlips } from '../test/harness/ledger-tampers.ts'
import { row_tampers, tamperWithRow } from '../test/harness/row-tampers.ts'
import { actInScene } from '../test/harness/scene-acts.ts'
import { Flaw, verifyExport } from '../verifier/verify-ledger.mjs'
import { onOwnGround, type Register } from './ground.ts'
import type { Proved } from './proof.ts'

/**
 * Changes in SQL by the owner of the database, with the triggers off; as many bytes of an export four times over, and
 * each of its heads as an early end.
 */
export const n = 500
export const nightly_n = 10_000

const export_bytes = 1024 * 1024
type Signed = Register & { administrator: pg.Client; signer: Signer; witness: string }
type Verification = (signed: Signed) => Promise<boolean>

/**
 * 4. History cannot be rewritten unseen: not an entry, not a head, and not a row behind one. The register has rows in
 *    every sealed table, some from an archive and some by their verbs. And a verification leaves rows and witness as
 *    they were.
 */
export function run(times: number): Promise<Proved> {
  return onOwnGround(async newRegister => {
    const of_rows = await onSigned(await newRegister(), signed => tamperWithRegister(signed, times))
    const of_bytes = await onSigned(await newRegister(), signed => tamperWithExport(signed, times * 4))
    return { failures: of_rows.failures + of_bytes.failures, notes: [...of_rows.notes!, ...of_bytes.notes!] }
  })
}

/**
 * The verification as it was, which looked at entries and heads alone, must call a forged commitment and a forged tally
 * whole; the one of today must not.
 */
export function control(): Promise<boolean> {
  return onOwnGround(async newRegister =>
    onSigned(await newRegister(), async signed => {
      const forged = [
        `update commitment set ethics = 'Lời khác' where commitment_id = (select max(commitment_id) from commitment)`,
        `update commitment_tally set approved = approved + 1 where commitment_tally_id = (select max(commitment_tally_id) from commitment_tally)`,
      ]
      for (const statement of forged) {
        const [before, today] = await within(signed, async () => {
          await signed.administrator.query(statement)
          return [await chainHolds(signed), await holds(signed)]
        })
        if (!before || today) return false
      }
      return true
    }),
  )
}

async function onSigned<T>(register: Register, work: (signed: Signed) => Promise<T>): Promise<T> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-prove-ledger-'))
  const administrator = await register.database.connect('postgres' as Role)
  const signed = { ...register, administrator, signer: openSigner(data_dir), witness: witnessFile(data_dir) }
  try {
    const scene = await inventCampaign({ ...register } as unknown as World)
    await writeArchive(administrator, scene)
    await signNow(signed)
    await actInScene(register.database, scene)
    await signNow(signed)
    return await work(signed)
  } finally {
    await administrator.end()
    rmSync(data_dir, { recursive: true, force: true })
  }
}

function signNow({ owner, signer, witness, database }: Signed, { sealed }: Pick<typeof vouched, 'sealed'> = vouched) {
  return signEntries(owner, { signer, witness, now: database.clock, sealed })
}

async function chainHolds({ administrator, signer, witness }: Signed): Promise<boolean> {
  return (await verifyLedger(transactionOn(administrator), { key: signer, witness: readWitness(witness) })).faults.length === 0
}

const holds: Verification = async signed =>
  (await chainHolds(signed)) && (await verifyRows(transactionOn(signed.administrator), vouched, null)).faults.length === 0

/** Something that is done with the triggers off, looked at, and taken back. */
async function within<T>({ administrator }: Signed, work: () => Promise<T>): Promise<T> {
  await administrator.query('begin')
  try {
    await administrator.query('set local session_replication_role = replica')
    return await work()
  } finally {
    await administrator.query('rollback')
  }
}

async function tamperWithRegister(signed: Signed, times: number): Promise<Proved> {
  const random = randomFrom(4)
  const wrong: string[] = []
  if (!(await holds(signed))) wrong.push('the untouched register does not hold')
  const before = await fingerprintOf(signed)
  const done = new Map<string, number>()
  for (let i = 0; i < times; i++) {
    const { what, noticed } = await within(signed, async () => {
      const what = i % 5 === 4 ? await tamperWithLedger(signed, i, random) : await tamperWithRows(signed, i, random)
      return { what, noticed: !(await holds(signed)) }
    })
    const kind = what.split(':')[0]!
    done.set(kind, (done.get(kind) ?? 0) + 1)
    if (!noticed) wrong.push(`not noticed: ${what}`)
  }
  if (!(await holds(signed)) || (await fingerprintOf(signed)) !== before) wrong.push('verifying has written something')
  const tables = [...done.keys()].filter(kind => kind !== 'ledger').length
  return {
    failures: wrong.length,
    notes: [`${times} changes in SQL, of ${tables} sealed tables and of the ledger itself`, ...wrong.slice(0, 5)],
  }
}

async function tamperWithLedger({ administrator }: Signed, i: number, random: Random): Promise<string> {
  const kinds = Object.keys(tampers)
  const kind = kinds[Math.floor(i / 5) % kinds.length]!
  return `ledger: ${kind}: ${await tampers[kind]!(administrator, random)}`
}

/** Each table in its turn, each time another way; where a table allows nothing of one kind, the next. */
async function tamperWithRows({ administrator }: Signed, i: number, random: Random): Promise<string> {
  for (let next = i; ; next++) {
    const sealed = vouched.sealed[next % vouched.sealed.length]!
    const kind = row_tampers[Math.floor(next / vouched.sealed.length + next) % row_tampers.length]!
    const done = await tamperWithRow(administrator, sealed, kind, random)
    if (done) return `${done.table}: ${kind}: ${done.what}`
  }
}

/** SHA-256 of every row of every table, and of the witness. */
async function fingerprintOf({ administrator, witness }: Signed): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(witness))
  const tables = `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`
  for (const { relname } of (await administrator.query(tables)).rows) {
    const { rows } = await administrator.query(`select md5(string_agg(t::text, '' order by t::text)) as digest from "${relname}" t`)
    hash.update(`${relname} ${rows[0].digest}\n`)
  }
  return hash.digest('hex')
}

async function tamperWithExport(signed: Signed, times: number): Promise<Proved> {
  await fillTo(signed, export_bytes)
  const lines: string[] = []
  for await (const line of exportLedger(transactionOn(signed.administrator), signed.signer)) lines.push(line)
  const bytes = Buffer.from(lines.join(''))
  const given = { key: signed.signer.public_key.export({ type: 'spki', format: 'pem' }), witness: readFileSync(signed.witness) }
  const wrong: string[] = isWhole(bytes, given) ? [] : ['the untouched export does not hold']
  const every = Math.max(1, Math.floor(bytes.length / times))
  const { tried, missed } = tryFlips(bytes, { given: { key: given.key }, random: randomFrom(44), every })
  const ends = earlyEnds(lines)
  const seen = ends.filter(end => isWhole(end, given))
  wrong.push(...missed.map(flip => `byte ${flip}`), ...seen.map(end => `an end after ${end.length} bytes`))
  return {
    failures: wrong.length,
    notes: [`${tried} of ${bytes.length} bytes of an export, and ${ends.length} early ends of it`, ...wrong.slice(0, 5)],
  }
}

/** Entries in small changes, a head after every eight, until an export would be so long. */
async function fillTo(signed: Signed, length: number): Promise<void> {
  const line_length = 520
  for (let written = 0; written < length; written += 8 * line_length + 400) {
    await signed.owner.query(
      `insert into ledger_entry (act, agent, object, object_id, digest, retention)
       select 'fill-ledger', 'prove', 'nothing', $1 || '-' || i, encode(sha256(($1 || i)::bytea), 'hex'), 'access' from generate_series(1, 8) i`,
      [String(written)],
    )
    // No row is behind these.
    await signNow(signed, { sealed: [] })
  }
}

/**
 * The export as it would end at earlier heads, with the size that fits: whole in itself, and shorter than the witness.
 */
function earlyEnds(lines: string[]): Buffer[] {
  const heads = lines.flatMap((line, i) => (line.includes('"kind":"ledger-head"') ? [i] : []))
  return heads.slice(0, -1).map(end => {
    const { size } = JSON.parse(lines[end]!)
    return Buffer.from([lines[0]!.replace(/"size":\d+/, `"size":${size}`), ...lines.slice(1, end + 1)].join(''))
  })
}

function isWhole(bytes: Buffer, given: Parameters<typeof verifyExport>[1]): boolean {
  try {
    verifyExport(bytes, given)
    return true
  } catch (error) {
    if (error instanceof Flaw) return false
    throw error
  }
}
