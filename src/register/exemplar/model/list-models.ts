import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import of_day from './list-models-in-operation.sql?raw'

/** A model in operation on a day, and how many units have it then. `key` is for the rows of a figure. */
export type ModelInOperation = { key: string; name: string; field: string; field_name: string; started_on: string; adoptions: number }

/** Models that had started by a day and not ended, each with the units that have taken it up and go on: figure F12. */
export const listModelsInOperation = query<Clocks & { unit: string }, ModelInOperation>(of_day)

export type Model = {
  model_id: number
  exemplar_id: number
  name: string
  what: string
  field: string
  field_vi: string
  field_en: string
  started_on: string
  ended_on: string | null
  adoptions: number
}

const models = `
  select m.model_id, m.exemplar_id, m.name, m.what, e.field, f.name_vi as field_vi, f.name_en as field_en, m.started_on, x.ended_on,
         (select count(*)::int from adoption a
           where a.model_id = m.model_id and not exists (select from adoption_end d where d.adoption_id = a.adoption_id)) as adoptions
    from model m
    join exemplar e      on e.exemplar_id = m.exemplar_id and is_open(e.recorded)
    join field f         on f.field = e.field
    left join model_end x on x.model_id = m.model_id`

/** All models, those in operation first, the most adopted before others. */
export const listModels = query<Record<string, never>, Model>(
  `${models} order by x.ended_on is not null, adoptions desc, m.model_id limit 500`,
)

export const findModel = query<{ model_id: number }, Model>(`${models} where m.model_id = :model_id::bigint`)

/** The models of an exemplar. */
export const listModelsOf = query<{ exemplar_id: number }, Model>(
  `${models} where m.exemplar_id = :exemplar_id::bigint order by m.model_id`,
)

export type Adoption = {
  adoption_id: number
  model_id: number
  model_name: string
  unit_id: number
  unit: string
  unit_name: string | null
  place: string
  /** What has become of the place by the day. */
  place_now: string
  place_name: string | null
  place_kind: string | null
  started_on: string
  ended_on: string | null
}

const adoptions = `
  select a.adoption_id, a.model_id, m.name as model_name, a.unit_id, u.key as unit, v.name as unit_name, p.key as place, s.key as place_now, w.name as place_name,
         w.unit_kind as place_kind, a.started_on, x.ended_on
    from adoption a
    join model m             on m.model_id = a.model_id
    join unit u              on u.unit_id = a.unit_id
    join unit p              on p.unit_id = a.place_id
    join unit s              on s.unit_id = successor_of(a.place_id, :day::date, recorded_now())
    left join adoption_end x on x.adoption_id = a.adoption_id
    left join unit_version v on v.unit_id = a.unit_id and is_open(v.recorded) and v.valid @> last_day_alive(a.unit_id, :day::date, recorded_now())
    left join unit_version w on w.unit_id = a.place_id and is_open(w.recorded) and w.valid @> last_day_alive(a.place_id, :day::date, recorded_now())`

/** Who took a model up, when and where: in the order in which they did. */
export const listAdoptions = query<{ model_id: number; day: string }, Adoption>(
  `${adoptions} where a.model_id = :model_id::bigint order by a.started_on, a.adoption_id limit 2000`,
)

/** What a unit has taken up. */
export const listAdoptionsBy = query<{ unit_id: number; day: string }, Adoption>(
  `${adoptions} where a.unit_id = :unit_id::int order by x.ended_on is not null, a.started_on desc, a.adoption_id limit 500`,
)

export const findAdoption = query<{ adoption_id: number; day: string }, Adoption>(`${adoptions} where a.adoption_id = :adoption_id::bigint`)

/** The tables behind the public pages of models. */
export const model_tables = [
  'model',
  'model_end',
  'adoption',
  'adoption_end',
  'exemplar',
  'field',
  'succession',
  'succession_event',
  'unit',
  'unit_version',
] as const
