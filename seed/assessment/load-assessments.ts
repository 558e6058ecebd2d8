import type pg from 'pg'
import { dayOf } from '../../src/basis/shared/dates.ts'
import { transactionOn } from '../../src/platform/database/index.ts'
import { beginCase, moveCase, recordResult } from '../../src/register/countryside/index.ts'
import { inTheNameOf } from '../in-the-name-of.ts'
import archive from './archive-assessments.sql?raw'

/**
 * The assessments of the communes: those of the middle of 2026 as an archive; and two that are under way while the demo
 * is looked at, made by the verbs in the name of one office above, so that the other finds what waits for it.
 */
export async function loadAssessments(owner: pg.Client, { until }: { until: string }): Promise<void> {
  // The accounts have their roles from the day on which the demo is loaded.
  if (until !== 'infinity') return
  const { rows: found } = await owner.query<{ judge: number; criteria_set: string; criteria: number }>(`
    select a.person_id as judge, s.criteria_set_id::text as criteria_set, s.criteria
      from account a
      join criteria_set s on s.standing_level = 'standard' and s.of_kind = 'commune' and s.valid @> today_in_vietnam()
     where a.is_demo and a.sign_in_name = 'mau.cap-tren-hai'`)
  const [first, second] = await listCommunesAtWork(owner)
  if (!found[0] || !first || !second) return
  const { judge, ...set } = found[0]
  const told = { judge, first: first.unit_id, second: second.unit_id }
  await owner.query(Object.entries(told).reduce((sql, [name, value]) => sql.replaceAll(`:${name}`, String(value)), archive))
  const assess = assessing(owner, { ...set, person_id: judge })
  await assess(first.unit, set.criteria - 2)
  await assess(second.unit, set.criteria)
}

/** The party's base organisations that work in a commune today. */
async function listCommunesAtWork(owner: pg.Client): Promise<{ unit: string; unit_id: number }[]> {
  const { rows } = await owner.query<{ unit: string; unit_id: number }>(`
    select u.key as unit, u.unit_id
      from unit_version v
      join unit u         on u.unit_id = v.unit_id
      join unit_version p on p.unit_id = v.place_id and p.unit_kind = 'commune' and p.valid @> today_in_vietnam() and is_open(p.recorded)
     where v.unit_kind = 'base-organisation' and v.valid @> today_in_vietnam() and is_open(v.recorded)
     order by u.key`)
  return rows
}

type Assessing = { criteria_set: string; criteria: number; person_id: number }

/** Somebody says of the first `n` criteria of a commune that they are met; where these are all, sends it in. */
function assessing(owner: pg.Client, { criteria_set, criteria, person_id }: Assessing) {
  const tx = transactionOn(owner)
  const today = dayOf(new Date())
  let presses = 0
  const pressed = () => ({ key: `demo-assessment-${String(++presses).padStart(8, '0')}`, today })
  const result = { is_met: 'yes', value: '', evidence: 'Biên bản số 12/BB-UBND xã (dữ liệu mẫu)', in_charge: '', due_on: '' }
  return async (unit: string, n: number): Promise<void> => {
    const begin = { criteria_set, assessed_on: today }
    const { standing_case_id } = await inTheNameOf(owner, person_id, actor => beginCase(tx, actor, { unit, begin, ...pressed() }))
    for (let number = 1; number <= n; number++)
      await inTheNameOf(owner, person_id, actor => recordResult(tx, actor, { standing_case_id, number, result, ...pressed() }))
    if (n < criteria) return
    await inTheNameOf(owner, person_id, actor => moveCase(tx, actor, { standing_case_id, move: 'submit', comment: '', ...pressed() }))
  }
}
