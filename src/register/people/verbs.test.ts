import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { addDays } from '../../basis/shared/dates.ts'
import type { Outcome } from '../../basis/shared/outcome.ts'
import { change } from '../../platform/database/index.ts'
import { rolesOf } from '../../platform/role/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { addHead } from '../../platform/sign-in/invented-commune.ts'
import { findPerson } from './reads/find-person.ts'
import { listCells } from './reads/list-cells.ts'
import { listEarlier } from './reads/list-earlier.ts'
import { listPeople } from './reads/list-people.ts'
import { type Appointment, appointToPost } from './verbs/appoint-to-post.ts'
import { correctPerson } from './verbs/correct-person.ts'
import { endTenure } from './verbs/end-tenure.ts'
import { type Enrolment, enrolPerson } from './verbs/enrol-person.ts'
import { releasePerson } from './verbs/release-person.ts'
import { transferPerson } from './verbs/transfer-person.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let keys = 0

beforeAll(async () => {
  scene = await inventCampaign(world)
  await world.owner.query(`set neu_guong.loading = 'yes'`)
})

type Who = keyof InventedCampaign['people']
const key = () => `mot-lan-bam-nut-${String(++keys).padStart(4, '0')}`
const actor = (who: Who) => ({ person_id: scene.people[who], name: who })
const as = <T>(who: Who, work: Parameters<typeof change<T>>[2]) => change(world.database, actor(who), work)
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.problems.map(({ code, field }) => (field ? `${code} ${field}` : code))
const today = () => scene.today
const person = { full_name: 'Hoàng Thị Mây', birth_date: '1990-03-02', gender: 'female', ethnicity: 'Tày' }

const enrol = (who: Who, changes: Partial<Enrolment> = {}) =>
  as(who, tx =>
    enrolPerson(tx, actor(who), {
      unit: 'chi-bo',
      person,
      kind: 'party-member',
      from: today(),
      is_another: false,
      earlier: '',
      key: key(),
      today: today(),
      ...changes,
    }),
  )
const named = async (who: Who, name: string) =>
  (await look(world.database, actor(who), db => listPeople(db, { unit: 'tinh-uy', name, day: today(), most: 50, after: 0 }))).map(
    row => `${row.full_name}: ${row.unit}`,
  )
const dueOf = async (person_id: number) => {
  const { rows } = await world.owner.query(
    `select u.key, x.state from obligation o join unit u using (unit_id)
       left join obligation_exception x on x.obligation_id = o.obligation_id and upper(x.recorded) = 'infinity' where o.person_id = $1`,
    [person_id],
  )
  return rows.map(row => [row.key, row.state])
}

test('each thing that is wrong with somebody new has its own refusal, at its own field, and nobody is added', async () => {
  expect(codes(await enrol('office', { person: { ...person, full_name: '...' } }))).toEqual(['no-name full_name'])
  expect(codes(await enrol('office', { person: { ...person, full_name: 'x'.repeat(101), birth_date: '1990-02-30' } }))).toEqual([
    'too-long full_name',
    'no-such-day birth_date',
  ])
  expect(codes(await enrol('office', { person: { ...person, birth_date: addDays(today(), 1), gender: 'x' }, kind: 'y' }))).toEqual([
    'impossible-birth birth_date',
    'unknown-choice gender',
    'unknown-choice kind',
  ])
  expect(codes(await enrol('office', { from: addDays(today(), 1) }))).toEqual(['to-come from'])
  expect(codes(await enrol('office', { unit: 'khong-co' }))).toEqual(['unknown-unit from'])
  expect(codes(await enrol('superior', { unit: 'huyen-uy' }))).toEqual(['not-a-cell unit'])
  expect(codes(await enrol('office', { unit: 'chi-bo-xa' }))).toEqual(['not-yours unit'])
  expect(codes(await enrol('hoa'))).toEqual(['not-yours unit'])
  expect(codes(await enrol('administrator'))).toEqual(['not-yours unit'])
  expect(await named('superior', 'hoang thi may')).toEqual([])
})

