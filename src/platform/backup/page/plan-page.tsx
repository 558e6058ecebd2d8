import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { type FieldError, FormFields, Frame, type StaffPageProps, type Typed } from '../../staff/index.ts'
import { HiddenFields } from '../../web/index.ts'
import { plan_words } from './page-words.ts'
import { plan_form } from './plan-form.ts'

type PlanPageProps = StaffPageProps & {
  last: { name: string; folder: string; began_at: string } | null
  /** The settings of the machine that go before the form, by their names there. */
  set_here: string[]
  typed: Typed
  field_errors: FieldError[]
  told?: string | undefined
}

/** The last good backup, and the form that says where the next ones go. */
export function PlanPage({ last, set_here, typed, field_errors, told, ...staff_page }: PlanPageProps) {
  const { lang, to } = staff_page.view
  const words = plan_words[lang]
  return (
    <Frame {...{ ...staff_page, field_errors, told }} title={words.title} here={t => t.backups()}>
      <p>{words.lead}</p>
      <section>
        <h2>{words.last}</h2>
        <p>{last ? `${sayInstant(last.began_at, lang)} · ${last.folder}/${last.name}` : words.none}</p>
      </section>
      <section>
        <h2>{words.plan}</h2>
        {set_here.length > 0 && <p class="hint">{words.set_here(set_here.join(', '))}</p>}
        <form method="post" action={to.backups()}>
          <HiddenFields fields={[['key', randomUUID()]]} />
          <FormFields form={plan_form} {...{ lang, typed, field_errors }} />
          <p class="actions">
            <button type="submit">{words.save}</button>
          </p>
        </form>
      </section>
    </Frame>
  )
}
