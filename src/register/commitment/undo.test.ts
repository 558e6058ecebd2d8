import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { fieldsFrom, type InventedCampaign, inventCampaign, written } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { homeRoutes } from '../../home/start/home-routes.tsx'
import { change } from '../../platform/database/index.ts'
import { planRoutes } from '../plan/plan-routes.tsx'
import { reminderRoutes } from '../reminder/reminder-routes.tsx'
import { commitmentRoutes } from './routes.tsx'
import { approveCommitments, endorseCommitments, returnCommitment } from './verbs/judge-commitment.ts'
import { enterByProxy } from './verbs/submit-commitment.ts'
import { undoSteps } from './verbs/undo-steps.ts'
import { confirmProxy, withdrawCommitment } from './verbs/withdraw-commitment.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let keys = 0

beforeAll(async () => {
  scene = await inventCampaign(world)
})

type Who = keyof InventedCampaign['people']
const key = () => `mot-lan-hoan-tac-${String(++keys).padStart(4, '0')}`
const actor = (who: Who) => ({ person_id: scene.people[who], name: who })
const as = <T>(who: Who, work: Parameters<typeof change<T>>[2]) => change(world.database, actor(who), work)
const said = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ code, values }) => `${code}: ${values?.name}`))

const deed = (n: number) => ({
  [`deed_${n}_what`]: `Việc ${n}`,
  [`deed_${n}_measure`]: 'sổ theo dõi',
  [`deed_${n}_due_on`]: addDays(scene.today, 20),
})
const lan = 'Nông Thị Lan'
const quy = 'Nông Văn Quý'
const lieu = 'Bàn Thị Liễu'

/** Hòa enters the paper of somebody; gives their commitment. */
async function enter(name: string, who: Who = 'hoa'): Promise<number> {
  const entry = {
    obligation_id: scene.names[name]!,
    fields: fieldsFrom({ ...written, ...deed(1), ...deed(2) }),
    key: key(),
    today: scene.today,
  }
  const entered = await as(who, tx => enterByProxy(tx, actor(who), entry))
  if (!entered.ok) throw new Error(JSON.stringify(entered.problems))
  return entered.value.commitment_id
}

const judge = (who: Who, verb: typeof endorseCommitments, id: number) =>
  as(who, tx => verb(tx, actor(who), { commitment_ids: [id], key: key(), today: scene.today }))
const giveBack = (who: Who, commitment_id: number) =>
  as(who, tx => returnCommitment(tx, actor(who), { commitment_id, comment: 'Nêu rõ ở đâu', key: key(), today: scene.today }))
const undo = (who: Who, step_ids: number[], pressed = key()) =>
  as(who, tx => undoSteps(tx, actor(who), { step_ids, key: pressed, today: scene.today }))

async function asLoader<T>(statement: string, values: unknown[] = []): Promise<T[]> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  return (await world.owner.query(statement, values)).rows as T[]
}

async function lastStep(commitment_id: number): Promise<number> {
  const steps = `select max(commitment_step_id) as id from commitment_step where commitment_id = $1 and upper(recorded) = 'infinity'`
  return (await asLoader<{ id: number }>(steps, [commitment_id]))[0]!.id
}

const statesKnownAt = async (commitment_id: number, at: string) =>
  (
    await asLoader<{ state: string }>(
      'select state from commitment_step where commitment_id = $1 and recorded @> $2::timestamptz order by commitment_step_id',
      [commitment_id, at],
    )
  ).map(row => row.state)

const now = async () => (await asLoader<{ at: string }>('select clock_timestamp()::text as at'))[0]!.at

