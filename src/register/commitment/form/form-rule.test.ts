import { beforeAll, expect, test } from 'vitest'
import { fieldsFrom, type InventedCampaign, instrument, inventCampaign, written } from '../../../../test/harness/campaign.ts'
import { withDatabase } from '../../../../test/harness/database.ts'
import { formsOn } from '../../../../test/harness/forms.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { addDays, inDayMonthYear } from '../../../basis/shared/dates.ts'
import { change } from '../../../platform/database/index.ts'
import { issueCampaign } from '../../programme/index.ts'
import { ruleRoutes } from '../../rule/index.ts'
import { commitmentRoutes } from '../routes.tsx'
import { saveDraft } from '../verbs/save-draft.ts'
import { submitCommitment } from '../verbs/submit-commitment.ts'
import { commitment_form } from './form-rule.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>
let path: string

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { rows } = await world.owner.query('select t.unit_id, u.key from top_of_party() t join unit u using (unit_id)')
  path = `/quy-dinh/${rows[0].key}/mau`
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  for (const person_id of [scene.people.far, scene.people.quy])
    await world.owner.query(
      `insert into role_grant (person_id, role, unit_id, instrument_id, valid)
       select $1, 'superior-office', $2, min(instrument_id), '[2020-01-01,infinity)' from instrument`,
      [person_id, rows[0].unit_id],
    )
  await world.owner.query('commit')
  const { lan, superior, far: top, quy: second } = scene.people
  signedInAs = await openPages(world, { lan, superior, top, second }, options => [
    ruleRoutes({ ...options, rules: [commitment_form] }),
    ...commitmentRoutes(options),
  ])
})

const lan = () => ({ person_id: scene.people.lan, name: 'lan' })
const deed = (n: number) => ({
  ...{ [`deed_${n}_what`]: `Việc ${n}`, [`deed_${n}_measure`]: 'sổ theo dõi' },
  [`deed_${n}_due_on`]: addDays(scene.today, 20),
})
async function titlesOn(address: string): Promise<string[]> {
  const { text } = await (await signedInAs('lan')).get(address)
  return [...text.matchAll(/<(?:label for="\w+"|dt)>(.*?)<\/(?:label|dt)>/g)].map(([, title]) => title!)
}

/** What the page holds, with some of it changed. */
async function formWith(more: Record<string, string>, without: string[] = []): Promise<Record<string, string>> {
  const { text } = await (await signedInAs('top')).get(path)
  const form = formsOn(text).find(({ action }) => action === path)!
  const paper = { number: '9-HD/TU', issuer: 'Tỉnh ủy', title: 'Về mẫu bản cam kết', signed_on: '1/11/2026' }
  const kept = form.holds.filter(([name]) => !without.includes(name))
  return { ...Object.fromEntries(kept), from: inDayMonthYear(scene.today), ...paper, ...more }
}

/** What was laid holds nowhere until another person of the office confirms it, whom whoever laid it is not. */
async function confirmBySecond(): Promise<void> {
  const versions = async () => (await world.owner.query('select count(*)::int as n from campaign_form')).rows[0].n
  const [top, second] = [await signedInAs('top'), await signedInAs('second')]
  expect(await versions()).toBe(1)
  const laid = (await second.get(path)).text
  const [, confirm] = /action="([^"]+\/xac-nhan)"/.exec(laid)!
  expect([laid.includes('Nếp sống, nếp nhà'), (await top.get(path)).text.includes('/xac-nhan"')]).toEqual([true, false])
  expect((await top.post(confirm!, {})).text).toContain('người khác phải xác nhận')
  const without_reason = await second.post(confirm!.replace('xac-nhan', 'bac'), { reason: ' ' })
  expect([without_reason.status, await versions()]).toEqual([422, 1])
  const pressed = [await second.post(confirm!, {}), await second.post(confirm!, {})]
  expect([pressed.map(({ status }) => status), await versions()]).toEqual([[303, 303], 2])
  expect((await second.post(confirm!.replace('xac-nhan', 'bac'), { reason: 'muộn' })).text).toContain('đã có người quyết định')
}

test('what was laid is taken back or rejected, and one at a time waits; no version comes past the pages without a second person', async () => {
  const top = await signedInAs('top')
  const fields = await formWith({})
  const lay = (key: string) => top.post(path, { ...fields, chac: '1', key })
  expect((await lay('trinh-roi-rut-lan-bam-0001')).status).toBe(303)
  const twice = await lay('trinh-chong-mot-lan-bam-01')
  expect([twice.status, twice.text.includes('chờ người thứ hai')]).toEqual([422, true])
  const actionOf = async (who: 'top' | 'second', move: string) =>
    new RegExp(`action="([^"]+/${move})"`).exec((await (await signedInAs(who)).get(path)).text)![1]!
  expect((await top.post(await actionOf('top', 'rut'), {})).location).toContain('xong=rut')
  expect((await lay('trinh-roi-bac-lan-bam-0001')).status).toBe(303)
  const second = await signedInAs('second')
  expect((await second.post(await actionOf('second', 'bac'), { reason: 'Chưa hỏi các chi bộ' })).location).toContain('xong=bac')
  const { rows } = await world.owner.query(`select act from ledger_entry where object = 'rule' order by entry_id`)
  expect(rows.map(({ act }) => act)).toEqual(['propose-rule', 'withdraw-rule', 'propose-rule', 'reject-rule'])
  const app = await world.connect('neu_guong_app')
  await app.query(`select set_config('neu_guong.person_id', $1, false)`, [String(scene.people.far)])
  await expect(app.query(`insert into campaign_form (form_version, valid) values (9, '[2027-01-01,infinity)')`)).rejects.toMatchObject({
    code: '42501',
  })
})

