import { ErrorSummary, type FieldError, FormFields, StaffLayout } from '../../../../platform/staff/index.ts'
import type { ViewContext } from '../../../../platform/web/index.ts'
import { code_form } from '../forms.ts'
import { setup_words } from '../setup-words.ts'

/** What whoever has not typed the code sees of it: the question for it. */
export function CodePage({ view, field_errors = [] }: { view: ViewContext; field_errors?: FieldError[] }) {
  const { lang, to } = view
  const words = setup_words[lang]
  return (
    <StaffLayout {...view} title={words.title} here={t => t.setup()} has_problems={field_errors.length > 0}>
      <ErrorSummary {...{ lang, field_errors }} />
      <h1>{words.title}</h1>
      <form method="post" action={to.setup_code()}>
        <FormFields form={code_form} {...{ lang, field_errors }} typed={{}} />
        <p class="actions">
          <button type="submit">{words.enter}</button>
        </p>
      </form>
    </StaffLayout>
  )
}