test('the office enrols Mây once however often it presses, she owes the campaign at once, and a namesake is asked about first', async () => {
  const pressed = key()
  const twins = await Promise.all([enrol('office', { key: pressed }), enrol('office', { key: pressed })])
  expect(twins[0]).toEqual(twins[1])
  expect(await named('office', 'hoàng thị mây')).toEqual(['Hoàng Thị Mây: chi-bo'])
  expect(await named('office', 'HOANG THI M')).toEqual(['Hoàng Thị Mây: chi-bo'])
  expect(await named('hoa', 'may')).toEqual(['Hoàng Thị Mây: chi-bo'])
  expect(await named('lan', 'may')).toEqual([])
  expect(await dueOf(idOf(twins[0]))).toEqual([['chi-bo', null]])
  expect(codes(await enrol('office'))).toEqual(['known-already is_another'])
  expect(codes(await enrol('office', { is_another: true, unit: 'chi-bo-ben' }))).toEqual([])
  expect(await named('office', 'hoang thi may')).toEqual(['Hoàng Thị Mây: chi-bo', 'Hoàng Thị Mây: chi-bo-ben'])
})

const idOf = (outcome: Outcome<{ person_id: number }>) => (outcome.ok ? outcome.value.person_id : 0)

test('Quý moves to the cell beside with what he owes; nobody moves him out of their charge, twice, to a day to come or before he came', async () => {
  const quy = scene.people.quy
  const move = (who: Who, unit: string, on = today(), ends_posts = false) =>
    as(who, tx => transferPerson(tx, actor(who), { person_id: quy, unit, on, ends_posts, key: key(), today: today() }))
  expect(codes(await move('hoa', 'chi-bo-ben'))).toEqual(['not-yours unit'])
  expect(codes(await move('office', 'chi-bo-xa'))).toEqual(['not-yours unit'])
  expect(codes(await move('office', '', ''))).toEqual(['no-unit unit', 'no-such-day on'])
  expect(codes(await move('office', 'chi-bo'))).toEqual(['same-cell unit'])
  expect(codes(await move('superior', 'huyen-uy'))).toEqual(['not-a-cell unit'])
  expect(codes(await move('office', 'chi-bo-ben', addDays(today(), 1)))).toEqual(['to-come on'])
  expect(codes(await move('office', 'chi-bo-ben', '2020-01-01'))).toEqual(['not-after on'])
  expect(codes(await move('office', 'chi-bo-ben', '2021-02-29'))).toEqual(['no-such-day on'])
  expect(codes(await move('office', 'chi-bo-ben'))).toEqual([])
  expect(await named('office', 'nong van quy')).toEqual(['Nông Văn Quý: chi-bo-ben'])
  expect(await dueOf(quy)).toEqual([['chi-bo-ben', null]])
  expect(await look(world.database, actor('office'), db => listCells(db, { words: 'ben', day: today() }))).toEqual([
    { key: 'chi-bo-ben', name: 'chi-bo-ben', above_name: 'dang-bo-xa' },
  ])
})

