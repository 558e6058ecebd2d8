import { randomUUID } from 'node:crypto'
import { Field, type FieldError, FormFields, Frame, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import { HiddenFields } from '../../../platform/web/index.ts'
import { by_instrument } from '../../../register/rule/index.ts'
import { emblem_words } from './emblem-words.ts'

type EmblemPageProps = StaffPageProps & {
  unit: string
  name: string
  /** Where the emblem of today is; null where there is none. */
  now: string | null
  typed: Typed
  field_errors: FieldError[]
  told?: string | undefined
}

/** The emblem as it is, and the form that puts another in its place. */
export function EmblemPage({ unit, name, now, typed, field_errors, told, ...staff_page }: EmblemPageProps) {
  const { lang, to } = staff_page.view
  const words = emblem_words[lang]
  return (
    <Frame {...{ ...staff_page, field_errors, told }} title={words.title} crumb={name} here={t => t.emblem({ unit })}>
      <p>{words.lead}</p>
      <h2>{words.now}</h2>
      <p>{now ? <img src={now} alt={words.title} width="96" height="96" /> : words.none}</p>
      <form method="post" action={to.emblem({ unit })} enctype="multipart/form-data">
        <HiddenFields fields={[['key', randomUUID()]]} />
        <Field {...{ lang, field_errors }} name="emblem" label={words.picture} hint={words.picture_hint} type="file" accept="image/png" />
        <FormFields form={by_instrument} {...{ lang, typed, field_errors }} />
        <div class="actions">
          <button type="submit">{words.save}</button>
          <a href={to.rule({ unit, rule: 'ten-so' })}>{words.back}</a>
        </div>
      </form>
    </Frame>
  )
}