test('Hòa undoes an endorsement once, however often he presses: it waits again, it is still known to have stood endorsed, and the ledger says who undid it', async () => {
  const id = await enter(lan)
  expect(said(await judge('hoa', endorseCommitments, id))).toEqual([])
  const step = await lastStep(id)
  const before = await now()
  const pressed = key()
  const twins = await Promise.all([undo('hoa', [step], pressed), undo('hoa', [step], pressed)])
  expect(twins[0]).toEqual({ ok: true, value: [{ commitment_id: id, obligation_id: scene.names[lan], move: 'endorse' }] })
  expect(twins[1]).toEqual(twins[0])
  expect(await statesKnownAt(id, before)).toEqual(['submitted', 'endorsed'])
  expect(await statesKnownAt(id, await now())).toEqual(['submitted'])
  const acts = await asLoader(`select actor_id, object_id from ledger_entry where act = 'undo-endorse'`)
  expect(acts).toEqual([{ actor_id: scene.people.hoa, object_id: String(id) }])
  expect(said(await judge('superior', approveCommitments, id))).toEqual(['wrong-state: undefined'])
})

test('what has followed cannot be undone from below, and the sentence says who mends it now', async () => {
  const id = await enter(quy)
  await judge('hoa', endorseCommitments, id)
  const first = await lastStep(id)
  expect(said(await undo('hoa', [first]))).toEqual([])
  await judge('superior', endorseCommitments, id)
  expect(said(await undo('hoa', [first]))).toEqual([`changed-since: ${quy}`])
  const second = await lastStep(id)
  expect(said(await giveBack('superior', id))).toEqual([])
  expect(said(await undo('hoa', [second]))).toEqual([`returned-since: ${quy}`])
  const again = await enter(quy)
  const entry = await lastStep(again)
  await judge('hoa', endorseCommitments, again)
  expect(said(await undo('hoa', [entry]))).toEqual([`endorsed-since: ${quy}`])
  const third = await lastStep(again)
  expect(said(await judge('superior', approveCommitments, again))).toEqual([])
  expect(said(await undo('hoa', [third]))).toEqual([`approved-since: ${quy}`])
  expect(said(await undo('superior', [await lastStep(again)]))).toEqual([`no-undo: ${quy}`])
  const amending = await enter(quy)
  const entered = await lastStep(amending)
  const before = await now()
  const undone = await undo('hoa', [entered])
  expect(undone).toEqual({ ok: true, value: [{ commitment_id: again, obligation_id: scene.names[quy], move: 'enter-by-proxy' }] })
  expect(await statesKnownAt(again, before)).toEqual(['submitted', 'endorsed', 'approved', 'superseded'])
  expect(await statesKnownAt(again, await now())).toEqual(['submitted', 'endorsed', 'approved'])
  expect(said(await undo('hoa', [entered]))).toEqual([`withdrawn-since: ${quy}`])
})

test('who takes an amendment back, waiting or returned, has the approved text again, and the ledger says so; endorsed, it is taken back no more', async () => {
  const quys = scene.names[quy]!
  const approved = await latestOpenOf(quy)
  const withdraw = () => as('quy', tx => withdrawCommitment(tx, actor('quy'), { obligation_id: quys, today: scene.today }))
  expect(said(await withdraw())).toEqual(['wrong-state: undefined'])
  for (const way of ['waiting', 'returned', 'mended'] as const) {
    const amending = await enter(quy)
    if (way !== 'waiting') expect(said(await giveBack('hoa', amending))).toEqual([])
    if (way === 'mended') await enter(quy)
    expect([way, await withdraw()]).toEqual([way, { ok: true, value: 'withdraw-amendment' }])
    expect([way, await latestOpenOf(quy), (await statesKnownAt(approved, await now())).at(-1)]).toEqual([way, approved, 'approved'])
  }
  const acts = await asLoader(`select actor_id, object_id from ledger_entry where act = 'restore-commitment' order by entry_id`)
  expect(acts.slice(-3)).toEqual(Array.from({ length: 3 }, () => ({ actor_id: scene.people.quy, object_id: String(approved) })))
  const amending = await enter(quy)
  await judge('hoa', endorseCommitments, amending)
  expect(said(await withdraw())).toEqual(['wrong-state: undefined'])
  expect(await bareUpdate('quy', 'commitment', `obligation_id = ${quys}`)).toBe(0)
  expect(await bareUpdate('quy', 'commitment_step', `commitment_id = ${approved}`)).toBe(0)
  await giveBack('superior', amending)
  await withdraw()
})

