import type pg from 'pg'
import { addDays } from '../src/basis/shared/dates.ts'
import { addDue, type InventedCampaign, written } from '../test/harness/campaign.ts'
import { letIn } from './door.ts'

/**
 * Members of Lan's cell besides the cast, each due in the campaign with a whole draft and signed in. The number of each
 * is that of their obligation.
 */
export async function addMembers(owner: pg.Client, scene: InventedCampaign, first: number, last: number): Promise<void> {
  await addDue(owner, scene, first, last)
  await owner.query(
    `insert into commitment_draft (obligation_id, version, person_id, fields) select i, 1, i, $3 from generate_series($1::bigint, $2) i`,
    [first, last, JSON.stringify(draftOf(scene.today))],
  )
  await letIn(owner, first, last)
  await owner.query('analyze')
}

function draftOf(today: string): Record<string, string> {
  const deed = (number: number, what: string) => ({
    [`deed_${number}_what`]: what,
    [`deed_${number}_how`]: '',
    [`deed_${number}_measure`]: 'sổ theo dõi',
    [`deed_${number}_due_on`]: addDays(today, 20),
  })
  return { ...written, ...deed(1, 'Trồng 30 cây lát hoa'), ...deed(2, 'Giúp 3 hộ nộp hồ sơ') }
}
