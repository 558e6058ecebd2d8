import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { type FieldError, FormFields, FormPage, Frame, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import { HiddenFields } from '../../../platform/web/index.ts'
import { key_form } from '../forms.ts'
import type { IndicatorKey } from '../reads/list-keys.ts'
import { indicator_words } from '../words.ts'
import type { Office } from './indicators.tsx'

type KeysProps = StaffPageProps & {
  office: Office
  keys: IndicatorKey[]
  /** Whether any unit of the office works in a place: without one a key would have nothing to send for. */
  has_places: boolean
  typed: Typed
  field_errors?: FieldError[]
  told?: string
}

/** The keys of an office, with a button each that revokes it, and the form that issues another. */
export function KeysPage({ office, keys, has_places, typed, field_errors, told, ...staff_page }: KeysProps) {
  const { lang, to } = staff_page.view
  const words = indicator_words[lang]
  const { unit, name } = office
  const held = keys.length > 0 && <KeyList {...{ ...staff_page, unit, keys }} />
  if (!has_places)
    return (
      <Frame {...staff_page} told={told} title={words.keys_title} crumb={name} here={t => t.indicator_keys({ unit })}>
        <p class="note">{words.no_places(name)}</p>
        {held}
        <p class="actions">
          <a href={to.indicators({ unit })}>{words.back}</a>
        </p>
      </Frame>
    )
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors, told }}
      title={words.keys_title}
      crumb={name}
      here={t => t.indicator_keys({ unit })}
      lead={words.keys_lead}
      before={held || <p>{words.no_keys}</p>}
      button={words.issue}
      cancel={{ href: to.indicators({ unit }), label: words.back }}
      after={
        <p>
          <a href={to.api_description()}>{words.description}</a>
        </p>
      }
    >
      <FormFields form={key_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}

function KeyList({ view: { lang, to }, unit, keys }: Pick<StaffPageProps, 'view'> & { unit: string; keys: IndicatorKey[] }) {
  const words = indicator_words[lang]
  return (
    <ul class="people">
      {keys.map(({ indicator_key_id, name, issued_at, last_used }) => (
        <li key={indicator_key_id}>
          <strong>{name}</strong>
          <br />
          <span class="hint">
            {words.issued(sayInstant(issued_at, lang))}, {last_used ? words.last_used(sayInstant(last_used, lang)) : words.never_used}
          </span>
          <form method="post" action={to.indicator_key_revoke({ unit, indicator_key_id })}>
            <HiddenFields fields={[['key', randomUUID()]]} />
            <button type="submit" class="quiet" aria-label={`${words.revoke}: ${name}`}>
              {words.revoke}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

/** A value that is sent to try a key: of a month that is not over, so that it is refused and nothing is recorded. */
export type Sample = { indicator: string; place: string; month: string }

type NewKeyProps = StaffPageProps & { office: Office; name: string; secret: string; origin: string; sample: Sample }

/** A key that was just issued, shown once, with a call that tries it. */
export function NewKeyPage({ office, name, secret, origin, sample, ...staff_page }: NewKeyProps) {
  const { lang, to } = staff_page.view
  const words = indicator_words[lang]
  const { unit } = office
  return (
    <Frame {...staff_page} title={words.new_key} crumb={office.name} here={t => t.indicator_keys({ unit })}>
      <p>
        <strong>{name}</strong>
      </p>
      <pre class="code">{secret}</pre>
      <p>{words.new_key_lead}</p>
      <h2>{words.try_it}</h2>
      <p>{words.try_it_lead}</p>
      <pre class="code">{exampleOf(origin + to.api_indicator_values(), secret, sample)}</pre>
      <p>
        <a href={to.api_description()}>{words.description}</a>
      </p>
      <p class="actions">
        <a href={to.indicators({ unit })}>{words.back}</a>
      </p>
    </Frame>
  )
}

/** A call of `curl` that sends one value. */
function exampleOf(address: string, secret: string, sample: Sample): string {
  return [
    `curl -i -X POST ${address} \\`,
    `  -H 'Authorization: Bearer ${secret}' \\`,
    `  -H 'Idempotency-Key: ${sample.month}-lan-gui-dau-tien' \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d '${JSON.stringify({ values: [{ ...sample, quantity: 412 }] })}'`,
  ].join('\n')
}
