import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '../harness/database.ts'
import { insertInto, makeOneOfEverything, member, office, type Sample, their_unit } from './one-of-everything.ts'

const world = withDatabase('empty')
let app: pg.Client
let samples: Sample[]

beforeAll(async () => {
  samples = await makeOneOfEverything(world.owner)
  app = await world.connect('neu_guong_app')
})

/**
 * Before anybody is known a try is counted, and a step is taken once; what is over for a day is cleared away, whoever
 * is asking meanwhile.
 */
const at_the_door = ['insert sign_in_attempt', 'delete sign_in_attempt', 'insert taken_step', 'delete taken_step']

/** What the program itself does is told to the ledger and done once; jobs are taken by the program, which is nobody. */
const with_nobody_asking = [
  ...at_the_door,
  'delete invitation_printing',
  'delete kept_form',
  'insert idempotency_key, as one’s own',
  ...['due_at', 'attempts', 'taken_until', 'ended_at', 'outcome'].map(column => `update job.${column}`),
  'insert ledger_entry, as one’s own',
]

/**
 * Of themselves: how they come in, where their mail goes, whose file they have opened; what they did and asked for, in
 * their own name.
 */
const of_anybody = [
  ...at_the_door,
  ...['contact', 'desk_mail', 'external_identity', 'idempotency_key', 'kept_form', 'ledger_entry', 'passkey', 'passkey_warning'].map(
    table => `insert ${table}, as one’s own`,
  ),
  ...['person_reading', 'recovery_code', 'session', 'totp', 'totp_use'].map(table => `insert ${table}, as one’s own`),
  'insert job',
]

/**
 * Of its own members, of whom it is one itself; and what belongs to no unit: instruments with their files, pictures by
 * their content, a merger that it begins to write for itself, and that a published article is to be withdrawn.
 */
const of_an_office = [
  ...['image', 'image_file', 'instrument', 'instrument_file'].map(table => `insert ${table}`),
  'insert merger_draft, as one’s own',
  'insert withdrawal_plan, as one’s own',
  'update instrument_file.recorded',
  'update membership.recorded',
  'insert party_card, as one’s own',
  'insert person_version, as one’s own',
]

describe('a statement that no verb makes', () => {
  test('with nobody asking, comes past the wall only where somebody is at the door, or where the program notes what it does', async () => {
    expect((await pastTheWall(null)).sort()).toEqual([...with_nobody_asking].sort())
  })

  test('of a plain member, only where they write of themselves', async () => {
    expect((await pastTheWall(member)).sort()).toEqual([...of_anybody].sort())
  })

  test('of the office of another unit, only where it writes of its own members, or of no unit', async () => {
    expect((await pastTheWall(office)).sort()).toEqual([...of_anybody, ...of_an_office].sort())
  })

  test('of that office in its own unit, comes past the wall: it is not refused for want of an office', async () => {
    const post = samples.find(({ table }) => table === 'post')!
    expect(await passes(office, insertInto('post', post.given, { ...post.row, unit_id: their_unit }))).toBe(true)
    expect(await passes(member, insertInto('post', post.given, { ...post.row, unit_id: their_unit }))).toBe(false)
  })

  test('comes past a wall that was taken down: the heads of all units would lose their office, and counts come from nowhere', async () => {
    await world.owner.query(
      `grant update on post to neu_guong_app; alter table post disable row level security; grant insert on commitment_tally to neu_guong_app`,
    )
    const past = await pastTheWall(null)
    expect(past).toEqual(expect.arrayContaining(['insert post', 'update post.is_head', 'insert commitment_tally']))
  })
})

/**
 * Each table with what somebody could do to it, blindly: add a row as if it were another's or their own, change any
 * column of all rows, delete all rows.
 */
async function pastTheWall(who: number | null): Promise<string[]> {
  const past: string[] = []
  for (const sample of samples) {
    const own = { ...sample.row, ...Object.fromEntries(sample.of_persons.map(column => [column, who])) }
    if (await passes(who, insertInto(sample.table, sample.given, sample.row))) past.push(`insert ${sample.table}`)
    else if (await passes(who, insertInto(sample.table, sample.given, own))) past.push(`insert ${sample.table}, as one’s own`)
    for (const column of sample.changed)
      if (await passes(who, { text: `update ${sample.table} set ${column} = null` })) past.push(`update ${sample.table}.${column}`)
    if (await passes(who, { text: `delete from ${sample.table}` })) past.push(`delete ${sample.table}`)
  }
  return past
}

/** Whether the wall lets it: what fails for another reason has passed it, and what touches no row has not. */
async function passes(who: number | null, statement: pg.QueryConfig): Promise<boolean> {
  await app.query(`begin; select set_config('neu_guong.person_id', '${who ?? ''}', true)`)
  try {
    return (await app.query(statement)).rowCount! > 0
  } catch (error) {
    return (error as pg.DatabaseError).code !== '42501'
  } finally {
    await app.query('rollback')
  }
}
