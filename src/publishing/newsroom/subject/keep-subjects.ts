import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import { type Subject, unitKeysOf } from './subject.ts'

/** The rows by which readers find an edition by what it is about. */
export async function keepSubjects(tx: Tx, edition_id: number, subjects: readonly Subject[]): Promise<void> {
  if (subjects.length === 0) return
  const units = await unitsBy(tx, subjects)
  const rows = subjects.map((subject, i) => ({
    ...{ edition_id, number: i + 1, name: subject.name },
    ...columnsOf(subject, units),
  }))
  await tx.insertInto('edition_subject').values(rows).execute()
}

function columnsOf(subject: Subject, units: ReadonlyMap<string, number>) {
  if ('keyword' in subject) return { keyword: subject.keyword }
  return 'unit' in subject ? { unit_id: units.get(subject.unit)! } : { instrument_id: subject.instrument }
}

async function unitsBy(tx: Tx, subjects: readonly Subject[]): Promise<Map<string, number>> {
  const keys = unitKeysOf(subjects)
  if (keys.length === 0) return new Map()
  const rows = await tx.selectFrom('unit').select(['unit_id', 'key']).where('key', 'in', keys).execute()
  return new Map(rows.map(({ key, unit_id }) => [key, unit_id]))
}

const gone = query<{ keys: string[]; day: string }, { key: string }>(`
  select k.key
    from unnest(:keys::text[]) k (key)
   where not exists (select
                       from unit u
                       join unit_version v using (unit_id)
                      where u.key = k.key and is_open(v.recorded) and v.valid @> :day::date)`)

/** Those that are no longer on a day: a text that goes out then is not about them. */
export async function listSubjectsGone(db: Db | Tx, subjects: readonly Subject[], day: string): Promise<Subject[]> {
  const keys = unitKeysOf(subjects)
  if (keys.length === 0) return []
  const missing = new Set((await gone(db, { keys, day })).map(({ key }) => key))
  return subjects.filter(subject => 'unit' in subject && missing.has(subject.unit))
}
