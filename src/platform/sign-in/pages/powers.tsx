import { randomUUID } from 'node:crypto'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayName, sayUnit } from '../../../basis/shared/names-in-english.ts'
import { actsOf, type FoundPerson, type GrantRow, type Lendable, type LentRow, most_people, type UnitRow } from '../../role/index.ts'
import { type FieldError, FormFields, Frame, SearchForm, ShownOf, type StaffPageProps, type Typed } from '../../staff/index.ts'
import { HiddenFields, type ViewContext } from '../../web/index.ts'
import { grant_form, lending_form } from '../power/forms.ts'
import { power_words } from '../power/power-words.ts'
import { role_words } from '../words.ts'

type Asked = { asked: string; found: FoundPerson[] | null; typed: Typed; field_errors?: FieldError[]; told?: string }

export type GrantsProps = StaffPageProps & Asked & { unit: string; units: UnitRow[]; grants: GrantRow[] }

/** What is granted at a unit, and granting more. */
export function GrantsPage({ unit, units, grants, asked, found, typed, field_errors = [], told, ...staff_page }: GrantsProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = power_words[lang]
  const people = peopleOptions(view, found)
  const options = { person_id: people, unit_id: units.map(({ unit_id, name }) => ({ value: String(unit_id), label: name })) }
  return (
    <Frame
      {...staff_page}
      title={words.grants(grants[0]?.of ?? 0)}
      crumb={units[0]?.name}
      here={t => t.grants({ unit, name: asked })}
      has_workbook={grants.length > 0}
      {...{ field_errors, told }}
    >
      <p>{words.grants_lead}</p>
      {grants.length === 0 && <p>{words.nothing_granted}</p>}
      <ShownOf lang={lang} n={grants.length} of={grants[0]?.of ?? 0} />
      <ul class="ways">
        {grants.map(({ role_grant_id, full_name, role, unit_name, since, until, instrument }) => (
          <li key={role_grant_id}>
            <form method="post" action={to.grant_end({ unit })} class="beside">
              <HiddenFields
                fields={[
                  ['key', randomUUID()],
                  ['role_grant_id', String(role_grant_id)],
                ]}
              />
              <p>
                <strong>{full_name}</strong> · {role_words[lang][role]} · {sayName(unit_name, lang)}
                <br />
                <span class="hint">{[words.span(since, until), instrument].filter(Boolean).join(' · ')}</span>
              </p>
              <button type="submit" class="plain" aria-label={words.end_of(full_name, role_words[lang][role])}>
                {words.end}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <section>
        <h2>{words.grant}</h2>
        <Finder {...{ view, asked, found, label: words.find_person, action: to.grants({ unit }) }} />
        {found && found.length > 0 && (
          <form method="post" action={to.grants({ unit, name: asked })}>
            <HiddenFields fields={[['key', randomUUID()]]} />
            <FormFields
              form={grant_form}
              {...{ lang, field_errors, options }}
              typed={{ unit_id: String(units[0]?.unit_id), ...onlyOf('person_id', people), ...typed }}
            />
            <div class="actions">
              <button type="submit">{words.grant_button}</button>
            </div>
          </form>
        )}
      </section>
      {units.length > 1 && (
        <details>
          <summary>{words.other_units}</summary>
          <ul class="people">
            {units.slice(1).map(({ key, name }) => (
              <li key={key}>
                <a href={to.grants({ unit: key })}>{sayName(name, lang)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Frame>
  )
}

export type LendingProps = StaffPageProps & Asked & { lendable: Lendable[]; lent: LentRow[] }

/** What is lent, and lending more. */
export function LendingPage({ lendable, lent, asked, found, typed, field_errors = [], told, ...staff_page }: LendingProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = power_words[lang]
  const options = {
    receiver_id: peopleOptions(view, found),
    role: lendable.map(own => ({ value: nameOf(own), label: `${role_words[lang][own.role]} · ${sayName(own.unit_name, lang)}` })),
    acts: actOptions(view, lendable),
  }
  return (
    <Frame
      {...staff_page}
      title={words.lent_n(lent.length)}
      crumb={words.lending}
      here={t => t.lending({ name: asked })}
      has_workbook={lent.length > 0}
      {...{ field_errors, told }}
    >
      <p>{words.lending_lead}</p>
      {lent.length === 0 && <p>{words.nothing_lent}</p>}
      <ul class="ways">
        {lent.map(({ delegation_id, full_name, role, unit_name, acts, since, until }) => (
          <li key={delegation_id}>
            <form method="post" action={to.lending_end()} class="beside">
              <HiddenFields
                fields={[
                  ['key', randomUUID()],
                  ['delegation_id', String(delegation_id)],
                ]}
              />
              <p>
                <strong>{full_name}</strong> · {role_words[lang][role]} · {sayName(unit_name, lang)}
                <br />
                <span class="hint">
                  {words.span(since, until)} ·{' '}
                  {acts === null ? words.all_acts : acts.map(act => lookUp(words.act_names, act) ?? act).join(', ')}
                </span>
              </p>
              <button type="submit" class="plain" aria-label={words.take_back_of(full_name)}>
                {words.take_back}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <section>
        <h2>{words.lend}</h2>
        {lendable.length === 0 ? (
          <p>{words.nothing_to_lend}</p>
        ) : (
          <Finder {...{ view, asked, found, label: words.find_receiver, action: to.lending() }} />
        )}
        {found && found.length > 0 && lendable.length > 0 && (
          <form method="post" action={to.lending({ name: asked })}>
            <HiddenFields fields={[['key', randomUUID()]]} />
            <FormFields
              form={lending_form}
              {...{ lang, field_errors, options }}
              typed={{ ...onlyOf('role', options.role), ...onlyOf('receiver_id', options.receiver_id), ...typed }}
            />
            <div class="actions">
              <button type="submit">{words.lend_button}</button>
            </div>
          </form>
        )}
      </section>
    </Frame>
  )
}

/** «secretary 4711», as the form sends it. */
export function nameOf({ role, unit_id }: Pick<Lendable, 'role' | 'unit_id'>): string {
  return `${role} ${unit_id}`
}

function actOptions({ lang }: ViewContext, lendable: Lendable[]) {
  const acts = [...new Set(lendable.flatMap(({ role }) => actsOf(role)))]
  return acts.flatMap(act => {
    const label = lookUp(power_words[lang].act_names, act)
    return label === undefined ? [] : [{ value: act, label }]
  })
}

function peopleOptions({ lang }: ViewContext, found: FoundPerson[] | null) {
  return (found ?? []).map(row => ({ value: String(row.person_id), label: `${row.full_name} · ${sayUnit(row, lang)}` }))
}

/** Where there is one answer alone, it is chosen already. */
function onlyOf(name: string, options: readonly { value: string }[]): Typed {
  return options.length === 1 ? { [name]: options[0]!.value } : {}
}

type FinderProps = { view: ViewContext; asked: string; found: FoundPerson[] | null; label: string; action: string }

function Finder({ view, asked, found, label, action }: FinderProps) {
  return <SearchForm {...{ view, action, label, asked }} name="ten" hint={hintOf(view.lang, found)} button={power_words[view.lang].find} />
}

function hintOf(lang: ViewContext['lang'], found: FoundPerson[] | null): string | undefined {
  const words = power_words[lang]
  if (found === null) return words.find_first
  if (found.length === 0) return words.none_found
  return found.length === most_people ? words.only_first(most_people) : undefined
}
