import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { addDays } from '../../basis/shared/dates.ts'
import type { Outcome } from '../../basis/shared/outcome.ts'
import { change } from '../../platform/database/index.ts'
import { addGrant, addMember, addPerson } from '../../platform/sign-in/invented-commune.ts'
import { type Merger, mergeUnits } from '../../register/organisation/index.ts'
import { homeRoutes } from '../start/index.ts'
import { confirmMerger, refuseMerger } from './decide-merger.ts'
import { mergerCommand } from './merger-command.ts'
import { mergersWaiting } from './mergers-waiting.ts'
import { previewProposal } from './preview-proposal.ts'
import { proposeMerger } from './propose-merger.ts'
import { mergerRoutes } from './routes.tsx'

const world = withDatabase('empty')
const folder = mkdtempSync(join(tmpdir(), 'merger-'))
afterAll(() => rmSync(folder, { recursive: true }))
const now = new Date()
let scene: InventedCampaign
let second: number
let narrow: number
let signedInAs: Awaited<ReturnType<typeof openPages>>

/**
 * The district's office lays; a second one of the same district confirms; one of the commune beside reaches too little.
 */
beforeAll(async () => {
  scene = await inventCampaign(world)
  await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
  second = await addPerson(world.owner, 'Vi Thị Hai')
  narrow = await addPerson(world.owner, 'Chu Văn Hẹp')
  for (const person of [second, narrow]) await addMember(world.owner, person, scene.units.far_cell)
  await addGrant(world.owner, second, 'superior-office', scene.units.district)
  await addGrant(world.owner, narrow, 'superior-office', scene.units.far_commune)
  await world.owner.query('commit')
  const { superior, office, lan } = scene.people
  signedInAs = await openPages(world, { superior, second, narrow, office, lan }, options => [
    homeRoutes({ ...options, notices: [mergersWaiting] }),
    mergerRoutes({ ...options, database: world.database }),
  ])
})

let n = 0
/** A merger of the two cells, or of one, under a number of its own; tomorrow. */
function plan(more: Partial<Merger> = {}): Merger {
  n += 1
  const key = `chi-bo-moi-${n}`
  return {
    hierarchy: 'party',
    effective_on: addDays(scene.today, 1),
    instrument: { number: `${n}-QĐ/HU`, kind: 'decision', issuer: 'Huyện ủy', title: 'Sáp nhập chi bộ', signed_on: scene.today },
    successors: [{ key, code: null, name: `Chi bộ mới ${n}`, unit_kind: 'cell', parent: 'dang-bo-xa' }],
    edges: ['chi-bo', 'chi-bo-ben'].map(predecessor => ({ predecessor, successor: key, population_share: null, area_share: null })),
    ...more,
  }
}
const actor = (person_id: number) => ({ person_id, name: 'x' })
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.problems.map(({ code, field }) => (field ? `${code} ${field}` : code))
const propose = (merger: Merger, who = scene.people.superior) =>
  change(world.database, actor(who), tx => proposeMerger(tx, actor(who), { plan: merger, now }))
async function laid(merger: Merger): Promise<number> {
  const outcome = await propose(merger)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value.merger_proposal_id
}
const seenOf = async (merger: Merger) => (await previewProposal(world.database, actor(second), merger)).digest
const confirm = async (merger_proposal_id: number, merger: Merger, who = second, seen?: string) =>
  confirmMerger(world.database, actor(who), { merger_proposal_id, seen: seen ?? (await seenOf(merger)), now })
const refuse = (merger_proposal_id: number, move: 'reject' | 'withdraw', reason: string, who: number) =>
  change(world.database, actor(who), tx => refuseMerger(tx, actor(who), { merger_proposal_id, move, reason, now }))
const rows = async (question: string, values: unknown[] = []) => (await world.owner.query(question, values)).rows
const isThere = async (key: string) => (await rows('select from unit where key = $1', [key])).length === 1
const acts = async (id: number) =>
  (await rows(`select act, actor_id from ledger_entry where object = 'merger-proposal' and object_id = $1 order by entry_id`, [id])).map(
    ({ act, actor_id }) => `${act} ${actor_id}`,
  )

