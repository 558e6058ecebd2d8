import { beforeAll, expect, test } from 'vitest'
import { fieldsFrom, type InventedCampaign, instrument, inventCampaign, written } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { addDays } from '../../basis/shared/dates.ts'
import type { Outcome } from '../../basis/shared/outcome.ts'
import { homeRoutes } from '../../home/start/home-routes.tsx'
import { change } from '../../platform/database/index.ts'
import { addUnit } from '../../platform/sign-in/invented-commune.ts'
import { planRoutes } from '../plan/plan-routes.tsx'
import { issueCampaign, withdrawCampaign } from '../programme/index.ts'
import { reminderRoutes } from '../reminder/reminder-routes.tsx'
import { commitmentRoutes } from './routes.tsx'
import { saveDraft } from './verbs/save-draft.ts'
import { submitCommitment } from './verbs/submit-commitment.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
/** The campaign of the year after, called while the first is still open. */
let later: number
let signedInAs: Awaited<ReturnType<typeof openPages>>

type Who = keyof InventedCampaign['people']
const actor = (who: Who) => ({ person_id: scene.people[who], name: who })
const as = <T>(who: Who, work: Parameters<typeof change<T>>[2]) => change(world.database, actor(who), work)
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ code, field }) => `${code} ${field}`))

function issue(year: number, { accepts_doubts = true, days = [0, 40, 80] } = {}) {
  const [opens_on, due_on, closes_on] = days.map(day => addDays(scene.today, day)) as [string, string, string]
  const call = { year, opens_on, due_on, closes_on, deeds_least: 2, deeds_most: 3, form_version: 1, theme: `Chuyên đề ${year}` }
  const issuing = {
    programme: 'chi-thi-05',
    unit: 'huyen-uy',
    call,
    instrument: instrument(`${year}-CV/HU`, scene.today),
    today: scene.today,
  }
  return as('superior', tx => issueCampaign(tx, actor('superior'), { ...issuing, accepts_doubts }))
}

const withdraw = (who: Who, campaign_id: number, reason = 'Phát động nhầm năm') =>
  as(who, tx => withdrawCampaign(tx, actor(who), { campaign_id, reason, today: scene.today }))

async function asLoader<T>(statement: string, values: unknown[] = []): Promise<T[]> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  return (await world.owner.query(statement, values)).rows as T[]
}

/** Lan hands in her commitment of a campaign. */
async function handIn(campaign_id: number): Promise<void> {
  const [owed] = await asLoader<{ obligation_id: number }>(
    'select obligation_id from obligation where campaign_id = $1 and person_id = $2',
    [campaign_id, scene.people.lan],
  )
  const due = addDays(scene.today, 20)
  const deed = (n: number) => ({ [`deed_${n}_what`]: `Việc ${n}`, [`deed_${n}_measure`]: 'sổ theo dõi', [`deed_${n}_due_on`]: due })
  const { obligation_id } = owed!
  const handed = await as('lan', async tx => {
    const fields = fieldsFrom({ ...written, ...deed(1), ...deed(2) })
    const saved = await saveDraft(tx, actor('lan'), { obligation_id, version: 0, fields, today: scene.today })
    if (!saved.ok) return saved
    const key = `nop-cua-lan-trong-dot-${campaign_id}`.padEnd(24, '0')
    return submitCommitment(tx, actor('lan'), { obligation_id, version: saved.value.version, key, today: scene.today })
  })
  expect(codes(handed)).toEqual([])
}

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { hoa, lan, superior, office } = scene.people
  signedInAs = await openPages(world, { hoa, lan, superior, office }, options => [
    homeRoutes(options),
    ...commitmentRoutes(options),
    planRoutes(options),
    reminderRoutes(options),
  ])
})

test('a call whose days do not fit its year, or that meets another, is asked back and not issued', async () => {
  expect(codes(await issue(scene.year, { accepts_doubts: false, days: [61, 70, 80] }))).toEqual(['campaign-exists year'])
  expect(codes(await issue(scene.year + 1, { accepts_doubts: false }))).toContain('overlaps opens_on')
  expect(codes(await issue(scene.year + 3, { accepts_doubts: false, days: [61, 70, 80] }))).toEqual(['outside-year opens_on'])
  expect(codes(await issue(scene.year - 5, { accepts_doubts: false, days: [61, 70, 80] }))).toEqual([
    'outside-year due_on',
    'outside-year closes_on',
  ])
})

