import { beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../../seed/province/random.ts'
import { fieldsFrom, type InventedCampaign, inventCampaign, written } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { addDays } from '../../basis/shared/dates.ts'
import type { Outcome } from '../../basis/shared/outcome.ts'
import { change } from '../../platform/database/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { transferPerson } from '../people/index.ts'
import { exceptObligation } from '../programme/index.ts'
import { findEvidence } from './reads/find-evidence.ts'
import { listDeeds } from './reads/list-deeds.ts'
import { listReports } from './reads/list-reports.ts'
import { approveCommitments, endorseCommitments } from './verbs/judge-commitment.ts'
import { replaceDeed } from './verbs/replace-deed.ts'
import { reportDeed } from './verbs/report-deed.ts'
import { saveDraft } from './verbs/save-draft.ts'
import { submitCommitment } from './verbs/submit-commitment.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let keys = 0

beforeAll(async () => {
  scene = await inventCampaign(world)
})

const members = { lan: 'Nông Thị Lan', hoa: 'Triệu Văn Hòa', quy: 'Nông Văn Quý', lieu: 'Bàn Thị Liễu' } as const
type Member = keyof typeof members
type Who = Member | 'superior' | 'office'
const actor = (who: Who) => ({ person_id: scene.people[who], name: who })
const as = <T>(who: Who, work: Parameters<typeof change<T>>[2]) => change(world.database, actor(who), work)
const key = () => `lan-bao-tien-do-${String(++keys).padStart(6, '0')}`
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.problems.map(({ code, field }) => (field ? `${code} ${field}` : code))
const photo = { name: 'vuon.jpg', media_type: 'image/jpeg' as const, bytes: Buffer.from([0xff, 0xd8, 1]), digest: 'a'.repeat(64) }

const none = { deed_3_what: '', deed_3_measure: '', deed_3_due_on: '' }

/** Hands in a commitment with so many deeds, and brings it to its approval. */
async function promise(who: Member, whats: readonly string[], today = scene.today): Promise<number> {
  const deeds = whats.map((what, i) => ({
    [`deed_${i + 1}_what`]: what,
    [`deed_${i + 1}_measure`]: 'sổ theo dõi',
    [`deed_${i + 1}_due_on`]: addDays(scene.today, 40),
  }))
  const obligation_id = scene.names[members[who]]!
  const submitted = await as(who, async tx => {
    const fields = fieldsFrom(Object.assign({}, written, none, ...deeds))
    const save = (version: number) => saveDraft(tx, actor(who), { obligation_id, version, fields, today })
    const first = await save(0)
    const saved = first.ok ? first : await save(Number(first.problems[0]!.limit))
    const version = saved.ok ? saved.value.version : 0
    return submitCommitment(tx, actor(who), { obligation_id, version, key: key(), today })
  })
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.problems))
  const { commitment_id } = submitted.value
  await judge(endorseCommitments, commitment_id, today)
  await judge(approveCommitments, commitment_id, today)
  return commitment_id
}

const judge = (verb: typeof endorseCommitments, id: number, today: string) =>
  as('superior', tx => verb(tx, actor('superior'), { commitment_ids: [id], key: key(), today }))
const deedsOf = (who: Who, commitment_id: number) => look(world.database, actor(who), db => listDeeds(db, { commitment_id }))
const report = (who: Who, deed_id: number, step: number, state: string, said = '', more: object = {}) =>
  as(who, tx => reportDeed(tx, actor(who), { deed_id, step, state, said, evidence: null, key: key(), today: scene.today, ...more }))
const replace = (who: Who, deed_id: number, step: number, changes: object = {}) => {
  const fields = {
    reason: 'Thôn đã có người làm',
    what: 'Dạy chữ cho hai cụ',
    how: '',
    measure: 'vở ghi',
    due_on: addDays(scene.today, 50),
    ...changes,
  }
  return as(who, tx => replaceDeed(tx, actor(who), { deed_id, step, fields, key: key(), today: scene.today }))
}

