import { sayDay } from '../../../basis/shared/dates.ts'
import { draft_words, type Writing } from '../../../platform/draft/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import type { Language, ViewContext } from '../../../platform/web/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import { commitment_flow } from '../commitment.ts'
import { commitmentForm, type FormAsked } from '../commitment-form.tsx'
import { textFrom } from '../fields.ts'
import { type CommitmentCode, commitment_problems } from '../problem-words.ts'
import type { Task } from '../reads/find-task.ts'
import { commitment_words } from '../words.ts'
import { Text } from './text.tsx'

type Written = { task: Task; form_asked: FormAsked; fields: Fields; countAlike: (fields: Fields) => Promise<number[]> }

/** A commitment that its member is writing: what its pages say around the form. */
export function writingOf({ lang, to }: ViewContext, { task, form_asked, fields, countAlike }: Written): Writing<CommitmentCode> {
  const words = commitment_words[lang]
  const { obligation_id } = task
  const { limitation, asked } = form_asked
  const form = commitmentForm(form_asked, fields)
  return {
    form,
    fields,
    version: task.draft_version ?? 0,
    at: (t, part) => t.commitment_part({ obligation_id, part }),
    name: words.title(task.year),
    crumb: task.unit_name,
    titleWith: left => titleOf(lang, task, left),
    list_lead: words.due(sayDay(task.due_on, lang)),
    check_lead: words.check_lead,
    beside: canMove(commitment_flow, 'submit', task.state) ? undefined : words.beside,
    problems: commitment_problems,
    read: async written => (
      <Text {...{ lang, limitation }} text={{ ...textFrom(written), sections: asked.sections }} alike={await countAlike(written)} />
    ),
    submit: { href: to.commitment_submit(task), label: words.submit },
    back: { href: to.my_commitments(), label: words.to_home },
  }
}

function titleOf(lang: Language, { year, state }: Task, left: number): string {
  const words = commitment_words[lang]
  if (!canMove(commitment_flow, 'submit', state)) return draft_words.handed_in_already[lang](words.states[state!])
  return state === 'approved' || state === 'under-way' ? words.amend : words.parts_left(year, left)
}
