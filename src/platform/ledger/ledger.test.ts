import { execFile } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { tester, withDatabase } from '../../../test/harness/database.ts'
import { randomFrom, tampers, tryFlips, tryTampers } from '../../../test/harness/ledger-tampers.ts'
import { Flaw, verifyExport, verifyProof } from '../../../verifier/verify-ledger.mjs'
import { canonicalJson, digestOf } from '../../basis/shared/canonical-json.ts'
import { done, refused } from '../../basis/shared/outcome.ts'
import { change, connectAs, transactionOn } from '../database/index.ts'
import { leafOf } from './entry.ts'
import { exportLedger } from './export-ledger.ts'
import { digestOfHead, type HeadFacts, isSigned, lineOfHead, signHead, writtenInstant } from './head.ts'
import type { SignedEntry } from './kept.ts'
import { openSigner, readPublicKey, type Signer } from './key.ts'
import { ledgerCommand } from './ledger-command.ts'
import { record } from './record.ts'
import { type Signing, signEntries } from './sign-entries.ts'
import { startSigner } from './start-signer.ts'
import { inclusionProof, rootOf, treeOf } from './verify/merkle.ts'
import { lineOfEntry, lineOfPath, proveEntries } from './verify/prove-entries.ts'
import { verifyLedger } from './verify/verify-ledger.ts'
import { readWitness, witnessFile } from './verify/witness.ts'

const world = withDatabase('empty')
/** Here the chain alone is looked at; the rows behind it have their own tests. */
const nothing_sealed = { sealed: [], recounts: [] }
const now = () => new Date('2026-11-24T03:00:00.120Z')
let data_dir: string
let signer: Signer
let how: Signing
let auditor: pg.Client
/** Who administers the database: row-level security and triggers mean nothing to them. */
let administrator: pg.Client

beforeAll(async () => {
  data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-ledger-'))
  signer = openSigner(data_dir)
  how = { signer, witness: witnessFile(data_dir), now, sealed: [] }
  auditor = await world.connect('neu_guong_auditor')
  const { rows } = await world.owner.query('select current_database() as name')
  administrator = await connectAs({ ...inject('server').postgres, database: rows[0].name })
})

afterAll(async () => {
  await administrator.end()
  rmSync(data_dir, { recursive: true, force: true })
})

const named = (object_id: string, actor = tester) => ({
  act: 'submit-commitment',
  object: 'commitment',
  object_id,
  digest: digestOf({ object_id, actor: actor.person_id }),
  retention: 'conduct' as const,
})
const recorded = (object_id: string, actor = tester) =>
  change(world.database, actor, async tx => {
    await record(tx, actor, named(object_id, actor))
    return done(object_id)
  })
const signNow = () => signEntries(world.owner, how)
const found = (client: pg.Client = auditor, witness = readWitness(how.witness)) =>
  verifyLedger(transactionOn(client), { key: signer, witness })
const objects = async (question: string) => (await auditor.query(question)).rows.map(({ object_id }) => object_id)
const exported = async () => {
  const lines: string[] = []
  for await (const line of exportLedger(transactionOn(auditor), signer)) lines.push(line)
  return Buffer.from(lines.join(''))
}
/** The export as it would have been written after an earlier head. */
const exportedUpTo = async (head: number) => {
  const lines = (await exported()).toString().split('\n')
  const end = lines.flatMap((line, i) => (line.includes('"ledger-head"') ? [i] : []))[head - 1]!
  const { size } = JSON.parse(lines[end]!)
  const text = [lines[0]!.replace(/"size":\d+/, `"size":${size}`), ...lines.slice(1, end + 1), ''].join('\n')
  return { bytes: Buffer.from(text), size }
}
const given = () => ({ key: signer.public_key.export({ type: 'spki', format: 'pem' }), witness: readFileSync(how.witness) })

/** A ledger of a few heads, of different lengths; each test adds its own. */
beforeAll(async () => {
  for (const [head, entries] of [3, 1, 5, 2].entries()) {
    for (let i = 0; i < entries; i++) await recorded(`${head}-${i}`)
    await signNow()
  }
})