test('an office makes another version of the form; the campaign that runs and what was handed in keep theirs, the next one asks anew', async () => {
  const { today, year, people, names } = scene
  const obligation_id = names['Nông Thị Lan']!
  const handed_in = await change(world.database, lan(), async tx => {
    const saved = await saveDraft(tx, lan(), {
      obligation_id,
      version: 0,
      fields: fieldsFrom({ ...written, ...deed(1), ...deed(2) }),
      today,
    })
    if (!saved.ok) return saved
    return submitCommitment(tx, lan(), { obligation_id, version: saved.value.version, today, key: 'nop-theo-mau-mot-000000001' })
  })
  expect(handed_in.ok).toBe(true)
  const before = await titlesOn(`/cam-ket/${obligation_id}/giay-nhan`)
  const top = await signedInAs('top')
  const changed = {
    thought_place: '2',
    ethics_place: '1',
    ethics_title_vi: 'Nếp sống, nếp nhà',
    ethics_hint_vi: 'Một câu thật',
    ethics_longest: '400',
  }
  const fields = await formWith(changed, ['prevention_asked'])
  const checked = await top.post(path, fields)
  expect([
    checked.status,
    checked.text.includes('1. Nếp sống, nếp nhà\nMột câu thật'),
    checked.text.includes(`Đợt ${year} đã phát động giữ mẫu 1`),
  ]).toEqual([200, true, true])
  expect((await top.post(path, { ...fields, chac: '1', key: 'mau-hai-mot-lan-bam-000001' })).status).toBe(303)
  await confirmBySecond()
  const { rows } = await world.owner.query(
    'select section, title_vi, longest from commitment_section where form_version = 2 order by ordinal',
  )
  expect(rows).toEqual([
    { section: 'ethics', title_vi: 'Nếp sống, nếp nhà', longest: 400 },
    { section: 'thought', title_vi: 'Tư tưởng, chính trị', longest: 2000 },
    { section: 'working_style', title_vi: 'Tác phong, lề lối làm việc', longest: 2000 },
    { section: 'discipline', title_vi: 'Tổ chức kỷ luật', longest: 2000 },
  ])
  expect(await titlesOn(`/cam-ket/${obligation_id}/giay-nhan`)).toEqual(before)
  expect((await top.get(path)).text).toContain('Mẫu 2: Nếp sống, nếp nhà; Tư tưởng, chính trị')
  const call = { year: year + 1, opens_on: today, due_on: addDays(today, 30), closes_on: addDays(today, 60), deeds_least: 2, deeds_most: 3 }
  const issuing = {
    programme: 'chi-thi-05',
    unit: 'huyen-uy',
    call: { ...call, form_version: 2, theme: 'x' },
    instrument: instrument('3-CV/HU', today),
    today,
  }
  const superior = { person_id: people.superior, name: 'superior' }
  const issued = await change(world.database, superior, tx => issueCampaign(tx, superior, { ...issuing, accepts_doubts: true }))
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const owed = await world.owner.query('select obligation_id from obligation where campaign_id = $1 and person_id = $2', [
    issued.ok && issued.value.campaign_id,
    people.lan,
  ])
  expect(await titlesOn(`/cam-ket/${owed.rows[0].obligation_id}/tu-ren-luyen`)).toEqual([
    ...['Nếp sống, nếp nhà', 'Tư tưởng, chính trị', 'Tác phong, lề lối làm việc', 'Tổ chức kỷ luật'],
  ])
  expect(await titlesOn(`/cam-ket/${obligation_id}/tu-ren-luyen`)).toHaveLength(5)
})

test('a form that asks for nothing, two parts at one place, and an office below are refused; a version cannot be written anew past the pages', async () => {
  const top = await signedInAs('top')
  const asked = ['thought', 'ethics', 'working_style', 'discipline', 'prevention'].map(section => `${section}_asked`)
  const empty = await top.post(path, { ...(await formWith({}, asked)), chac: '1', key: 'mau-rong-mot-lan-bam-00001' })
  expect([empty.status, empty.text.includes('Mẫu phải hỏi ít nhất một phần.')]).toEqual([422, true])
  const twice = await top.post(path, {
    ...(await formWith({ thought_place: '1', ethics_place: '1' })),
    chac: '1',
    key: 'mau-trung-mot-lan-bam-0001',
  })
  expect([twice.status, twice.text.includes('Hai phần cùng một thứ tự.')]).toEqual([422, true])
  const below = await (await signedInAs('superior')).post(path, { ...(await formWith({})), chac: '1', key: 'mau-cap-duoi-mot-lan-00001' })
  expect(below.status).toBe(403)
  const app = await world.connect('neu_guong_app')
  await app.query(`select set_config('neu_guong.person_id', $1, false)`, [String(scene.people.far)])
  await expect(app.query(`update commitment_section set title_vi = 'x'`)).rejects.toThrow(/permission denied/)
})
