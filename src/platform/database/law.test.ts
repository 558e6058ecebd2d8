import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { note, openNotebook } from '../../../test/harness/notebook.ts'
import { done, refused } from '../../basis/shared/outcome.ts'
import { change } from './change.ts'

const world = withDatabase('empty')
beforeAll(() => openNotebook(world.owner))

const instrument = `insert into instrument (number, kind, issuer, title, signed_on, recorded)
                    values ($1, 'decision', 'UBND', 'thử', '2017-12-29', tstzrange('2018-01-02', 'infinity')) returning recorded`
const column = async (client: pg.Client, question: string) => (await client.query({ text: question, rowMode: 'array' })).rows.flat()

test('the application cannot choose when the register learned a fact; the owner, who loads an archive, can', async () => {
  const app = await world.connect('neu_guong_app')
  const written = `insert into note (words, recorded) values ('x', tstzrange('2018-01-02', 'infinity')) returning recorded`
  const theirs = (await app.query(written)).rows[0].recorded
  const ours = (await world.owner.query(written)).rows[0].recorded
  expect(theirs).not.toContain('2018-01-02')
  expect(ours).toContain('2018-01-02')
})

test('history is append-only for everybody: a row is closed now, or left alone', async () => {
  await world.owner.query(instrument, ['C'])
  const attempts = [
    `delete from instrument where number = 'C'`,
    `update instrument set title = 'khác' where number = 'C'`,
    `update instrument set recorded = tstzrange(lower(recorded), '2030-01-01') where number = 'C'`,
    `update instrument set recorded = tstzrange('2000-01-01', transaction_timestamp()) where number = 'C'`,
  ]
  for (const attempt of attempts) await expect(world.owner.query(attempt)).rejects.toMatchObject({ constraint: 'history_is_kept' })
  const close = `update instrument set recorded = closed(recorded) where number = 'C' and upper(recorded) = 'infinity'`
  expect((await world.owner.query(close)).rowCount).toBe(1)
  await expect(world.owner.query(`update instrument set title = 'khác' where number = 'C'`)).rejects.toMatchObject({
    constraint: 'history_is_kept',
  })
})

const unguarded = `
  select c.relname
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname in ('person_id', 'full_name', 'household') and not a.attisdropped
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`

test('every table that names or points at a person has row-level security, forced', async () => {
  expect(await column(world.owner, unguarded)).toEqual([])
  await world.owner.query('begin')
  await world.owner.query('create table careless (person_id bigint)')
  expect(await column(world.owner, unguarded)).toEqual(['careless'])
  await world.owner.query('rollback')
})

const silent_triggers = [
  'caps_hold',
  'duties_end_with_campaign',
  'duties_follow_campaign',
  'duties_follow_tenure',
  'heads_stay_within',
  'know_households',
  'nobody_judges_their_leader',
  'note_members_of_campaign',
  'note_membership_change',
  'obligations_follow',
  'state_changed_contributions',
  'state_new_contributions',
  'state_new_households',
  'state_new_verifications',
  'tally_closed_duties',
  'tally_closed_exceptions',
  'tally_closed_moves',
  'tally_closed_steps',
  'tally_closed_texts',
  'tally_conclusions',
  'tally_deeds_of_closed_exceptions',
  'tally_deeds_of_closed_moves',
  'tally_deeds_of_exceptions',
  'tally_deeds_of_moves',
  'tally_deeds_of_steps',
  'tally_duties',
  'tally_exceptions',
  'tally_extensions',
  'tally_limitation_steps',
  'tally_limitations',
  'tally_moves',
  'tally_new_deeds',
  'tally_obligations',
  'tally_marks',
  'tally_plans',
  'tally_reports',
  'tally_review_steps',
  'tally_review_subjects',
  'tally_steps',
  'tell_of_draft',
  'tell_of_invitation',
  'units_stay_above',
  'withdrawal_takes_nothing_back',
]

/**
 * What may be called: it adds up what the tallies say, and says only how much there was to do; it tells the newest
 * instant of the register, and nothing else of it; whether a mailbox has several readers; and how many comments a
 * notice has taken.
 */
const adders = ['bring_summary_up_to', 'clock_behind', 'comments_on', 'set_recorded_floor', 'resolve_timestamp', 'shares_mailbox']

/** It tells whoever has sent a roster who may confirm it: names of offices, for one roster, to one person. */
const tellers = ['list_roster_confirmers']

/** It tells who reads a leader's plan on what day the leader's year was rated, and nothing of the rating. */
const concluders = ['year_rated_on']

const callable_by_app = [...adders, ...tellers, ...concluders].sort()

