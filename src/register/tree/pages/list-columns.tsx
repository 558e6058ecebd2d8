import { randomUUID } from 'node:crypto'
import {
  type FieldError,
  FormFields,
  Frame,
  optionsOfSheet,
  SampleOfSheet,
  SheetChoice,
  type StaffPageProps,
  type Typed,
  typedColumns,
  UnseenInSheet,
} from '../../../platform/staff/index.ts'
import { HiddenFields } from '../../../platform/web/index.ts'
import { columns_form, list_form } from '../forms.ts'
import type { ListMapping } from '../list/columns.ts'
import type { UnitList } from '../list/find-lists.ts'
import type { UnitHere } from '../reads/find-unit-here.ts'
import { tree_words } from '../words.ts'

type ColumnsProps = StaffPageProps & {
  here: UnitHere
  list: UnitList
  sheet: number
  mapping: ListMapping
  typed: Typed
  field_errors?: FieldError[]
}

/** Which column says what, guessed and to be looked over; and by which instrument the units stand. */
export function ListColumnsPage({ here, list, sheet, mapping, typed, field_errors = [], ...staff_page }: ColumnsProps) {
  const { lang, to } = staff_page.view
  const words = tree_words[lang]
  const { unit, unit_list_id, seen, file_name } = list
  const shown = seen.sheets[sheet]!
  return (
    <Frame
      {...staff_page}
      {...{ field_errors }}
      title={words.list_columns_title}
      crumb={`${here.name} · ${file_name}`}
      here={t => t.unit_list({ unit, unit_list_id })}
    >
      <p>{words.list_columns_lead}</p>
      <UnseenInSheet {...{ lang }} unseen={shown.unseen} />
      <SheetChoice
        {...{ lang, sheet }}
        sheets={seen.sheets}
        hrefOf={at => to.unit_list({ unit, unit_list_id, part: `trang-${at}` })}
        one_sheet={words.list_one_sheet}
      />
      <SampleOfSheet {...{ lang }} sheet={shown} />
      <form method="post" action={to.unit_list_columns({ unit, unit_list_id })}>
        <HiddenFields
          fields={[
            ['key', randomUUID()],
            ['sheet', String(sheet)],
          ]}
        />
        <FormFields
          form={columns_form}
          {...{ lang, field_errors }}
          typed={typedColumns(mapping)}
          options={optionsOfSheet(columns_form, shown)}
        />
        <FormFields form={list_form} {...{ lang, typed, field_errors }} />
        <div class="actions">
          <button type="submit">{words.list_read_n(shown.rows)}</button>
          <a href={to.unit_lists({ unit })}>{words.back_to_lists}</a>
        </div>
      </form>
    </Frame>
  )
}