test('with two campaigns side by side each stays within reach: home, cell, what waits, map, reminders, plans', async () => {
  const issued = await issue(scene.year + 1)
  if (!issued.ok) throw new Error(JSON.stringify(issued.problems))
  later = issued.value.campaign_id
  await handIn(scene.campaign_id)

  const lan = await signedInAs('lan')
  const home = (await lan.get('/cam-ket')).text
  for (const year of [scene.year, scene.year + 1]) expect(home).toContain(`Cam kết năm ${year}`)

  const hoa = await signedInAs('hoa')
  const newest = (await hoa.get('/chi-bo/chi-bo')).text
  expect(newest).toContain(`/chi-bo/chi-bo?dot=${scene.campaign_id}`)
  expect(newest).not.toContain('Đọc và xác nhận 1 bản')
  const first = (await hoa.get(`/chi-bo/chi-bo?dot=${scene.campaign_id}`)).text
  expect(first).toContain(`/chi-bo/chi-bo/doc?dot=${scene.campaign_id}`)
  const view = await hoa.get(`/chi-bo/chi-bo/doc?dot=${scene.campaign_id}`)
  expect(view.text).toContain('Nông Thị Lan')
  const endorsed = await hoa.post(`/chi-bo/chi-bo/xac-nhan?dot=${scene.campaign_id}`, { ...view.hidden, next: '0' })
  expect(endorsed.location).toContain(`/chi-bo/chi-bo?dot=${scene.campaign_id}&xong=`)

  const superior = await signedInAs('superior')
  for (const path of ['/doi-soat/huyen-uy', '/nhac/huyen-uy', '/ke-hoach-lanh-dao/huyen-uy'])
    for (const [query, year] of [
      ['', scene.year + 1],
      [`?dot=${scene.campaign_id}`, scene.year],
    ] as const) {
      const { status, text } = await superior.get(`${path}${query}`)
      expect({ path, query, status, shown: text.includes(`aria-current="true">Đợt ${year}`) }).toEqual({
        path,
        query,
        status: 200,
        shown: true,
      })
    }
})

test('whoever is missing in the earlier of two campaigns is reminded of that one', async () => {
  const hoa = await signedInAs('hoa')
  const page = await hoa.get(`/nhac/chi-bo?dot=${scene.campaign_id}`)
  const sent = await hoa.post(`/nhac/chi-bo?dot=${scene.campaign_id}`, page.hidden)
  expect(sent.status).toBe(303)
  const wave = await hoa.get(sent.location!)
  expect([wave.status, wave.text.includes('Nông Văn Quý'), wave.text.includes('Nông Thị Lan')]).toEqual([200, true, false])
  const waves = await asLoader<{ campaign_id: number }>('select campaign_id from reminder_wave')
  expect(waves.map(row => row.campaign_id)).toEqual([scene.campaign_id])
})

test('each list of a unit can be had for Excel, and says of which campaign it is', async () => {
  const superior = await signedInAs('superior')
  for (const path of ['/chi-bo/chi-bo', '/doi-soat/huyen-uy', '/ke-hoach-lanh-dao/huyen-uy', '/nhac/huyen-uy/dot/1']) {
    const page = await superior.get(`${path}?dot=${scene.campaign_id}`)
    expect(page.text).toContain('tep=xlsx')
    const { status, headers, text } = await superior.get(`${path}?dot=${scene.campaign_id}&tep=xlsx`)
    expect([path, status, text.slice(0, 2), headers.get('cache-control')]).toEqual([path, 200, 'PK', 'no-store'])
  }
})

test('a unit or a campaign that is not there is «not found», never «forbidden»', async () => {
  const superior = await signedInAs('superior')
  for (const path of [
    '/doi-soat/khong-co',
    '/nhac/khong-co',
    '/chi-bo/khong-co',
    '/doi-soat/huyen-uy?dot=999999',
    '/nhac/huyen-uy/dot/999999',
  ])
    expect({ path, status: (await superior.get(path)).status }).toEqual({ path, status: 404 })
  expect((await (await signedInAs('lan')).get('/doi-soat/huyen-uy')).status).toBe(403)
})

