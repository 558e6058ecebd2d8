import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { done } from '../src/basis/shared/outcome.ts'
import { readConfig } from '../src/config.ts'
import { type Actor, change, type Database, openDatabase, type Tx } from '../src/platform/database/index.ts'
import { ledgerCommand, openSigner, record, type Signing, signEntries, startSigner, witnessFile } from '../src/platform/ledger/index.ts'
import { vouched } from '../src/vouched.ts'
import { note, openNotebook } from '../test/harness/notebook.ts'
import { verifyFile } from '../verifier/verify-ledger.mjs'
import { percentile, type Result, rounded, type Say } from './measure.ts'

const actor: Actor = { person_id: null, name: 'bench' }
/** Side by side, as many as the application has connections for. */
const writers = 10
const each = 300
const many = 100_000
/** Seven statements where there were six. */
const least_ratio = 0.75

type Place = { database: Database; data_dir: string; say: Say }

/**
 * What an entry costs the change that it is part of, with the signer running; how far behind the signer is; and how
 * fast a large ledger is signed and proved.
 */
export async function bench(say: Say): Promise<Result[]> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-ledger-bench-'))
  // So that the server's account may enter it, and all of it goes with the folder.
  chmodSync(data_dir, 0o755)
  const database = await openDatabase({ ...readConfig({}), database_url: null, data_dir, exclusive: true, say })
  try {
    await prepare(database)
    const place = { database, data_dir, say }
    return [...(await besideTheSigner(place)), ...(await withMany(place))]
  } finally {
    await database.close()
    rmSync(data_dir, { recursive: true, force: true })
  }
}

async function prepare(database: Database): Promise<void> {
  const owner = await database.connect('neu_guong_owner')
  await openNotebook(owner)
  await owner.end()
}

async function besideTheSigner({ database, data_dir, say }: Place): Promise<Result[]> {
  await changesPerSecond(database, write)
  const rounds: { without: number; with: number }[] = []
  const signer = startSigner(database, { data_dir, sealed: vouched.sealed, say })
  for (let round = 0; round < 3; round++) {
    say(`changes beside the signer, round ${round + 1} of 3`)
    rounds.push({ without: await changesPerSecond(database, write), with: await changesPerSecond(database, writeAndRecord) })
  }
  const lags: number[] = []
  for (let i = 0; i < 20; i++) lags.push(await lagOf(database))
  await signer.stop()
  const bare = percentile(
    rounds.map(round => round.without),
    0.5,
  )
  const told = percentile(
    rounds.map(round => round.with),
    0.5,
  )
  const ratio = rounded(told / bare)
  return [
    line('changes a second', bare, '/s'),
    {
      ...line('the same, each with an entry', told, '/s'),
      against: 'without',
      ratio,
      goal: `≥ ${least_ratio} of it`,
      met: ratio >= least_ratio,
    },
    {
      ...line('commit to witnessed head, p95 of 20', percentile(lags, 0.95), 'ms'),
      goal: '≤ 1500 ms',
      met: percentile(lags, 0.95) <= 1500,
    },
  ]
}

async function withMany({ database, data_dir, say }: Place): Promise<Result[]> {
  const how: Signing = { signer: openSigner(data_dir), witness: witnessFile(data_dir), now: () => new Date(), sealed: vouched.sealed }
  const file = join(data_dir, 'export.jsonl')
  const owner = await database.connect('neu_guong_owner')
  say(`${many} entries`)
  await owner.query(
    `insert into ledger_entry (act, agent, object, object_id, digest, retention)
     select 'submit-commitment', 'bench', 'commitment', i::text, encode(sha256(i::text::bytea), 'hex'), 'conduct' from generate_series(1, ${many}) i`,
  )
  const signed = await took(() => signEntries(owner, how))
  await owner.end()
  const verified = await took(async () => {
    const { code, out } = await ledgerCommand(database, ['verify'], { data_dir, now: how.now, vouched })
    if (code !== 0) throw new Error(out)
  })
  const exported = await took(() => ledgerCommand(database, ['export', file], { data_dir, now: how.now, vouched }))
  const size = (await verifyFile(file)).size
  const checked = await took(() => verifyFile(file))
  return [
    line(`entries signed a second, ${many} at once`, many / signed, '/s'),
    line(`entries verified a second, of ${size}`, size / verified, '/s'),
    line('entries exported a second', size / exported, '/s'),
    line('entries checked a second by the separate verifier', size / checked, '/s'),
    line('bytes an entry in the export', statSync(file).size / size, 'B'),
  ]
}

async function changesPerSecond(database: Database, work: (tx: Tx) => Promise<void>): Promise<number> {
  const one = () => change(database, actor, async tx => done(await work(tx)))
  const seconds = await took(() =>
    Promise.all(
      Array.from({ length: writers }, async () => {
        for (let i = 0; i < each; i++) await one()
      }),
    ),
  )
  return (writers * each) / seconds
}

let written = 0
async function write(tx: Tx): Promise<void> {
  await note(tx, `bench-${++written}`)
}

async function writeAndRecord(tx: Tx): Promise<void> {
  await write(tx)
  await record(tx, actor, {
    act: 'record-instrument',
    object: 'instrument',
    object_id: 'x',
    digest: '0'.repeat(64),
    retention: 'organisation',
  })
}

/** Milliseconds from the commit of a change until a head covers it. The signer is somewhere in its second. */
async function lagOf(database: Database): Promise<number> {
  const auditor = await database.connect('neu_guong_auditor')
  const waiting = async () => (await auditor.query('select from ledger_entry where position is null limit 1')).rowCount !== 0
  await change(database, actor, async tx => done(await writeAndRecord(tx)))
  const started = performance.now()
  while (await waiting()) await new Promise(resolve => setTimeout(resolve, 5))
  await auditor.end()
  return performance.now() - started
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

function line(what: string, value: number, unit: string): Result {
  return { what, value: rounded(value, 0), unit, against: null, ratio: null, goal: null, met: null }
}