test('an entry says who, what, when, on whose behalf, and from which version to which', async () => {
  const secretary = { person_id: 17, name: 'Hoàng Thị Lan' }
  await change(world.database, secretary, async tx => {
    await record(tx, secretary, { ...named('full'), from_version: 1, to_version: 2, on_behalf_of: 18 })
    return done(null)
  })
  const { rows } = await auditor.query(`select * from ledger_entry where object_id = 'full'`)
  const { entry_id, recorded: at, position, nth, ...rest } = rows[0]
  expect(rest).toEqual({
    ...{ act: 'submit-commitment', actor_id: 17, agent: null, on_behalf_of: 18, object: 'commitment', object_id: 'full' },
    ...{ from_version: 1, to_version: 2, digest: named('full').digest, retention: 'conduct' },
    ...{ format: 2, rows_digest: null },
  })
  expect([typeof entry_id, position, nth, Number.isNaN(Date.parse(at))]).toEqual(['number', null, 1, false])
  expect(JSON.stringify(rows)).not.toContain('Lan')
})

test('an entry lands with what it tells of, or not at all', async () => {
  await world.change(async tx => {
    await record(tx, tester, named('rolled-back'))
    return refused({ code: 'too-late' })
  })
  await expect(
    world.change(async tx => {
      await record(tx, tester, named('failed'))
      throw new Error('the disk is full')
    }),
  ).rejects.toThrow('the disk is full')
  expect(await objects(`select object_id from ledger_entry where object_id in ('rolled-back', 'failed')`)).toEqual([])
})

test('nobody records in another’s name, and the application neither reads, changes, deletes, numbers nor signs', async () => {
  const lan = { person_id: 17, name: 'Lan' }
  const in_anothers_name = change(world.database, lan, async tx => {
    await record(tx, { person_id: 18, name: 'Hoa' }, named('forged'))
    return done(null)
  })
  await expect(in_anothers_name).rejects.toMatchObject({ code: '42501' })
  const app = await world.connect('neu_guong_app')
  expect((await app.query('select entry_id from ledger_entry')).rows).toEqual([])
  for (const attempt of [
    `update ledger_entry set act = 'x'`,
    `delete from ledger_entry`,
    `truncate ledger_entry`,
    `insert into ledger_entry (recorded, act, agent, object, object_id, digest, retention) values ('2020-01-01', 'x', 'x', 'x', 'x', repeat('0', 64), 'access')`,
    `insert into ledger_entry (position, act, agent, object, object_id, digest, retention) values (0, 'x', 'x', 'x', 'x', repeat('0', 64), 'access')`,
    `insert into ledger_head (size, root, signed_at, previous, key_id, signature, peaks) values (99, repeat('0', 64), recorded_now(), repeat('0', 64), repeat('0', 64), '', '{}')`,
  ])
    await expect(app.query(attempt), attempt).rejects.toMatchObject({ code: '42501' })
})

test('words about a person do not fit: an object is named by its key', async () => {
  for (const object_id of ['Hoàng Thị Lan', '', 'a b', 'x'.repeat(121)])
    await expect(recorded(object_id)).rejects.toMatchObject({ code: '23514' })
})

test('even the owner, while the triggers stand, cannot change or remove an entry or a head', async () => {
  for (const attempt of [
    `update ledger_entry set act = 'x' where position = 0`,
    `update ledger_entry set position = null where position = 0`,
    `update ledger_entry set position = 1000, act = 'x' where position is null`,
    `delete from ledger_entry where position = 0`,
    `truncate ledger_entry`,
    `update ledger_head set root = repeat('0', 64)`,
    `delete from ledger_head`,
    `truncate ledger_head`,
  ])
    await expect(world.owner.query(attempt), attempt).rejects.toMatchObject({ constraint: 'ledger_is_kept' })
})

test('each head is signed over all entries before it and names the head before; the witness has the same lines', async () => {
  await recorded('one-more')
  const head = (await signNow())!
  expect(isSigned(head, signer.public_key)).toBe(true)
  const { rows } = await auditor.query('select size, previous from ledger_head order by size')
  expect(rows.map(({ size }) => size).slice(0, 4)).toEqual([3, 4, 5, 10])
  expect(rows[0].previous).toBe('0'.repeat(64))
  expect(readWitness(how.witness)).toHaveLength(rows.length)
  expect(await found()).toMatchObject({ faults: [], size: head.size, heads: rows.length, witnessed: rows.length, unsigned: 0 })
})

test('when nothing new was recorded, nothing is signed', async () => {
  const head = await signNow()
  expect(await signNow()).toEqual(head)
})

