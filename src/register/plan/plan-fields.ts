import { lookUp } from '../../basis/shared/look-up.ts'
import type { Fields } from '../../platform/ledger/index.ts'
import { deed_names, deedFieldsOf, deedsAt, fieldsFrom } from '../commitment/index.ts'
import { type PlanText, section_names } from './plan.ts'

const plan_names: readonly string[] = [...section_names, 'presented_on', ...deed_names]

/** The fields of the form of a leader's plan that was sent, and nothing else. */
export function planFieldsFrom(sent: Record<string, string>): Fields {
  return fieldsFrom(sent, plan_names)
}

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