test('a transfer to the wrong cell is corrected on the day it was recorded, by another one for the same day, and what is owed follows', async () => {
  const { quy } = scene.people
  const move = (unit: string, day = today()) =>
    as('office', tx =>
      transferPerson(tx, actor('office'), { person_id: quy, unit, on: today(), ends_posts: false, key: key(), today: day }),
    )
  const stays = async (at = 'infinity') =>
    (
      await world.owner.query(
        `select u.key, m.valid::text as valid from membership m join unit u using (unit_id)
          where m.person_id = $1 and case when $2 = 'infinity' then upper(m.recorded) = 'infinity' else m.recorded @> $2::timestamptz end order by lower(m.valid)`,
        [quy, at],
      )
    ).rows.map(row => `${row.key} ${row.valid}`)
  const { rows } = await world.owner.query('select clock_timestamp()::text as at')
  const moved = [`chi-bo [2020-01-01,${today()})`, `chi-bo-ben [${today()},infinity)`]
  expect(await stays()).toEqual(moved)
  // The day after it is no slip of the pen any more.
  expect(codes(await move('chi-bo', addDays(today(), 1)))).toEqual(['not-after on'])
  expect(codes(await move('chi-bo'))).toEqual([])
  expect([await stays(), await dueOf(quy)]).toEqual([['chi-bo [2020-01-01,infinity)'], [['chi-bo', null]]])
  expect(await stays(rows[0].at)).toEqual(moved)
  expect(codes(await move('chi-bo-ben'))).toEqual([])
  expect([await stays(), await dueOf(quy)]).toEqual([moved, [['chi-bo-ben', null]]])
})

test('somebody who was enrolled in the wrong cell moves to the right one on the same day, as if they had been enrolled there', async () => {
  const enrolled = await enrol('office', { unit: 'chi-bo-ben', person: { ...person, full_name: 'Lục Văn Nhầm' } })
  const person_id = idOf(enrolled)
  const moved = await as('office', tx =>
    transferPerson(tx, actor('office'), { person_id, unit: 'chi-bo', on: today(), ends_posts: false, key: key(), today: today() }),
  )
  expect(codes(moved)).toEqual([])
  expect([await named('office', 'luc van nham'), await dueOf(person_id)]).toEqual([['Lục Văn Nhầm: chi-bo'], [['chi-bo', null]]])
})

test('Liễu leaves with a reason and owes nothing more; whoever heads a cell lays that down first, and nobody lets themselves go', async () => {
  const release = (who: Who, of: Who, reason = 'retired', on = today()) =>
    as(who, tx => releasePerson(tx, actor(who), { person_id: scene.people[of], reason, on, ends_posts: false, key: key(), today: today() }))
  expect(codes(await release('office', 'lieu', 'bored', '2020-01-01'))).toEqual(['no-reason reason', 'not-after on'])
  expect(codes(await release('office', 'office'))).toEqual(['to-oneself'])
  expect(codes(await release('office', 'hoa'))).toEqual(['holds-post ends_posts'])
  expect(codes(await release('office', 'far'))).toEqual(['unknown-person'])
  expect(codes(await release('hoa', 'lan'))).toEqual(['not-yours'])
  expect(codes(await release('office', 'lieu'))).toEqual([])
  expect(codes(await release('office', 'lieu'))).toEqual(['unknown-person'])
  expect(await dueOf(scene.people.lieu)).toEqual([['chi-bo-ben', 'void']])
  expect(await named('office', 'lieu')).toEqual([])
})

test('a correction is a new version on top of the one that was read; who was slower sees both texts', async () => {
  const lan = scene.people.lan
  const [known] = await look(world.database, actor('office'), db => findPerson(db, { person_id: lan, day: today() }))
  const correct = (who: Who, full_name: string, version = known!.version) => {
    const text = { full_name, birth_date: '1992-05-19', gender: 'female', ethnicity: 'Tày' }
    return as(who, tx => correctPerson(tx, actor(who), { person_id: lan, version, person: text, key: key(), today: today() }))
  }
  expect(codes(await correct('hoa', 'Nông Thị Lân'))).toEqual(['not-yours'])
  expect(codes(await correct('office', ''))).toEqual(['no-name full_name'])
  expect(codes(await correct('office', 'Nông Thị Lân'))).toEqual([])
  expect(codes(await correct('office', 'Nông Thị Lan'))).toEqual(['stale-version full_name'])
  const { rows } = await world.owner.query(
    'select full_name, upper(recorded) = $2 as stands from person_version where person_id = $1 order by 1',
    [lan, 'infinity'],
  )
  expect(rows).toEqual([
    { full_name: 'Nông Thị Lan', stands: false },
    { full_name: 'Nông Thị Lân', stands: true },
  ])
})

