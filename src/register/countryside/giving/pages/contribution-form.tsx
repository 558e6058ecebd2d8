import { type FieldError, FormFields, FormPage, type StaffPageProps, type Typed } from '../../../../platform/staff/index.ts'
import { sayPlace } from '../../../organisation/index.ts'
import { contribution_form } from '../forms.ts'
import type { ContributionKind, GivingPlace } from '../reads.ts'
import { sayKindAndMeasure } from '../say-kind.ts'
import { giving_words } from '../words.ts'

type FormProps = StaffPageProps & {
  unit: string
  unit_name: string
  kinds: ContributionKind[]
  places: GivingPlace[]
  typed: Typed
  field_errors?: FieldError[]
  told?: string
}

/** One gift, written down where it was given. Whether it is told twice is asked only where it may be. */
export function ContributionFormPage({ unit, unit_name, kinds, places, typed, field_errors = [], told, ...staff_page }: FormProps) {
  const { lang, to } = staff_page.view
  const words = giving_words[lang]
  const is_doubted = typed.is_another !== undefined || field_errors.some(({ field }) => field === 'is_another')
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors, told }}
      title={words.add}
      crumb={unit_name}
      here={t => t.contribution_add({ unit })}
      button={words.send}
      cancel={{ href: to.contributions({ unit }), label: words.back }}
    >
      <FormFields
        form={contribution_form}
        {...{ lang, typed, field_errors }}
        without={is_doubted ? [] : ['is_another']}
        options={{
          contribution_kind: kinds.map(kind => ({ value: kind.contribution_kind, label: sayKindAndMeasure(kind, lang) })),
          place: places.map(place => ({
            value: place.key,
            label: place.until ? `${sayPlace(place, lang)} (${words.was})` : sayPlace(place, lang),
          })),
        }}
      />
    </FormPage>
  )
}
