import type pg from 'pg'
import { addDays, dayOf } from '../../src/basis/shared/dates.ts'
import { transactionOn } from '../../src/platform/database/index.ts'
import { keepContribution } from '../../src/register/countryside/index.ts'
import { inTheNameOf } from '../in-the-name-of.ts'

/** What people of a commune gave in these days, as the office above wrote it down. */
const gifts = [
  { kind: 'land', quantity: 180, work: 'đường thôn Nà Lẹng', giver: 'Hộ bà Hoàng Thị Mẫu', giver_kind: 'household', ago: 6 },
  { kind: 'workdays', quantity: 24, work: 'đường thôn Nà Lẹng', giver: 'Tổ tự quản thôn Nà Lẹng', giver_kind: 'collective', ago: 4 },
  { kind: 'money', quantity: 2_500_000, work: 'nhà văn hóa thôn', giver: 'Hộ ông Nông Văn Mẫu', giver_kind: 'household', ago: 1 },
] as const

/** Gifts that wait for the office of the commune where the demo has an account. */
export async function loadGifts(owner: pg.Client, { until }: { until: string }): Promise<void> {
  // The accounts have their roles from the day on which the demo is loaded.
  if (until !== 'infinity') return
  const [commune] = await findCommune(owner)
  if (!commune) return
  const tx = transactionOn(owner)
  const today = dayOf(new Date())
  for (const [i, { kind: contribution_kind, ago, ...gift }] of gifts.entries()) {
    const keeping = {
      ...{ ...gift, contribution_kind, given_on: addDays(today, -ago), place: commune.place, unit_id: commune.unit_id },
      ...{ is_estimate: false, may_thank: i === 0, mobiliser: 'Chi bộ thôn', evidence: 'Biên bản số 5 (dữ liệu mẫu)', is_another: false },
    }
    const key = `demo-contribution-${String(i).padStart(8, '0')}`
    await inTheNameOf(owner, commune.keeper, actor => keepContribution(tx, actor, { ...keeping, today, key }))
  }
}

/** The commune, the party unit that works there, and who writes for it from above. */
async function findCommune(owner: pg.Client): Promise<{ keeper: number; unit_id: number; place: string }[]> {
  const { rows } = await owner.query(`
    select above.person_id as keeper, g.unit_id, place.key as place
      from account a
      join role_grant g      on g.person_id = a.person_id
      join unit_version base on base.unit_id = g.unit_id and base.valid @> today_in_vietnam() and is_open(base.recorded)
      join unit place        on place.unit_id = base.place_id
      join account above     on above.is_demo and above.sign_in_name = 'mau.cap-tren-hai'
     where a.is_demo and a.sign_in_name = 'mau.xa'`)
  return rows
}
