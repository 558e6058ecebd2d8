import { randomUUID } from 'node:crypto'
import { dayOf, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName, sayUnit } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, FormFields, Frame, type StaffPageProps, type Typed } from '../../staff/index.ts'
import { HiddenFields, type ViewContext } from '../../web/index.ts'
import { isWanted, most_in_batch, type Whom, whoms } from '../batch/batch.ts'
import { batch_words } from '../batch/batch-words.ts'
import type { BatchLine } from '../batch/find-batch.ts'
import { batch_form } from '../batch/forms.ts'
import type { InviteUnit, NotCome, UnitBelow } from '../batch/list-not-come.ts'

type InviteUnitProps = StaffPageProps & {
  unit: InviteUnit
  not_come: NotCome[]
  batches: BatchLine[]
  typed: Typed
  field_errors?: FieldError[]
  can_mail: boolean
  told?: string
}

/** Who of a unit and below has not come, and the press that invites them. */
export function InviteUnitPage({ unit, not_come, batches, typed, field_errors, can_mail, told, ...staff_page }: InviteUnitProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = batch_words[lang]
  const is_too_large = unit.people > most_in_batch
  return (
    <Frame
      {...staff_page}
      title={words.title}
      crumb={unit.name}
      here={t => t.invite_unit({ unit: unit.key })}
      field_errors={field_errors}
      told={told}
      has_workbook={not_come.length > 0}
    >
      <p>{words.lead}</p>
      <p class="hint">
        {words.belong(unit.people)}
        {unit.above && (
          <>
            {' · '}
            <a href={to.invite_unit({ unit: unit.above.key })}>
              {words.up}: {sayName(unit.above.name, lang)}
            </a>
          </>
        )}
      </p>
      {is_too_large && <p>{words.too_many(most_in_batch)}</p>}
      {!is_too_large && not_come.length === 0 && <p>{words.all_here}</p>}
      {not_come.length > 0 && <Press {...{ view, unit, not_come, typed, field_errors, can_mail }} />}
      {not_come.length > 0 && <NotComeTable {...{ view, not_come }} />}
      <Below {...{ view, below: unit.below }} />
      {batches.length > 0 && <Batches {...{ view, batches }} />}
    </Frame>
  )
}

type PressProps = Pick<InviteUnitProps, 'unit' | 'not_come' | 'typed' | 'field_errors' | 'can_mail'> & { view: ViewContext }

/** The groups that there are, each with how many, and the one button. */
function Press({ view: { lang, to }, unit, not_come, typed, field_errors, can_mail }: PressProps) {
  const words = batch_words[lang]
  const count = (whom: Whom) => not_come.filter(one => isWanted(whom, one)).length
  const whom = whoms
    .filter(one => count(one) > 0)
    .map(value => ({ value, label: `${words.whoms[value]}: ${words.n_people(count(value))}` }))
  const addresses = not_come.filter(({ email }) => email !== null).length
  const without = can_mail && addresses > 0 ? [] : (['by_mail'] as const)
  return (
    <form method="post" action={to.invite_unit({ unit: unit.key })}>
      <HiddenFields fields={[['key', randomUUID()]]} />
      <FormFields form={batch_form} {...{ lang, typed, field_errors, without }} options={{ whom }} />
      <p class="hint">
        {can_mail ? words.have_address(addresses) : words.no_mail_server}
        {can_mail && ' '}
        {can_mail && <a href={to.invite_addresses({ unit: unit.key })}>{words.to_addresses}</a>}
      </p>
      <p class="hint">{words.replaces}</p>
      <p class="actions">
        <button type="submit">{words.press}</button>
      </p>
    </form>
  )
}

function NotComeTable({ view: { lang }, not_come }: { view: ViewContext; not_come: NotCome[] }) {
  const words = batch_words[lang]
  return (
    <section>
      <h2>{words.not_come(not_come.length)}</h2>
      <table>
        <thead>
          <tr>
            <th>{words.person}</th>
            <th>{words.invited}</th>
          </tr>
        </thead>
        <tbody>
          {not_come.map(one => (
            <tr key={one.person_id}>
              <th scope="row">
                {one.full_name}
                <br />
                <span class="hint">
                  {sayUnit(one, lang)}
                  {one.email && ` · ${one.email}`}
                </span>
              </th>
              <td>{sayInvited(one, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What became of the last invitation of somebody who has not come. */
export function sayInvited({ until, is_open }: Pick<NotCome, 'until' | 'is_open'>, lang: ViewContext['lang']): string {
  const words = batch_words[lang]
  if (until === null) return words.never
  return is_open ? words.open_until(dayOf(new Date(until))) : words.over
}

function Below({ view: { lang, to }, below }: { view: ViewContext; below: UnitBelow[] }) {
  if (below.length === 0) return null
  return (
    <section>
      <h2>{batch_words[lang].units_below}</h2>
      <ul class="plain-list">
        {below.map(({ key, name }) => (
          <li key={key}>
            <a href={to.invite_unit({ unit: key })}>{sayName(name, lang)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Batches({ view: { lang, to }, batches }: { view: ViewContext; batches: BatchLine[] }) {
  const words = batch_words[lang]
  return (
    <section>
      <h2>{words.batches}</h2>
      <ul class="plain-list">
        {batches.map(({ invitation_batch_id, made_at, maker_name, wanted }) => (
          <li key={invitation_batch_id}>
            <a href={to.invitation_batch({ invitation_batch_id })}>{sayInstant(made_at, lang)}</a>
            {` · ${maker_name}${wanted === null ? '' : ` · ${words.n_people(wanted)}`}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
