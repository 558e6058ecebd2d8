import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import type { LikenessReason } from '../../people/index.ts'
import type { FaultCode } from '../problem-words.ts'

/**
 * A line that is new or changed: what it says, what it says otherwise than the register (`fields`), and what the
 * register says.
 */
export type Difference = {
  row_number: number
  person_id: number | null
  unit_id: number
  full_name: string
  birth: string | null
  unit_name: string
  fields: string[]
  former: {
    full_name: string
    birth: string | null
    gender: string | null
    ethnicity: string | null
    card_number: string | null
    unit: string
    kind: string
  } | null
  said: { gender: string | null; ethnicity: string | null; card_number: string | null; kind: string }
}

type Asked = { roster_import_id: number; most: number }
const name_of = (unit: string) =>
  sql`(select v.name from unit_version v where v.unit_id = ${sql.ref(unit)} and v.valid @> last_day_alive(v.unit_id, today_in_vietnam(), recorded_now()) and upper(v.recorded) = 'infinity')`

export async function listDifferences(
  db: Db,
  { roster_import_id, most, standing }: Asked & { standing: 'new' | 'changed' },
): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    select o.row_number, o.person_id, coalesce(o.former_unit_id, o.unit_id) as unit_id, o.full_name, coalesce(o.birth_date::text, o.birth_year::text) as birth, ${name_of('o.unit_id')} as unit_name, o.fields,
           case when p.person_id is not null then
             jsonb_build_object('full_name', p.full_name, 'birth', coalesce(p.birth_date::text, p.birth_year::text), 'gender', p.gender, 'ethnicity', p.ethnicity,
                                'card_number', p.card_number, 'unit', ${name_of('p.unit_id')}, 'kind', p.kind) end as former,
           jsonb_build_object('gender', o.new_gender, 'ethnicity', o.new_ethnicity, 'card_number', o.new_card_number, 'kind', o.new_kind) as said
      from roster_outcome o
      left join roster_person p on p.roster_import_id = o.roster_import_id and p.person_id = o.person_id
     where o.roster_import_id = ${roster_import_id} and o.standing = ${standing}
     order by o.row_number
     limit ${most}`.execute(db as Tx)
  return rows
}

/** Somebody who would leave: the register knows them, the roster does not. */
export type Leaver = {
  person_id: number
  unit_id: number
  full_name: string
  birth: string | null
  unit_name: string
}

export async function listLeavers(db: Db, { roster_import_id, most }: Asked): Promise<Leaver[]> {
  const { rows } = await sql<Leaver>`
    select l.person_id, l.unit_id, l.full_name, coalesce(l.birth_date::text, l.birth_year::text) as birth, ${name_of('l.unit_id')} as unit_name
      from roster_left l
     where l.roster_import_id = ${roster_import_id}
     order by ${name_of('l.unit_id')} collate "vi-x-icu", regexp_replace(l.full_name, '^.* ', '') collate "vi-x-icu",
              l.full_name collate "vi-x-icu"
     limit ${most}`.execute(db as Tx)
  return rows
}

/**
 * A line of which the machine is not sure, with those it may be, and whom it is taken for: null is somebody new, or, of
 * a doubtful line that is not chosen, nobody yet. `is_chosen` says whether somebody has said so; of a candidate,
 * `until` is the day from which they were in no cell, and `whence` where they are.
 */
export type Doubt = {
  row_number: number
  full_name: string
  birth: string | null
  unit_name: string
  is_chosen: boolean
  chosen: number | null
  candidates: Candidate[]
}
export type Candidate = {
  person_id: number
  unit_id: number
  full_name: string
  birth: string | null
  unit_name: string
  card_number: string | null
  whence: 'here' | 'left' | 'elsewhere'
  until: string | null
  score: number
  why: LikenessReason
}

/**
 * `resembling`: lines that seem new, but may be somebody who has left or is elsewhere, by their numbers, after one of
 * them; otherwise lines of which nobody knows who they are until it is chosen, these first.
 */
export async function listDoubts(
  db: Db,
  { roster_import_id, most, resembling = false, after = 0 }: Asked & { resembling?: boolean; after?: number },
): Promise<Doubt[]> {
  const { rows } = await sql<Doubt>`
    select o.row_number, o.full_name, coalesce(o.birth_date::text, o.birth_year::text) as birth, ${name_of('o.unit_id')} as unit_name,
           c.roster_choice_id is not null as is_chosen, o.person_id as chosen,
           (select jsonb_agg(jsonb_build_object('person_id', p.person_id, 'unit_id', p.unit_id, 'full_name', p.full_name, 'birth', coalesce(p.birth_date::text, p.birth_year::text),
                                                'unit_name', ${name_of('p.unit_id')}, 'card_number', p.card_number, 'whence', p.whence, 'until', p.until, 'score', k.score,
                                                'why', k.why) order by k.score desc, p.person_id)
              from roster_candidate k
              join roster_person p on p.roster_import_id = k.roster_import_id and p.person_id = k.person_id
             where k.roster_import_id = o.roster_import_id and k.row_number = o.row_number) as candidates
      from roster_outcome o
      left join roster_choice c on c.roster_import_id = o.roster_import_id and c.row_number = o.row_number and upper(c.recorded) = 'infinity'
     where o.roster_import_id = ${roster_import_id} and o.resembles = ${resembling} and o.row_number > ${after}
     order by not ${resembling} and c.roster_choice_id is not null, o.row_number
     limit ${most}`.execute(db as Tx)
  return rows
}

export type FaultLine = { row_number: number; column_number: number; field: string; code: FaultCode; said: string }

export async function listFaults(db: Db, { roster_import_id, most }: Asked): Promise<FaultLine[]> {
  const { rows } = await sql<FaultLine>`
    select row_number, column_number, field, code, said from roster_fault
     where roster_import_id = ${roster_import_id} order by 1, 2 limit ${most}`.execute(db as Tx)
  return rows
}
