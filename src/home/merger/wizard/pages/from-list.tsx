import { randomUUID } from 'node:crypto'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import {
  type FieldError,
  FormFields,
  Frame,
  type Option,
  type StaffPageProps,
  Table,
  type Typed,
} from '../../../../platform/staff/index.ts'
import { HiddenFields } from '../../../../platform/web/index.ts'
import { sayPlace } from '../../../../register/organisation/index.ts'
import type { MergerDraft } from '../drafts.ts'
import { from_list_form } from '../forms.ts'
import type { FromList } from '../units-of-today.ts'
import { wizard_words } from '../wizard-words.ts'

type FromListProps = StaffPageProps & {
  draft: MergerDraft
  /** Null where the draft is of another day or hierarchy. */
  found: FromList | null
  parents: Option[]
  typed: Typed
  field_errors: FieldError[]
}

/** What the list of 1 July 2025 would put into a draft, and what of it is kept apart. */
export function FromListPage({ draft, found, parents, typed, field_errors, ...staff_page }: FromListProps) {
  const { lang, to } = staff_page.view
  const words = wizard_words[lang]
  const { merger_draft_id, version } = draft
  const address = { merger_draft_id }
  const is_empty = !found || found.units + found.kept === 0
  return (
    <Frame {...staff_page} {...{ field_errors }} title={words.from_list} crumb={words.begin} here={t => t.merger_from_list(address)}>
      <p>{words.from_list_lead}</p>
      <p>{is_empty ? words.from_list_none : words.from_list_found(found.units, found.kept, found.ended)}</p>
      {!is_empty && (
        <form method="post" action={to.merger_from_list(address)}>
          <HiddenFields
            fields={[
              ['key', randomUUID()],
              ['version', String(version)],
            ]}
          />
          <FormFields form={from_list_form} {...{ lang, typed, field_errors }} options={{ parent: parents }} />
          <p class="actions">
            <button type="submit">{words.take}</button>
          </p>
        </form>
      )}
      {found && <Left {...{ lang, found }} />}
      <p class="actions">
        <a href={to.merger_draft(address)}>{words.back}</a>
      </p>
    </Frame>
  )
}

/** What is left to whoever writes: communes that the list does not know, and its lines that are tied to none. */
function Left({ lang, found: { unknown, untied } }: { lang: 'vi' | 'en'; found: FromList }) {
  const words = wizard_words[lang]
  const { line, before, after, reason } = words.untied_columns
  return (
    <>
      {unknown.length > 0 && (
        <section>
          <h2>{words.unknown_n(unknown.length)}</h2>
          <p>{unknown.map(unit => sayPlace(unit, lang)).join(', ')}</p>
        </section>
      )}
      {untied.length > 0 && (
        <section>
          <h2>{words.untied_n(untied.length)}</h2>
          <p>{words.untied_lead}</p>
          <Table
            {...{ lang }}
            rows={untied}
            keyOf={({ record }) => record}
            columns={[
              { head: line, cell: ({ record }) => record },
              {
                head: before,
                cell: ({ old_name, old_district }) => <span lang="vi">{[old_name, old_district].filter(Boolean).join(', ')}</span>,
              },
              { head: after, cell: ({ new_code, new_name }) => <span lang="vi">{`${new_name} (${new_code})`}</span> },
              { head: reason, cell: ({ reasons }) => reasons.map(code => lookUp(words.reasons, code) ?? code).join('; ') },
            ]}
          />
        </section>
      )}
    </>
  )
}