test('who records does not wait for who signs, and an entry that commits late is signed after those that came later', async () => {
  await administrator.query('select pg_advisory_lock(19022024)')
  const late = await world.connect('neu_guong_app')
  try {
    await late.query('begin')
    const insert = `insert into ledger_entry (act, agent, object, object_id, digest, retention) values ('x', 'late', 'x', 'late', repeat('0', 64), 'access')`
    await late.query(insert)
    await recorded('meanwhile')
  } finally {
    await administrator.query('select pg_advisory_unlock(19022024)')
  }
  await signNow()
  await late.query('commit')
  await signNow()
  expect(await objects(`select object_id from ledger_entry where object_id in ('late', 'meanwhile') order by position`)).toEqual([
    'meanwhile',
    'late',
  ])
  expect((await found()).faults).toEqual([])
})

test('while many record at once and several sign, every entry gets one place, and the ledger holds', async () => {
  const signers = [world.owner, await world.connect('neu_guong_owner')]
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let i = 0; i < 25; i++) await recorded(`many-${writer}-${i}`)
  })
  const signings = signers.map(async client => {
    for (let i = 0; i < 10; i++) await signEntries(client, how)
  })
  await Promise.all([...writers, ...signings])
  await signNow()
  const { rows } = await auditor.query(
    `select count(*) as entries, count(distinct position) as places from ledger_entry where object_id like 'many-%'`,
  )
  expect(rows).toEqual([{ entries: 100, places: 100 }])
  expect(await found()).toMatchObject({ faults: [], unsigned: 0 })
})

test('the running signer signs by itself, and what is recorded last before it stops', async () => {
  const said: string[] = []
  const running = startSigner(world.database, { data_dir, sealed: [], now, every_ms: 5, say: line => said.push(line) })
  await recorded('by-itself')
  while ((await objects(`select object_id from ledger_entry where object_id = 'by-itself' and position is null`)).length > 0);
  await recorded('at-the-end')
  await running.stop()
  expect(await found()).toMatchObject({ faults: [], unsigned: 0 })
  expect(said).toEqual([])
})

test('a head that was signed but did not reach the witness, and a line that was cut off in writing, are made good at the next signing', async () => {
  const whole = readFileSync(how.witness, 'utf8')
  const lines = whole.split('\n')
  writeFileSync(how.witness, lines.slice(0, -3).join('\n') + '\n')
  appendFileSync(how.witness, lines.at(-3)!.slice(0, 40))
  await signNow()
  expect(readFileSync(how.witness, 'utf8')).toBe(whole)
})

test('a register that was set back, or signed with another key, is not signed further; and a lost key is not replaced in silence', async () => {
  await administrator.query('begin')
  await administrator.query('set local session_replication_role = replica')
  await administrator.query('delete from ledger_head where size = (select max(size) from ledger_head)')
  await administrator.query('set local session_replication_role = origin')
  // signEntries begins and commits by itself; a head is refused before it comes to that.
  await expect(signEntries(administrator, how)).rejects.toThrow(/is not in the ledger/)
  await administrator.query('rollback')
  const other = mkdtempSync(join(tmpdir(), 'neu-guong-ledger-'))
  await expect(signEntries(world.owner, { ...how, signer: openSigner(other) })).rejects.toThrow(/signed with another key/)
  rmSync(join(other, 'ledger-key.pem'))
  expect(() => openSigner(other)).toThrow(/bring the key back/)
  rmSync(other, { recursive: true })
})

test('whatever the administrator of the database does to entries and heads is noticed; each kind, several times', async () => {
  const notices = async () => (await found(administrator)).faults.length > 0
  expect(await notices()).toBe(false)
  const times = 5 * Object.keys(tampers).length
  expect(await tryTampers(administrator, { times, random: randomFrom(1), notices })).toEqual({ tried: times, missed: [] })
  expect(await notices()).toBe(false)
})

test('without the witness a cut end is missed, and with a look at signatures alone every other entry could be changed: the test can fail', async () => {
  const blind = async () => (await found(administrator, [])).faults.length > 0
  const cut = await tryTampers(administrator, {
    times: 5,
    random: randomFrom(2),
    notices: blind,
    kinds: ['cut the end off', 'empty everything'],
  })
  expect(cut.missed).toHaveLength(5)
  const signatures = async () => (await found(administrator)).faults.some(({ code }) => code === 'signature-wrong')
  const changed = await tryTampers(administrator, { times: 5, random: randomFrom(3), notices: signatures, kinds: ['change an entry'] })
  expect(changed.missed).toHaveLength(5)
})