describe('laying a merger', () => {
  test('takes the office above every unit named, for itself and for whoever confirms', async () => {
    expect(codes(await propose(plan(), narrow))).toEqual(['beyond-reach'])
    expect(codes(await propose(plan(), scene.people.office))).toEqual(['beyond-reach'])
    // A parent is named as well: who receives the cell is asked.
    const away = plan()
    const outcome = await propose({ ...away, successors: [{ ...away.successors[0]!, parent: 'dang-bo-xa-xa' }] })
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'beyond-reach', values: { units: 'dang-bo-xa-xa' } }] })
  })

  test('of a unit that nobody has is nobody’s, and so is one that names none', async () => {
    const unknown = plan()
    unknown.edges.push({ ...unknown.edges[0]!, predecessor: 'chi-bo-khong-co' })
    expect(codes(await propose(unknown))).toEqual(['beyond-reach'])
    await expect(propose(plan({ edges: [], successors: [] }))).rejects.toMatchObject({ code: '42501' })
  })

  test('needs an instrument that is signed, and a day that is not a century ahead', async () => {
    const { instrument } = plan()
    expect(codes(await propose(plan({ instrument: { ...instrument, signed_on: addDays(scene.today, 2) } })))).toEqual([
      'not-signed-yet instrument.signed_on',
    ])
    expect(codes(await propose(plan({ effective_on: '2126-12-05' })))).toEqual(['day-too-far effective_on'])
  })

  test('changes nothing of the map, stands in the ledger with the digest of its plan, and not twice', async () => {
    const merger = plan()
    const id = await laid(merger)
    expect(await isThere(merger.successors[0]!.key)).toBe(false)
    expect(await acts(id)).toEqual([`propose-merger ${scene.people.superior}`])
    expect(await rows('select plan_digest from merger_proposal where merger_proposal_id = $1', [id])).toEqual([
      { plan_digest: digestOf(merger) },
    ])
    expect(await propose(merger)).toMatchObject({ ok: false, problems: [{ code: 'laid-already', values: { number: id } }] })
    expect(codes(await refuse(id, 'withdraw', '', scene.people.superior))).toEqual([])
    expect(codes(await propose(merger))).toEqual([])
  })
})

describe('the second person', () => {
  test('is another than who laid it, and reaches every unit; the rest is refused and writes nothing', async () => {
    const merger = plan()
    const id = await laid(merger)
    expect(codes(await confirm(id, merger, scene.people.superior))).toEqual(['own-proposal'])
    for (const who of [narrow, scene.people.office, scene.people.lan, scene.people.administrator])
      expect(codes(await confirm(id, merger, who))).toEqual(['unknown-proposal'])
    expect(codes(await refuse(id, 'reject', 'x', scene.people.superior))).toEqual(['own-proposal'])
    expect(codes(await refuse(id, 'withdraw', '', second))).toEqual(['anothers-proposal'])
    expect(codes(await refuse(id, 'reject', ' ', second))).toEqual(['no-reason reason'])
    expect([await isThere(merger.successors[0]!.key), await acts(id)]).toEqual([false, [`propose-merger ${scene.people.superior}`]])
  })

  test('past the verb is held by the database as well, even of the owner', async () => {
    const merger = plan()
    const id = await laid(merger)
    const decide = `insert into merger_decision (merger_proposal_id, outcome, decided_by) values (${id}, 'confirmed', $1)`
    for (const who of [scene.people.superior, narrow, scene.people.lan]) {
      await world.owner.query('begin')
      await world.owner.query(`select set_config('neu_guong.person_id', $1, true)`, [String(who)])
      await expect(world.owner.query(decide, [who])).rejects.toMatchObject({ constraint: 'a_second_person_confirms' })
      await world.owner.query('rollback')
    }
    // In another's name, and in nobody's.
    await expect(world.owner.query(decide, [second])).rejects.toMatchObject({ constraint: 'a_second_person_confirms' })
    const app = await world.connect('neu_guong_app')
    await app.query('begin')
    await app.query(`select set_config('neu_guong.person_id', $1, true)`, [String(second)])
    await expect(app.query(decide, [second])).rejects.toMatchObject({ code: '42501' })
    await app.query('rollback')
    await expect(app.query(`update merger_proposal set plan = '{}'`)).rejects.toMatchObject({ code: '42501' })
  })

  test('rejects with a reason, once; it is nobody’s to confirm afterwards', async () => {
    const merger = plan()
    const id = await laid(merger)
    const seen = await seenOf(merger)
    expect(codes(await refuse(id, 'reject', ' Chưa lấy ý kiến chi bộ ', second))).toEqual([])
    expect(await rows('select outcome, reason from merger_decision where merger_proposal_id = $1', [id])).toEqual([
      { outcome: 'rejected', reason: 'Chưa lấy ý kiến chi bộ' },
    ])
    expect(codes(await confirm(id, merger, second, seen))).toEqual(['settled-already'])
    expect(await isThere(merger.successors[0]!.key)).toBe(false)
  })

  test('confirms what they saw: where it has come to mean something else meanwhile, nothing is written', async () => {
    const merger = plan()
    const id = await laid(merger)
    const seen = await seenOf(merger)
    await world.owner.query(`begin; set local neu_guong.loading = 'yes'`)
    const moved = await addPerson(world.owner, 'Mới Đến')
    await addMember(world.owner, moved, scene.units.cell)
    await world.owner.query('commit')
    expect(codes(await confirm(id, merger, second, seen))).toEqual(['register-moved'])
    expect([await isThere(merger.successors[0]!.key), (await acts(id)).length]).toEqual([false, 1])
    await refuse(id, 'withdraw', '', scene.people.superior)
  })
})

