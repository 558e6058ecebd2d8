import { type FieldError, type Form, FormFields, FormPage, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import type { Href } from '../../../platform/web/index.ts'
import type { Nomination } from '../reads/find-nomination.ts'
import { exemplar_words } from '../words.ts'

type Props = StaffPageProps & {
  found: Nomination
  form: Form
  here: (to: Href) => string
  said: { title: string; lead?: string; button: string }
  typed: Typed
  field_errors?: FieldError[]
}

/** A form of one case. */
export function CaseFormPage({ found, form, here, said, typed, field_errors, ...staff_page }: Props) {
  const { lang, to } = staff_page.view
  const words = exemplar_words[lang]
  return (
    <FormPage
      {...staff_page}
      {...{ here, field_errors }}
      title={said.title}
      crumb={found.unit_name ?? ''}
      lead={said.lead}
      before={
        <p>
          <strong>{found.name ?? words.unnamed}</strong>: <span lang="vi">{found.achievement}</span>
        </p>
      }
      button={said.button}
      cancel={{ href: to.nomination(found), label: words.back_to_case }}
    >
      <FormFields {...{ form, lang, typed, field_errors }} />
    </FormPage>
  )
}
