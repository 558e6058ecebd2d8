import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ask, letIn, openDoor } from '../prove/door.ts'
import { type InventedCampaign, inventCampaign } from '../test/harness/campaign.ts'
import { tester, withDatabase } from '../test/harness/database.ts'
import { actInScene } from '../test/harness/scene-acts.ts'
import { done } from './basis/shared/outcome.ts'
import { change, connectAs, transactionOn } from './platform/database/index.ts'
import { type Fault, keepErasures, ledgerCommand, openSigner, signEntries, verifyRows, witnessFile } from './platform/ledger/index.ts'
import { names } from './platform/ledger/sealed-table.ts'
import { vouched } from './vouched.ts'

const world = withDatabase('empty')
let data_dir: string
let scene: InventedCampaign
/** Who administers the database: row-level security and triggers mean nothing to them. */
let administrator: pg.Client

beforeAll(async () => {
  data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-vouched-'))
  const { rows } = await world.owner.query('select current_database() as name')
  administrator = await connectAs({ ...inject('server').postgres, database: rows[0].name })
  // What is there before the first archive; the scene is written beside all verbs.
  scene = await inventCampaign(world)
  await signNow()
  await actInScene(world.database, scene)
  await signNow()
})
afterAll(async () => {
  await administrator.end()
  rmSync(data_dir, { recursive: true, force: true })
})

const signNow = () =>
  signEntries(world.owner, {
    signer: openSigner(data_dir),
    witness: witnessFile(data_dir),
    now: world.database.clock,
    sealed: vouched.sealed,
  })
/** Its question over all tables is asked often here. */
const asAdministrator = () => transactionOn(administrator, { keeps_plans: true })
const found = async (sample: number | null = null) => (await verifyRows(asAdministrator(), vouched, sample)).faults
const codes = (faults: Fault[]) => [...new Set(faults.map(({ code }) => code))].sort()
const rowsOf = async (question: string) => (await administrator.query(question)).rows
/** What the whole verification finds after something was done with the triggers off; it is taken back. */
async function foundAfter(statement: string): Promise<Fault[]> {
  await administrator.query('begin')
  try {
    await administrator.query('set local session_replication_role = replica')
    const { rowCount } = await administrator.query(statement)
    if (rowCount === 0) throw new Error(`this touched nothing: ${statement}`)
    return await found()
  } finally {
    await administrator.query('rollback')
  }
}

/**
 * Tables of which the ledger does not vouch for the rows, and why. A new table either says \`call seal('…')\` in its
 * migration and stands in its room's sealed.ts, or it stands here.
 */
const unsealed: Record<string, string> = {
  ...fromMigrations('hierarchy unit_kind field standing_level contribution_kind map_tile plan_form plan_section page role_act'),
  ...itself('ledger_entry ledger_head migration resolved_timestamp sealing_key_mark'),
  ...working(
    'commitment_draft plan_draft review_draft job roster_step roster_progress roster_mapping roster_row roster_person roster_candidate roster_match',
  ),
  ...working('roster_choice roster_fault roster_effect unit_list_reading membership_change reminder_mail reminder_reading kept_form'),
  ...followsFrom('tally_summary tally_summary_line', 'added up from tallies, made anew at will, and recounted by every verification'),
  ...followsFrom(
    'contribution_state',
    'what contributions, verifications and households come to, which are sealed; recounted by every verification',
  ),
  ...followsFrom('limitation_tally', 'added up from limitations and what was done about them, which are sealed'),
  ...followsFrom('plan_mark_tally', 'added up from the marks of plans, which are sealed'),
  ...followsFrom('conclusion_tally', 'added up from the steps of commitments, which are sealed'),
  ...followsFrom('review_tally', 'added up from the steps of reviews, which are sealed'),
  ...followsFrom('deed_print', 'follows from the words of deeds, and says only that some are alike'),
  ...followsFrom('search_text search_syllable search_collection', 'follows from what is public, and is made anew by makeAllFindable'),
  ...followsFrom('backup', 'says to administrators what an entry says, which holds the digest of the manifest'),
  ...atTheDoor(
    'session sign_in_attempt taken_step passkey_warning kept_form totp_use invitation invitation_batch invitation_printing invitation_mail demo_mark',
  ),
  ...working('account_notice account_notice_mail desk_mail draft_letter founding_step merger_draft merger_draft_version'),
  ...followsFrom('passkey_warning', 'says to its owner what an entry of the ledger says'),
}