test('on her home page the second person is told, reads what it means, and confirms; the map is written in that transaction', async () => {
  for (const { merger_proposal_id } of await rows(
    'select merger_proposal_id from merger_proposal left join merger_decision d using (merger_proposal_id) where d.outcome is null',
  ))
    await refuse(merger_proposal_id, 'withdraw', '', scene.people.superior)
  const merger = plan()
  const file = join(folder, 'plan.json')
  writeFileSync(file, JSON.stringify(merger))
  expect(await mergerCommand(world.database, [file, '--apply'])).toMatchObject({ code: 2, err: expect.stringContaining('--as') })
  expect(await mergerCommand(world.database, [file, '--apply', '--as', 'khong-co'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('khong-co'),
  })
  expect(await mergerCommand(world.database, [file, '--unit', 'x'])).toMatchObject({ code: 2, err: expect.stringContaining('unit: ') })
  const printed = await mergerCommand(world.database, [file, '--apply', '--as', 'superior', '--json'])
  expect(printed).toMatchObject({ code: 0, err: '' })
  const id: number = JSON.parse(printed.out).merger_proposal_id

  const hers = await signedInAs('second')
  expect((await hers.get('/cam-ket')).text).toContain('1 sáp nhập chờ người thứ hai xác nhận')
  expect((await (await signedInAs('narrow')).get('/cam-ket')).text).not.toContain('chờ người thứ hai')
  const mine = await signedInAs('superior')
  expect((await mine.get('/cam-ket')).text).not.toContain('chờ người thứ hai')
  expect((await mine.get(`/sap-nhap/${id}`)).text).toContain('một người khác phải xác nhận')
  expect((await hers.get('/sap-nhap')).text).toContain(`href="/sap-nhap/${id}"`)
  expect([
    (await (await signedInAs('narrow')).get(`/sap-nhap/${id}`)).status,
    (await (await signedInAs('lan')).get('/sap-nhap')).status,
  ]).toEqual([403, 403])

  const page = (await hers.get(`/sap-nhap/${id}`)).text
  expect(page).toContain('từ ngày ấy tính cho Chi bộ mới')
  const seen = /name="seen" value="([0-9a-f]{64})"/.exec(page)![1]!
  expect((await hers.post(`/sap-nhap/${id}/bac`, { reason: '' })).status).toBe(422)
  const long = await hers.post(`/sap-nhap/${id}/bac`, { reason: 'a'.repeat(2001) })
  expect([long.status, long.text.includes('Mục này dài hơn 1000 ký tự.')]).toEqual([422, true])
  expect((await hers.post(`/sap-nhap/${id}/xac-nhan`, { seen: '0'.repeat(64) })).text).toContain('Sổ đã thay đổi từ khi bạn xem')
  expect(await isThere(merger.successors[0]!.key)).toBe(false)
  expect((await hers.post(`/sap-nhap/${id}/xac-nhan`, { seen })).status).toBe(303)
  expect(await isThere(merger.successors[0]!.key)).toBe(true)
  expect(await acts(id)).toEqual([`propose-merger ${scene.people.superior}`, `confirm-merger ${second}`])
  expect((await rows(`select actor_id from ledger_entry where act = 'merge-units' order by entry_id desc limit 1`))[0].actor_id).toBe(
    second,
  )
  expect((await hers.post(`/sap-nhap/${id}/xac-nhan`, { seen })).status).toBe(422)
  expect((await hers.get('/cam-ket')).text).not.toContain('chờ người thứ hai')
  expect((await (await signedInAs('superior')).get(`/sap-nhap/${id}`)).text).toContain('đã xác nhận')
})

test('where the register no longer takes the plan, the page says why before anybody presses, and the press is refused', async () => {
  const merger = plan({ edges: [{ predecessor: 'chi-bo-xa', successor: 'x', population_share: null, area_share: null }] })
  const key = merger.successors[0]!.key
  const own: Merger = {
    ...merger,
    successors: [{ ...merger.successors[0]!, parent: 'dang-bo-xa' }],
    edges: [{ predecessor: `chi-bo-moi-${n - 1}`, successor: key, population_share: null, area_share: null }],
    effective_on: addDays(scene.today, 3),
  }
  const id = await laid(own)
  const seen = await seenOf(own)
  const other = {
    ...own,
    successors: [{ ...own.successors[0]!, key: `${key}-khac` }],
    edges: [{ ...own.edges[0]!, successor: `${key}-khac` }],
  }
  expect(await world.changeAsOwner(tx => mergeUnits(tx, { person_id: null, name: 'test' }, other))).toMatchObject({ ok: true })
  const hers = await signedInAs('second')
  const page = (await hers.get(`/sap-nhap/${id}`)).text
  expect(page).toContain('Bây giờ không sáp nhập được như kế hoạch này')
  expect(page).not.toContain('Xác nhận sáp nhập')
  const outcome = await confirm(id, own, second, seen)
  expect(codes(outcome)).toEqual(['register-moved', 'source-ended edges.0.predecessor'])
})
