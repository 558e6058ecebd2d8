import { type Db, query } from '../../../platform/database/index.ts'
import { listFields } from '../reads/list-fields.ts'
import type { Award, AwardFault, AwardLine, TablePlace } from './award-list.ts'
import { judgeLines, type LinesJudged, type PlaceThen } from './judge-lines.ts'

type Compared = { lines: readonly AwardLine[]; columns: TablePlace['columns']; sender: number; today: string }

/**
 * Lays lines beside the register, as far as whoever asks sees it: who is in it already, and what was recognised before.
 * Faults: those of the lines; nominated-already, several-so-named, not-oneself (whoever sends it).
 */
export async function compareAwards(db: Db, { lines, columns, sender, today }: Compared): Promise<LinesJudged> {
  const by = { columns, today, fields: await listFields(db, {}), places: await listPlacesThen(db, {}) }
  const { awards, faults } = judgeLines(lines, by)
  const found = Map.groupBy(await listKnown(db, { lines: JSON.stringify(awards), day: today }), ({ row }) => row)
  const compared = awards.map(award => withKnown(award, found.get(award.row) ?? [], { columns, sender }))
  return { awards: compared.map(({ award }) => award), faults: [...faults, ...compared.flatMap(({ fault }) => fault ?? [])] }
}

type Known = { row: number; exemplar_id: number; person_id: number | null; is_considered: boolean }
type Laid = { award: Award; fault?: AwardFault }

function withKnown(award: Award, known: readonly Known[], { columns, sender }: Pick<Compared, 'columns' | 'sender'>): Laid {
  const amiss = (column: 'name' | 'achievement', code: AwardFault['code']): Laid => ({
    award,
    fault: { code, row: award.row, column: columns[column] ?? 0, values: { said: award[column] } },
  })
  const [only] = known
  if (!only) return { award }
  if (known.length > 1) return amiss('name', 'several-so-named')
  if (only.person_id === sender) return amiss('name', 'not-oneself')
  if (only.is_considered) return amiss('achievement', 'nominated-already')
  return { award: { ...award, exemplar_id: only.exemplar_id, person_id: only.person_id } }
}

/** The units of the lowest level of the map, on all days: each by each name it had. */
const listPlacesThen = query<Record<string, never>, PlaceThen>(`
  select u.key, u.unit_id, v.name, v.unit_kind, coalesce(lower(v.valid)::text, '') as "from", coalesce(upper(v.valid)::text, 'infinity') as until
    from unit_version v
    join unit u      on u.unit_id = v.unit_id
    join unit_kind k on k.unit_kind = v.unit_kind and k.hierarchy = 'territory'
   where is_open(v.recorded)
     and k.rank = (select max(x.rank) from unit_kind x where x.hierarchy = 'territory')`)

/**
 * Of each line who has its name and kind in its place, or in what that has become since; a name is compared as it is
 * written. Who is seen is asked once of each exemplar, not once of each line.
 */
const listKnown = query<{ lines: string; day: string }, Known>(`
  with line as materialized (
       select *, lower(name) as called from jsonb_to_recordset(:lines::jsonb) as l("row" int, kind text, name text, place_id int, achievement text)
     ),
     place as materialized (
       select d.place_id, successor_of(d.place_id, :day::date, recorded_now()) as now_id from (select distinct place_id from line) d
     ),
     seen as materialized (
       select p.exemplar_id, p.person_id, lower(p.name) as called, e.kind, e.unit_id
         from exemplar_profile p
         join exemplar e on e.exemplar_id = p.exemplar_id and is_open(e.recorded) and e.keeper_id is not null
        where is_open(p.recorded)
     )
  select l."row", e.exemplar_id, e.person_id,
         exists (select from recognition r
                  where r.exemplar_id = e.exemplar_id and is_open(r.recorded) and folded(r.achievement) = folded(l.achievement))
      or exists (select from nomination n
                   join nomination_text t on t.nomination_id = n.nomination_id and is_open(t.recorded) and folded(t.achievement) = folded(l.achievement)
                  where n.exemplar_id = e.exemplar_id
                    and (select s.state from nomination_step s where s.nomination_id = n.nomination_id order by s.nomination_step_id desc limit 1)
                        not in ('withdrawn', 'rejected')) as is_considered
    from line l
    join place c on c.place_id = l.place_id
    join seen e  on e.called = l.called and e.kind = l.kind
   where e.unit_id = l.place_id or successor_of(e.unit_id, :day::date, recorded_now()) = c.now_id`)
