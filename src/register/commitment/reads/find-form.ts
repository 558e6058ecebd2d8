import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import type { PartOfForm, PlacedSection } from '../forms.ts'

/** A version of the form: its parts, and the sections that stand on them, each in their order. */
export type CommitmentForm = { parts: PartOfForm[]; sections: PlacedSection[] }

/** One row. A version that changes nothing of commitments has no parts of its own: the last before it goes on. */
const find = query<{ form_version: number }, CommitmentForm>(`
  select (select jsonb_agg(jsonb_build_object('part', p.part, 'holds', p.holds,
                                              'title', jsonb_build_object('vi', p.title_vi, 'en', p.title_en)) order by p.ordinal)
            from commitment_part p
           where p.form_version = f.form_version) as parts,
         (select jsonb_agg(jsonb_build_object('section', s.section, 'part', s.part, 'longest', s.longest,
                                              'title', jsonb_build_object('vi', s.title_vi, 'en', s.title_en),
                                              'hint', jsonb_build_object('vi', s.hint_vi, 'en', s.hint_en)) order by p.ordinal, s.ordinal)
            from commitment_section s
            join commitment_part p using (form_version, part)
           where s.form_version = f.form_version) as sections
    from (select max(form_version) as form_version from commitment_part where form_version <= :form_version) f`)

export async function findForm(db: Db | Tx, form_version: number): Promise<CommitmentForm> {
  const [form] = await find(db, { form_version })
  return form!
}
