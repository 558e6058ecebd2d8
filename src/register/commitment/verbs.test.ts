import { beforeAll, expect, test } from 'vitest'
import { fieldsFrom, type InventedCampaign, instrument, inventCampaign, written } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { addDays } from '../../basis/shared/dates.ts'
import type { Outcome } from '../../basis/shared/outcome.ts'
import { change } from '../../platform/database/index.ts'
import { endException, exceptObligation, extendCampaign, issueCampaign } from '../programme/index.ts'
import { approveCommitments, endorseCommitments, returnCommitment } from './verbs/judge-commitment.ts'
import { saveDraft } from './verbs/save-draft.ts'
import { enterByProxy, submitCommitment } from './verbs/submit-commitment.ts'
import { confirmProxy, withdrawCommitment } from './verbs/withdraw-commitment.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let keys = 0

beforeAll(async () => {
  scene = await inventCampaign(world)
})

type Who = 'lan' | 'hoa' | 'quy' | 'lieu' | 'office' | 'superior'
const key = () => `mot-lan-bam-nut-${String(++keys).padStart(4, '0')}`
const actor = (who: Who) => ({ person_id: scene.people[who], name: who })
const as = <T>(who: Who, work: Parameters<typeof change<T>>[2]) => change(world.database, actor(who), work)
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.problems.map(({ code, field }) => (field ? `${code} ${field}` : code))
const obligation = (name: string) => scene.names[name]!
const lans = () => obligation('Nông Thị Lan')

/** Two deeds, and what the test changes of them. */
function form(changes: Record<string, string> = {}) {
  const due = addDays(scene.today, 20)
  const deed = (n: number, what: string) => ({
    [`deed_${n}_what`]: what,
    [`deed_${n}_how`]: '',
    [`deed_${n}_measure`]: 'sổ theo dõi',
    [`deed_${n}_due_on`]: due,
  })
  return fieldsFrom({ ...written, ...deed(1, 'Trồng 30 cây lát hoa'), ...deed(2, 'Giúp 3 hộ nộp hồ sơ'), ...changes })
}

async function save(who: Who, obligation_id: number, fields: Record<string, string>, version = 0): Promise<number> {
  const saved = await as(who, tx => saveDraft(tx, actor(who), { obligation_id, version, fields, today: scene.today }))
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
  return saved.value.version
}

const submit = (who: Who, obligation_id: number, version: number, pressed = key(), today = scene.today) =>
  as(who, tx => submitCommitment(tx, actor(who), { obligation_id, version, key: pressed, today }))
const judge = (who: Who, verb: typeof endorseCommitments, ids: number[], pressed = key()) =>
  as(who, tx => verb(tx, actor(who), { commitment_ids: ids, key: pressed, today: scene.today }))

/** Saves, tries to submit, and says which problems were found; nothing stays. */
async function refusalsOf(changes: Record<string, string>): Promise<string[]> {
  const fields = form(changes)
  const refusal = await as('lan', async tx => {
    const saved = await saveDraft(tx, actor('lan'), { obligation_id: lans(), version: 0, fields, today: scene.today })
    if (!saved.ok) return saved
    const outcome = await submitCommitment(tx, actor('lan'), {
      obligation_id: lans(),
      version: saved.value.version,
      key: key(),
      today: scene.today,
    })
    return outcome.ok ? { ok: false as const, problems: [{ code: 'it-would-have-been-taken' }] } : outcome
  })
  return codes(refusal)
}

const none = { deed_2_what: '', deed_2_measure: '', deed_2_due_on: '' }
const fourth = (n: number) => ({ [`deed_${n}_what`]: `Việc thứ ${n}`, [`deed_${n}_measure`]: 'x', [`deed_${n}_due_on`]: '31/12/2027' })

test('each thing that is wrong with a commitment has its own refusal, at its own field', async () => {
  expect(await refusalsOf({})).toEqual(['it-would-have-been-taken'])
  expect(await refusalsOf(none)).toEqual(['too-few-deeds deed_2_what'])
  expect(await refusalsOf({ ...fourth(3), ...fourth(4) })).toEqual(['too-many-deeds deed_4_what'])
  expect(await refusalsOf({ deed_1_what: ' ' })).toEqual(['no-deed-text deed_1_what'])
  expect(await refusalsOf({ deed_1_due_on: '2021-01-01' })).toEqual(['outside-window deed_1_due_on'])
  expect(await refusalsOf({ deed_1_due_on: '31/02/2027' })).toEqual(['no-such-day deed_1_due_on'])
  expect(await refusalsOf({ thought: 'x'.repeat(2001), ethics: '' })).toEqual(['too-long thought', 'no-section ethics'])
  expect(await refusalsOf({ deed_2_what: 'x'.repeat(501), deed_2_measure: '' })).toEqual([
    'too-long deed_2_what',
    'no-measure deed_2_measure',
  ])
})

