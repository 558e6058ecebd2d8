import { dayBefore } from '../../../basis/shared/dates.ts'
import { type Db, query } from '../../../platform/database/index.ts'
import {
  type NationalCommune,
  type NationalMappings,
  nationalMappings,
  sayPlace,
  type UntiedMapping,
  untiedMappingsOf,
} from '../../../register/organisation/index.ts'
import type { Drafted, DraftedOther, DraftedUnit } from './drafted.ts'
import { newKeys } from './unit-of-draft.ts'

type Place = { key: string; name: string; unit_kind: string }
type Commune = Place & { code: string | null; above: (Place & { rank: number }) | null }

const listCommunes = query<{ day: string }, Commune>(`
  select u.key, v.code, v.name, v.unit_kind,
         case when w.unit_id is not null
              then jsonb_build_object('key', a.key, 'name', w.name, 'unit_kind', w.unit_kind, 'rank', wk.rank) end as above
    from unit_version v
    join unit u      using (unit_id)
    join unit_kind k on k.unit_kind = v.unit_kind and k.hierarchy = 'territory'
                    and k.rank = (select rank from unit_kind where unit_kind = 'commune')
    left join placement p     on p.unit_id = v.unit_id and p.hierarchy = 'territory' and p.valid @> :day::date and is_open(p.recorded)
    left join unit a          on a.unit_id = p.parent_id
    left join unit_version w  on w.unit_id = p.parent_id and w.valid @> :day::date and is_open(w.recorded)
    left join unit_kind wk    on wk.unit_kind = w.unit_kind
   where v.valid @> :day::date and is_open(v.recorded)
   order by v.code, u.key`)

export const listProvinces = query<{ day: string }, Place>(`
  select u.key, v.name, v.unit_kind
    from unit_version v
    join unit u      using (unit_id)
    join unit_kind k on k.unit_kind = v.unit_kind and k.hierarchy = 'territory' and k.rank = 1
   where v.valid @> :day::date and is_open(v.recorded)
   order by v.code, u.key`)

export const listKindsOfProvinces = query<Record<never, never>, { unit_kind: string }>(`
  select unit_kind from unit_kind where hierarchy = 'territory' and rank = 1 order by unit_kind`)

/** What the list of today's units makes of a draft; what it leaves to whoever writes, by name. */
export type FromList = { drafted: Drafted; units: number; kept: number; ended: number; unknown: Commune[]; untied: UntiedMapping[] }

export type Parent = { key: string; name: string }

const rank_of_districts = 2

/**
 * The communes of the register as the nation's list of 1 July 2025 has them, put into a draft under one parent: what
 * was merged begins anew; one that goes on alone, by the same kind and name, moves; the districts between end. What the
 * draft names already stays as it is. Communes whose code the list does not know are left, and so are its lines that
 * are tied to nothing.
 */
export async function takeFromList(db: Db, drafted: Drafted, parent: Parent): Promise<FromList> {
  const named = namedIn(drafted)
  const open = (await listCommunes(db, { day: dayBefore(drafted.effective_on) })).filter(({ key }) => !named.has(key))
  const { successors } = nationalMappings()
  const tied = open.flatMap(commune => {
    const into = successors.get(commune.code ?? '')
    return into ? [{ commune, into }] : []
  })
  const groups = [...Map.groupBy(tied, ({ into }) => into.code).values()]
  const goesOn = ([one]: readonly Tied[]) => isAlone(one!, nationalMappings())
  const merged = groups.filter(group => !goesOn(group))
  const alone = groups.filter(goesOn).map(([one]) => one!.commune)
  const units = await unitsOf(db, merged, drafted, parent)
  const moved = alone.filter(({ above }) => above?.key !== parent.key).map(unit => otherOf(unit, parent))
  const ended = endedBetween(open, named, parent)
  return {
    drafted: { ...drafted, units: [...drafted.units, ...units], others: [...drafted.others, ...moved, ...ended] },
    ...{ units: units.length, kept: alone.length, ended: ended.length },
    unknown: open.filter(({ code }) => !successors.has(code ?? '')),
    untied: untiedMappingsOf(new Set(tied.map(({ into }) => into.province))),
  }
}

type Tied = { commune: Commune; into: NationalCommune }

/** Whether the list ties nothing else to it: what another register has, or the draft already names, is merged too. */
function isAlone({ commune, into }: Tied, { tied_to }: NationalMappings): boolean {
  return tied_to.get(into.code) === 1 && commune.name === into.name && commune.unit_kind === into.unit_kind
}

/** Units that give to others, that stand and receive, that end or move. */
function namedIn({ units, others }: Drafted): Set<string> {
  return new Set([...units.flatMap(({ key, parts }) => [key, ...parts.map(({ unit }) => unit)]), ...others.map(({ unit }) => unit)])
}

async function unitsOf(db: Db, groups: readonly Tied[][], drafted: Drafted, parent: Parent): Promise<DraftedUnit[]> {
  const keys = await newKeys(
    db,
    groups.map(([one]) => one!.into),
    drafted,
  )
  return groups.map((group, i) => {
    const { into } = group[0]!
    return {
      ...{ key: keys[i]!, stands: false, name: into.name, unit_kind: into.unit_kind, code: into.code },
      ...{ parent: parent.key, parent_name: parent.name, population: null, is_stated: false },
      parts: group.map(({ commune }) => ({
        ...{ unit: commune.key, name: sayPlace(commune, 'vi') },
        ...{ extent: 'whole' as const, population_share: null, area_share: null },
      })),
    }
  })
}

function otherOf(unit: Place, parent: Parent | null): DraftedOther {
  return { unit: unit.key, name: sayPlace(unit, 'vi'), parent: parent?.key ?? null, parent_name: parent?.name ?? null }
}

/** The districts above the communes: since 1 July 2025 there are none. */
function endedBetween(communes: readonly Commune[], named: ReadonlySet<string>, parent: Parent): DraftedOther[] {
  const above = communes.flatMap(({ above }) => above ?? [])
  const districts = above.filter(({ key, rank }) => rank === rank_of_districts && key !== parent.key && !named.has(key))
  return [...new Map(districts.map(district => [district.key, otherOf(district, null)])).values()]
}
