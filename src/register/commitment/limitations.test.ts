import { beforeAll, expect, test } from 'vitest'
import { addLimitation, fieldsFrom, type InventedCampaign, inventCampaign, written } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { change } from '../../platform/database/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { readCommitment } from './reads/read-commitment.ts'
import { saveDraft } from './verbs/save-draft.ts'
import { submitCommitment } from './verbs/submit-commitment.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let lans: number
const limitation = 'Họp thôn còn đến muộn'

/** Lan's reviews of the year before last and of last year each found something that nobody has seen repaired. */
beforeAll(async () => {
  scene = await inventCampaign(world)
  lans = scene.names['Nông Thị Lan']!
  await addLimitation(world, scene, { obligation_id: lans, years_ago: 2, what: 'Ghi chép chưa đủ' })
  await addLimitation(world, scene, { obligation_id: lans, years_ago: 1, what: limitation })
})

const lan = () => ({ person_id: scene.people.lan, name: 'Nông Thị Lan' })
let keys = 0

/** Writes over the draft and hands it in; the problems with their fields, or the number of the commitment. */
async function handIn(changes: Record<string, string>): Promise<string[] | number> {
  const deed = (n: number) => ({
    [`deed_${n}_what`]: `Việc ${n}`,
    [`deed_${n}_measure`]: 'sổ',
    [`deed_${n}_due_on`]: addDays(scene.today, 20),
  })
  const fields = fieldsFrom({ ...written, ...deed(1), ...deed(2), remedy: '', remedy_due_on: '', ...changes })
  const drafted = await world.owner.query(
    'select coalesce(max(version), 0)::int as version from commitment_draft where obligation_id = $1',
    [lans],
  )
  const outcome = await change(world.database, lan(), async tx => {
    const saved = await saveDraft(tx, lan(), { obligation_id: lans, version: drafted.rows[0].version, fields, today: scene.today })
    if (!saved.ok) return saved
    const { version } = saved.value
    return submitCommitment(tx, lan(), { obligation_id: lans, version, key: `lan-sua-han-che-${++keys}`, today: scene.today })
  })
  if (outcome.ok) return outcome.value.commitment_id
  return outcome.problems.map(({ code, field }) => `${code} ${field}`)
}

test('whoever was found wanting before answers all that is open, with a day within the window; each thing amiss stands at its field', async () => {
  const remedy = 'Đến trước giờ họp mười phút'
  const remedy_due_on = addDays(scene.today, 30)
  expect(await handIn({})).toEqual(['no-remedy remedy'])
  expect(await handIn({ remedy })).toEqual(['no-such-day remedy_due_on'])
  expect(await handIn({ remedy, remedy_due_on: '2021-01-01' })).toEqual(['outside-window remedy_due_on'])
  expect(await handIn({ remedy: 'x'.repeat(1001), remedy_due_on })).toEqual(['too-long remedy'])
  const { rows } = await world.owner.query('select from remedy')
  expect(rows).toEqual([])

  const commitment_id = await handIn({ remedy, remedy_due_on })
  expect(commitment_id).toEqual(expect.any(Number))
  for (const reader of [scene.people.lan, scene.people.hoa]) {
    const text = await look(world.database, { person_id: reader }, db => readCommitment(db, commitment_id as number))
    expect(text).toMatchObject({ remedy: { what: remedy, due_on: remedy_due_on }, limitation: `Ghi chép chưa đủ; ${limitation}` })
  }
  expect(await look(world.database, { person_id: scene.people.quy }, db => readCommitment(db, commitment_id as number))).toBeNull()
})
