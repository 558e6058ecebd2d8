import standings from '../../seed/countryside/standings.csv?raw'
import { readCsv } from '../../seed/read-csv.ts'
import successions from '../../seed/territory/successions.csv?raw'
import versions from '../../seed/territory/versions.csv?raw'
import { recogniseStanding } from '../../src/register/countryside/index.ts'
import { tester, type World } from './database.ts'

/** The resolution by which the communes of 2020 were merged, in the words of the form. */
export const resolution_2020 = {
  ...{ hierarchy: 'territory', effective_on: '1/2/2020', rule: 'all', number: '855/NQ-UBTVQH14' },
  ...{ issuer: 'Ủy ban Thường vụ Quốc hội', title: 'Sắp xếp các đơn vị hành chính cấp xã', signed_on: '10/1/2020' },
}

/** The communes that lose their standing by it. */
export const lapsed_2020 = ['Cao Trĩ', 'Cường Lợi', 'Hảo Nghĩa', 'Nông Thịnh', 'Phương Linh', 'Rã Bản', 'Tân Tiến', 'Yên Đĩnh']

/** Recognises in a register of 2019 what was decided from then until the article of 19/02/2021. */
export async function recogniseUntil2021(world: World): Promise<void> {
  const decisions = readCsv(standings).filter(row => row.decided_on! > '2019-02-19' && row.decided_on! < '2021-02-19')
  for (const { unit_key, standing_level, decided_on, effective_year } of decisions) {
    const decision = {
      ...{ unit: unit_key!, standing_level: standing_level!, verdict: 'recognised' as const, decided_on: decided_on! },
      effective_year: Number(effective_year),
      instrument: {
        number: `QĐ ${decided_on}`,
        kind: 'decision' as const,
        issuer: 'Ủy ban nhân dân tỉnh',
        title: 'Công nhận',
        signed_on: decided_on!,
      },
    }
    const outcome = await world.changeAsOwner(tx => recogniseStanding(tx, tester, decision))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  }
}

export type Successor = {
  name: string
  unit_kind: string
  code: string
  parent: string
  parts: { unit: string; name: string; extent: string }[]
}

/** Each successor of 2020 as the resolution has it, with what goes into it. */
export function successorsOf2020(): Successor[] {
  const edges = readCsv(successions).filter(row => row.instrument_key === 'nq-855-2020')
  return [...Map.groupBy(edges, edge => edge.successor_key!)].map(([successor, own]) => {
    const { name, unit_kind, code, parent_key } = versionOf(successor)
    const parts = own.map(({ predecessor_key, population_share }) => ({
      ...{ unit: predecessor_key!, name: versionOf(predecessor_key!).name! },
      extent: population_share ? 'whole' : 'part',
    }))
    return { name: name!, unit_kind: unit_kind!, code: code!, parent: parent_key!, parts }
  })
}

function versionOf(key: string): Record<string, string> {
  return readCsv(versions).find(row => row.unit_key === key)!
}
