import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type BareDatabase, makeBareDatabase } from '../../../test/harness/bare-database.ts'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { printsOfRows } from '../../../test/harness/prints-of-rows.ts'
import { actInScene } from '../../../test/harness/scene-acts.ts'
import { restorable } from '../../restorable.ts'
import { vouched } from '../../vouched.ts'
import { connectAs, currentEdition, type Edition } from '../database/index.ts'
import { findSigner, openSigner, signEntries, startSigner, witnessFile } from '../ledger/index.ts'
import { openSealingKey } from '../sign-in/index.ts'
import { manifest_file } from './manifest.ts'
import { type Backup, listBackups, readBackup } from './restore/read-backup.ts'
import { restoreBackup } from './restore/restore-backup.ts'
import { verifyBackup } from './restore/verify-backup.ts'
import { makeRecoveryKey } from './take/recovery-key.ts'
import { takeBackup } from './take/take-backup.ts'

const world = withDatabase('empty')
const recovery = makeRecoveryKey()
const bare: BareDatabase[] = []
let scene: InventedCampaign
/** The data folder of the machine that serves, and where its backups lie. */
let data_dir: string
let folder: string
let backup: Backup

const taking = (more: Partial<Parameters<typeof takeBackup>[1]> = {}) =>
  takeBackup(world.database, {
    ...{ folder, recovery_key: recovery.public_text, data_dir, sealed: vouched.sealed, now: world.database.clock },
    ...more,
  })
const fresh = (name: string) => {
  const made = mkdtempSync(join(tmpdir(), `neu-guong-${name}-`))
  chmodSync(made, 0o755)
  return made
}
const read = async (place: string, edition?: Edition) => {
  const found = await readBackup(place, edition)
  return found.ok ? found.value : found.problems.map(({ code, values }) => `${code} ${Object.values(values ?? {}).join()}`.trim())
}
const anotherBare = async () => {
  const one = await makeBareDatabase()
  bare.push(one)
  return one.server
}
const restoreTo = async (server: BareDatabase['server'], more: Partial<Parameters<typeof restoreBackup>[1]> = {}) =>
  restoreBackup(server, {
    ...{ backup, recovery_key: recovery.private_pem, withdrawals: [], rooms: restorable, data_dir: join(folder, 'none') },
    ...more,
  })
const codes = (outcome: { ok: boolean; problems?: { code: string }[] }) => (outcome.ok ? ['ok'] : outcome.problems!.map(({ code }) => code))
const tablesIn = async (server: BareDatabase['server']) => {
  const owner = await server.connect('neu_guong_owner')
  const { rowCount } = await owner.query(`select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`)
  await owner.end()
  return rowCount
}

beforeAll(async () => {
  ;[data_dir, folder] = [fresh('keys'), fresh('backups')]
  scene = await inventCampaign(world)
  await world.owner.query(`
    set neu_guong.loading = 'yes';
    insert into exemplar (exemplar_id, kind, field, unit_id, recorded) select n, 'individual', 'economy', (select min(unit_id) from unit), '[2018-05-18,infinity)' from generate_series(901, 903) n;
    insert into consent (exemplar_id, scope, valid, recorded) select n, 'name', '[2018-06-01,infinity)', '[2018-06-01,infinity)' from generate_series(901, 903) n;
    insert into contact (person_id, email) values (${scene.people.lan}, 'lan@tinh.example'), (${scene.people.hoa}, 'hoa@tinh.example')`)
  openSealingKey(data_dir)
  openSigner(data_dir)
  await actInScene(world.database, scene)
  // What is under way at the moment of the backup.
  await world.owner.query(`
    insert into job (task, subject) values ('post-reminder', 1);
    insert into session (person_id, token_digest, stage, means, agent, begun_at, seen_at) values (${scene.people.lan}, repeat('a', 64), 'whole', 'password', 'x', now(), now());
    insert into reminder_mail (reminder_id, state, round) select min(reminder_id), 'queued', 9 from reminder`)
  const taken = await taking()
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems))
  backup = (await read(taken.value.place)) as Backup
})