test('a post brings a role from its day and takes it away at its end; one holder a post, by an instrument, and nobody appoints themselves', async () => {
  const appoint = (who: Who, changes: Partial<Appointment> = {}) =>
    as(who, tx =>
      appointToPost(tx, actor(who), {
        person_id: scene.people.quy,
        unit: 'chi-bo-ben',
        title: 'Bí thư chi bộ',
        is_head: true,
        leads: false,
        from: today(),
        instrument: { number: '15-QĐ/ĐU', issuer: 'Đảng ủy xã', signed_on: today() },
        key: key(),
        today: today(),
        ...changes,
      }),
    )
  const roles = async () => (await look(world.database, actor('quy'), db => rolesOf(db, scene.people.quy, today()))).map(({ role }) => role)
  const nothing = { number: '', issuer: '', signed_on: '' }
  expect(codes(await appoint('office', { title: '', from: '2021-02-29', instrument: nothing }))).toEqual([
    'no-title title',
    'no-such-day from',
    'no-instrument number',
    'no-issuer issuer',
    'no-such-day signed_on',
  ])
  expect(codes(await appoint('hoa'))).toEqual(['not-yours unit'])
  expect(codes(await appoint('office', { unit: 'chi-bo-xa' }))).toEqual(['not-yours unit'])
  expect(codes(await appoint('office', { person_id: scene.people.office }))).toEqual(['to-oneself unit'])
  expect(codes(await appoint('administrator', { person_id: scene.people.far }))).toEqual(['unknown-person unit'])
  expect(codes(await appoint('office', { unit: 'chi-bo' }))).toEqual(['post-taken title'])
  const appointed = await appoint('administrator')
  expect(codes(appointed)).toEqual([])
  expect(await roles()).toEqual(['secretary'])
  const tenure_id = appointed.ok ? appointed.value.tenure_id : 0
  const end = (who: Who, on = addDays(today(), 0)) =>
    as(who, tx => endTenure(tx, actor(who), { tenure_id, on, key: key(), today: addDays(today(), 1) }))
  expect(codes(await end('quy'))).toEqual(['to-oneself on'])
  expect(codes(await end('hoa'))).toEqual(['unknown-tenure on'])
  expect(codes(await end('office'))).toEqual(['not-after on'])
  expect(codes(await end('office', addDays(today(), 2)))).toEqual(['to-come on'])
  expect(codes(await end('office', addDays(today(), 1)))).toEqual([])
  expect(codes(await end('office', addDays(today(), 1)))).toEqual(['unknown-tenure on'])
})

test('every act stands in the ledger, in the name of who did it', async () => {
  const { rows } = await world.owner.query(
    `select act, count(*)::int as times from ledger_entry where act <> 'issue-campaign' group by act order by act`,
  )
  const told = Object.fromEntries(rows.map(({ act, times }) => [act, times]))
  expect(told).toEqual({
    'appoint-to-post': 1,
    'correct-person': 1,
    'end-tenure': 1,
    'enrol-person': 3,
    'release-person': 1,
    'transfer-person': 4,
  })
})

test('Hòa retires, and the post of his cell ends on the same day with the role it brought', async () => {
  const { hoa } = scene.people
  const asked = { person_id: hoa, reason: 'retired', on: today(), ends_posts: true, key: key(), today: today() }
  expect(codes(await as('office', tx => releasePerson(tx, actor('office'), asked)))).toEqual([])
  expect(await look(world.database, actor('hoa'), db => rolesOf(db, hoa, today()))).toEqual([])
  const { rows } = await world.owner.query(
    `select upper(valid)::text as until from tenure where person_id = $1 and upper(recorded) = 'infinity'`,
    [hoa],
  )
  expect(rows).toEqual([{ until: today() }])
})