test('an export holds for the separate verifier, and a line that is not ended does not', async () => {
  await signNow()
  const bytes = await exported()
  const { size, heads } = await found()
  expect(verifyExport(bytes, given())).toMatchObject({ size, heads, key_id: signer.key_id })
  expect(() => verifyExport(bytes.subarray(0, -1), given())).toThrow(/not ended/)
})

test('no byte of an export can be another one', async () => {
  const { bytes } = await exportedUpTo(4)
  const { key } = given()
  expect(tryFlips(bytes, { given: { key }, random: randomFrom(4) })).toEqual({ tried: bytes.length, missed: [] })
})

test('whoever believes the key inside the export can be shown another one: the test can fail', async () => {
  const { bytes } = await exportedUpTo(2)
  const other = mkdtempSync(join(tmpdir(), 'neu-guong-ledger-'))
  const forger = openSigner(other)
  rmSync(other, { recursive: true })
  const forged = Buffer.from(resigned(bytes.toString(), forger))
  expect(verifyExport(forged)).toMatchObject({ heads: 2, key_id: forger.key_id })
  expect(() => verifyExport(forged, { key: given().key })).toThrow(/another key/)
})

test('an export that ends at an earlier head is noticed by whoever kept the witness, and by nobody else', async () => {
  const { bytes, size } = await exportedUpTo(4)
  expect(verifyExport(bytes, { key: given().key })).toMatchObject({ size })
  expect(() => verifyExport(bytes, given())).toThrow(/the witness saw/)
})

test('who may see one commitment alone can have its entries proved: each of them, none changed, under a head that the witness saw', async () => {
  for (let i = 0; i < 3; i++) await recorded('kept-by-lan')
  await signNow()
  const lines = await proveEntries(transactionOn(auditor), signer, { object: 'commitment', object_id: 'kept-by-lan' })
  const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''))
  const proved = verifyProof(bytes, given())
  expect(proved.entries.map(({ object_id }) => object_id)).toEqual(['kept-by-lan', 'kept-by-lan', 'kept-by-lan'])
  expect(proved.size).toBe((await found()).size)
  const random = randomFrom(5)
  const missed = [...bytes.keys()].filter(at => {
    const flipped = Buffer.from(bytes)
    flipped[at]! ^= 1 + Math.floor(random() * 255)
    return !isFlawed(() => verifyProof(flipped, { key: given().key }))
  })
  expect(missed).toEqual([])
  expect(await proveEntries(transactionOn(auditor), signer, { object: 'commitment', object_id: 'nobody’s' })).toEqual([])
})

test('the separate verifier finds every entry’s way to the root, in trees of every size', () => {
  for (let size = 1; size <= 17; size++) {
    const entries = Array.from({ length: size }, (_, position): SignedEntry => ({ ...anEntry, entry_id: position + 1, position }))
    const leaves = entries.map(leafOf)
    const facts = { size, root: rootOf(treeOf(leaves)).toString('hex'), signed_at: '2026-11-24T03:00:00Z', previous: '0'.repeat(64) }
    const head = lineOfHead(signHead({ ...facts, key_id: signer.key_id }, signer))
    const public_key = signer.public_key.export({ type: 'spki', format: 'der' }).toString('base64')
    const pairs = entries.flatMap(entry => [lineOfEntry(entry), lineOfPath(inclusionProof(leaves, entry.position))])
    const lines = [canonicalJson({ kind: 'ledger-proof', format: 1, public_key, entries: size }), head, ...pairs]
    expect(verifyProof(Buffer.from(lines.map(line => `${line}\n`).join(''))).entries).toHaveLength(size)
    if (size > 1) {
      const other_path = lines.with(3, lines[5]!)
      expect(() => verifyProof(Buffer.from(other_path.map(line => `${line}\n`).join('')))).toThrow(/does not lead to the root/)
    }
  }
})