test('the same words typed in pieces are the same bytes, and what no text can hold is left out', () => {
  const sent = fieldsFrom({
    thought: 'Học\u0000 nghị\u202e quyết\r\n'.normalize('NFD'),
    deed_1_due_on: '5/3/2027',
    __proto__: 'x',
    khac: 'y',
  } as never)
  expect(sent).toEqual({ thought: 'Học nghị quyết', deed_1_due_on: '2027-03-05' })
})

test('two tabs never overwrite one another: the second sees both texts; another part of the form goes on top', async () => {
  const lieu = obligation('Bàn Thị Liễu')
  const first = await save('lieu', lieu, { thought: 'một', ethics: 'hai' })
  await save('lieu', lieu, { thought: 'ba' }, first)
  const stale = await as('lieu', tx =>
    saveDraft(tx, actor('lieu'), { obligation_id: lieu, version: first, fields: { thought: 'bốn' }, today: scene.today }),
  )
  expect(stale).toEqual({
    ok: false,
    problems: [{ code: 'stale-version', field: 'thought', limit: 2, values: { mine: 'bốn', theirs: 'ba' } }],
  })
  expect(await save('lieu', lieu, { discipline: 'năm' }, first)).toBe(3)
  const never_read = await as('lieu', tx =>
    saveDraft(tx, actor('lieu'), { obligation_id: lieu, version: 2 ** 31, fields: { thought: 'sáu' }, today: scene.today }),
  )
  expect(codes(never_read)).toEqual(['stale-version thought'])
  expect(codes(await submit('lieu', lieu, 2))).toEqual(['stale-version'])
  expect(
    codes(await as('quy', tx => saveDraft(tx, actor('quy'), { obligation_id: lieu, version: 3, fields: {}, today: scene.today }))),
  ).toEqual(['unknown-obligation'])
})

test('Lan hands in once however often she presses, takes it back, hands in again; Hòa returns it, she mends it, Hòa endorses and the level above approves', async () => {
  const version = await save('lan', lans(), form())
  const pressed = key()
  const twins = await Promise.all([
    submit('lan', lans(), version, pressed),
    submit('lan', lans(), version, pressed),
    submit('lan', lans(), version, pressed),
  ])
  expect(twins[0]!.ok).toBe(true)
  expect(twins).toEqual([twins[0], twins[0], twins[0]])
  expect(codes(await submit('lan', lans(), version))).toEqual(['already-submitted'])
  expect(codes(await as('lan', tx => withdrawCommitment(tx, actor('lan'), { obligation_id: lans(), today: scene.today })))).toEqual([])
  const second = await submit('lan', lans(), version)
  const id = second.ok ? second.value.commitment_id : 0
  expect(codes(await judge('superior', approveCommitments, [id]))).toEqual(['wrong-state'])
  const give = (comment: string) =>
    as('hoa', tx => returnCommitment(tx, actor('hoa'), { commitment_id: id, comment, key: key(), today: scene.today }))
  expect(codes(await give(' '))).toEqual(['no-comment comment'])
  expect(codes(await give('Nêu rõ trồng ở đâu'))).toEqual([])
  const mended = await save('lan', lans(), { deed_1_what: 'Trồng 30 cây lát hoa ở Nà Lẹng' }, version)
  const third = await submit('lan', lans(), mended)
  const ids = third.ok ? [third.value.commitment_id] : []
  expect(codes(await judge('lan', endorseCommitments, ids))).toEqual(['own-work'])
  expect(codes(await judge('quy', endorseCommitments, ids))).toEqual(['unknown-commitment'])
  expect(codes(await judge('hoa', endorseCommitments, ids))).toEqual([])
  expect(codes(await as('lan', tx => withdrawCommitment(tx, actor('lan'), { obligation_id: lans(), today: scene.today })))).toEqual([
    'wrong-state',
  ])
  expect(codes(await judge('hoa', approveCommitments, ids))).toEqual(['not-yours'])
  expect(codes(await judge('superior', approveCommitments, ids))).toEqual([])
  const amended = await save('lan', lans(), { deed_2_what: 'Giúp 5 hộ nộp hồ sơ' }, mended)
  expect(codes(await submit('lan', lans(), amended))).toEqual([])
  const { rows } = await world.owner.query(
    `select c.version, array_agg(s.state order by s.commitment_step_id) as states
       from commitment c join commitment_step s using (commitment_id) where c.obligation_id = $1 group by 1 order by 1`,
    [lans()],
  )
  expect(rows).toEqual([
    { version: 1, states: ['submitted', 'withdrawn'] },
    { version: 2, states: ['submitted', 'returned', 'superseded'] },
    { version: 3, states: ['submitted', 'endorsed', 'approved', 'superseded'] },
    { version: 4, states: ['submitted'] },
  ])
})

