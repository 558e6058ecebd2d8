import { type Db, query } from '../../../platform/database/index.ts'
import type { ListMapping } from './columns.ts'
import type { Elsewhere } from './compare-units.ts'
import type { ListFault } from './read-units.ts'
import type { ListSeen } from './tasks.ts'

/** What a list came to beside the register, apart from the change itself. */
export type CameTo = { added: number; revised: number; same: number; unnamed: number; elsewhere: Elsewhere[] }

/**
 * How a list was read the last time; `unit_change_id` is the change that was laid, null where nothing differs or cells
 * are to be mended.
 */
export type ListReading = {
  sheet: number
  mapping: ListMapping
  asked: Record<string, string>
  faults: ListFault[]
  came_to: CameTo | null
  unit_change_id: number | null
}

export type UnitList = {
  unit_list_id: number
  unit_id: number
  unit: string
  uploaded_by: number
  file_name: string
  uploaded_at: string
  seen: ListSeen
  reading: ListReading | null
}

const lists = query<{ unit_id: number; unit_list_id: number; most: number }, UnitList>(`
  select l.unit_list_id, l.unit_id, u.key as unit, l.uploaded_by, l.file_name, l.uploaded_at, l.seen, to_jsonb(r) as reading
    from unit_list l
    join unit u using (unit_id)
    left join lateral (
         select r.sheet, r.mapping, r.asked, r.faults, r.came_to, r.unit_change_id
           from unit_list_reading r
          where r.unit_list_id = l.unit_list_id
          order by r.unit_list_reading_id desc
          limit 1) r on true
   where l.unit_id = :unit_id::integer and (:unit_list_id::bigint = 0 or l.unit_list_id = :unit_list_id)
   order by l.unit_list_id desc
   limit :most`)

const files = query<{ unit_list_id: number }, { file: Buffer }>('select file from unit_list where unit_list_id = :unit_list_id::bigint')

const most_shown = 50

/** The lists that were sent under a unit, the newest first, as far as who asks sees them. */
export function listLists(db: Db, unit_id: number): Promise<UnitList[]> {
  return lists(db, { unit_id, unit_list_id: 0, most: most_shown })
}

export async function findList(db: Db, { unit_id, unit_list_id }: { unit_id: number; unit_list_id: number }): Promise<UnitList | null> {
  return unit_list_id === 0 ? null : ((await lists(db, { unit_id, unit_list_id, most: 1 }))[0] ?? null)
}

/** The file itself. */
export async function findListFile(db: Db, unit_list_id: number): Promise<Uint8Array> {
  return new Uint8Array((await files(db, { unit_list_id }))[0]!.file)
}
