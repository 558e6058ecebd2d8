import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, FormFields, Frame, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import { national_form, send_form } from '../forms.ts'
import type { UnitList } from '../list/find-lists.ts'
import type { UnitHere } from '../reads/find-unit-here.ts'
import { tree_words } from '../words.ts'

type ListsProps = StaffPageProps & { here: UnitHere; lists: UnitList[]; typed: Typed; field_errors?: FieldError[] }

/** Sending a list of units under one, and those that were sent. */
export function ListsPage({ here, lists, typed, field_errors, ...staff_page }: ListsProps) {
  const { lang, to } = staff_page.view
  const words = tree_words[lang]
  const { key: unit, name } = here
  return (
    <Frame
      {...staff_page}
      {...{ field_errors }}
      title={words.lists_of(sayName(name, lang))}
      crumb={name}
      here={t => t.unit_lists({ unit })}
      has_workbook={lists.length > 0}
    >
      <p>{words.lists_lead}</p>
      <form method="post" action={to.unit_lists({ unit })} enctype="multipart/form-data">
        <HiddenFields fields={[['key', randomUUID()]]} />
        <FormFields form={send_form} {...{ lang, field_errors }} typed={{}} />
        <div class="actions">
          <button type="submit">{words.list_send}</button>
          <a href={to.unit({ unit })}>{words.back}</a>
        </div>
      </form>
      {['province', 'central-city'].includes(here.unit_kind) && <National {...{ view: staff_page.view, unit, typed, field_errors }} />}
      <h2>{words.list_earlier}</h2>
      {lists.length === 0 && <p>{words.list_none}</p>}
      <ul class="people">
        {lists.map(list => (
          <li key={list.unit_list_id}>
            <a href={to.unit_list({ unit, unit_list_id: list.unit_list_id })}>
              <strong>{list.file_name}</strong>
            </a>{' '}
            <span class="tag">{words.list_states[stateOf(list)]}</span>
            <br />
            <span class="hint">{words.sent_at(sayInstant(list.uploaded_at, lang))}</span>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

type NationalProps = Pick<ListsProps, 'typed' | 'field_errors'> & { view: ViewContext; unit: string }

/** The communes of today of a province, taken in as a list that was sent: it is read and confirmed like any other. */
function National({ view: { lang, to }, unit, typed, field_errors }: NationalProps) {
  const words = tree_words[lang]
  return (
    <section>
      <h2>{words.national}</h2>
      <p>{words.national_lead}</p>
      <form method="post" action={to.unit_lists({ unit })}>
        <HiddenFields fields={[['key', randomUUID()]]} />
        <FormFields form={national_form} {...{ lang, typed, field_errors }} />
        <div class="actions">
          <button type="submit" class="quiet">
            {words.national_take}
          </button>
        </div>
      </form>
    </section>
  )
}

/** What a list has come to. */
export function stateOf({ reading }: UnitList): 'sent' | 'faulty' | 'same' | 'laid' {
  if (!reading) return 'sent'
  if (reading.came_to === null) return 'faulty'
  return reading.unit_change_id === null ? 'same' : 'laid'
}
