import { query } from '../../../platform/database/index.ts'
import type { ExemplarKind } from '../exemplar.ts'
import type { AwardRow } from './case-parts.ts'

/** An award as its certificate has it; the name only where the exemplar agrees to be named, `code` as in its square. */
export type Certificate = Omit<AwardRow, 'achievement'> & {
  exemplar_id: number
  kind: ExemplarKind
  field_vi: string
  field_en: string
  name: string | null
  achievement: string | null
  revocation: string | null
}

/** The award of a code, as it stands now. What is not consented to is left out, whoever asks. */
export const findCertificate = query<{ code: string }, Certificate>(`
  select r.exemplar_id, e.kind, f.name_vi as field_vi, f.name_en as field_en, p.name, case when p.name is not null then r.achievement end as achievement,
         r.level, r.form, r.decided_on, i.number, i.issuer, r.revoked_on, b.number as revocation
    from recognition r
    join exemplar e              on e.exemplar_id = r.exemplar_id and is_open(e.recorded)
    join field f                 on f.field = e.field
    join instrument i            on i.instrument_id = r.instrument_id
    left join instrument b       on b.instrument_id = r.revocation_id
    left join exemplar_profile p on p.exemplar_id = r.exemplar_id and is_open(p.recorded) and has_consent(r.exemplar_id, 'name')
   where is_open(r.recorded)
     and left(md5(r.exemplar_id::text || ' ' || r.instrument_id::text || ' ' || r.achievement), 24) = :code`)

/** The code of the award of a case, for its certificate; no row where there is none that stands. */
export const findCertificateCode = query<{ exemplar_id: number; achievement: string }, { code: string }>(`
  select left(md5(r.exemplar_id::text || ' ' || r.instrument_id::text || ' ' || r.achievement), 24) as code
    from recognition r
   where r.exemplar_id = :exemplar_id::bigint and r.achievement = :achievement and is_open(r.recorded) and r.revoked_on is null`)
