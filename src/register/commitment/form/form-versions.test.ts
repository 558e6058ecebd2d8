import { beforeAll, expect, test } from 'vitest'
import { fieldsFrom, type InventedCampaign, instrument, inventCampaign, written } from '../../../../test/harness/campaign.ts'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { addDays } from '../../../basis/shared/dates.ts'
import type { Outcome } from '../../../basis/shared/outcome.ts'
import { change } from '../../../platform/database/index.ts'
import { issueCampaign } from '../../programme/index.ts'
import { commitmentRoutes } from '../routes.tsx'
import { saveDraft } from '../verbs/save-draft.ts'
import { submitCommitment } from '../verbs/submit-commitment.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>

type Who = 'lan' | 'superior'
const actor = (who: Who) => ({ person_id: scene.people[who], name: who })
const as = <T>(who: Who, work: Parameters<typeof change<T>>[2]) => change(world.database, actor(who), work)
const codes = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ code, field }) => `${code} ${field}`))
const deed = (n: number) => ({
  ...{ [`deed_${n}_what`]: `Việc ${n}`, [`deed_${n}_measure`]: 'sổ theo dõi' },
  [`deed_${n}_due_on`]: addDays(scene.today, 20),
})

beforeAll(async () => {
  scene = await inventCampaign(world)
  signedInAs = await openPages(world, { lan: scene.people.lan }, options => commitmentRoutes(options))
})

/** The titles of a page, as its reader sees them: of its fields, or of what stands under its name. */
async function titlesOn(path: string): Promise<string[]> {
  const { text } = await (await signedInAs('lan')).get(path)
  return [...text.matchAll(/<(?:label for="\w+"|dt)>(.*?)<\/(?:label|dt)>/g)].map(([, title]) => title!)
}

async function issue(form_version: number): Promise<Outcome<{ campaign_id: number }>> {
  const { today, year } = scene
  const [due_on, closes_on] = [addDays(today, 30), addDays(today, 60)]
  const call = { year: year + 1, opens_on: today, due_on, closes_on, deeds_least: 1, deeds_most: 3, form_version, theme: 'x' }
  const issuing = { programme: 'chi-thi-05', unit: 'huyen-uy', call, instrument: instrument(`${form_version}-CV/HU`, today), today }
  return as('superior', tx => issueCampaign(tx, actor('superior'), { ...issuing, accepts_doubts: true }))
}

async function handIn(obligation_id: number, fields: Record<string, string>): Promise<string[]> {
  const { today } = scene
  const outcome = await as('lan', async tx => {
    const saved = await saveDraft(tx, actor('lan'), { obligation_id, version: 0, fields, today })
    if (!saved.ok) return saved
    return submitCommitment(tx, actor('lan'), {
      ...{ obligation_id, version: saved.value.version, today },
      key: `nop-theo-mau-${obligation_id}`.padEnd(24, '0'),
    })
  })
  return codes(outcome)
}

const second_form = `
  insert into campaign_form values (2, '[2016-01-01,infinity)');
  insert into commitment_part values
    (2, 'viec-lam-theo', 1, 'Việc', 'Deeds', 'deeds'), (2, 'ban-than', 2, 'Bản thân', 'Yourself', 'sections'),
    (2, 'han-che', 3, 'Hạn chế', 'Limitation', 'remedy');
  insert into commitment_section values
    (2, 'ethics', 'ban-than', 1, 'Nếp sống', 'Way of life', 'Một câu', 'A sentence', 12),
    (2, 'thought', 'ban-than', 2, 'Nhận thức', 'Understanding', 'Một câu', 'A sentence', 500)`

test('a version of the form that its office brings is read, drawn and judged by its rows; a campaign opens only with one of its day', async () => {
  const old = scene.names['Nông Thị Lan']!
  expect(await handIn(old, fieldsFrom({ ...written, ...deed(1), ...deed(2) }))).toEqual([])
  expect(codes(await issue(2))).toEqual(['wrong-form form_version'])
  await world.owner.query(second_form)
  const issued = await issue(2)
  expect(codes(issued)).toEqual([])
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query('select obligation_id from obligation where campaign_id = $1 and person_id = $2', [
    issued.ok && issued.value.campaign_id,
    scene.people.lan,
  ])
  const [{ obligation_id }] = rows as [{ obligation_id: number }]
  const lan = await signedInAs('lan')
  const list = await lan.get(`/cam-ket/${obligation_id}/viet`)
  expect([...list.text.matchAll(/cam-ket\/\d+\/([a-z-]+)">([^<]+)<\/a>/g)].slice(0, 4).map(([, part, title]) => [part, title])).toEqual([
    ['viec-lam-theo', 'Việc'],
    ['ban-than', 'Bản thân'],
    ['han-che', 'Hạn chế'],
    ['kiem-tra', 'Xem lại và nộp'],
  ])
  expect(await titlesOn(`/cam-ket/${obligation_id}/ban-than`)).toEqual(['Nếp sống', 'Nhận thức'])
  const fields = { ...deed(1), ethics: 'Sống giản dị hơn', thought: 'Học đủ buổi' }
  expect(await handIn(obligation_id, fields)).toEqual(['too-long ethics'])
  expect(await handIn(obligation_id, { ...fields, ethics: 'Giản dị', thought: '' })).toEqual(['no-section thought'])
  // A draft from before may hold what the form asks for no more.
  expect(await handIn(obligation_id, { ...fields, ethics: 'Giản dị', discipline: 'Dự đủ buổi' })).toEqual([])
  const kept = await world.owner.query('select ethics, thought, discipline from commitment where obligation_id = $1', [obligation_id])
  expect(kept.rows).toEqual([{ ethics: 'Giản dị', thought: 'Học đủ buổi', discipline: '' }])
})

test('what was handed in shows for ever with the version it was filled in, also where its campaign asks another since', async () => {
  const obligation_id = scene.names['Nông Thị Lan']!
  const receipt = `/cam-ket/${obligation_id}/giay-nhan`
  const first = [
    'Tư tưởng, chính trị',
    'Đạo đức, lối sống',
    'Tác phong, lề lối làm việc',
    'Tổ chức kỷ luật',
    'Phòng ngừa biểu hiện suy thoái',
  ]
  const titles = async () => (await titlesOn(receipt)).slice(-first.length)
  expect(await titles()).toEqual(first)
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(`
    with stood as (update campaign_terms set recorded = closed(recorded) where campaign_id = ${scene.campaign_id} and is_open(recorded) returning *)
    insert into campaign_terms (campaign_id, opens_on, due_on, closes_on, deeds_least, deeds_most, form_version)
    select campaign_id, opens_on, due_on, closes_on, deeds_least, deeds_most, 2 from stood`)
  await world.owner.query('commit')
  expect(await titlesOn(`/cam-ket/${obligation_id}/ban-than`)).toEqual(['Nếp sống', 'Nhận thức'])
  expect(await titles()).toEqual(first)
  for (const change of [
    `update commitment_section set title_vi = 'x'`,
    'delete from commitment_part',
    'update plan_form set deeds_most = 4',
  ])
    await expect(world.owner.query(change)).rejects.toThrow('stays as it is: what changes is another version')
})
