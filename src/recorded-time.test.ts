import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../test/harness/campaign.ts'
import { withDatabase } from '../test/harness/database.ts'
import { actInScene } from '../test/harness/scene-acts.ts'
import { addDays } from './basis/shared/dates.ts'
import { done, type Outcome } from './basis/shared/outcome.ts'
import { type Actor, change, clockBehind, resolvedTimestamp, type Tx, transactionOn } from './platform/database/index.ts'
import { verifyRows } from './platform/ledger/index.ts'
import { giveAddress } from './platform/sign-in/give-address.ts'
import { endTenure } from './register/people/verbs/end-tenure.ts'
import { vouched } from './vouched.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
/**
 * The newest instant of the register when its clock is put back; an hour ahead of the clock that all later tests see.
 */
let newest: string
let known_then: string[]

beforeAll(async () => {
  scene = await inventCampaign(world)
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query<{ recorded: string }>(
    `insert into ledger_entry (recorded, act, agent, object, object_id, digest, retention)
     values (transaction_timestamp() + interval '1 hour', 'invent-scene', 'test', 'clock', '1', repeat('0', 64), 'access') returning recorded::text`,
  )
  newest = rows[0]!.recorded
  known_then = await knownAt(newest)
})

type Act = (tx: Tx, actor: Actor & { person_id: number }) => Promise<Outcome<unknown>>
const as = async (person_id: number, act: Act) => {
  const actor = { person_id, name: 'test' }
  expect(await change(world.database, actor, tx => act(tx, actor))).toMatchObject({ ok: true })
}
const giveAddressOf = (person_id: number, email: string) => as(person_id, (tx, actor) => giveAddress(tx, actor, { email }))

/** What every table that keeps its history knew before an instant, as a digest each. */
async function knownAt(instant: string): Promise<string[]> {
  const { rows: tables } = await world.owner.query<{ name: string }>(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'history_is_kept' order by 1`,
  )
  const known: string[] = []
  for (const { name } of tables) {
    const rows = `select to_jsonb(x) - 'recorded' as fact from ${name} x where x.recorded @> $1::timestamptz`
    const digest = `select $2 || ': ' || count(*) || ' ' || md5(coalesce(string_agg(fact::text, '' order by fact::text), '')) as line from (${rows}) f`
    known.push((await world.owner.query<{ line: string }>(digest, [instant, name])).rows[0]!.line)
  }
  return known
}

test('with the clock an hour behind, every act of a campaign is recorded, each after the one before it, and rows bear the instant of their entry', async () => {
  expect(await clockBehind(world.db)).toBeGreaterThan(3_500)
  await actInScene(world.database, scene)
  const { rows } = await world.owner.query<{ recorded: string }>(
    'select recorded::text from ledger_entry where recorded > $1 order by entry_id',
    [newest],
  )
  const instants = rows.map(({ recorded }) => recorded)
  expect(instants.length).toBeGreaterThan(15)
  expect(instants).toEqual(instants.toSorted())
  const { faults } = await verifyRows(transactionOn(await world.connect('neu_guong_auditor')), vouched, null)
  expect(faults).toEqual([])
})

test('what was recorded a moment ago can be changed at once: an address, a tenure', async () => {
  for (const email of ['mot@chi-bo.example', 'hai@chi-bo.example', '']) await giveAddressOf(scene.people.lan, email)
  const held = `select tenure_id from tenure where person_id = $1 and upper(recorded) = 'infinity' and lower(recorded) > $2`
  const { rows } = await world.owner.query<{ tenure_id: number }>(held, [scene.people.quy, newest])
  const tomorrow = addDays(scene.today, 1)
  const ending = { tenure_id: rows[0]!.tenure_id, on: tomorrow, key: 'mot-lan-ket-thuc-01', today: tomorrow }
  await as(scene.people.superior, (tx, actor) => endTenure(tx, actor, ending))
  expect((await world.owner.query(held, [scene.people.quy, newest])).rows).not.toContainEqual(rows[0])
})

test('a consent that was given a moment ago can be withdrawn at once', async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const given = `
    with shown as (insert into exemplar (exemplar_id, kind, field, unit_id) select 1, 'individual', (select field from field limit 1), unit_id from unit limit 1 returning exemplar_id)
    insert into consent (exemplar_id, scope, valid) select exemplar_id, 'name', '[2018-06-01,infinity)' from shown`
  const withdrawn = `update consent set recorded = closed(recorded) where exemplar_id = 1 and upper(recorded) = 'infinity'`
  for (const statement of [given, withdrawn])
    await world.changeAsOwner(async tx => {
      await sql.raw(statement).execute(tx)
      return done(null)
    })
  const { rows } = await world.owner.query<{ after: boolean }>(
    `select lower(recorded) > $1 and upper(recorded) > lower(recorded) and upper(recorded) < 'infinity' as after from consent`,
    [newest],
  )
  expect(rows).toEqual([{ after: true }])
})

test('changes side by side do not share an instant', async () => {
  const people = Object.values(scene.people)
  await Promise.all(people.map((person_id, i) => giveAddressOf(person_id, `nguoi-${i}@chi-bo.example`)))
  const { rows } = await world.owner.query(`select lower(recorded)::text as at from contact where email like 'nguoi-%'`)
  expect(new Set(rows.map(({ at }) => at)).size).toBe(people.length)
})

test('what was known at an earlier instant stays so', async () => {
  expect(await knownAt(newest)).toEqual(known_then)
})

test('a settled instant stays settled when the clock goes back behind it', async () => {
  const settled = await resolvedTimestamp(world.database)
  // The clock cannot be moved; the instant that was told can be as far ahead as it was before the clock moved.
  await world.owner.query(`update resolved_timestamp set instant = instant + interval '1 day'`)
  await giveAddressOf(scene.people.lan, 'sau@chi-bo.example')
  const { rows } = await world.owner.query<{ after: boolean }>(
    `select lower(recorded) > $1::timestamptz + interval '1 day' as after from contact where email = 'sau@chi-bo.example'`,
    [settled],
  )
  expect(rows).toEqual([{ after: true }])
  expect((await resolvedTimestamp(world.database)) > settled).toBe(true)
})

test('a register whose clock goes right is behind by nothing', async () => {
  await world.change(async () => done(null))
  await world.owner.query('begin')
  await world.owner.query('alter table ledger_entry disable trigger user')
  await world.owner.query("update ledger_entry set recorded = recorded - interval '2 days' where recorded > clock_timestamp()")
  await world.owner.query(`update resolved_timestamp set instant = '-infinity'`)
  expect(await clockBehind(transactionOn(world.owner))).toBe(0)
  await world.owner.query('rollback')
})
