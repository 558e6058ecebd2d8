import { randomUUID } from 'node:crypto'
import { lookUp } from '../../../basis/shared/look-up.ts'
import {
  type FieldError,
  FormFields,
  Frame,
  Notice,
  optionsOfSheet,
  SampleOfSheet,
  SheetChoice,
  type StaffPageProps,
  type Typed,
  UnseenInSheet,
} from '../../../platform/staff/index.ts'
import { HiddenFields } from '../../../platform/web/index.ts'
import { columns_form } from '../forms.ts'
import type { Roster } from '../roster.ts'
import { roster_words } from '../roster-words.ts'

type ColumnsProps = StaffPageProps & {
  roster: Roster
  sheet: number
  typed: Typed
  is_remembered: boolean
  field_errors?: FieldError[]
}

/** Which column says what: guessed, to be looked over once. */
export function ColumnsPage({ roster, sheet, typed, is_remembered, field_errors = [], ...staff_page }: ColumnsProps) {
  const { lang, to } = staff_page.view
  const words = roster_words[lang]
  const { unit, roster_import_id, seen } = roster
  const shown = seen.sheets[sheet]!
  const { whole, apart } = columns_form
  const fields = { lang, typed, field_errors }
  return (
    <Frame
      {...staff_page}
      title={words.columns_title}
      crumb={`${roster.unit_name} · ${roster.file_name}`}
      here={t => t.roster_import({ unit, roster_import_id })}
      field_errors={field_errors}
    >
      {is_remembered ? <Notice>{words.columns_remembered}</Notice> : <p>{words.columns_lead}</p>}
      {seen.repaired > 0 && <p class="hint">{words.repaired_n(seen.repaired)}</p>}
      <UnseenInSheet {...{ lang }} unseen={shown.unseen} />
      <SheetChoice
        {...{ lang, sheet }}
        sheets={seen.sheets}
        hrefOf={at => to.roster_import({ unit, roster_import_id, part: `trang-${at}` })}
        one_sheet={words.one_sheet}
      />
      <SampleOfSheet {...{ lang }} sheet={shown} />
      <form method="post" action={to.roster_columns({ unit, roster_import_id })}>
        <HiddenFields
          fields={[
            ['key', randomUUID()],
            ['sheet', String(sheet)],
          ]}
        />
        <FormFields form={whole} {...fields} options={optionsOfSheet(whole, shown)} />
        <details open={Object.keys(apart).some(field => lookUp(typed, field)) || field_errors.length > 0}>
          <summary>{words.columns_apart}</summary>
          <FormFields form={apart} {...fields} options={optionsOfSheet(apart, shown)} />
        </details>
        <div class="actions">
          <button type="submit">{words.read_n(shown.rows)}</button>
          <a href={to.roster({ unit })}>{words.back}</a>
        </div>
      </form>
    </Frame>
  )
}