test('no function lends its owner’s rights but the triggers that keep counts or tell of invitations and drafts, what adds those up, what tells the newest instant, what says that a mailbox has several readers, what tells a sender who may confirm, and what tells on what day a year was rated; each looks for names in one place; and no view reads past the policies', async () => {
  const definers = `select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`
  const loose = `select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace and not 'search_path=public, pg_temp' = any (coalesce(proconfig, '{}'))`
  const callable = `select p.proname || ': ' || case a.grantee when 0 then 'PUBLIC' else pg_get_userbyid(a.grantee) end
                      from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                     where p.prosecdef and p.prorettype <> 'trigger'::regtype and p.pronamespace = 'public'::regnamespace and a.grantee <> p.proowner order by 1`
  const views = `select relname from pg_class
                  where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace and coalesce('security_invoker=true' = any (reloptions), false) is false`
  expect(await column(world.owner, definers)).toEqual([...silent_triggers, ...callable_by_app].sort())
  expect(await column(world.owner, `select proname from pg_proc where prosecdef and prorettype <> 'trigger'::regtype order by 1`)).toEqual(
    callable_by_app,
  )
  expect(await column(world.owner, loose)).toEqual([])
  expect(await column(world.owner, callable)).toEqual(callable_by_app.map(name => `${name}: neu_guong_app`))
  expect(await column(world.owner, views)).toEqual([])
})

const by_the_clock = `
  select 'default of ' || d.adrelid::regclass || '.' || a.attname as place, pg_get_expr(d.adbin, d.adrelid) as asked
    from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
  union all
  select 'function ' || proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace
  union all
  select 'policy ' || polname, concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy`
const offenders = `select place from (${by_the_clock}) x where asked ~ '\\m(now|transaction_timestamp)\\(\\)(?! - )' order by 1`

test('nothing is recorded, closed or read «as known now» by the clock alone; what is no record may ask it', async () => {
  const hours = [
    'default of commitment_draft.saved_at',
    'default of job.due_at',
    'default of migration.applied_at',
    'default of plan_draft.saved_at',
    'default of review_draft.saved_at',
  ]
  const days = ['function has_consent', 'function set_recorded_floor', 'function today_in_vietnam']
  expect(await column(world.owner, offenders)).toEqual([...hours, ...days])
  await world.owner.query('begin')
  await world.owner.query(`alter table reminder alter column reminded_at set default now()`)
  expect(await column(world.owner, offenders)).toContain('default of reminder.reminded_at')
  await world.owner.query('rollback')
})

test('the application owns nothing and is no administrator; the auditor writes nothing', async () => {
  expect(
    await column(world.owner, `select relname from pg_class where relowner in ('neu_guong_app'::regrole, 'neu_guong_auditor'::regrole)`),
  ).toEqual([])
  const auditor = await world.connect('neu_guong_auditor')
  await expect(auditor.query(instrument, ['D'])).rejects.toMatchObject({ code: '42501' })
  const app = await world.connect('neu_guong_app')
  await expect(app.query('create table mine (n integer)')).rejects.toMatchObject({ code: '42501' })
})

test('persons are hidden from the owner too, unless it says that it loads; from the application, unless it says who asks; never from the auditor', async () => {
  const [owner, app, auditor] = [world.owner, await world.connect('neu_guong_app'), await world.connect('neu_guong_auditor')]
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await owner.query('insert into person (person_id) values (901), (902)')
  await owner.query('commit')
  const seen = 'select person_id from person order by 1'
  expect(await column(owner, seen)).toEqual([])
  await expect(owner.query('insert into person (person_id) values (903)')).rejects.toMatchObject({ code: '42501' })
  expect(await column(app, seen)).toEqual([])
  expect(await column(auditor, seen)).toEqual([901, 902])
  await app.query('begin')
  await app.query(`select set_config('neu_guong.person_id', '902', true)`)
  expect(await column(app, seen)).toEqual([902])
  await app.query('commit')
  expect(await column(app, seen)).toEqual([])
})

test('a refusal takes back what the verb had written, and comes out as the value it is', async () => {
  const outcome = await change(world.database, { person_id: null, name: 'test' }, async tx => {
    await note(tx, 'nửa chừng')
    return refused({ code: 'too-late', field: 'day' })
  })
  expect(outcome).toEqual({ ok: false, problems: [{ code: 'too-late', field: 'day' }] })
  expect(await column(world.owner, `select words from note where words = 'nửa chừng'`)).toEqual([])
  const kept = await world.change(async tx => {
    await note(tx, 'trọn vẹn')
    return done('trọn vẹn')
  })
  expect(kept).toEqual({ ok: true, value: 'trọn vẹn' })
  expect(await column(world.owner, `select words from note where words = 'trọn vẹn'`)).toEqual(['trọn vẹn'])
})

test('who asks is told to the database for one transaction, and the next user of the connection does not inherit it', async () => {
  const asked = (person_id: number | null) =>
    change(world.database, { person_id, name: 'test' }, async tx => {
      const { rows } = await tx.executeQuery<{ id: number | null }>(
        (await import('kysely')).CompiledQuery.raw('select current_person_id() as id'),
      )
      return done(rows[0]!.id)
    })
  expect(await asked(902)).toEqual({ ok: true, value: 902 })
  expect(await asked(null)).toEqual({ ok: true, value: null })
})