test('Lan says how far each deed is, with a photo; the first report puts her commitment under way, and the last one counts', async () => {
  const commitment_id = await promise('lan', ['Trồng 30 cây', 'Giúp 3 hộ'])
  const [first, second] = await deedsOf('lan', commitment_id)
  const pressed = key()
  const twins = await Promise.all([1, 2, 3].map(() => report('lan', first!.deed_id, 0, 'under-way', '', { evidence: photo, key: pressed })))
  expect(twins.map(codes)).toEqual([[], [], []])
  const [after] = await deedsOf('lan', commitment_id)
  expect(codes(await report('lan', first!.deed_id, after!.step, 'done', 'Đủ 30 cây'))).toEqual([])
  expect(codes(await report('lan', second!.deed_id, 0, 'partly', 'Còn một hộ'))).toEqual([])
  expect((await deedsOf('lan', commitment_id)).map(({ state, said }) => [state, said])).toEqual([
    ['done', 'Đủ 30 cây'],
    ['partly', 'Còn một hộ'],
  ])
  const reports = await look(world.database, actor('lan'), db => listReports(db, { deed_id: first!.deed_id }))
  expect(reports.map(({ state, evidence }) => [state, evidence.map(({ name }) => name)])).toEqual([
    ['done', []],
    ['under-way', ['vuon.jpg']],
  ])
  const { rows } = await world.owner.query('select state from commitment_step where commitment_id = $1 order by commitment_step_id', [
    commitment_id,
  ])
  expect(rows.map(row => row.state)).toEqual(['submitted', 'endorsed', 'approved', 'under-way'])
  const told = await world.owner.query(`select act from ledger_entry where act = 'report-deed'`)
  expect(told.rows.length).toBe(3)
})

test('each report that cannot stand has its own refusal; what somebody else just reported is not written over', async () => {
  const commitment_id = await promise('quy', ['Sửa đường thôn', 'Dọn mương'])
  const [deed] = await deedsOf('quy', commitment_id)
  const { deed_id } = deed!
  expect(codes(await report('quy', deed_id, 0, ''))).toEqual(['no-state state'])
  expect(codes(await report('quy', deed_id, 0, 'replaced'))).toEqual(['no-state state'])
  expect(codes(await report('quy', deed_id, 0, 'not-done'))).toEqual(['no-reason said'])
  expect(codes(await report('quy', deed_id, 0, 'done', 'x'.repeat(501)))).toEqual(['too-long said'])
  expect(codes(await report('quy', 0, 0, 'done'))).toEqual(['unknown-deed'])
  expect(codes(await report('hoa', deed_id, 0, 'done'))).toEqual(['not-yours'])
  expect(codes(await report('lieu', deed_id, 0, 'done'))).toEqual(['unknown-deed'])
  expect(codes(await report('quy', deed_id, 0, 'under-way'))).toEqual([])
  expect(codes(await report('quy', deed_id, 0, 'done'))).toEqual(['stale-report'])
})

test('a deed that cannot be carried out gives its place to another, with its reason; one that is done does not', async () => {
  const commitment_id = await promise('hoa', ['Đọc sách cho trẻ', 'Trồng rau sạch', 'Giữ đường sạch'])
  const [first, second] = await deedsOf('hoa', commitment_id)
  expect(codes(await replace('hoa', first!.deed_id, 0, { reason: '', what: '', measure: '', due_on: '31/02/2027' }))).toEqual([
    'no-reason reason',
    'no-deed-text what',
    'no-measure measure',
    'no-such-day due_on',
  ])
  expect(codes(await replace('hoa', first!.deed_id, 0, { due_on: '2021-01-01' }))).toEqual(['outside-window due_on'])
  expect(codes(await replace('lan', first!.deed_id, 0))).toEqual(['unknown-deed'])
  expect(codes(await replace('hoa', first!.deed_id, 0))).toEqual([])
  expect(codes(await replace('hoa', first!.deed_id, 0))).toEqual(['replaced-deed'])
  expect(codes(await report('hoa', second!.deed_id, 0, 'done'))).toEqual([])
  const [, after] = await deedsOf('hoa', commitment_id)
  expect(codes(await replace('hoa', second!.deed_id, after!.step))).toEqual(['done-deed'])
  expect((await deedsOf('hoa', commitment_id)).map(({ ordinal, what, state, is_later }) => [ordinal, what, state, is_later])).toEqual([
    [1, 'Đọc sách cho trẻ', 'replaced', false],
    [2, 'Trồng rau sạch', 'done', false],
    [3, 'Giữ đường sạch', null, false],
    [4, 'Dạy chữ cho hai cụ', null, true],
  ])
})

