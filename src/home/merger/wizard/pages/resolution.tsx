import { type FieldError, FormFields, FormPage, type StaffPageProps, type Typed } from '../../../../platform/staff/index.ts'
import type { MergerDraft } from '../drafts.ts'
import { resolution_form } from '../forms.ts'
import { wizard_words } from '../wizard-words.ts'

type ResolutionProps = StaffPageProps & { draft: MergerDraft | null; typed: Typed; field_errors: FieldError[] }

/** The instrument: what it is, from when the map changes, and what it says of standings. Without a draft one begins. */
export function ResolutionPage({ draft, typed, field_errors, ...staff_page }: ResolutionProps) {
  const { lang, to } = staff_page.view
  const words = wizard_words[lang]
  const address = draft && { merger_draft_id: draft.merger_draft_id }
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={draft ? words.resolution : words.begin}
      crumb={words.begin}
      here={t => (address ? t.merger_resolution(address) : t.merger_begin())}
      lead={draft ? undefined : words.begin_lead}
      hidden={draft ? [['version', String(draft.version)]] : []}
      button={draft ? words.save : words.go_on}
      cancel={{ href: address ? to.merger_draft(address) : to.mergers(), label: words.back }}
    >
      <FormFields form={resolution_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}