test('on the command line: sign signs what waits, verify proves it and writes an export that the verifier holds for good on its own', async () => {
  await recorded('last')
  expect(await ledgerCommand(world.database, ['sign'], { data_dir, now, vouched: nothing_sealed })).toMatchObject({ code: 0, err: '' })
  const file = join(data_dir, 'export.jsonl')
  const verified = await ledgerCommand(world.database, ['verify', '--export', file], { data_dir, now, vouched: nothing_sealed })
  expect(verified).toMatchObject({ code: 0, err: '' })
  expect(verified.out).toMatch(/Sổ nhật ký nguyên vẹn · The ledger is as it was signed/)
  const args = ['verifier/verify-ledger.mjs', file, '--key', join(data_dir, 'ledger-key.public.pem'), '--witness', how.witness]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  expect(stdout).toMatch(/^holds: \d+ entries/)
  const unheard = promisify(execFile)('sh', ['-c', '"$0" "$@" > /dev/full', process.execPath, ...args])
  await expect(unheard).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('ENOSPC') })
  const proof = join(data_dir, 'proof.jsonl')
  expect(
    await ledgerCommand(world.database, ['prove', 'commitment', '0-1', proof], { data_dir, now, vouched: nothing_sealed }),
  ).toMatchObject({ code: 0, err: '' })
  expect((await promisify(execFile)(process.execPath, [args[0]!, proof, ...args.slice(2)])).stdout).toMatch(
    /"object_id":"0-1".*\nholds: 1 of the/,
  )
  const forged = join(data_dir, 'forged.jsonl')
  writeFileSync(forged, readFileSync(file, 'utf8').replace('"object_id":"0-1"', '"object_id":"0-9"'))
  await expect(promisify(execFile)(process.execPath, [args[0]!, forged, ...args.slice(2)])).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^does not hold: line \d+: the entries are not those that were signed/),
  })
  const kept = join(data_dir, 'kept-elsewhere.jsonl')
  writeFileSync(
    kept,
    readWitness(how.witness)
      .slice(0, 3)
      .map(line => `${line}\n`)
      .join(''),
  )
  const against = (witness: string) =>
    ledgerCommand(world.database, ['verify', '--witness', witness], { data_dir, now, vouched: nothing_sealed })
  expect(await against(kept)).toMatchObject({ code: 0 })
  writeFileSync(kept, readFileSync(kept, 'utf8').replace('"size":4', '"size":5'))
  expect(await against(kept)).toMatchObject({
    code: 1,
    out: expect.stringContaining('the head over 5 entries differs from what the witness saw'),
  })
  expect(await ledgerCommand(world.database, ['sell'], { data_dir, now, vouched: nothing_sealed })).toMatchObject({ code: 2, out: '' })
})

test('on the command line a changed ledger is told with where it differs, and the exit code says no', async () => {
  const act = `update ledger_entry set act = 'forge' where position = 4`
  await administrator.query('set session_replication_role = replica')
  const { rows } = await administrator.query('select act from ledger_entry where position = 4')
  await administrator.query(act)
  const told = await ledgerCommand(world.database, ['verify'], { data_dir, now, vouched: nothing_sealed })
  await administrator.query(`update ledger_entry set act = $1 where position = 4`, [rows[0].act])
  await administrator.query('set session_replication_role = origin')
  expect(told.code).toBe(1)
  expect(told.out).toContain('the entries before place 5 are not as they were signed')
  expect(await ledgerCommand(world.database, ['verify', '--json'], { data_dir, now, vouched: nothing_sealed })).toMatchObject({ code: 0 })
})

test('verifying, exporting and proving write nothing: neither a place, nor a head, nor a line of the witness, nor a key', async () => {
  await recorded('not-signed-yet')
  const stands = async () => ({
    entries: (await auditor.query('select entry_id, position from ledger_entry order by 1')).rows,
    heads: (await auditor.query('select * from ledger_head order by size')).rows,
    files: readdirSync(data_dir)
      .filter(name => name.startsWith('ledger-'))
      .map(name => [name, readFileSync(join(data_dir, name), 'utf8')]),
  })
  const before = await stands()
  const file = join(data_dir, 'read-only.jsonl')
  const verified = await ledgerCommand(world.database, ['verify'], { data_dir, now, vouched: nothing_sealed })
  expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('1 entries await signature') })
  await ledgerCommand(world.database, ['export', file], { data_dir, now, vouched: nothing_sealed })
  await ledgerCommand(world.database, ['prove', 'commitment', '0-1', file], { data_dir, now, vouched: nothing_sealed })
  expect(await stands()).toEqual(before)
  await signNow()
})

