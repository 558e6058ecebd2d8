import { type FieldError, FormFields, FormPage, type StaffPageProps, type Typed } from '../../staff/index.ts'
import { batch_words } from '../batch/batch-words.ts'
import { addressField, addressForm, most_addresses } from '../batch/forms.ts'
import type { InviteUnit, NotCome } from '../batch/list-not-come.ts'

type AddressesProps = StaffPageProps & { unit: InviteUnit; not_come: NotCome[]; typed: Typed; field_errors?: FieldError[] }

/** Where the invitations of a unit's people go: a field for each who has not come. */
export function InviteAddressesPage({ unit, not_come, typed, field_errors, ...staff_page }: AddressesProps) {
  const { lang, to } = staff_page.view
  const words = batch_words[lang]
  const is_too_large = unit.people > most_addresses
  const known = Object.fromEntries(not_come.map(({ person_id, email }) => [addressField(person_id), email ?? '']))
  return (
    <FormPage
      {...{ ...staff_page, field_errors }}
      title={words.addresses}
      crumb={unit.name}
      here={t => t.invite_addresses({ unit: unit.key })}
      lead={is_too_large ? words.addresses_too_many(most_addresses) : words.addresses_lead}
      button={words.save_addresses}
      cancel={{ href: to.invite_unit({ unit: unit.key }), label: words.cancel }}
    >
      {!is_too_large && not_come.length > 0 && (
        <FormFields form={addressForm(not_come)} {...{ lang, field_errors }} typed={{ ...known, ...typed }} />
      )}
    </FormPage>
  )
}