afterAll(async () => {
  for (const one of bare) await one.drop()
  for (const made of [data_dir, folder]) rmSync(made, { recursive: true, force: true })
})

test('the owner sees every row of every table while it loads: a policy that hides one from it would lose it from every backup', async () => {
  const { rows } = await world.owner.query(
    `select c.relname, array_agg(pg_get_expr(p.polqual, p.polrelid)) filter (where p.polpermissive and p.polroles = array[c.relowner]) as seen
       from pg_class c left join pg_policy p on p.polrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relforcerowsecurity
      group by 1 order by 1`,
  )
  const all = new Set(['true', 'is_loading()'])
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter(({ seen }) => !seen?.some((one: string) => all.has(one))).map(({ relname }) => relname)).toEqual([])
})

test('a register that was restored on an empty machine is the same, by another count too: rows, schema, sequences, keys, witness; and its ledger goes on', async () => {
  const [server, elsewhere] = [await anotherBare(), fresh('restored')]
  const before = await printsOfRows(world.owner)
  expect(codes(await restoreTo(server, { data_dir: elsewhere }))).toEqual(['ok'])
  const owner = await server.connect('neu_guong_owner')
  const changed = Object.entries(await printsOfRows(owner)).filter(([table, print]) => print !== before[table])
  // What restoring itself does: it says so to the ledger, and ends what must not live again by itself.
  expect(changed.map(([table]) => table)).toEqual(['job', 'ledger_entry', 'reminder_mail', 'session'])
  const catalogue = readFileSync(new URL('../../../scripts/snapshot.sql', import.meta.url), 'utf8')
  const statements = async (client: typeof owner) => (await client.query(catalogue)).rows.map(({ text }) => text)
  expect(await statements(owner)).toEqual(await statements(world.owner))
  await owner.query(`set neu_guong.loading = 'yes'`)
  expect((await owner.query(`select nextval('person_person_id_seq') > max(person_id) as is_next from person`)).rows).toEqual([
    { is_next: true },
  ])
  expect(statSync(join(elsewhere, 'ledger-key.pem')).mode & 0o777).toBe(0o600)
  expect(openSealingKey(elsewhere)).toEqual(openSealingKey(data_dir))
  const head = await signEntries(owner, {
    signer: findSigner(elsewhere)!,
    witness: witnessFile(elsewhere),
    now: () => new Date(),
    sealed: vouched.sealed,
  })
  expect([head!.size > backup.manifest.ledger!.size, head!.key_id]).toEqual([true, backup.manifest.ledger!.key_id])
  const told = await owner.query(`select act, object_id from ledger_entry where act = 'restore-backup'`)
  expect(told.rows).toEqual([{ act: 'restore-backup', object_id: backup.manifest.name }])
  await owner.end()
  rmSync(elsewhere, { recursive: true })
})

test('a backup is proved by restoring it on a server of its own, without the recovery key; one in which a row is another is found out', async () => {
  const how = { vouched, database_account: 'nobody', say: () => {} }
  const verified = await verifyBackup(backup, how)
  expect(verified.ok && [verified.value.tables, verified.value.head_size]).toEqual([
    backup.manifest.tables.length,
    backup.manifest.ledger!.size,
  ])
  const forged = structuredClone(backup)
  forged.manifest.tables.find(({ table }) => table === 'person')!.sha256 = '0'.repeat(64)
  forged.witness.push(forged.witness[0]!)
  expect(codes(await verifyBackup(forged, how))).toEqual(['table-differs', 'ledger-differs'])
})

test('no secret lies open in a backup, and nobody but its owner may enter it', () => {
  const secrets = ['ledger-key.pem', 'sealing.key'].map(name => readFileSync(join(data_dir, name), 'utf8').trim().split('\n').at(-1)!)
  const files = readdirSync(backup.place, { recursive: true, withFileTypes: true }).filter(one => one.isFile() && !one.name.endsWith('.gz'))
  const open = files.filter(one => secrets.some(secret => readFileSync(join(one.parentPath, one.name), 'utf8').includes(secret)))
  expect(open.map(({ name }) => name)).toEqual([])
  expect(statSync(backup.place).mode & 0o777).toBe(0o700)
})

