import { ErrorSummary, Field, type FieldError, type Form, FormFields, StaffLayout, type Typed } from '../../../../platform/staff/index.ts'
import type { ViewContext } from '../../../../platform/web/index.ts'
import { forms, type StepName } from '../forms.ts'
import { setup_words, step_words } from '../setup-words.ts'

type StepProps = { view: ViewContext; step: StepName; typed: Typed; field_errors?: FieldError[] }

/** One step, with what was typed or is suggested. */
export function StepPage({ view, step, typed, field_errors = [] }: StepProps) {
  const { lang, to } = view
  const words = setup_words[lang]
  const { slug, title, lead } = step_words[step]
  const form: Form = forms[step]
  return (
    <StaffLayout
      {...view}
      title={title[lang]}
      crumb={words.title}
      here={t => t.setup_step({ step: slug })}
      has_problems={field_errors.length > 0}
    >
      <ErrorSummary {...{ lang, field_errors }} />
      <h1>{title[lang]}</h1>
      <p>{lead[lang]}</p>
      <form method="post" action={to.setup_step({ step: slug })} enctype={step === 'register' ? 'multipart/form-data' : undefined}>
        <FormFields {...{ form, lang, typed, field_errors }} />
        {step === 'register' && (
          <Field
            {...{ lang, field_errors }}
            name="emblem"
            label={words.emblem}
            hint={typed.emblem ? words.emblem_there : words.emblem_hint}
            type="file"
            accept="image/png"
          />
        )}
        <div class="actions">
          <button type="submit">{words.save}</button>
          <a href={to.setup()}>{words.back}</a>
        </div>
      </form>
    </StaffLayout>
  )
}
