import { randomUUID } from 'node:crypto'
import { sayDay } from '../../../basis/shared/dates.ts'
import { type FieldError, FormFields, type Typed } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language } from '../../../platform/web/index.ts'
import { mark_form } from '../forms.ts'
import { plan_words } from '../plan-words.ts'
import type { PlanMark } from '../reads/find-plan-mark.ts'

/** What the level above found in the version that stands approved. */
export function MarkShown({ lang, mark }: { lang: Language; mark: PlanMark | null }) {
  const words = plan_words[lang]
  return (
    <section>
      <h2>{words.marks}</h2>
      {mark ? (
        <dl class="facts">
          <dt>{words.exemplary}</dt>
          <dd>{words.found(mark.is_exemplary)}</dd>
          <dt>{words.of_the_post}</dt>
          <dd>{words.found(mark.is_of_the_post)}</dd>
          <dt>{words.mark}</dt>
          <dd>
            {words.marked_by(sayDay(mark.marked_on, lang), mark.by_name)}
            {mark.said && (
              <>
                <br />
                <strong lang="vi">{mark.said}</strong>
              </>
            )}
          </dd>
        </dl>
      ) : (
        <p class="hint">{words.unmarked}</p>
      )}
    </section>
  )
}

type MarkingProps = { lang: Language; action: string; version: number; is_marked: boolean; typed: Typed; field_errors: FieldError[] }

/** Open where nobody has marked the plan yet, and where a mark was refused. */
export function Marking({ lang, action, version, is_marked, typed, field_errors }: MarkingProps) {
  const words = plan_words[lang]
  return (
    <details open={!is_marked || field_errors.length > 0}>
      <summary>{words.mark}</summary>
      <p class="hint">{words.mark_lead}</p>
      <form method="post" action={action}>
        <HiddenFields
          fields={[
            ['version', String(version)],
            ['key', randomUUID()],
          ]}
        />
        <FormFields form={mark_form} {...{ lang, typed, field_errors }} />
        <button type="submit">{words.mark_button}</button>
      </form>
    </details>
  )
}
