import { lookUp } from '../../basis/shared/look-up.ts'
import type { Fields } from '../../platform/ledger/index.ts'
import { deedFieldsOf, deedsAt } from '../commitment/index.ts'
import { type PlanText, section_names } from './plan.ts'

/** The plan that the fields make. */
export function planFrom(fields: Fields): PlanText {
  const at = (name: string) => lookUp(fields, name) ?? ''
  const [exemplary_content, tasks_of_the_post] = section_names.map(at) as [string, string]
  return { exemplary_content, tasks_of_the_post, deeds: deedsAt(at), presented_on: at('presented_on') }
}

/** The fields that hold a plan, for writing it on; it is presented anew. */
export function planFieldsOf({ deeds, exemplary_content, tasks_of_the_post }: PlanText): Fields {
  return { exemplary_content, tasks_of_the_post, ...Object.fromEntries(deedFieldsOf(deeds)) }
}
