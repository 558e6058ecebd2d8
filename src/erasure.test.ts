import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ask, letIn, openDoor } from '../prove/door.ts'
import { type InventedCampaign, inventCampaign } from '../test/harness/campaign.ts'
import { withDatabase } from '../test/harness/database.ts'
import { actInScene } from '../test/harness/scene-acts.ts'
import { addDays } from './basis/shared/dates.ts'
import { asOwner, change, connectAs, transactionOn } from './platform/database/index.ts'
import { openSigner, signEntries, verifyRows, witnessFile } from './platform/ledger/index.ts'
import { look } from './platform/sign-in/index.ts'
import { addGrant } from './platform/sign-in/invented-commune.ts'
import { answerRequest, askAboutData, eraseDue, setRetention } from './register/rights/index.ts'
import { listMyRequests } from './register/rights/reads/list-requests.ts'
import { vouched } from './vouched.ts'

const world = withDatabase('empty')
let data_dir: string
let scene: InventedCampaign
let administrator: pg.Client

beforeAll(async () => {
  data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-erasure-'))
  const { rows } = await world.owner.query('select current_database() as name')
  administrator = await connectAs({ ...inject('server').postgres, database: rows[0].name })
  scene = await inventCampaign(world)
  await atTheTop()
  await actInScene(world.database, scene)
  await signNow()
})
afterAll(async () => {
  await administrator.end()
  rmSync(data_dir, { recursive: true, force: true })
})

/** Lieu sits in the office of the province, which has none above it. */
const atTheTop = () => addGrant(world.owner, scene.people.lieu, 'superior-office', scene.units.province)

const signNow = () =>
  signEntries(world.owner, {
    signer: openSigner(data_dir),
    witness: witnessFile(data_dir),
    now: world.database.clock,
    sealed: vouched.sealed,
  })
const verified = () => verifyRows(transactionOn(administrator), vouched, null)
const erase = (today: string) => asOwner(world.database, owned => eraseDue(owned, today))
const actor = (name: string) => ({ person_id: scene.people[name as keyof InventedCampaign['people']]!, name })
const rowsOf = async (question: string) => (await administrator.query(question)).rows
/** Every word that somebody wrote, and every byte that they showed. */
const words = () =>
  rowsOf(`
    select coalesce(string_agg(w, ' '), '') as said from (
      select concat(thought, ethics, working_style, discipline, prevention) as w from commitment
      union all select concat(what, how, measure) from deed
      union all select comment from commitment_step
      union all select reason from deed_step
      union all select name || encode(bytes, 'hex') from evidence
      union all select fields::text from commitment_draft) x`).then(([{ said }]) => (said as string).trim())
const counts = () =>
  rowsOf(`select (select count(*) from commitment)::int as commitments, (select count(*) from commitment_step)::int as steps,
                 (select count(*) from deed)::int as deeds, (select jsonb_agg(t order by 1) from (select sum(due) due, sum(submitted) submitted, sum(approved) approved from commitment_tally) t) as tallies`)

test('without a rule and without a request nothing is ever erased, and what is under way is not erased at anybody’s request', async () => {
  expect(await erase('2099-01-01')).toBe(0)
  const asked = await change(world.database, actor('lan'), tx =>
    askAboutData(tx, actor('lan'), { kind: 'erase', said: 'Xóa giúp.', key: 'erasure-test-00000001', today: scene.today }),
  )
  const { data_request_id } = (asked as { value: { data_request_id: number } }).value
  const granted = await change(world.database, actor('office'), tx =>
    answerRequest(tx, actor('office'), {
      ...{ data_request_id, outcome: 'done', said: 'Đã ghi nhận.', key: 'erasure-test-00000002', today: scene.today },
    }),
  )
  expect(granted.ok).toBe(true)
  const before = await words()
  expect(before.length).toBeGreaterThan(50)
  // A grant of what is still received leaves a certificate of nothing.
  expect(await erase(scene.closes_on)).toBe(0)
  expect(await words()).toBe(before)
  // And the person is told that nothing was erased.
  const [request] = await look(world.database, actor('lan'), db => listMyRequests(db, { person_id: scene.people.lan, day: scene.today }))
  expect([request?.erased_at !== null, request?.erased]).toEqual([true, 0])
})

test('a rule erases words, photos and drafts when their time is over; rows and counts remain, the ledger vouches, and a receipt says so', async () => {
  const decided = await change(world.database, actor('lieu'), tx =>
    setRetention(tx, actor('lieu'), { years: 5, authority: 'Hướng dẫn 12-HD/VPTU', key: 'erasure-test-00000003', today: scene.today }),
  )
  expect(decided.ok).toBe(true)
  const before = await counts()
  expect(await erase(addDays(scene.closes_on, 5 * 365))).toBe(0)
  // The rule is asked on the day itself: it has no end.
  expect(await erase(addDays(scene.closes_on, 5 * 366 + 1))).toBeGreaterThan(0)
  expect(await words()).toBe('')
  expect(await counts()).toEqual(before)
  await signNow()
  const { erased, faults } = await verified()
  expect([erased > 0, faults]).toEqual([true, []])
  expect(await rowsOf('select commitments > 0 as some from erasure_run where retention_rule_id is not null')).toEqual([{ some: true }])
  // Twice is once.
  expect(await erase(addDays(scene.closes_on, 5 * 366 + 2))).toBe(0)

  await letIn(world.owner, scene.people.lan, scene.people.lan)
  const door = await openDoor(world)
  const receipt = await ask(door.address, scene.people.lan, `/cam-ket/${scene.names['Nông Thị Lan']}/giay-nhan`)
  expect([receipt.text.includes('Nội dung đã xóa lúc'), receipt.text.includes('role="alert"')]).toEqual([true, false])
})

test('the application cannot empty a row, and the owner cannot write another word into it', async () => {
  const app = await world.connect('neu_guong_app')
  await expect(app.query(`update commitment set thought = null, salt = null`)).rejects.toThrow('permission denied')
  const written = world.changeAsOwner(async tx => {
    await sql`set local neu_guong.loading = 'yes'`.execute(tx)
    await sql`update deed set what = 'Lời khác'`.execute(tx)
    throw new Error('it was written')
  })
  await expect(written).rejects.toThrow('may only be closed')
})