test('a campaign is withdrawn while nobody has handed in, by whoever may call it; nobody is due in it, and its year can be called again', async () => {
  expect(codes(await withdraw('superior', scene.campaign_id))).toEqual(['handed-in reason'])
  expect(codes(await withdraw('office', later))).toEqual(['not-yours reason'])
  expect(codes(await withdraw('superior', later, ' '))).toEqual(['no-reason reason'])
  const due = () =>
    asLoader<{ due: number }>('select sum(due)::int as due from commitment_tally where campaign_id = $1', [later]).then(
      rows => rows[0]!.due,
    )
  const duties = () => asLoader('select from plan_duty where campaign_id = $1 and upper(recorded) = $2', [later, 'infinity'])
  const before = await due()
  expect(before).toBeGreaterThan(0)
  const withdrawn = await withdraw('superior', later)
  expect(withdrawn).toEqual({ ok: true, value: { year: scene.year + 1, freed: before } })
  expect(await due()).toBe(0)
  expect(await duties()).toEqual([])
  expect(codes(await withdraw('superior', later))).toEqual(['unknown-campaign reason'])
  expect((await (await signedInAs('lan')).get('/cam-ket')).text).not.toContain(`Cam kết năm ${scene.year + 1}`)
  expect((await (await signedInAs('superior')).get(`/doi-soat/huyen-uy?dot=${later}`)).status).toBe(404)
  const [entry] = await asLoader<{ act: string }>(
    `select act from ledger_entry where object = 'campaign' and object_id = $1 order by entry_id desc`,
    [String(later)],
  )
  expect(entry).toEqual({ act: 'withdraw-campaign' })
  const again = await issue(scene.year + 1)
  expect(again.ok && again.value.due).toBe(before)
  expect(codes(await issue(scene.year + 1))).toEqual(['campaign-exists year'])
})

test('what was handed in keeps a campaign from being withdrawn, whatever the verb was told', async () => {
  const state = world.owner.query(
    `insert into campaign_state (campaign_id, state, reason, valid) values ($1, 'withdrawn', 'x', daterange($2, 'infinity'))`,
    [scene.campaign_id, addDays(scene.today, 400)],
  )
  await expect(state).rejects.toMatchObject({ constraint: 'withdrawal_takes_nothing_back' })
})

test('a text that is too long for a draft is refused with its field, is still on the page, and nothing of it is cut or kept', async () => {
  const lan = await signedInAs('lan')
  const [owed] = await asLoader<{ obligation_id: number }>(
    `select obligation_id from obligation o join campaign_terms t using (campaign_id) where person_id = $1 and upper(t.recorded) = 'infinity' order by campaign_id desc`,
    [scene.people.lan],
  )
  const path = `/cam-ket/${owed!.obligation_id}/tu-ren-luyen`
  const page = await lan.get(path)
  const thought = 'ă'.repeat(25_000)
  const saved = await lan.post(path, { ...page.hidden, thought, ethics: 'Sống giản dị' })
  expect([saved.status, saved.text.includes(thought), saved.text.includes('20000 chữ cái')]).toEqual([422, true, true])
  const drafts = await asLoader<{ n: number }>('select count(*)::int as n from commitment_draft where obligation_id = $1', [
    owed!.obligation_id,
  ])
  expect(drafts).toEqual([{ n: 0 }])
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ ...page.hidden, thought }).toString()
  expect((await lan.send(path, { method: 'POST', body, headers })).status).toBe(422)
})

test('where nobody owes anything, no page says that all is done', async () => {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await addUnit(world.owner, 'chi-bo-chua-ai', 'cell', scene.units.commune)
  const office = await signedInAs('office')
  const titleOf = async (path: string) => /<h1[^>]*>(.*?)<\/h1>/s.exec((await office.get(path)).text)?.[1]
  expect(await Promise.all(['doi-soat', 'ke-hoach-lanh-dao'].map(page => titleOf(`/${page}/chi-bo-chua-ai`)))).toEqual([
    `Đợt cam kết ${scene.year + 1}: không ai phải nộp`,
    `Kế hoạch ${scene.year + 1}: chưa ai phải lập`,
  ])
})