test('each file that is cut, changed or missing is named, and nothing is restored; so is a manifest that is not as it was signed', async () => {
  const copy = join(folder, 'copy')
  const afterChange = async (change: () => void) => {
    rmSync(copy, { recursive: true, force: true })
    cpSync(backup.place, copy, { recursive: true })
    change()
    return read(copy)
  }
  const at = (name: string) => join(copy, name)
  expect(await afterChange(() => truncateSync(at('rows/person.copy.gz'), 20))).toEqual(['file-changed rows/person.copy.gz'])
  expect(
    await afterChange(() => {
      rmSync(at('rows/unit.copy.gz'))
      writeFileSync(at('after-rows.sql'), 'select 1')
      writeFileSync(at('ledger-heads.jsonl'), '')
    }),
  ).toEqual(['file-changed ledger-heads.jsonl', 'file-changed after-rows.sql', 'file-missing rows/unit.copy.gz'])
  const manifest = readFileSync(join(backup.place, manifest_file), 'utf8')
  expect(await afterChange(() => writeFileSync(at(manifest_file), manifest.replace('"rows":', '"rows" :')))).toEqual([
    `manifest-changed ${copy}`,
  ])
  expect(await afterChange(() => rmSync(at('manifest.sig')))).toEqual([`manifest-changed ${copy}`])
  expect(await afterChange(() => rmSync(at(manifest_file)))).toEqual([`no-backup ${copy}`])
  rmSync(copy, { recursive: true })
})

test('who restores with another key, over a register, or beside the keys of another one is refused, and nothing was written', async () => {
  const server = await anotherBare()
  expect(codes(await restoreTo(server, { recovery_key: makeRecoveryKey().private_pem }))).toEqual(['wrong-recovery-key'])
  expect(codes(await restoreTo(world.database as unknown as BareDatabase['server']))).toEqual(['not-bare'])
  const theirs = fresh('theirs')
  openSigner(theirs)
  writeFileSync(witnessFile(theirs), '{}\n')
  expect(codes(await restoreTo(server, { data_dir: theirs }))).toEqual(['other-key-there', 'other-witness-there'])
  expect(codes(await restoreTo(server, { withdrawals: [{ of: 'x', id: 1, scope: null, at: '2026-01-01T00:00:00Z' }] }))).toEqual([
    'unknown-withdrawal',
  ])
  expect(await tablesIn(server)).toBe(0)
  rmSync(theirs, { recursive: true })
})

test('rows that do not fit, and a stop in the middle, leave nothing: no table, no key', async () => {
  const [server, elsewhere] = [await anotherBare(), fresh('half')]
  const short = structuredClone(backup)
  short.manifest.tables.find(({ table }) => table === 'tenure')!.rows++
  await expect(restoreTo(server, { backup: short, data_dir: elsewhere })).rejects.toThrow(/tenure: \d+ rows came in of \d+/)
  const stopping = new AbortController()
  const stopped = restoreTo(server, { data_dir: elsewhere, signal: stopping.signal })
  setTimeout(() => stopping.abort(new Error('stopped as asked')), 150)
  await expect(stopped).rejects.toThrow('stopped as asked')
  expect([await tablesIn(server), readdirSync(elsewhere)]).toEqual([0, []])
  rmSync(elsewhere, { recursive: true })
})