test('an amendment takes the place of the approved one; what was reported of a deed that stays, with its photo, stays with it', async () => {
  const commitment_id = await promise('lieu', ['Nuôi ong rừng', 'Dạy hát then'])
  const [first] = await deedsOf('lieu', commitment_id)
  expect(codes(await report('lieu', first!.deed_id, 0, 'under-way', 'Mới ba đàn', { evidence: photo }))).toEqual([])
  const amended = await promise('lieu', ['Nuôi ong rừng', 'Mở lớp hát then'])
  const deeds = await deedsOf('lieu', amended)
  expect(deeds.map(({ what, state, said }) => [what, state, said])).toEqual([
    ['Nuôi ong rừng', 'under-way', 'Mới ba đàn'],
    ['Mở lớp hát then', null, null],
  ])
  const [kept] = await look(world.database, actor('lieu'), db => listReports(db, { deed_id: deeds[0]!.deed_id }))
  expect(kept!.evidence.map(({ name }) => name)).toEqual(['vuon.jpg'])
  expect(codes(await report('lieu', first!.deed_id, first!.step + 1, 'done'))).toEqual(['not-approved'])
})

test('a photo is seen by its owner and by who may read the commitment, and by nobody else', async () => {
  const { rows } = await world.owner.query(
    `select e.evidence_id from evidence e where e.person_id = $1 order by 1 limit 1`.replace('$1', String(scene.people.lan)),
  )
  const seenBy = async (who: Who) => (await look(world.database, actor(who), db => findEvidence(db, rows[0].evidence_id)))?.name ?? null
  expect(await Promise.all((['lan', 'hoa', 'superior', 'quy', 'lieu'] as const).map(seenBy))).toEqual([
    'vuon.jpg',
    'vuon.jpg',
    'vuon.jpg',
    null,
    null,
  ])
  const forged = as('quy', async tx => {
    const { sql } = await import('kysely')
    await sql`insert into evidence (deed_step_id, person_id, name, media_type, bytes, digest)
              select deed_step_id, ${scene.people.quy}, 'x', 'image/jpeg', 'x', ${photo.digest} from evidence limit 1`.execute(tx)
    await sql`insert into evidence (deed_step_id, person_id, name, media_type, bytes, digest)
              values (1, ${scene.people.quy}, 'x', 'image/jpeg', 'x', ${photo.digest})`.execute(tx)
    return { ok: true as const, value: null }
  })
  await expect(forged).rejects.toThrow(/row-level security/)
})

const told = `
  select unit_id, sum(commitments)::int as commitments, sum(registered)::int as registered, sum(done)::int as done, sum(partly)::int as partly, sum(not_done)::int as not_done
    from deed_tally where valid_on <= $1::date group by 1 having sum(registered) <> 0 order by 1`

