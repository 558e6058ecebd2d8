import { randomUUID } from 'node:crypto'
import { type FormInParts, PartFields } from '../../../platform/draft/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { count_script, type FieldError, Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields } from '../../../platform/web/index.ts'
import type { Task } from '../reads/find-task.ts'
import { commitment_words } from '../words.ts'

type ProxyProps = StaffPageProps & { unit: string; task: Task; form: FormInParts; fields: Fields; field_errors?: FieldError[] }

/** The whole form on one page, in the order of the paper. */
export function ProxyPage({ unit, task, form, fields, field_errors = [], ...staff_page }: ProxyProps) {
  const { lang, to } = staff_page.view
  const words = commitment_words[lang]
  const { obligation_id, full_name } = task
  return (
    <Frame
      {...staff_page}
      title={words.enter_for_name(full_name)}
      crumb={`${task.unit_name} · ${words.title(task.year)}`}
      here={t => t.cell_proxy({ unit, obligation_id })}
      field_errors={field_errors}
      scripts={[count_script.path]}
    >
      <p>{words.proxy_lead}</p>
      <form method="post" action={to.cell_proxy({ unit, obligation_id })}>
        <HiddenFields fields={[['key', randomUUID()]]} />
        {form.parts.map(part => (
          <section key={part.part}>
            <h2>{part.title[lang]}</h2>
            <PartFields {...{ lang, part, fields, field_errors }} />
          </section>
        ))}
        <div class="actions">
          <button type="submit">{words.proxy_submit(full_name)}</button>
          <a href={to.cell({ unit })}>{words.back_to_cell}</a>
        </div>
      </form>
    </Frame>
  )
}
