import { sayName } from '../../../basis/shared/names-in-english.ts'
import {
  type FieldError,
  FormFields,
  FormPage,
  type FormPageProps,
  SearchForm,
  type StaffPageProps,
  Tick,
  type Typed,
} from '../../../platform/staff/index.ts'
import type { Href, Language } from '../../../platform/web/index.ts'
import { appoint_form, correct_form, enrol_form, release_form, tenure_end_form, transfer_form } from '../forms.ts'
import type { PersonFile } from '../reads/find-person.ts'
import type { CellRow } from '../reads/list-cells.ts'
import type { EarlierRow } from '../reads/list-earlier.ts'
import { people_words } from '../words.ts'

type FormProps = StaffPageProps & { unit: string; typed: Typed; field_errors?: FieldError[] }
type OfPerson = FormProps & { subject: PersonFile }

export function EnrolPage({ unit, name, typed, field_errors, may_be, ...staff_page }: FormProps & { name: string; may_be: EarlierRow[] }) {
  const { lang, to } = staff_page.view
  const words = people_words[lang]
  const asks_twice = field_errors?.some(({ field }) => field === 'is_another') || typed.is_another !== undefined
  const without = [...(may_be.length > 0 ? [] : ['earlier' as const]), ...(asks_twice ? [] : ['is_another' as const])]
  const earlier = [
    ...may_be.map(({ person_id, ...row }) => ({ value: String(person_id), label: words.earlier_one(row) })),
    { value: 'none', label: words.earlier_none },
  ]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.enrol_to(name)}
      crumb={name}
      here={t => t.person_enrol({ unit })}
      button={words.enrol_button}
      cancel={{ href: to.people({ unit }), label: words.back }}
    >
      <FormFields form={enrol_form} {...{ lang, typed, field_errors, without }} options={{ earlier }} />
    </FormPage>
  )
}

type PersonFormProps = Pick<FormPageProps, 'title' | 'here' | 'lead' | 'button' | 'before' | 'children'> & { of: OfPerson; crumb?: string }

/** A form about one person: under the unit that they belong to, with the way back to their file. */
function PersonForm({ of: { unit, subject, typed: _, ...staff_page }, crumb = subject.unit_name ?? '', ...form }: PersonFormProps) {
  const { lang, to } = staff_page.view
  const cancel = { href: to.person({ unit, person_id: subject.person_id }), label: people_words[lang].cancel }
  return <FormPage {...staff_page} {...form} {...{ crumb, cancel }} />
}

export function CorrectPage({ version, ...props }: OfPerson & { version: number }) {
  const { unit, subject, typed, field_errors, view } = props
  const words = people_words[view.lang]
  return (
    <PersonForm
      of={props}
      title={words.correct_of(subject.full_name)}
      here={t => t.person_correct({ unit, person_id: subject.person_id })}
      lead={words.correct_lead}
      button={words.correct_button}
    >
      <FormFields form={correct_form} {...{ lang: view.lang, field_errors }} typed={{ ...typed, version: String(version) }} />
    </PersonForm>
  )
}

type TransferProps = OfPerson & { cells: CellRow[]; words: string; ends: number[] }

/** Posts of the cell that somebody leaves end with the move; others go on. */
export function TransferPage({ cells, words: asked, ends, ...props }: TransferProps) {
  const { unit, subject, typed, field_errors, view } = props
  const { lang, to } = view
  const words = people_words[lang]
  const held = subject.tenures.filter(({ until, unit_id }) => until === null && unit_id === subject.unit_id)
  const others = cells
    .filter(({ key }) => key !== subject.unit)
    .map(({ key, name, above_name }) => ({ value: key, label: name, group: above_name }))
  const here = (t: Href) => t.person_transfer({ unit, person_id: subject.person_id, words: asked })
  return (
    <PersonForm
      of={props}
      {...{ here }}
      title={words.transfer_of(subject.full_name)}
      lead={words.transfer_lead}
      button={words.transfer_button}
      before={
        <SearchForm
          {...{ asked }}
          view={props.view}
          action={to.person_transfer({ unit, person_id: subject.person_id })}
          name="tim"
          label={words.find_cell}
          hint={words.find_cell_hint}
          button={words.find}
        />
      }
    >
      <FormFields form={transfer_form} {...{ lang, typed, field_errors }} options={{ unit: others }} />
      <Posts {...{ lang, typed, field_errors, ends }} held={held} />
    </PersonForm>
  )
}

type PostsProps = { lang: Language; typed: Typed; field_errors?: FieldError[]; held: PersonFile['tenures']; ends: number[] }

/** What somebody holds who leaves: what ends with it, and what remains because another office has to end it. */
function Posts({ lang, typed, field_errors, held, ends }: PostsProps) {
  const words = people_words[lang]
  const ending = held.filter(({ tenure_id }) => ends.includes(tenure_id))
  const remaining = held.filter(({ tenure_id }) => !ends.includes(tenure_id))
  return (
    <>
      {ending.length > 0 && (
        <Tick
          {...{ lang, field_errors }}
          name="ends_posts"
          label={words.ends_posts(ending.map(({ title, unit_name }) => `${sayName(title, lang)} (${sayName(unit_name, lang)})`))}
          is_on={typed.ends_posts !== undefined}
        />
      )}
      {remaining.length > 0 && (
        <>
          <p>{words.posts_remain}</p>
          <ul>
            {remaining.map(({ tenure_id, title, unit_name }) => (
              <li key={tenure_id}>
                <strong>{sayName(title, lang)}</strong>, {sayName(unit_name, lang)}{' '}
                <span class="hint">({words.ended_by(sayName(unit_name, lang))})</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

export function ReleasePage({ ends, ...props }: OfPerson & { ends: number[] }) {
  const { unit, subject, typed, field_errors, view } = props
  const held = subject.tenures.filter(({ until }) => until === null)
  const { lang } = view
  const words = people_words[lang]
  return (
    <PersonForm
      of={props}
      title={words.release_of(subject.full_name)}
      here={t => t.person_release({ unit, person_id: subject.person_id })}
      lead={words.release_lead}
      button={words.release_button}
    >
      <FormFields form={release_form} {...{ lang, typed, field_errors }} />
      <Posts {...{ lang, typed, field_errors, ends }} held={held} />
    </PersonForm>
  )
}

export function AppointPage({ at_name, ...props }: OfPerson & { at_name: string }) {
  const { unit, subject, typed, field_errors, view } = props
  const { lang } = view
  const words = people_words[lang]
  return (
    <PersonForm
      of={props}
      title={words.appoint_of(subject.full_name)}
      here={t => t.person_appoint({ unit, person_id: subject.person_id })}
      lead={words.appoint_lead(sayName(at_name, lang))}
      button={words.appoint_button}
    >
      <FormFields form={appoint_form} {...{ lang, typed, field_errors }} />
    </PersonForm>
  )
}

type EndProps = OfPerson & { tenure: PersonFile['tenures'][number] }

export function EndTenurePage({ tenure, ...props }: EndProps) {
  const { unit, subject, typed, field_errors, view } = props
  const { lang } = view
  const words = people_words[lang]
  return (
    <PersonForm
      of={props}
      title={words.end_of(tenure.title, subject.full_name)}
      crumb={tenure.unit_name}
      here={t => t.tenure_end({ unit, person_id: subject.person_id, tenure_id: tenure.tenure_id })}
      lead={words.end_lead}
      button={words.end_button}
    >
      <FormFields form={tenure_end_form} {...{ lang, typed, field_errors }} />
    </PersonForm>
  )
}
