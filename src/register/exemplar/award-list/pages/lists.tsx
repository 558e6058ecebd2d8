import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../../basis/shared/dates.ts'
import { type FieldError, FormFields, Frame, type StaffPageProps, Table } from '../../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../../platform/web/index.ts'
import { award_columns } from '../columns.ts'
import type { AwardListRow } from '../find-award-lists.ts'
import { send_form } from '../forms.ts'
import { award_list_words, list_move_words } from '../words.ts'

type ListsProps = StaffPageProps & { unit: string; unit_name: string; lists: AwardListRow[]; field_errors?: FieldError[] }

/** Sending a list of recognitions, and those that were sent. */
export function AwardListsPage({ unit, unit_name, lists, field_errors, ...staff_page }: ListsProps) {
  const { lang, to } = staff_page.view
  const words = award_list_words[lang]
  const columns = award_columns.map(column => (column === 'title' ? `${words.columns.title} (${words.optional})` : words.columns[column]))
  return (
    <Frame
      {...staff_page}
      {...{ field_errors }}
      title={words.title}
      crumb={unit_name}
      here={t => t.award_lists({ unit })}
      has_workbook={lists.length > 0}
    >
      <p>{words.lead}</p>
      <p>
        {words.columns_lead} {columns.join('; ')}.
      </p>
      <form method="post" action={to.award_lists({ unit })} enctype="multipart/form-data">
        <HiddenFields fields={[['key', randomUUID()]]} />
        <FormFields form={send_form} {...{ lang, field_errors }} typed={{}} />
        <div class="actions">
          <button type="submit">{words.send}</button>
          <a href={to.nominations({ unit })}>{words.back}</a>
        </div>
      </form>
      <h2>{words.earlier}</h2>
      {lists.length === 0 && <p>{words.none}</p>}
      {lists.length > 0 && <Lists {...{ lists, view: staff_page.view }} />}
    </Frame>
  )
}

function Lists({ lists, view: { lang, to } }: { lists: AwardListRow[]; view: ViewContext }) {
  const words = award_list_words[lang]
  return (
    <Table
      {...{ lang }}
      name="danh-sach"
      rows={lists}
      keyOf={({ award_list_id }) => award_list_id}
      columns={[
        { head: words.list, cell: ({ award_list_id, file_name }) => <a href={to.award_list({ award_list_id })}>{file_name}</a> },
        { head: words.state, cell: ({ state }) => <span class="tag">{list_move_words.steps[state][lang]}</span> },
        { head: words.n, class: 'n', cell: ({ n }) => n },
        { head: words.sent, class: 'nowrap', cell: ({ sent_at }) => sayInstant(sent_at, lang) },
      ]}
    />
  )
}
