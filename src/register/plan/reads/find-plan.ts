import { sql as template } from 'kysely'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { type DeedText, windowOf } from '../../commitment/index.ts'
import type { PlanAsked, PlanSection } from '../forms.ts'
import type { PlanState, PlanText } from '../plan.ts'
import sql from './find-plan.sql?raw'

/**
 * A plan that somebody owes for a year by the tenure of a post, and where it stands. `led_unit` is the unit it belongs
 * to; the draft is seen by its author alone.
 */
export type PlanTask = {
  plan_duty_id: number
  post_id: number
  person_id: number
  year: number
  campaign_id: number
  unit_id: number
  led_unit_id: number
  led_unit: string
  led_unit_name: string
  post_title: string
  post_unit_name: string
  full_name: string
  due_from: string
  opens_on: string
  form_version: number
  /** The form that the plan was written in which stands. */
  read_form_version: number
  deeds_least: number
  deeds_most: number
  held_from: string | null
  is_held: boolean
  state: PlanState | null
  version: number | null
  /** Whether an approved one stands behind it, and stands again when it is taken back. */
  amends: boolean
  /** The last number that a version was given, also of one that was taken back. */
  last_version: number | null
  exemplary_content: string | null
  tasks_of_the_post: string | null
  presented_on: string | null
  comment: string | null
  stands_since: string | null
  /** The day on which its author's year was rated: an approved plan is not amended any more. */
  concluded_on: string | null
  number: string | null
  digest: string | null
  received_at: string | null
  draft_version: number | null
  draft: Fields | null
  saved_at: string | null
}

/** At most one row; none outside the scope of who asks. `day` is today in Vietnam. */
export const findPlan = query<{ plan_duty_id: number; day: string }, PlanTask>(sql)

/** The sections of a version of the form, in their order. */
export async function listSections(db: Db | Tx, form_version: number): Promise<PlanSection[]> {
  const { rows } = await template<PlanSection>`
    select section, jsonb_build_object('vi', title_vi, 'en', title_en) as title,
           jsonb_build_object('vi', hint_vi, 'en', hint_en) as hint, longest
      from plan_section
     where form_version = (select max(form_version) from plan_form where form_version <= ${form_version})
     order by ordinal`.execute(db as Tx)
  return rows
}

/** What is asked of a plan; the collective has heard it since the post is held. */
export function planAskedOf({ deeds_least, deeds_most, opens_on, year, held_from }: PlanTask, sections: readonly PlanSection[]): PlanAsked {
  return { sections, deeds_least, deeds_most, ...windowOf({ opens_on, year }), since: held_from ?? opens_on }
}

/** The text that was handed in; null where none was. */
export async function readPlan(
  db: Db | Tx,
  { plan_duty_id, version, exemplary_content, tasks_of_the_post, presented_on }: PlanTask,
): Promise<PlanText | null> {
  if (version === null) return null
  const { rows } = await template<DeedText>`
    select what, coalesce(how, '') as how, measure, due_on::text as due_on
      from plan_deed where plan_duty_id = ${plan_duty_id} and version = ${version} order by ordinal`.execute(db as Tx)
  return {
    exemplary_content: exemplary_content ?? '',
    tasks_of_the_post: tasks_of_the_post ?? '',
    deeds: rows,
    presented_on: presented_on ?? '',
  }
}