test('what Hòa enters from paper stands, and is confirmed by whom it belongs to, once; nobody enters their own or out of their scope', async () => {
  const quy = obligation('Nông Văn Quý')
  const enter = (who: Who, obligation_id: number) =>
    as(who, tx => enterByProxy(tx, actor(who), { obligation_id, fields: form(), key: key(), today: scene.today }))
  const confirm = (who: Who) => as(who, tx => confirmProxy(tx, actor(who), { obligation_id: quy, today: scene.today }))
  expect(codes(await enter('hoa', obligation('Triệu Văn Hòa')))).toEqual(['own-obligation'])
  expect(codes(await enter('hoa', obligation('Bàn Thị Liễu')))).toEqual(['unknown-obligation'])
  expect(codes(await enter('superior', quy))).toEqual(['not-yours'])
  expect(codes(await confirm('quy'))).toEqual(['nothing-to-confirm'])
  expect(codes(await enter('hoa', quy))).toEqual([])
  expect(codes(await confirm('hoa'))).toEqual(['not-yours'])
  expect(codes(await confirm('quy'))).toEqual([])
  expect(codes(await confirm('quy'))).toEqual(['nothing-to-confirm'])
})

test('nobody hands in before the campaign opens, after it closes, or what they are exempt from', async () => {
  const hoa = obligation('Triệu Văn Hòa')
  const version = await save('hoa', hoa, form())
  expect(codes(await submit('hoa', hoa, version, key(), addDays(scene.today, -1)))).toEqual(['not-open'])
  expect(codes(await submit('hoa', hoa, version, key(), addDays(scene.closes_on, 1)))).toEqual(['closed'])
  const except = (who: Who, reason: string) =>
    as(who, tx => exceptObligation(tx, actor(who), { obligation_id: hoa, state: 'waived', reason, today: scene.today }))
  expect(codes(await except('office', ''))).toEqual(['no-reason reason'])
  expect(codes(await except('hoa', 'tuổi cao'))).toEqual(['own-obligation obligation_id'])
  expect(codes(await except('office', 'tuổi cao'))).toEqual([])
  expect(codes(await except('office', 'tuổi cao'))).toEqual(['already-excepted obligation_id'])
  expect(codes(await submit('hoa', hoa, version))).toEqual(['excepted'])
  const end = (who: Who) => as(who, tx => endException(tx, actor(who), { obligation_id: hoa, today: scene.today }))
  expect(codes(await end('hoa'))).toEqual(['own-obligation'])
  expect(codes(await end('lan'))).toEqual(['unknown-exception'])
  expect(codes(await end('office'))).toEqual([])
  expect(codes(await end('office'))).toEqual(['unknown-exception'])
  expect(codes(await submit('hoa', hoa, version))).toEqual([])
})

test('a campaign is called once a year, by who may, for somebody, with days in their order', async () => {
  const { today, year } = scene
  const call = {
    year: year + 1,
    opens_on: today,
    due_on: today,
    closes_on: today,
    deeds_least: 2,
    deeds_most: 3,
    form_version: 1,
    theme: 'x',
  }
  const issue = (who: Who, changes: object, unit = 'huyen-uy') =>
    as(who, tx =>
      issueCampaign(tx, actor(who), {
        programme: 'chi-thi-05',
        unit,
        call: { ...call, ...changes },
        instrument: instrument('13-CV/HU', today),
        today,
      }),
    )
  expect(codes(await issue('superior', { year }))).toEqual(['campaign-exists year'])
  expect(codes(await issue('hoa', {}))).toEqual(['not-yours unit'])
  expect(codes(await issue('superior', {}, 'tinh-uy'))).toEqual(['not-yours unit'])
  expect(codes(await issue('superior', {}, 'khong-co'))).toEqual(['unknown-unit unit'])
  expect(codes(await issue('superior', { due_on: addDays(today, -1) }))).toEqual(['due-before-opening due_on'])
  expect(codes(await issue('superior', { opens_on: '2027-02-30', theme: '', deeds_least: 4 }))).toEqual([
    'no-theme theme',
    'no-such-day opens_on',
    'wrong-bounds deeds_most',
  ])
  const extend = (who: Who, due_on: string, unit = 'dang-bo-xa') =>
    as(who, tx =>
      extendCampaign(tx, actor(who), { campaign_id: scene.campaign_id, unit, due_on, instrument: instrument('14-CV/HU', today), today }),
    )
  expect(codes(await extend('superior', scene.due_on))).toEqual(['not-later due_on'])
  expect(codes(await extend('superior', addDays(scene.closes_on, 1)))).toEqual(['after-close due_on'])
  expect(codes(await extend('office', addDays(scene.due_on, 5)))).toEqual(['not-yours unit'])
  expect(codes(await extend('superior', addDays(scene.due_on, 5), 'dang-bo-xa-xa'))).toEqual(['not-yours unit'])
  expect(codes(await extend('superior', addDays(scene.due_on, 5)))).toEqual([])
})