test('a consent withdrawn after the backup, and reminders refused, are so after the restore; what was given anew later stands; sessions, jobs and letters do not live again', async () => {
  const server = await anotherBare()
  const { lan, hoa } = scene.people
  const withdrawn = '2026-11-30T05:00:00Z'
  const consent = (id: number, at: string) => ({ of: 'consent', id, scope: 'name', at })
  const withdrawals = [
    consent(901, new Date().toISOString()),
    consent(902, '2018-01-01T00:00:00Z'),
    consent(999, withdrawn),
    { of: 'reminders', id: lan!, scope: null, at: new Date().toISOString() },
    { of: 'reminders', id: hoa!, scope: null, at: '2018-01-01T00:00:00Z' },
  ]
  const restored = await restoreTo(server, { withdrawals, data_dir: join(folder, 'with-withdrawals') })
  expect(restored.ok && restored.value.withdrawn).toBe(2)
  const app = await server.connect('neu_guong_app')
  const { rows } = await app.query(`select n, has_consent(n, 'name') as is_named from generate_series(901, 903) n`)
  expect(rows.map(({ is_named }) => is_named)).toEqual([false, true, true])
  await app.end()
  const owner = await server.connect('neu_guong_owner')
  await owner.query(`set neu_guong.loading = 'yes'`)
  const column = async (question: string) => (await owner.query({ text: question, rowMode: 'array' })).rows.flat()
  expect(
    await column(`select person_id from contact where takes_reminders and is_open(recorded) and person_id in (${lan}, ${hoa})`),
  ).toEqual([hoa])
  expect(await column('select count(*)::int from session where ended_at is null')).toEqual([0])
  expect(await column('select count(*)::int from job where ended_at is null')).toEqual([0])
  expect(
    await column(
      `select count(*)::int from reminder_mail m where state = 'queued' and not exists (select from reminder_mail e where e.reminder_id = m.reminder_id and e.round = m.round and e.state in ('sent', 'failed', 'unsure', 'dropped'))`,
    ),
  ).toEqual([0])
  await owner.end()
})

test('each room tells what was withdrawn, and tells the same again after it was done again elsewhere', async () => {
  const listed = async () => {
    await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
    const { transactionOn } = await import('../database/index.ts')
    const all = await Promise.all(restorable.withdrawables.map(({ list }) => list(transactionOn(world.owner))))
    await world.owner.query('commit')
    return all.flat().map(({ of, id, scope }) => `${of} ${id} ${scope}`)
  }
  const before = await listed()
  await world.owner.query(`set neu_guong.loading = 'yes'; begin;
    update consent set recorded = closed(recorded) where exemplar_id = 902;
    insert into consent (exemplar_id, scope, valid) values (902, 'name', '[2018-06-01,2019-01-01)');
    update consent set recorded = closed(recorded) where exemplar_id = 903;
    insert into consent (exemplar_id, scope, valid) values (903, 'name', '[2018-07-01,infinity)');
    update contact set recorded = closed(recorded) where person_id = ${scene.people.hoa} and is_open(recorded);
    insert into contact (person_id, email, takes_reminders) values (${scene.people.hoa}, 'hoa@tinh.example', false);
    commit`)
  expect((await listed()).filter(line => !before.includes(line))).toEqual(['consent 902 name', `reminders ${scene.people.hoa} null`])
})

test('a backup of an older edition is laid by its own schema and brought forward; of a newer one, or of other tables, it is refused', async () => {
  const ours = currentEdition()
  const number = (ours.migrations.at(-1)?.number ?? 199) + 1
  const step = { number, name: 'a-note-more', sql: 'alter table holiday add column note text', sha256: 'a'.repeat(64) }
  const later = { ...ours, migrations: [...ours.migrations, step] }
  expect(((await read(backup.place, later)) as Backup).manifest.name).toBe(backup.manifest.name)
  const tables = [...ours.schema.tables, { path: 'zz/schema/tables.sql', sql: 'create table zz (n integer)' }]
  expect(await read(backup.place, { ...ours, schema: { ...ours.schema, tables } })).toEqual(['other-tables'])
  // With a step between them, other tables are what it leads to: they are laid as they were saved.
  const old = (await read(backup.place, { schema: { ...ours.schema, tables }, migrations: later.migrations })) as Backup
  expect([old.laying.before_rows, old.laying.after_rows]).toEqual(
    ['before-rows.sql', 'after-rows.sql'].map(name => readFileSync(join(backup.place, name), 'utf8')),
  )
  const server = await anotherBare()
  expect(codes(await restoreTo(server, { backup: old, data_dir: join(folder, 'older') }))).toEqual(['ok'])
  const newer = structuredClone(backup.manifest)
  newer.edition.migrations = [step]
  const { signManifest } = await import('./manifest.ts')
  const copy = join(folder, 'newer')
  cpSync(backup.place, copy, { recursive: true })
  const { text, signature } = signManifest(newer, findSigner(data_dir)!)
  writeFileSync(join(copy, manifest_file), text)
  writeFileSync(join(copy, 'manifest.sig'), signature)
  expect(await read(copy)).toEqual([`newer-edition ${number}-a-note-more`])
  rmSync(copy, { recursive: true })
})

