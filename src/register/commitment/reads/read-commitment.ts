import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import type { CommitmentText, DeedText } from '../commitment.ts'
import type { PlacedSection } from '../forms.ts'
import { findForm } from './find-form.ts'

/**
 * A text with the sections of the form that it was written in, and the limitation that its remedy answers, where there
 * is one; `erased_at` is when its content was erased by its rule, and null while it stands.
 */
export type CommitmentRead = CommitmentText & { sections: PlacedSection[]; limitation: string | null; erased_at: string | null }
type Row = Omit<CommitmentText, 'deeds' | 'remedy'> & {
  remedy: string | null
  form_version: number
  limitation: string | null
  erased_at: string | null
  remedy_due_on: string | null
  deeds: DeedText[]
}

/**
 * The text of a commitment as it was handed in, whatever took a deed's place since; null outside the scope of who asks.
 */
export async function readCommitment(db: Db | Tx, commitment_id: number): Promise<CommitmentRead | null> {
  const { rows } = await db.executeQuery<Row>(
    sql`
    select coalesce(c.thought, '') as thought, coalesce(c.ethics, '') as ethics, coalesce(c.working_style, '') as working_style,
           coalesce(c.discipline, '') as discipline, coalesce(c.prevention, '') as prevention, r.what as remedy, r.due_on as remedy_due_on, r.limitation,
           e.recorded_at as erased_at, form_asked_at(o.campaign_id, lower(c.recorded)) as form_version,
           (select coalesce(jsonb_agg(jsonb_build_object('what', d.what, 'how', coalesce(d.how, ''), 'measure', coalesce(d.measure, ''),
                                                         'due_on', coalesce(d.due_on::text, '')) order by d.ordinal), '[]')
              from deed d
             where d.commitment_id = c.commitment_id and upper(d.recorded) = 'infinity' and lower(d.recorded) <= lower(c.recorded)) as deeds
      from commitment c
      join obligation o using (obligation_id)
      left join lateral (select min(y.what) as what, min(y.due_on) as due_on, string_agg(l.what, '; ' order by l.limitation_id) as limitation
                           from remedy y
                           join limitation l on l.limitation_id = y.limitation_id and upper(l.recorded) = 'infinity'
                          where y.commitment_id = c.commitment_id) r on true
      left join erasure e on e.of_table = 'commitment' and e.of_row = c.commitment_id::text and c.salt is null
     where c.commitment_id = ${commitment_id}`.compile(db as Tx) as never,
  )
  const [row] = rows
  if (!row) return null
  const { remedy, remedy_due_on, deeds, form_version, ...texts } = row
  const { sections } = await findForm(db, form_version)
  return { ...texts, sections, deeds, remedy: remedy === null ? null : { what: remedy, due_on: remedy_due_on! } }
}