test('past the verb, nobody takes a text out of the register and leaves a superseded one behind', async () => {
  await enter(quy)
  await asLoader(`insert into commitment_step (commitment_id, state, happened_on) values ($1, 'withdrawn', $2)`, [
    await latestOpenOf(quy),
    scene.today,
  ])
  for (const who of ['lan', 'lieu', 'superior', 'far', 'leader'] as const)
    expect([who, await bareUpdate(who, 'commitment', 'true')]).toEqual([who, 0])
  const alone = as('quy', async tx => {
    await sql`update commitment set recorded = closed(recorded) where upper(recorded) = 'infinity'`.execute(tx)
    await sql`set constraints all immediate`.execute(tx)
    return done(null)
  })
  await expect(alone).rejects.toMatchObject({ constraint: 'something_supersedes' })
})

const latestOpenOf = async (name: string) =>
  (
    await asLoader<{ id: number }>(
      `select max(commitment_id) as id from commitment where obligation_id = $1 and upper(recorded) = 'infinity'`,
      [scene.names[name]],
    )
  )[0]!.id

test('an entry by proxy is withdrawn by the cell or its office, until the person has said that it is theirs; of several all are undone, or none', async () => {
  const id = await enter(lieu, 'office')
  expect(said(await undo('hoa', [await lastStep(id)]))).toEqual(['unknown-commitment: undefined'])
  expect(said(await undo('superior', [await lastStep(id)]))).toEqual([`not-yours: ${lieu}`])
  expect(said(await undo('lieu', [await lastStep(id)]))).toEqual([`own-work: ${lieu}`])
  expect(said(await undo('office', [await lastStep(id)]))).toEqual([])
  expect(await statesKnownAt(id, await now())).toEqual(['submitted', 'withdrawn'])
  const again = await enter(lieu, 'office')
  const confirmed = await as('lieu', tx => confirmProxy(tx, actor('lieu'), { obligation_id: scene.names[lieu]!, today: scene.today }))
  expect(confirmed.ok).toBe(true)
  expect(said(await undo('office', [await lastStep(again)]))).toEqual([`member-confirmed: ${lieu}`])
  const lans = await latestOf(lan)
  expect(said(await undo('office', [await lastStep(lans), await lastStep(again)]))).toEqual([`member-confirmed: ${lieu}`])
  expect(await statesKnownAt(lans, await now())).toEqual(['submitted'])
})

const latestOf = async (name: string) =>
  (await asLoader<{ id: number }>('select max(commitment_id) as id from commitment where obligation_id = $1', [scene.names[name]]))[0]!.id

test('past the verb, only who may endorse closes an endorsement, and nothing but the last step', async () => {
  const id = await latestOf(lieu)
  await judge('superior', endorseCommitments, id)
  const [submitted, endorsed] = (
    await asLoader<{ id: number }>('select commitment_step_id as id from commitment_step where commitment_id = $1 order by 1', [id])
  ).map(row => row.id) as [number, number]
  for (const who of ['hoa', 'lan', 'quy', 'office', 'lieu', 'far', 'leader'] as const)
    expect([who, await closes(who, endorsed)]).toEqual([who, 0])
  expect(await closes('superior', submitted)).toBe(0)
  expect(await closes('superior', endorsed)).toBe(1)
  await judge('superior', approveCommitments, id)
  expect([await closes('superior', endorsed), await closes('superior', await lastStep(id))]).toEqual([0, 0])
})

const closes = (who: Who, commitment_step_id: number) => bareUpdate(who, 'commitment_step', `commitment_step_id = ${commitment_step_id}`)

/** How many rows a bare update closes; nothing of it stays. */
async function bareUpdate(who: Who, table: 'commitment' | 'commitment_step', where: string): Promise<number> {
  const tried = await as(who, async tx => {
    const { rows } = await sql
      .raw(`update ${table} set recorded = closed(recorded) where upper(recorded) = 'infinity' and ${where} returning 1`)
      .execute(tx)
    return refused({ code: 'only-tried', limit: rows.length })
  })
  return tried.ok ? Number.NaN : Number(tried.problems[0]!.limit)
}