test('a backup that was stopped, or whose program was killed, has no name; the next one takes away what is left of it', async () => {
  const own = join(folder, 'own')
  mkdirSync(own)
  const stopping = new AbortController()
  const stopped = taking({ folder: own, stopping: stopping.signal })
  setTimeout(() => stopping.abort(new Error('stopped as asked')), 60)
  await expect(stopped).rejects.toThrow('stopped as asked')
  expect(readdirSync(own)).toEqual([])
  cpSync(backup.place, join(own, '.making-2026-01-01T000000Z'), { recursive: true })
  expect([await listBackups(own), await read(own)]).toEqual([[], [`no-backup ${own}`]])
  const taken = await taking({ folder: own })
  expect(readdirSync(own)).toEqual([taken.ok && taken.value.name])
})

/** A disk of 64 kB, where this account may mount one. */
function mountSmallDisk(at: string): boolean {
  try {
    mkdirSync(at)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', at], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('on a full disk no backup is written, nothing is left of it, and a sentence says so', async ({ skip }) => {
  const small = join(folder, 'small')
  skip(!mountSmallDisk(small), 'this account may not mount a disk')
  try {
    expect(await taking({ folder: small })).toMatchObject({ problems: [{ code: 'disk-full', values: { path: small } }] })
    expect(readdirSync(small)).toEqual([])
  } finally {
    execFileSync('umount', [small])
  }
})

test('a backup is refused without a recovery key, without the keys of the register, with those of another one, and beside another that is being taken', async () => {
  expect(codes(await taking({ recovery_key: '' }))).toEqual(['no-recovery-key'])
  const theirs = fresh('other-keys')
  expect(codes(await taking({ data_dir: theirs }))).toEqual(['no-signing-key'])
  openSigner(theirs)
  expect(codes(await taking({ data_dir: theirs }))).toEqual(['other-signing-key'])
  const own = join(folder, 'two')
  const both = await Promise.all([taking({ folder: own }), taking({ folder: own })])
  expect(both.flatMap(codes).toSorted()).toEqual(['is-being-taken', 'ok'])
  expect(await listBackups(own)).toHaveLength(1)
  rmSync(theirs, { recursive: true })
})

test('a register whose ledger is signed is never given a new key in silence', async () => {
  const empty = fresh('no-keys')
  const said: string[] = []
  const signer = startSigner(world.database, { data_dir: empty, sealed: vouched.sealed, say: line => said.push(line) })
  await signer.stop()
  expect(said).toEqual([expect.stringContaining('bring it from the backup')])
  expect(readdirSync(empty)).toEqual([])
  rmSync(empty, { recursive: true })
})

test('pg_dump as the owner would leave persons out, and says so; as an account that row-level security does not bind it reads all', async () => {
  const { rows } = await world.owner.query('select current_database() as name')
  const administrator = await connectAs({ ...inject('server').postgres, database: rows[0].name })
  const asDumped = 'set row_security = off; select count(*)::int as n from person'
  await expect(world.owner.query(asDumped)).rejects.toThrow(/would be affected by row-level security/)
  const read = (await administrator.query(asDumped)) as unknown as { rows: { n: number }[] }[]
  expect(read[1]!.rows[0]!.n).toBeGreaterThan(5)
  await administrator.end()
  await world.owner.query('set row_security = on')
})