function because(tables: string, reason: string): Record<string, string> {
  return Object.fromEntries(names(tables).map(table => [table, reason]))
}
function fromMigrations(tables: string) {
  return because(tables, 'the same in every register: migrations and the loader of the map write it, no verb does')
}
function itself(tables: string) {
  return because(
    tables,
    'held by the tree and its heads, or by the program that knows its migrations; or an instant that nothing recorded may come before',
  )
}
function working(tables: string) {
  return because(tables, 'on the way to an act and nobody’s word yet; what comes of it is sealed where it lands')
}
function followsFrom(tables: string, reason: string) {
  return because(tables, reason)
}
function atTheDoor(tables: string) {
  return because(tables, 'lives minutes or days and is changed in place; that somebody came in is an entry, and what they did is sealed')
}

test('every table is sealed, or stands on a list with its reason', async () => {
  const all = await rowsOf(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`)
  const marked = await rowsOf(`select tgrelid::regclass::text as relname from pg_trigger where tgname = 'marks_what_begins' order by 1`)
  const sealed = vouched.sealed.map(({ table }) => table).sort()
  expect(marked.map(row => row.relname).sort(), 'what migrations seal is what rooms declare').toEqual(sealed)
  const told = [...sealed, ...Object.keys(unsealed)].sort()
  expect(
    told,
    'a new table: write «call seal(’table’)» in its migration and a line in its room’s sealed.ts, or a reason in the list above',
  ).toEqual(all.map(row => row.relname).sort())
})

test('every column of a sealed table is in what is digested; one that follows from others may be', async () => {
  const { rows } = await administrator.query<{ relname: string; columns: string[]; generated: string[] }>(
    `select c.relname, array_agg(a.attname::text order by a.attname) as columns,
            coalesce(array_agg(a.attname::text) filter (where a.attgenerated <> ''), '{}') as generated
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1`,
  )
  const there = new Map(rows.map(row => [row.relname, row]))
  const told = vouched.sealed.map(({ table, key, columns = '', files = '', instant = 'recorded' }): [string, string[]] => [
    table,
    names(`${key} ${columns} ${files} ${instant}`).sort(),
  ])
  const asked = told.map(([table, named]) => {
    const { columns, generated } = there.get(table)!
    return [table, columns.filter(name => named.includes(name) || !generated.includes(name)).toSorted()]
  })
  const message =
    'a new column stands in its room’s sealed.ts, with what it holds in older rows under «later»: their digests must come out as they were'
  expect(told, message).toEqual(asked)
})

test('what PostgreSQL writes of a row is its canonical JSON', async () => {
  const { canonicalJson } = await import('./basis/shared/canonical-json.ts')
  const [row] = await rowsOf(
    `select json_strip_nulls(row_to_json(x))::text as text from (select E'Nông\\n«Lan»\\u0001 \\\\ " /'::text as a, null::text as b, '🙂'::text as "c_d") x`,
  )
  expect(canonicalJson(JSON.parse(row.text))).toBe(row.text)
})

test('whoever writes a sealed row tells the ledger, or nothing is written', async () => {
  const silent = change(world.database, { person_id: scene.people.lan, name: 'Lan' }, async tx => {
    const { obligation_id } = await tx.selectFrom('obligation').select('obligation_id').executeTakeFirstOrThrow()
    await tx.insertInto('commitment').values({ obligation_id, version: 99 }).execute()
    return done(null)
  })
  await expect(silent).rejects.toMatchObject({ constraint: 'told_to_the_ledger' })
  expect(await rowsOf('select from commitment where version = 99')).toEqual([])
})

test('what was there, and what people did since, reads back as it was written', async () => {
  const { changes, faults } = await verifyRows(asAdministrator(), vouched, null)
  expect(faults).toEqual([])
  expect(changes).toBeGreaterThan(10)
  expect(await found(5)).toEqual([])
})

test('a connection plans the question over all tables once, however often it signs', async () => {
  const act = { act: 'x', agent: 'test', object: 'x', object_id: 'x', digest: '0'.repeat(64), retention: 'access' } as const
  const signOne = async () => {
    await change(world.database, tester, async tx => done(await tx.insertInto('ledger_entry').values(act).execute()))
    await signNow()
  }
  const plans = async (): Promise<{ asked: number; planned_anew: number }> =>
    (
      await world.owner.query(
        `select generic_plans::integer as asked, custom_plans::integer as planned_anew
           from pg_prepared_statements where statement like '%erasure begun%'`,
      )
    ).rows[0]
  await signOne()
  const { asked } = await plans()
  await signOne()
  expect(await plans()).toEqual({ asked: asked + 1, planned_anew: 0 })
})

test('the text of a commitment that its owner of the database writes anew is found out, and so is its receipt', async () => {
  const forged = await foundAfter(
    `update commitment set ethics = 'Lời khác' where commitment_id = (select max(commitment_id) from commitment)`,
  )
  expect(codes(forged)).toEqual(['rows-differ'])
  expect(forged[0]!.what).toMatch(/^submit-commitment commitment \d+, /)
  expect(codes(await foundAfter(`update commitment_receipt set digest = repeat('0', 64)`))).toEqual(['rows-differ'])
})

test('a tally that was forged is found out twice: as a row, and as a count', async () => {
  const forged = `update commitment_tally set approved = approved + 1 where commitment_tally_id = (select max(commitment_tally_id) from commitment_tally)`
  expect(codes(await foundAfter(forged))).toEqual(['count-differs', 'rows-differ'])
})

test('a gift that is counted without being there is found out', async () => {
  const forged = await foundAfter(
    `insert into contribution_state (contribution_id, contribution_kind, place_id, given_on, quantity, is_estimate, verified_on, known_from, known_until)
     values (17, 'land', 1, '2021-02-01', 5000, false, '2021-02-02', '2021-02-02', 'infinity')`,
  )
  expect(forged.map(({ code, what }) => `${code} ${what}`)).toEqual(['count-differs contribution_state 17'])
})

test('a step that nobody took, put beside the ledger, is found out whenever it says that it was taken', async () => {
  const step = (recorded: string) =>
    `insert into commitment_step (commitment_id, state, happened_on, recorded)
     select max(commitment_id), 'approved', date '2026-12-01', tstzrange(${recorded}, 'infinity') from commitment`
  expect(codes(await foundAfter(step('transaction_timestamp()')))).toContain('rows-beside')
  // At the very instant of somebody's true act; and long before the first archive.
  expect(codes(await foundAfter(step('(select max(lower(recorded)) from commitment_step)')))).toContain('rows-differ')
  expect(codes(await foundAfter(step(`timestamptz '2020-01-01'`)))).toContain('archive-differs')
})

test('a change of what was there before the first archive is found out', async () => {
  expect(codes(await foundAfter(`update instrument set title = 'y' where number = '05-CT/TW'`))).toEqual(['archive-differs'])
  expect(codes(await foundAfter(`delete from membership where membership_id = (select min(membership_id) from membership)`))).toContain(
    'archive-differs',
  )
})

test('content erased by its rule is told from content that somebody blanked, wrote anew, or erased beside the ledger', async () => {
  const [{ id }] = await rowsOf('select max(commitment_id) as id from commitment')
  const sealed = vouched.sealed.find(({ table }) => table === 'commitment')!
  const blank = `update commitment set thought = null, ethics = null, working_style = null, discipline = null, prevention = null, salt = null where commitment_id = ${id}`
  expect(codes(await foundAfter(blank))).toEqual(['rows-differ'])
  const by_hand = `with blanked as (${blank} returning commitment_id)
    insert into erasure (of_table, of_row, retention, stood, remains) select 'commitment', commitment_id::text, 'conduct', repeat('0', 64), repeat('0', 64) from blanked`
  expect(codes(await foundAfter(by_hand))).toEqual(['rows-beside', 'rows-differ'])

  const erasing = { of_rows: [String(id)], retention: 'conduct' as const }
  const erased = await world.changeAsOwner(async tx => {
    await tx.executeQuery(CompiledQuery.raw(`set local neu_guong.loading = 'yes'`))
    return done(await keepErasures(tx, sealed, erasing))
  })
  expect(erased).toEqual({ ok: true, value: 1 })
  await signNow()
  expect(await verifyRows(asAdministrator(), vouched, null)).toMatchObject({ erased: 1, faults: [] })
  expect(await foundAfter(blank)).toEqual([])
  expect(codes(await foundAfter(blank.replace('ethics = null', `ethics = 'Lời khác'`)))).toEqual(['rows-differ'])
  expect(codes(await foundAfter(blank.replace('where', ', version = 7 where')))).toEqual(['rows-differ'])
})

test('cousins: a row taken out, a history moved, a file exchanged, an answer to a request changed', async () => {
  expect(codes(await foundAfter('delete from commitment_receipt'))).toEqual(['rows-differ'])
  const moved = `update commitment_step set recorded = tstzrange(lower(recorded) - interval '1 hour', upper(recorded)) where state = 'endorsed'`
  expect(codes(await foundAfter(moved))).toContain('rows-differ')
  expect(codes(await foundAfter(`update evidence set bytes = bytes || '\\x00'`))).toEqual(['rows-differ'])
  expect(codes(await foundAfter(`update evidence set bytes = bytes || '\\x00', digest = encode(sha256(bytes || '\\x00'), 'hex')`))).toEqual(
    ['rows-differ'],
  )
  expect(codes(await foundAfter(`update idempotency_key set response = '{"forged": true}'`))).toEqual(['rows-differ'])
})

test('whoever is given a proof of an object is told where the rows behind it are others by now', async () => {
  const place = { data_dir, now: world.database.clock, vouched }
  const [{ commitment_id }] = (await rowsOf('select max(commitment_id) as commitment_id from commitment')) as [{ commitment_id: number }]
  const prove = () => ledgerCommand(world.database, ['prove', 'commitment', String(commitment_id), join(data_dir, 'proof.jsonl')], place)
  expect(await prove()).toMatchObject({ code: 0 })
  await administrator.query('set session_replication_role = replica')
  const [{ thought }] = (await rowsOf(`select thought from commitment where commitment_id = ${commitment_id}`)) as [{ thought: string }]
  await administrator.query(`update commitment set thought = 'Lời khác' where commitment_id = $1`, [commitment_id])
  expect(await prove()).toMatchObject({ code: 1, out: expect.stringContaining('are not as they were recorded') })
  await administrator.query(`update commitment set thought = $2 where commitment_id = $1`, [commitment_id, thought])
  await administrator.query('set session_replication_role = origin')
})

test('a receipt is digested again before it is shown: by its text, by its own digest and by its entry', async () => {
  await letIn(world.owner, scene.people.lan, scene.people.lan)
  const door = await openDoor(world)
  const path = `/cam-ket/${scene.names['Nông Thị Lan']}/giay-nhan`
  const says = async (address: string, words: string) => (await ask(door.address, scene.people.lan, address)).text.includes(words)
  const forge = async (...statements: string[]) => {
    await administrator.query('set session_replication_role = replica')
    for (const statement of statements) await administrator.query(statement)
    await administrator.query('set session_replication_role = origin')
  }
  try {
    expect([await says(path, 'Mã nội dung'), await says(path, 'KHÔNG KHỚP')]).toEqual([true, false])
    const mine = `commitment_id in (select commitment_id from commitment_receipt where person_id = ${scene.people.lan})`
    const [{ ethics }] = (await rowsOf(`select ethics from commitment where ${mine}`)) as [{ ethics: string }]
    await forge(`update commitment set ethics = 'Lời khác' where ${mine}`)
    expect([await says(path, 'KHÔNG KHỚP'), await says(`/en${path}`, 'THIS DOES NOT AGREE')]).toEqual([true, true])
    // The digest on the receipt is forged to fit the text; the entry still bears the old one.
    const recomputed = /class="secret">([0-9a-f]{64})</.exec((await ask(door.address, scene.people.lan, path)).text)![1]
    const [{ digest }] = (await rowsOf(`select digest from commitment_receipt where ${mine}`)) as [{ digest: string }]
    await forge(`update commitment_receipt set digest = '${recomputed}' where ${mine}`)
    expect(await says(path, 'KHÔNG KHỚP')).toBe(true)
    await forge(
      `update commitment set ethics = '${ethics}' where ${mine}`,
      `update commitment_receipt set digest = '${digest}' where ${mine}`,
    )
    expect(await says(path, 'KHÔNG KHỚP')).toBe(false)
  } finally {
    await door.close()
  }
})

test('two changes never share an instant: the later one is done again', async () => {
  let times = 0
  const outcome = await change(world.database, tester, async tx => {
    times += 1
    // As if another change had begun in the same microsecond.
    if (times === 1)
      await administrator.query(
        `insert into ledger_entry (recorded, nth, act, agent, object, object_id, digest, retention) values ($1, 1, 'x', 'x', 'x', 'x', repeat('0', 64), 'access')`,
        [(await tx.executeQuery<{ now: string }>(nowOf)).rows[0]!.now],
      )
    await tx
      .insertInto('ledger_entry')
      .values({ act: 'x', agent: 'test', object: 'x', object_id: 'x', digest: '0'.repeat(64), retention: 'access' })
      .execute()
    return done(times)
  })
  expect(outcome).toEqual({ ok: true, value: 2 })
})

const nowOf = CompiledQuery.raw('select transaction_timestamp()::text as now')