const recounted = `
  with text as (
         select o.unit_id, c.commitment_id,
                (select s.state from commitment_step s where s.commitment_id = c.commitment_id and s.happened_on <= $1::date
                  order by s.happened_on desc, s.commitment_step_id desc limit 1) as state
           from obligation o join commitment c using (obligation_id)
          where not exists (select from obligation_exception x where x.obligation_id = o.obligation_id and x.valid @> $1::date)),
       promised as (
         select t.unit_id, t.commitment_id,
                (select s.state from deed_step s where s.deed_id = d.deed_id and s.happened_on <= $1::date
                  order by s.happened_on desc, s.deed_step_id desc limit 1) as state
           from text t join deed d on d.commitment_id = t.commitment_id and d.registered_on <= $1::date
          where t.state in ('approved', 'under-way'))
  select unit_id, count(distinct commitment_id)::int as commitments, count(*) filter (where state is distinct from 'replaced')::int as registered,
         count(*) filter (where state = 'done')::int as done, count(*) filter (where state = 'partly')::int as partly,
         count(*) filter (where state = 'not-done')::int as not_done
    from promised group by 1 order by 1`

test('after any sequence of reports, replacements, amendments and an exemption, the tallies of deeds are what a recount gives, on every day', async () => {
  const random = randomFrom(19_02_2021, 'deeds')
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const days = [1, 2, 3, 4].map(n => addDays(scene.today, n))
  let taken = 0
  for (const today of days) {
    for (let n = 0; n < 12; n += 1) if (await act(pick(Object.keys(members) as Member[]), today)) taken += 1
    if (today === days[2]) await except('Bàn Thị Liễu', today)
  }
  for (const day of [scene.today, ...days]) {
    const { rows } = await world.owner.query(recounted, [day])
    expect(rows.length).toBeGreaterThan(0)
    expect((await world.owner.query(told, [day])).rows).toEqual(rows)
  }
  expect(taken).toBeGreaterThan(20)

  async function act(who: Member, today: string): Promise<boolean> {
    const { rows } = await world.owner.query('select max(commitment_id) as id from commitment where obligation_id = $1', [
      scene.names[members[who]],
    ])
    const chance = random()
    if (chance < 0.15)
      return promise(who, ['Nuôi ong rừng', 'Sửa đường thôn', 'Trồng 30 cây'], today).then(
        () => true,
        () => false,
      )
    const deed = pick(await deedsOf(who, rows[0].id))
    if (chance < 0.3) return (await replaceOn(who, deed.deed_id, deed.step, today)).ok
    return (await report(who, deed.deed_id, deed.step, pick(['under-way', 'done', 'partly', 'not-done']), 'x', { today })).ok
  }

  function replaceOn(who: Who, deed_id: number, step: number, today: string) {
    const fields = { reason: 'x', what: `Việc ${++keys}`, how: '', measure: 'x', due_on: addDays(scene.today, 50) }
    return as(who, tx => replaceDeed(tx, actor(who), { deed_id, step, fields, key: key(), today }))
  }
})

async function except(name: string, today: string): Promise<void> {
  const exception = { obligation_id: scene.names[name]!, state: 'waived' as const, reason: 'điều trị dài ngày', today }
  await as('office', tx => exceptObligation(tx, actor('office'), exception))
}

test('whoever moves to another cell takes their deeds along into its counts', async () => {
  const deedsAt = async (unit_id: number) => {
    const sum = 'select coalesce(sum(registered), 0)::int as n from deed_tally where unit_id = $1 and valid_on <= $2'
    return (await world.owner.query(sum, [unit_id, scene.today])).rows[0].n as number
  }
  const before = await deedsAt(scene.units.other_cell)
  const transfer = { person_id: scene.people.lan, unit: 'chi-bo-ben', on: scene.today, ends_posts: false, key: key(), today: scene.today }
  expect(codes(await as('office', tx => transferPerson(tx, actor('office'), transfer)))).toEqual([])
  const { rows } = await world.owner.query(recounted, [scene.today])
  expect((await world.owner.query(told, [scene.today])).rows).toEqual(rows)
  expect(await deedsAt(scene.units.other_cell)).toBeGreaterThan(before)
})
