import { randomUUID } from 'node:crypto'
import { sayName } from '../../../../basis/shared/names-in-english.ts'
import { type FieldError, FormFields, Frame, type StaffPageProps, Table, type Typed } from '../../../../platform/staff/index.ts'
import { HiddenFields } from '../../../../platform/web/index.ts'
import { sayPlace } from '../../../../register/organisation/index.ts'
import type { DraftedUnit } from '../drafted.ts'
import type { MergerDraft } from '../drafts.ts'
import { others_form } from '../forms.ts'
import type { Found, Source } from '../list-sources.ts'
import { wizard_words } from '../wizard-words.ts'
import { optionOf, Press } from './unit.tsx'

type OthersProps = StaffPageProps & {
  draft: MergerDraft
  typed: Typed
  found: Found[]
  /** The found units with what stands above them, where another may take its place. */
  above: Source[]
  coming: DraftedUnit[]
  told?: string | undefined
  field_errors: FieldError[]
}

/** Units that end and have no successor, and units that keep what they are under another parent. */
export function OthersPage({ draft, typed, found, above, coming, told, field_errors, ...staff_page }: OthersProps) {
  const { lang, to } = staff_page.view
  const words = wizard_words[lang]
  const { merger_draft_id, version, drafted } = draft
  const hidden = (
    <HiddenFields
      fields={[
        ['key', randomUUID()],
        ['version', String(version)],
      ]}
    />
  )
  const { words: finding, add, parent } = others_form
  const parents = [...above.flatMap(({ above }) => above), ...coming].map(unit => ({
    value: unit.key,
    label: `${words.moves_to} ${sayPlace(unit, lang)}`,
  }))
  return (
    <Frame
      {...staff_page}
      {...{ told, field_errors }}
      title={words.others}
      crumb={words.begin}
      here={t => t.merger_others({ merger_draft_id })}
    >
      <p>{words.others_lead}</p>
      <form method="post" action={to.merger_others({ merger_draft_id })}>
        {hidden}
        <FormFields form={{ words: finding }} {...{ lang, typed, field_errors }} />
        <Press name="find" label={words.find} />
        {typed.words && found.length === 0 && <p>{words.found_none}</p>}
        {found.length > 0 && (
          <>
            <FormFields
              form={{ add, parent }}
              {...{ lang, typed, field_errors }}
              options={{
                add: found.map(unit => optionOf(unit, lang)),
                parent: [...new Map(parents.map(option => [option.value, option])).values()],
              }}
            />
            <p class="actions">
              <button type="submit" name="act" value="save">
                {words.put_on_list}
              </button>
            </p>
          </>
        )}
      </form>
      {drafted.others.length > 0 && (
        <form method="post" action={to.merger_others({ merger_draft_id })}>
          {hidden}
          <Table
            lang={lang}
            rows={drafted.others}
            keyOf={({ unit }) => unit}
            columns={[
              { head: words.columns.unit, cell: ({ name }) => sayName(name, lang) },
              {
                head: words.columns.fate,
                cell: ({ parent_name }) => (parent_name ? `${words.moves_to} ${sayName(parent_name, lang)}` : words.ends),
              },
              {
                head: words.columns.off,
                cell: ({ unit, name }) => (
                  <button type="submit" name="act" value={`off ${unit}`} class="quiet" aria-label={`${words.off}: ${sayName(name, lang)}`}>
                    {words.off}
                  </button>
                ),
              },
            ]}
          />
        </form>
      )}
      <p class="actions">
        <a href={to.merger_draft({ merger_draft_id })}>{words.back}</a>
      </p>
    </Frame>
  )
}
