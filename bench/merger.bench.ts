import type pg from 'pg'
import { onOwnGround, type Register } from '../prove/ground.ts'
import { loadDemo } from '../seed/load-demo.ts'
import { mergerOf2025 } from '../seed/territory/mergers.ts'
import { type Drafted, planOf } from '../src/home/merger/wizard/drafted.ts'
import { takeFromList } from '../src/home/merger/wizard/units-of-today.ts'
import { previewMerger } from '../src/numbers/figure/index.ts'
import { asOwner, change } from '../src/platform/database/index.ts'
import { mergeUnits, nationalMappings } from '../src/register/organisation/index.ts'
import { percentile, type Result, rounded, type Say, timed } from './measure.ts'

const goal_s = 5
const goal_of_nation_s = 60
const clerk = { person_id: null, name: 'bench' }

/**
 * What the merger of 2025 would have meant, asked of the register as it stood on 19/02/2021: 108 communes become 37,
 * eight districts end, and the figures are asked on both sides of it under each carry rule.
 */
export function bench(say: Say): Promise<Result[]> {
  return onOwnGround(async newRegister => [...(await measure(await newRegister(), say)), await measureNation(await newRegister(), say)])
}

/**
 * The nation's communes of before 1 July 2025, by their codes, under one province: the list fills a draft, and the
 * merger that it comes to is written. What no code ties stays apart, each line with its reasons.
 */
async function measureNation({ owner, database }: Register, say: Say): Promise<Result> {
  await owner.query('begin')
  await loadTheNationBefore(owner)
  await owner.query('commit')
  await owner.query('vacuum (analyze)')
  const began = performance.now()
  const parent = { key: 'ca-nuoc', name: 'Cả nước' }
  const { drafted, units, untied } = await takeFromList(database.db, bare, parent)
  const taken_s = (performance.now() - began) / 1000
  const merged = await asOwner(database, owned => change(owned, clerk, tx => mergeUnits(tx, clerk, planOf(drafted))))
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems.slice(0, 5)))
  const seconds = (performance.now() - began) / 1000
  const lines = drafted.units.flatMap(({ parts }) => parts).length + drafted.others.filter(({ parent }) => parent !== null).length
  say(
    `${lines} lines tied, into ${units} new units (drafted in ${rounded(taken_s, 1)} s); ${untied.length} of those kept apart name a unit of today`,
  )
  const list = nationalMappings()
  const what = `${list.successors.size + list.untied.length} lines of 2025: ${lines} merged, the others kept apart`
  return {
    ...{ what, value: rounded(seconds), unit: 's', against: null, ratio: null },
    ...{ goal: `≤ ${goal_of_nation_s} s`, met: seconds <= goal_of_nation_s },
  }
}

const bare: Drafted = {
  ...{ hierarchy: 'territory', effective_on: '2025-07-01', rule: null, least_share: null, units: [], others: [] },
  instrument: { number: '1/NQ', kind: 'resolution', issuer: 'Ủy ban Thường vụ Quốc hội', title: 'Sắp xếp', signed_on: '2025-06-16' },
}

async function loadTheNationBefore(owner: pg.Client): Promise<void> {
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await owner.query(`insert into unit (key) select unnest($1::text[])`, [
    ['ca-nuoc', 'huyen', ...[...nationalMappings().successors.keys()].map(code => `xa-${code}`)],
  ])
  await owner.query(`
    insert into unit_version (unit_id, code, name, unit_kind, valid)
    select unit_id, nullif(regexp_replace(key, '\\D', '', 'g'), ''), key,
           case key when 'ca-nuoc' then 'province' when 'huyen' then 'district' else 'commune' end, '[2015-01-01,infinity)'
      from unit`)
  await owner.query(`
    insert into placement (unit_id, hierarchy, parent_id, valid)
    select u.unit_id, 'territory', p.unit_id, '[2015-01-01,infinity)'
      from unit u join unit p on p.key = case u.key when 'huyen' then 'ca-nuoc' else 'huyen' end
     where u.key <> 'ca-nuoc'`)
}

async function measure({ owner, database }: Register, say: Say): Promise<Result[]> {
  await loadDemo(owner, { seed: 19_02_2021, scale: 0, until: '2021-02-19', say })
  const merger = mergerOf2025()
  const preview = async () => {
    const outcome = await asOwner(database, owned => previewMerger(owned, clerk, { merger, unit: 'tinh-bac-kan' }))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  }
  const seconds = percentile(await timed(preview, { times: 5, warmup: 1 }), 0.95) / 1000
  const what = `preview of ${merger.edges.length} successions and ${merger.successors.length} new units, p95 of 5`
  return [{ what, value: rounded(seconds), unit: 's', against: null, ratio: null, goal: `≤ ${goal_s} s`, met: seconds <= goal_s }]
}