test('whoever left and comes back is offered as the one they were, with how alike they are, and never taken for them in silence', async () => {
  const lieu = { full_name: 'Bàn Thị Liễu', birth_date: '', gender: 'female', ethnicity: '' }
  const offered = await look(world.database, actor('office'), db => listEarlier(db, { ...lieu, unit: 'chi-bo' }))
  expect(offered.map(({ person_id, score, why }) => [person_id, score, why])).toEqual([[scene.people.lieu, 40, 'name-without-birth']])
  expect(codes(await enrol('office', { person: lieu }))).toEqual(['known-before earlier'])
  expect(codes(await enrol('office', { person: lieu, earlier: String(scene.people.lan) }))).toEqual(['known-before earlier'])
  const back = await enrol('office', { person: lieu, earlier: String(scene.people.lieu) })
  expect(idOf(back)).toBe(scene.people.lieu)
  expect(await named('office', 'ban thi lieu')).toEqual(['Bàn Thị Liễu: chi-bo'])
  expect(await look(world.database, actor('office'), db => listEarlier(db, { ...lieu, unit: 'chi-bo' }))).toEqual([])
})

test('whoever leaves goes on holding what another office has to end: the office is told which post of which unit, and ends its own alone', async () => {
  const { lan } = scene.people
  await addHead(world.owner, lan, scene.units.far_commune, 'Bí thư đảng ủy')
  const post = { person_id: lan, is_head: false, leads: false, from: '2026-01-01', key: key(), today: today() }
  const named = {
    unit: 'chi-bo',
    title: 'Phó bí thư chi bộ',
    instrument: { number: '16-QĐ/ĐU', issuer: 'Đảng ủy xã', signed_on: '2026-01-01' },
  }
  expect(codes(await as('office', tx => appointToPost(tx, actor('office'), { ...post, ...named })))).toEqual([])
  const [file] = await look(world.database, actor('office'), db => findPerson(db, { person_id: lan, day: today() }))
  expect(file!.tenures.map(({ title, unit_name }) => [title, unit_name])).toEqual([
    ['Phó bí thư chi bộ', 'chi-bo'],
    ['Bí thư đảng ủy', 'dang-bo-xa-xa'],
  ])
  const far = file!.tenures.find(({ title }) => title === 'Bí thư đảng ủy')!
  const end = { tenure_id: far.tenure_id, on: today(), key: key(), today: today() }
  expect(codes(await as('office', tx => endTenure(tx, actor('office'), end)))).toEqual(['not-yours on'])
  const leaving = { person_id: lan, on: today(), today: today() }
  const move = (ends_posts: boolean) =>
    as('office', tx => transferPerson(tx, actor('office'), { ...leaving, unit: 'chi-bo-ben', ends_posts, key: key() }))
  expect(codes(await move(false))).toEqual(['holds-post ends_posts'])
  const remaining = [{ post_id: far.post_id, title: 'Bí thư đảng ủy', unit_name: 'dang-bo-xa-xa' }]
  expect(await move(true)).toEqual({ ok: true, value: { unit: 'chi-bo-ben', remaining } })
  const release = { ...leaving, on: addDays(today(), 1), today: addDays(today(), 1), reason: 'moved-away', ends_posts: false, key: key() }
  expect(await as('office', tx => releasePerson(tx, actor('office'), release))).toEqual({ ok: true, value: { remaining } })
  const { rows } = await world.owner.query(
    `select p.title, nullif(upper(t.valid), 'infinity')::text as until from tenure t join post p using (post_id)
      where t.person_id = $1 and upper(t.recorded) = 'infinity' order by 1`,
    [lan],
  )
  expect(rows).toEqual([
    { title: 'Bí thư đảng ủy', until: null },
    { title: 'Phó bí thư chi bộ', until: today() },
  ])
})