test('a state that was tampered with is not signed by whoever verifies it, nor put before the witness', async () => {
  await administrator.query('set session_replication_role = replica')
  await administrator.query(copyOf('forged-beside'))
  await administrator.query('set session_replication_role = origin')
  const witness = readFileSync(how.witness, 'utf8')
  expect(await ledgerCommand(world.database, ['verify'], { data_dir, now, vouched: nothing_sealed })).toMatchObject({ code: 0 })
  expect(readFileSync(how.witness, 'utf8')).toBe(witness)
  await administrator.query('set session_replication_role = replica')
  await administrator.query(`delete from ledger_entry where object_id = 'forged-beside'`)
  await administrator.query('set session_replication_role = origin')
})

test('a wrong key is told from a changed ledger, and no key is made where there is none', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'neu-guong-ledger-'))
  const witness = ['--witness', how.witness]
  const without = await ledgerCommand(world.database, ['verify', ...witness], { data_dir: elsewhere, now, vouched: nothing_sealed })
  expect(without).toMatchObject({ code: 2, err: expect.stringContaining('There is no key of the ledger in') })
  expect(readdirSync(elsewhere)).toEqual([])
  const other = openSigner(elsewhere)
  const with_other = await ledgerCommand(world.database, ['verify', ...witness], { data_dir: elsewhere, now, vouched: nothing_sealed })
  expect(with_other).toMatchObject({ code: 2, out: expect.stringContaining('THIS IS NOT THE KEY THAT SIGNED THIS LEDGER') })
  for (const { key_id } of [signer, other]) expect(with_other.out).toContain(key_id)
  const own = ['--key', join(data_dir, 'ledger-key.public.pem')]
  expect(
    await ledgerCommand(world.database, ['verify', ...witness, ...own], { data_dir: elsewhere, now, vouched: nothing_sealed }),
  ).toMatchObject({ code: 0 })
  rmSync(elsewhere, { recursive: true })
})

test('a single head signed anew with another key is a changed ledger, not a wrong key', async () => {
  await administrator.query('begin')
  await administrator.query('set local session_replication_role = replica')
  await administrator.query(`update ledger_head set key_id = repeat('0', 64) where size = (select max(size) from ledger_head)`)
  expect((await found(administrator, [])).faults.map(({ code }) => code)).toEqual(['key-changed'])
  await administrator.query('rollback')
})

test('an instant is signed as the database gives it back', async () => {
  for (const at of ['2026-11-24T03:00:00.000Z', '2026-11-24T03:00:10.120Z', '2026-11-24T03:00:00.001Z']) {
    const { rows } = await sql<{ back: string }>`select ${at}::timestamptz as back`.execute(transactionOn(auditor))
    expect(writtenInstant(new Date(at))).toBe(rows[0]!.back)
  }
})

test('the public key is what lies in the data directory to be given away', () => {
  expect(readPublicKey({ data_dir })?.key_id).toBe(signer.key_id)
})

const copyOf = (object_id: string) => `
  insert into ledger_entry (act, agent, object, object_id, digest, retention)
  values ('submit-commitment', 'forger', 'commitment', '${object_id}', repeat('0', 64), 'conduct')`

const anEntry = {
  ...{ recorded: '2026-11-24T03:00:00Z', act: 'x', actor_id: 1, agent: null, on_behalf_of: null, object: 'x', object_id: 'x' },
  ...{ from_version: null, to_version: 1, digest: '0'.repeat(64), retention: 'conduct' as const },
  ...{ format: 2, rows_digest: '0'.repeat(64) },
}

function isFlawed(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch (error) {
    return error instanceof Flaw
  }
}

/** The same entries under heads of somebody else's key. */
function resigned(text: string, forger: Signer): string {
  let previous = '0'.repeat(64)
  const spki = forger.public_key.export({ type: 'spki', format: 'der' }).toString('base64')
  const lines = text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  const written = lines.map(({ kind, signature: _, ...rest }) => {
    if (kind === 'ledger-export') return canonicalJson({ kind, ...rest, public_key: spki })
    if (kind !== 'ledger-head') return canonicalJson({ kind, ...rest })
    const head = signHead({ ...(rest as HeadFacts), previous, key_id: forger.key_id }, forger)
    previous = digestOfHead(head)
    return lineOfHead(head)
  })
  return written.map(line => `${line}\n`).join('')
}
