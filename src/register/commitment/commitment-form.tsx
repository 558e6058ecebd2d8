import type { FormInParts, Part } from '../../platform/draft/index.ts'
import type { Fields } from '../../platform/ledger/index.ts'
import type { Form } from '../../platform/staff/index.ts'
import { lastDeedIn, textFrom } from './fields.ts'
import { type Asked, deedsBeyond, deedsFields, type PartOfForm, problemsWithCommitment, remedyFields, sectionFields } from './forms.ts'
import type { CommitmentCode } from './problem-words.ts'
import type { CommitmentForm } from './reads/find-form.ts'
import { askedOf, type Task } from './reads/find-task.ts'
import { commitment_words } from './words.ts'

/** A form as its campaign asks it, and the limitation of last year that it answers. */
export type FormAsked = { parts: readonly PartOfForm[]; asked: Asked; limitation: string | null }

export function formAskedOf(task: Task, form: CommitmentForm): FormAsked {
  return { parts: form.parts, asked: askedOf(task, form), limitation: task.limitation }
}

/** The form of a commitment in its parts; of the deeds so many are shown as are asked for, or are written. */
export function commitmentForm({ parts, asked, limitation }: FormAsked, fields: Fields): FormInParts<CommitmentCode> {
  const contents = {
    sections: (part: string) => ({ form: sectionFields(asked.sections.filter(section => section.part === part)) }),
    deeds: () => deedsPart(asked, fields),
    remedy: () => remedyPart(asked, limitation),
  } satisfies Record<PartOfForm['holds'], (part: string) => Omit<Part, 'part' | 'title'>>
  return {
    parts: parts.map(({ part, title, holds }) => ({ part, title, ...contents[holds](part) })),
    problemsWith: written => problemsWithCommitment(textFrom(written), asked),
  }
}

function deedsPart(asked: Asked, fields: Fields): Omit<Part, 'part' | 'title'> {
  const form = deedsFields(asked, asked)
  const without = deedsBeyond(form, Math.max(asked.deeds_most, lastDeedIn(fields)))
  return { form, without, lead: lang => <p>{commitment_words[lang].deeds_lead(asked.deeds_least, asked.deeds_most)}</p> }
}

/** Where there is no limitation there is nothing to remedy, and nothing to fill in. */
function remedyPart(asked: Asked, limitation: string | null): { form: Form; lead: Part['lead'] } {
  return {
    form: limitation === null ? {} : remedyFields(asked),
    lead: lang =>
      limitation === null ? (
        <p>{commitment_words[lang].no_limitation}</p>
      ) : (
        <p>
          {commitment_words[lang].limitation}: <strong lang="vi">{limitation}</strong>
        </p>
      ),
  }
}
