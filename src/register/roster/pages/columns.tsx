import { randomUUID } from 'node:crypto'
import {
  ColumnChoice,
  type FieldError,
  Frame,
  Notice,
  SampleOfSheet,
  SheetChoice,
  type StaffPageProps,
  UnseenInSheet,
} from '../../../platform/staff/index.ts'

import { HiddenFields } from '../../../platform/web/index.ts'
import type { Roster } from '../roster.ts'
import { roster_words } from '../roster-words.ts'
import { type Column, columns, type Mapping } from '../table/columns.ts'

type ColumnsProps = StaffPageProps & {
  roster: Roster
  sheet: number
  mapping: Mapping
  is_remembered: boolean
  field_errors?: FieldError[]
}

/** Which column says what: guessed, to be looked over once. */
export function ColumnsPage({ roster, sheet, mapping, is_remembered, field_errors = [], ...staff_page }: ColumnsProps) {
  const { lang, to } = staff_page.view
  const words = roster_words[lang]
  const { unit, roster_import_id, seen } = roster
  const shown = seen.sheets[sheet]!
  const texts = shown.header!.texts
  const choice = (column: Column) => (
    <ColumnChoice key={column} {...{ lang, column, texts, field_errors }} label={words.column_names[column]} at={mapping[column]} />
  )
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
        {columns.filter(column => !apart.has(column)).map(column => choice(column))}
        <details open={[...apart].some(column => column in mapping) || field_errors.length > 0}>
          <summary>{words.columns_apart}</summary>
          {[...apart].map(column => choice(column))}
        </details>
        <div class="actions">
          <button type="submit">{words.read_n(shown.rows)}</button>
          <a href={to.roster({ unit })}>{words.back}</a>
        </div>
      </form>
    </Frame>
  )
}

/** Where a file has in several columns what others have in one. */
const apart: ReadonlySet<Column> = new Set([
  'family_name',
  'given_name',
  'birth_male',
  'birth_female',
  'day_of_birth',
  'month_of_birth',
  'year_of_birth',
  'female_mark',
])
