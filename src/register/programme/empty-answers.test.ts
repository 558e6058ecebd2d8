import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import type { Outcome } from '../../basis/shared/outcome.ts'
import { change } from '../../platform/database/index.ts'
import { sayProblems } from '../../platform/staff/index.ts'
import { exceptObligation } from './except-obligation.ts'
import { extension_form } from './forms.ts'
import { campaign_problems } from './problem-words.ts'
import { extendCampaign } from './verbs/extend-campaign.ts'

const world = withDatabase('empty')
let scene: InventedCampaign

beforeAll(async () => {
  scene = await inventCampaign(world)
})

const office = () => ({ person_id: scene.people.superior, name: 'Đặng Phúc Sinh' })
const fields = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ field }) => field))

test('an exemption that says neither who nor why is told both', async () => {
  const asked = { obligation_id: 0, state: 'waived' as const, reason: ' ', today: scene.today }
  const outcome = await change(world.database, office(), tx => exceptObligation(tx, office(), asked))
  expect(fields(outcome)).toEqual(['obligation_id', 'reason'])
})

test('an extension with nothing in it is told of its unit, its day and its paper at once, each day by its name', async () => {
  const instrument = { number: '', issuer: '', title: '', signed_on: '', kind: 'decision' as const }
  const asked = { campaign_id: scene.campaign_id, unit: '', due_on: '', instrument, today: scene.today }
  const outcome = await change(world.database, office(), tx => extendCampaign(tx, office(), asked))
  expect(fields(outcome)).toEqual(['unit', 'due_on', 'number', 'issuer', 'title', 'signed_on'])
  const said = outcome.ok
    ? []
    : sayProblems(campaign_problems, { lang: 'vi', form: extension_form }, outcome.problems).map(({ say }) => say)
  expect(said).toEqual([
    'Chọn một đơn vị.',
    'Hạn nộp mới: nhập một ngày có thật, ví dụ 1/12/2026.',
    'Nhập số văn bản.',
    'Nhập cơ quan ban hành.',
    'Nhập trích yếu.',
    'Ngày ký: nhập một ngày có thật, ví dụ 1/12/2026.',
  ])
})
