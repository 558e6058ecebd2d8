import { randomUUID } from 'node:crypto'
import { type FieldError, type Form, FormFields, Frame, type Option, type StaffPageProps } from '../../../../platform/staff/index.ts'
import { HiddenFields } from '../../../../platform/web/index.ts'
import { sayPlace } from '../../../../register/organisation/index.ts'
import type { MergerDraft } from '../drafts.ts'
import { unit_form } from '../forms.ts'
import type { Found } from '../list-sources.ts'
import { formWith, parentsFor, type UnitPage } from '../unit-of-draft.ts'
import { wizard_words } from '../wizard-words.ts'

type UnitProps = StaffPageProps & { draft: MergerDraft; place: number | null; page: UnitPage; field_errors: FieldError[] }

const [finding, marking] = [['words'], ['add']] as const

/** One unit: which others it comes from, each with what it gives, and what it is. One form, for all is kept together. */
export function UnitFormPage({ draft, place, page, field_errors, ...staff_page }: UnitProps) {
  const { lang, to } = staff_page.view
  const words = wizard_words[lang]
  const { typed, sources, found } = page
  const form = formWith(sources)
  const fields = { lang, typed, field_errors }
  const { merger_draft_id, version, drafted } = draft
  const address = { merger_draft_id, place: place === null ? 'moi' : String(place) }
  const own = place === null ? undefined : drafted.units[place]
  return (
    <Frame
      {...staff_page}
      {...{ field_errors }}
      title={own ? sayPlace(own, lang) : words.add_unit}
      crumb={words.begin}
      here={t => t.merger_unit(address)}
    >
      <form method="post" action={to.merger_unit(address)}>
        <HiddenFields
          fields={[
            ['key', randomUUID()],
            ['version', String(version)],
            ['parts', typed.parts ?? ''],
          ]}
        />
        <FormFields form={only(form, finding)} {...fields} />
        <Press name="find" label={words.find} />
        <Marks {...{ lang, found, typed, field_errors, listed: sources.map(({ key }) => key) }} />
        <FormFields
          form={only(
            form,
            Object.keys(form).filter(name => name.startsWith('part_')),
          )}
          {...fields}
        />
        <FormFields
          form={only(
            form,
            into_fields.filter(name => name !== 'is_stated' || drafted.rule === 'as-stated'),
          )}
          {...fields}
          options={{
            unit_kind: page.kinds.map(kind => ({ value: kind.unit_kind, label: lang === 'vi' ? kind.name_vi : kind.name_en })),
            parent: parentsFor(sources, drafted, own?.key),
            receives: receiversFor(page, lang),
          }}
        />
        <div class="actions">
          <button type="submit" name="act" value="save">
            {words.keep_unit}
          </button>
          {own && (
            <button type="submit" name="act" value="remove" class="quiet">
              {words.remove_unit}
            </button>
          )}
          <a href={to.merger_draft({ merger_draft_id })}>{words.back}</a>
        </div>
      </form>
    </Frame>
  )
}

const into_fields = Object.keys(unit_form).filter(name => !['words', 'add', 'parts'].includes(name))

function only(form: Form, names: readonly string[]): Form {
  return Object.fromEntries(Object.entries(form).filter(([name]) => names.includes(name)))
}

export function Press({ name, label }: { name: string; label: string }) {
  return (
    <p class="actions">
      <button type="submit" name="act" value={name} class="quiet">
        {label}
      </button>
    </p>
  )
}

type MarksProps = { lang: 'vi' | 'en'; found: Found[]; typed: Record<string, string>; listed: string[]; field_errors: FieldError[] }

/** The units that were found and are not on the list yet. */
function Marks({ lang, found, typed, listed, field_errors }: MarksProps) {
  const words = wizard_words[lang]
  const add = found.filter(({ key }) => !listed.includes(key)).map(unit => optionOf(unit, lang))
  if (add.length === 0) return typed.words ? <p>{words.found_none}</p> : null
  return (
    <>
      <FormFields form={only(unit_form, marking)} {...{ lang, typed, field_errors }} options={{ add }} />
      <Press name="add" label={words.add_marked} />
    </>
  )
}

export function optionOf(unit: Found, lang: 'vi' | 'en'): Option {
  const place = sayPlace(unit, lang)
  return { value: unit.key, label: unit.parent_name ? `${place} (${unit.parent_name})` : place }
}

/** Who may receive: what was found, and what receives already. */
function receiversFor({ found, receiving, sources }: UnitPage, lang: 'vi' | 'en'): Option[] {
  const listed = new Set(sources.map(({ key }) => key))
  const options = found.filter(({ key }) => !listed.has(key)).map(unit => optionOf(unit, lang))
  if (!receiving || options.some(({ value }) => value === receiving.key)) return options
  return [{ value: receiving.key, label: sayPlace(receiving, lang) }, ...options]
}