test('the notice after endorsing names whom it was, and its address does not; its button leads back to that text; once approved, the page says who can mend it', async () => {
  const { hoa: his, superior } = scene.people
  const signedInAs = await openPages(world, { hoa: his, superior }, options => [
    homeRoutes(options),
    ...commitmentRoutes(options),
    planRoutes(options),
    reminderRoutes(options),
  ])
  const hoa = await signedInAs('hoa')
  const view = await hoa.get('/chi-bo/chi-bo/doc')
  const endorsed = await hoa.post('/chi-bo/chi-bo/xac-nhan', { ...view.hidden, next: '0' })
  expect(endorsed.location).toMatch(/^[\w/?=&.-]*$/)
  const cell = await hoa.get(endorsed.location!)
  expect(cell.text).toContain(`Đã xác nhận bản của ${lan}.`)
  const step = String(await lastStep(await latestOf(lan)))
  expect(cell.hidden.step).toBe(step)

  const undone = await hoa.post('/chi-bo/chi-bo/hoan-tac', { step, key: key() })
  const back = await hoa.get(undone.location!)
  expect(back.text).toContain(`Đã hoàn tác. Bản của ${lan} lại chờ chi bộ xác nhận.`)
  const again = await hoa.post('/chi-bo/chi-bo/xac-nhan', { ...back.hidden, next: '0' })
  const office = await signedInAs('superior')
  const approved = await office.post('/doi-soat/huyen-uy/duyet', { ids: String(await latestOf(lan)), key: key() })
  expect(approved.location).toMatch(/^[\w/?=&.-]*$/)
  expect((await office.get(approved.location!)).text).toContain(`Đã duyệt bản của ${lan}.`)
  const late = await hoa.post('/chi-bo/chi-bo/hoan-tac', { step: String(await lastEndorsement(lan)), key: key() })
  expect([late.status, late.text.includes(`Cấp trên đã duyệt bản của ${lan}: nay chỉ ${lan} nộp bản sửa được.`)]).toEqual([422, true])
  const after = await hoa.get(again.location!)
  expect([after.text.includes(`Đã xác nhận bản của ${lan}.`), after.hidden.step]).toEqual([true, undefined])
})

const lastEndorsement = async (name: string) =>
  (
    await asLoader<{ id: number }>(
      `select max(commitment_step_id) as id from commitment_step where commitment_id = $1 and state = 'endorsed'`,
      [await latestOf(name)],
    )
  )[0]!.id

test('Liễu’s page offers to take her amendment back, says what it has come to, and offers it no more', async () => {
  const obligation = scene.names[lieu]!
  await enter(lieu, 'office')
  expect((await as('lieu', tx => confirmProxy(tx, actor('lieu'), { obligation_id: obligation, today: scene.today }))).ok).toBe(true)
  const signedInAs = await openPages(world, { lieu: scene.people.lieu }, options => [homeRoutes(options), ...commitmentRoutes(options)])
  const hers = await signedInAs('lieu')
  const offers = (text: string) =>
    ['Rút bản sửa, giữ bản đã duyệt', 'Rút lại để sửa', 'Sửa cam kết đã duyệt'].filter(button => text.includes(button))
  expect(offers((await hers.get('/cam-ket')).text)).toEqual(['Rút bản sửa, giữ bản đã duyệt'])
  const taken = await hers.post(`/cam-ket/${obligation}/rut`, {})
  const after = await hers.get(taken.location!)
  expect(after.text).toContain('Đã rút bản sửa. Bản đã duyệt lại có hiệu lực')
  expect(offers(after.text)).toEqual(['Sửa cam kết đã duyệt'])
  expect((await hers.get((await hers.post(`/cam-ket/${obligation}/rut`, {})).location!)).text).not.toContain('Đã rút')
})
