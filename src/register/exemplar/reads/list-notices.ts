import { query } from '../../../platform/database/index.ts'
import type { ExemplarKind } from '../exemplar.ts'

/** A notice that stands; `until` is its last day. */
export type NoticeRow = {
  notice_id: number
  name: string
  achievement: string
  kind: ExemplarKind
  field_vi: string
  field_en: string
  opened_on: string
  until: string
}

const of_notices = `
  select t.notice_id, t.name, t.achievement, e.kind, f.name_vi as field_vi, f.name_en as field_en, t.opened_on,
         notice_until(t.opened_on, t.working_days) as until
    from notice t
    join exemplar e on e.exemplar_id = t.exemplar_id and is_open(e.recorded)
    join field f    on f.field = e.field
   where is_public_notice(t)`

/** The notices that everybody may read today: of those who agreed to be named in them. */
export const listNotices = query<Record<string, never>, NoticeRow>(`${of_notices} order by t.opened_on desc, t.notice_id desc limit 500`)

export const findNotice = query<{ notice_id: number }, NoticeRow>(`${of_notices} and t.notice_id = :notice_id::bigint`)

/** The tables behind the list: it is as fresh as these, and until the day is over. */
export const notice_tables = ['notice', 'consent', 'exemplar', 'field', 'holiday'] as const
