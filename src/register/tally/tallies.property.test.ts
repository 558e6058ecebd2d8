import { beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../../seed/province/random.ts'
import { fieldsFrom, type InventedCampaign, instrument, inventCampaign, written } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { change } from '../../platform/database/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { listCell, sorted } from '../commitment/reads/list-cell.ts'
import { countExcepted, listEndorsed } from '../commitment/reads/list-endorsed.ts'
import { listMissing } from '../commitment/reads/list-missing.ts'
import { approveCommitments, endorseCommitments, returnCommitment } from '../commitment/verbs/judge-commitment.ts'
import { reportDeed } from '../commitment/verbs/report-deed.ts'
import { saveDraft } from '../commitment/verbs/save-draft.ts'
import { enterByProxy, submitCommitment } from '../commitment/verbs/submit-commitment.ts'
import { undoSteps } from '../commitment/verbs/undo-steps.ts'
import { withdrawCommitment } from '../commitment/verbs/withdraw-commitment.ts'
import { exceptObligation, extendCampaign } from '../programme/index.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let keys = 0
const key = () => `lan-bam-nut-thu-${String(++keys).padStart(6, '0')}`

beforeAll(async () => {
  scene = await inventCampaign(world)
})

const told = `
  select t.unit_id, t.deeds, sum(t.due)::int as due, sum(t.submitted)::int as submitted, sum(t.on_time)::int as on_time, sum(t.approved)::int as approved
    from commitment_tally t where t.valid_on <= $1::date and t.recorded_at <= $2::timestamptz group by 1, 2
  having sum(t.due) <> 0 or sum(t.submitted) <> 0 or sum(t.on_time) <> 0 or sum(t.approved) <> 0 order by 1, 2`

/**
 * The same from persons' own rows as they were known at an instant, written apart from the triggers: the state of a
 * text on a day is its last step up to it.
 */
const recounted = `
  with due as (
         select o.* from obligation o
          where o.due_from <= $1::date
            and not exists (select from obligation_exception x where x.obligation_id = o.obligation_id and x.valid @> $1::date and x.recorded @> $2::timestamptz)),
       step as (
         select * from commitment_step where happened_on <= $1::date and recorded @> $2::timestamptz),
       text as (
         select d.unit_id, d.campaign_id, c.commitment_id,
                (select s.state from step s where s.commitment_id = c.commitment_id order by s.happened_on desc, s.commitment_step_id desc limit 1) as state,
                (select max(s.happened_on) from step s where s.commitment_id = c.commitment_id and s.state = 'submitted') as handed_in,
                (select count(*) from deed e where e.commitment_id = c.commitment_id) as deeds
           from due d join commitment c on c.obligation_id = d.obligation_id and c.recorded @> $2::timestamptz),
       counted as (
         select unit_id, 0 as deeds, count(*) as due, 0 as submitted, 0 as on_time, 0 as approved from due group by 1
         union all
         select unit_id, 0, 0, count(*), count(*) filter (where handed_in <= $3::date), 0
           from text where state in ('submitted', 'endorsed', 'approved', 'under-way') group by 1
         union all
         select unit_id, deeds, 0, 0, 0, count(*) from text where state in ('approved', 'under-way') group by 1, 2)
  select unit_id, deeds::int, sum(due)::int as due, sum(submitted)::int as submitted, sum(on_time)::int as on_time, sum(approved)::int as approved
    from counted group by 1, 2 order by 1, 2`

const deeds_told = `
  select unit_id, sum(commitments)::int as commitments, sum(registered)::int as registered, sum(done)::int as done
    from deed_tally where valid_on <= $1::date and recorded_at <= $2::timestamptz group by 1
  having sum(commitments) <> 0 order by 1`

/** A deed counts by its last report up to the day, while the last step of its commitment is an approval or a report. */
const deeds_recounted = `
  with step as (
         select * from commitment_step where happened_on <= $1::date and recorded @> $2::timestamptz),
       approved as (
         select o.unit_id, c.commitment_id
           from obligation o
           join commitment c on c.obligation_id = o.obligation_id and c.recorded @> $2::timestamptz
          where not exists (select from obligation_exception x where x.obligation_id = o.obligation_id and x.valid @> $1::date and x.recorded @> $2::timestamptz)
            and (select s.state from step s where s.commitment_id = c.commitment_id order by s.happened_on desc, s.commitment_step_id desc limit 1)
                in ('approved', 'under-way')),
       deeds as (
         select a.*, d.deed_id,
                (select s.state from deed_step s where s.deed_id = d.deed_id and s.happened_on <= $1::date and s.recorded @> $2::timestamptz
                  order by s.happened_on desc, s.deed_step_id desc limit 1) as state
           from approved a join deed d using (commitment_id))
  select unit_id, count(distinct commitment_id)::int as commitments, count(*)::int as registered, count(*) filter (where state = 'done')::int as done
    from deeds group by 1 order by 1`

test('after any sequence of what people do and undo, the tallies of every day, as known at every instant, are what a recount of the rows gives, and the office’s short lists what its long one says', async () => {
  const random = randomFrom(19_02_2021, 'tallies')
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const days = [0, 1, 5, 29, 31, 33].map(n => addDays(scene.today, n))
  const people = { lan: 'Nông Thị Lan', hoa: 'Triệu Văn Hòa', quy: 'Nông Văn Quý', lieu: 'Bàn Thị Liễu' } as const
  const steps = [
    'submit',
    'submit',
    'submit',
    'endorse',
    'approve',
    'return',
    'withdraw',
    'enter',
    'undo',
    'undo',
    'undo',
    'amend',
    'report',
  ] as const
  const judge = { person_id: scene.people.superior, name: 'superior' }
  const instants: string[] = []
  let taken = 0
  let seen = 0
  let undone = 0
  let restored = 0
  let reported = 0
  for (const today of days) {
    for (let n = 0; n < 24; n += 1) if (await step(pick(Object.keys(people) as (keyof typeof people)[]), pick(steps), today)) taken += 1
    if (today === days[2]) await except('Nông Văn Quý', today)
    await compareLists(today)
    instants.push((await world.owner.query('select clock_timestamp()::text as at')).rows[0].at)
  }
  for (const day of days) {
    for (const known_at of instants) {
      const recount = await world.owner.query(recounted, [day, known_at, scene.due_on])
      expect((await world.owner.query(told, [day, known_at])).rows).toEqual(recount.rows)
      const deeds = await world.owner.query(deeds_recounted, [day, known_at])
      expect((await world.owner.query(deeds_told, [day, known_at])).rows).toEqual(deeds.rows)
    }
  }
  // Both must have counted something: a test of nothing cannot fail.
  expect(taken).toBeGreaterThan(20)
  expect(seen).toBeGreaterThan(10)
  expect(undone).toBeGreaterThan(3)
  expect(restored).toBeGreaterThan(3)
  expect(reported).toBeGreaterThan(3)

  /** Who is missing, endorsed or excepted, each asked by itself, and from the list of everybody who is due. */
  async function compareLists(day: string): Promise<void> {
    const asked = { unit: 'huyen-uy', campaign_id: scene.campaign_id, day }
    const idsOf = (rows: readonly { obligation_id: number }[]) => rows.map(row => row.obligation_id)
    await look(world.database, { person_id: scene.people.superior }, async db => {
      const cell = sorted(await listCell(db, asked))
      expect(idsOf(await listMissing(db, asked))).toEqual(idsOf([...cell.returned, ...cell.missing]))
      expect((await listEndorsed(db, asked)).map(row => row.commitment_id).sort()).toEqual(
        cell.endorsed.map(row => row.commitment_id).sort(),
      )
      expect(await countExcepted(db, asked)).toEqual([{ excepted: cell.excepted.length }])
      seen += cell.returned.length + cell.missing.length + cell.endorsed.length + cell.excepted.length
    })
  }

  async function step(who: keyof typeof people, what: (typeof steps)[number], today: string): Promise<boolean> {
    const obligation_id = scene.names[people[who]]!
    const own = { person_id: scene.people[who], name: who }
    if (what === 'submit') return submit(own, obligation_id, today)
    if (what === 'enter') return enter(obligation_id, today)
    if (what === 'withdraw') return withdraw(own, obligation_id, today)
    if (what === 'amend') return amend(own, obligation_id, today)
    if (what === 'report') return report(own, obligation_id, today)
    const commitment_id = await latest(obligation_id)
    if (commitment_id === null) return false
    if (what === 'undo') return undo([judge, { person_id: scene.people.hoa, name: 'hoa' }], commitment_id, today)
    const judging = { commitment_ids: [commitment_id], key: key(), today }
    const verbs = { endorse: endorseCommitments, approve: approveCommitments }
    if (what === 'return')
      return (await change(world.database, judge, tx => returnCommitment(tx, judge, { commitment_id, comment: 'x', key: key(), today }))).ok
    return (await change(world.database, judge, tx => verbs[what](tx, judge, judging))).ok
  }

  async function withdraw(own: { person_id: number; name: string }, obligation_id: number, today: string): Promise<boolean> {
    const outcome = await change(world.database, own, tx => withdrawCommitment(tx, own, { obligation_id, today }))
    if (outcome.ok && outcome.value === 'withdraw-amendment') restored += 1
    return outcome.ok
  }

  /** What is drawn next may be to take the amendment back, today or on a later day. */
  async function amend(own: { person_id: number; name: string }, obligation_id: number, today: string): Promise<boolean> {
    await bringToApproval(own, obligation_id, today)
    return submit(own, obligation_id, today)
  }

  async function bringToApproval(own: { person_id: number; name: string }, obligation_id: number, today: string): Promise<void> {
    if ((await latest(obligation_id)) === null) await submit(own, obligation_id, today)
    const commitment_id = await latest(obligation_id)
    if (commitment_id === null) return
    for (const verb of [endorseCommitments, approveCommitments])
      await change(world.database, judge, tx => verb(tx, judge, { commitment_ids: [commitment_id], key: key(), today }))
  }

  async function report(own: { person_id: number; name: string }, obligation_id: number, today: string): Promise<boolean> {
    await bringToApproval(own, obligation_id, today)
    const commitment_id = await latest(obligation_id)
    const deeds = await world.owner.query(
      `select d.deed_id, coalesce((select max(deed_step_id) from deed_step s where s.deed_id = d.deed_id), 0) as step
         from deed d where d.commitment_id = $1 order by 1 limit 1`,
      [commitment_id],
    )
    const { deed_id = 0, step: last = 0 } = deeds.rows[0] ?? {}
    const said = { deed_id, step: last, state: 'done', said: 'xong', evidence: null, key: key(), today }
    const is_done = (await change(world.database, own, tx => reportDeed(tx, own, said))).ok
    if (is_done) reported += 1
    return is_done
  }

  async function enter(obligation_id: number, today: string): Promise<boolean> {
    const hoa = { person_id: scene.people.hoa, name: 'hoa' }
    return (await change(world.database, hoa, tx => enterByProxy(tx, hoa, { obligation_id, fields: form(2, today), key: key(), today }))).ok
  }

  /** Whoever of them may. */
  async function undo(by: { person_id: number; name: string }[], commitment_id: number, today: string): Promise<boolean> {
    const steps = 'select commitment_step_id as id from commitment_step where commitment_id = $1 order by 1 desc limit 1'
    const step_ids = (await world.owner.query(steps, [commitment_id])).rows.map(row => row.id)
    for (const one of by)
      if ((await change(world.database, one, tx => undoSteps(tx, one, { step_ids, key: key(), today }))).ok) {
        undone += 1
        return true
      }
    return false
  }

  async function submit(own: { person_id: number; name: string }, obligation_id: number, today: string): Promise<boolean> {
    const outcome = await change(world.database, own, async tx => {
      const saved = await saveDraft(tx, own, { obligation_id, version: 0, fields: form(random() < 0.5 ? 2 : 3, today), today })
      const version = saved.ok ? saved.value.version : Number(saved.problems[0]!.limit)
      return submitCommitment(tx, own, { obligation_id, version, key: key(), today })
    })
    return outcome.ok
  }
})

test('an extension counts who was late as in time, from the day it is granted', async () => {
  const office = { person_id: scene.people.superior, name: 'superior' }
  const due_on = addDays(scene.due_on, 10)
  const sums = async () =>
    (await world.owner.query('select sum(submitted)::int as submitted, sum(on_time)::int as on_time from commitment_tally')).rows[0]
  const before = await sums()
  expect(before.on_time).toBeLessThan(before.submitted)
  const extension = {
    campaign_id: scene.campaign_id,
    unit: 'huyen-uy',
    due_on,
    instrument: instrument('15-CV/HU', scene.today),
    today: scene.today,
  }
  expect((await change(world.database, office, tx => extendCampaign(tx, office, extension))).ok).toBe(true)
  expect(await sums()).toEqual({ submitted: before.submitted, on_time: before.submitted })
})

function form(deeds: number, today: string) {
  const each = Array.from({ length: deeds }, (_, i) => ({
    [`deed_${i + 1}_what`]: `Việc ${i + 1}`,
    [`deed_${i + 1}_measure`]: 'x',
    [`deed_${i + 1}_due_on`]: addDays(today, 40),
  }))
  return fieldsFrom(Object.assign({ deed_3_what: '', deed_3_measure: '', deed_3_due_on: '' }, written, ...each))
}

async function latest(obligation_id: number): Promise<number | null> {
  const { rows } = await world.owner.query(
    `select max(commitment_id) as id from commitment where obligation_id = $1 and upper(recorded) = 'infinity'`,
    [obligation_id],
  )
  return rows[0].id
}

async function except(name: string, today: string): Promise<void> {
  const office = { person_id: scene.people.office, name: 'office' }
  const exception = { obligation_id: scene.names[name]!, state: 'waived' as const, reason: 'điều trị dài ngày', today }
  await change(world.database, office, tx => exceptObligation(tx, office, exception))
}
