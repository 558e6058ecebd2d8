import { query } from '../../../platform/database/index.ts'

/** What a unit said came of a model, and what it brought in a year: `income` in đồng. */
export type AdoptionReport = {
  adoption_report_id: number
  adoption_id: number
  unit_id: number
  unit_name: string | null
  model_name: string
  said: string
  said_at: string
  said_by: number | null
  year: number | null
  income: number | null
  households: number | null
  jobs: number | null
  verified_on: string | null
}

const reports = `
  select r.adoption_report_id, r.adoption_id, a.unit_id, v.name as unit_name, m.name as model_name, r.said,
         lower(r.recorded) as said_at, r.said_by, r.year, r.income::float8 as income, r.households, r.jobs, w.verified_on
    from adoption_report r
    join adoption a                          on a.adoption_id = r.adoption_id
    join model m                             on m.model_id = a.model_id
    left join unit_version v                 on v.unit_id = a.unit_id and is_open(v.recorded)
                                            and v.valid @> last_day_alive(a.unit_id, today_in_vietnam(), recorded_now())
    left join adoption_report_verification w on w.adoption_report_id = r.adoption_report_id`

/** What was reported of one adoption, the newest first. */
export const listReports = query<{ adoption_id: number }, AdoptionReport>(
  `${reports} where r.adoption_id = :adoption_id::bigint order by r.adoption_report_id desc`,
)

export const findReport = query<{ adoption_report_id: number }, AdoptionReport>(
  `${reports} where r.adoption_report_id = :adoption_report_id::bigint`,
)

/** Reports with numbers that nobody has verified, of the units whose reports whoever asks may read. */
export const listUnverified = query<Record<string, never>, AdoptionReport>(
  `${reports} where r.year is not null and w.adoption_report_id is null order by r.adoption_report_id limit 1000`,
)

/** Of the same reports, whose they are and who said them: the home page asks no more. */
export const listWhoseUnverified = query<Record<string, never>, Pick<AdoptionReport, 'unit_id' | 'said_by'>>(`
  select a.unit_id, r.said_by
    from adoption_report r
    join adoption a                          on a.adoption_id = r.adoption_id
    left join adoption_report_verification w on w.adoption_report_id = r.adoption_report_id
   where r.year is not null and w.adoption_report_id is null
   order by r.adoption_report_id
   limit 1000`)

/** What a model brought in a year to the units under one: each sum in its own measure. */
export type ModelResult = {
  model_id: number
  model_name: string
  year: number
  units: number
  income: number | null
  households: number | null
  jobs: number | null
}

/** Of each adoption and year the newest report that is verified counts; a unit that took a model up twice is one. */
export const listResults = query<{ unit: string }, ModelResult>(`
  with newest as (
       select distinct on (a.adoption_id, r.year) a.model_id, a.unit_id, r.year, r.income, r.households, r.jobs
         from unit root
        cross join lateral units_by_branch('party', root.unit_id, today_in_vietnam(), recorded_now()) b
         join adoption a        on a.unit_id = b.unit_id
         join adoption_report r on r.adoption_id = a.adoption_id and r.year is not null
         join adoption_report_verification w using (adoption_report_id)
        where root.key = :unit
        order by a.adoption_id, r.year, r.adoption_report_id desc)
  select n.model_id, m.name as model_name, n.year, count(distinct n.unit_id)::int as units,
         sum(n.income)::float8 as income, sum(n.households)::int as households, sum(n.jobs)::int as jobs
    from newest n
    join model m using (model_id)
   group by n.model_id, m.name, n.year
   order by n.year desc, m.name collate "vi-x-icu", n.model_id`)
