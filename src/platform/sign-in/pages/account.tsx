import { sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, FormFields, Frame, Notice, type StaffPageProps, Table, type Typed } from '../../staff/index.ts'
import { HiddenFields, type ViewContext } from '../../web/index.ts'
import type { MyAccount } from '../find-my-account.ts'
import { address_form } from '../forms.ts'
import { invitation_words } from '../invitation/invitation-words.ts'
import { proof_words } from '../means/proof-words.ts'
import { access_words, role_words } from '../words.ts'
import { RolesWait } from './account-notices.tsx'

export type AccountShown = StaffPageProps & {
  account: MyAccount
  sign_on?: string
  told?: string
  field_errors?: FieldError[]
  /** What was typed as one's address, where it was no address. */
  typed?: Typed
}

/** What opens my account, where it is open, what I am, and who has read my file. */
export function AccountPage({ account, sign_on, typed, told, field_errors = [], ...staff_page }: AccountShown) {
  const { view } = staff_page
  const words = access_words[view.lang]
  return (
    <Frame
      {...staff_page}
      {...{ told, field_errors }}
      title={words.account}
      here={to => to.account()}
      has_workbook={account.readings.length > 0}
    >
      <Warnings {...{ view, account }} />
      <Roles {...{ view, account }} />
      <Means {...{ view, account, sign_on }} />
      <Address {...{ view, field_errors }} typed={typed ?? { email: account.email ?? '' }} refuses={account.refuses_reminders} />
      <Sessions {...{ view, account }} />
      <Readings {...{ view, account }} />
      <p>
        <a href={view.to.my_data()}>{words.my_data}</a>
      </p>
    </Frame>
  )
}

/** A key that may have been copied is said first. */
function Warnings({ view, account }: Part) {
  return account.warnings.map(({ name, happened_at }) => (
    <Notice key={happened_at} look="wrong">
      {proof_words[view.lang].key_warning(name, sayInstant(happened_at, view.lang))}
    </Notice>
  ))
}

type Part = { view: ViewContext; account: MyAccount }

function Roles({ view, account }: Part) {
  const words = access_words[view.lang]
  return (
    <section>
      <h2>{words.roles}</h2>
      {account.second && <RolesWait {...{ view }} second={account.second} />}
      <ul class="ways">
        {account.roles.length === 0 && <li>{words.no_roles}</li>}
        {account.roles.map(({ role, unit_name, giver }) => (
          <li key={`${role} ${unit_name}`}>
            <strong>{role_words[view.lang][role]}</strong> · {sayName(unit_name, view.lang)}
            {giver && ` · ${words.lent_by} ${giver}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Means({ view, account, sign_on }: Part & { sign_on?: string }) {
  const { lang, to } = view
  const words = access_words[lang]
  const second = [account.has_telephone && words.second_telephone, account.printed_codes > 0 && words.printed_left(account.printed_codes)]
    .filter(Boolean)
    .join(' · ')
  return (
    <section>
      <h2>{words.means}</h2>
      <dl class="facts">
        <dt>{words.sign_in_name}</dt>
        <dd>{account.sign_in_name}</dd>
        <dt>{words.password}</dt>
        <dd>{account.has_password ? words.has_password : words.has_not}</dd>
        <dt>{words.second}</dt>
        <dd>
          {second || words.has_not} · <a href={to.set_up_code()}>{second ? words.change_second : words.choose_second}</a>
        </dd>
        <dt>{words.passkeys}</dt>
        <dd>
          {account.passkeys.length === 0 && words.has_not}
          {account.passkeys.map(({ passkey_id, name, since }) => (
            <form method="post" action={to.remove_passkey()} key={passkey_id}>
              <HiddenFields fields={[['passkey_id', String(passkey_id)]]} />
              {name} · {words.since} {sayInstant(since, lang)}{' '}
              <button type="submit" class="plain">
                {words.remove}
              </button>
            </form>
          ))}
          <p>
            <a href={to.add_passkey()}>{words.add_passkey}</a>
          </p>
        </dd>
        <dt>{words.elsewhere}</dt>
        <dd>
          {account.elsewhere.length === 0 && words.has_not}
          {account.elsewhere.map(({ issuer }) => (
            <form method="post" action={to.unlink_elsewhere()} key={issuer}>
              <HiddenFields fields={[['issuer', issuer]]} />
              {new URL(issuer).host}{' '}
              <button type="submit" class="plain" aria-label={invitation_words[lang].unlink_of(new URL(issuer).host)}>
                {invitation_words[lang].unlink}
              </button>
            </form>
          ))}
          {sign_on && (
            <form method="post" action={to.prove()}>
              <HiddenFields fields={[['viec', 'noi-khac']]} />
              <button type="submit" class="plain">
                {words.link_elsewhere} {sign_on}
              </button>
            </form>
          )}
        </dd>
      </dl>
    </section>
  )
}

type AddressShown = { view: ViewContext; typed: Typed; refuses: boolean; field_errors: FieldError[] }

/** Where mail goes. Empty takes it back. */
function Address({ view: { lang, to }, typed, refuses, field_errors }: AddressShown) {
  const words = access_words[lang]
  return (
    <section>
      <h2>{words.address}</h2>
      {refuses && <p class="hint">{words.reminders_refused}</p>}
      <form method="post" action={to.give_address()}>
        <FormFields form={address_form} {...{ lang, typed, field_errors }} />
        <p class="actions">
          <button type="submit" class="quiet">
            {words.keep_address}
          </button>
        </p>
      </form>
    </section>
  )
}

/** «Firefox · Windows», without what is not known of it. */
function sayAgent(agent: string): string {
  return agent
    .split(' · ')
    .filter(part => part !== '?')
    .join(' · ')
}

function Sessions({ view, account }: Part) {
  const words = access_words[view.lang]
  return (
    <section>
      <h2>{words.sessions}</h2>
      <ul class="ways">
        {account.sessions.map(({ session_id, agent, begun_at, is_this }) => (
          <li key={session_id}>
            {sayAgent(agent) || words.unknown_agent} · {words.since} {sayInstant(begun_at, view.lang)}{' '}
            {is_this && <span class="tag">{words.this_one}</span>}
          </li>
        ))}
      </ul>
      {account.sessions.length > 1 && (
        <form method="post" action={view.to.end_sessions()}>
          <p class="actions">
            <button type="submit" class="quiet">
              {words.end_others}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}

function Readings({ view, account }: Part) {
  const words = access_words[view.lang]
  if (account.readings.length === 0)
    return (
      <section>
        <h2>{words.readings}</h2>
        <p>{words.no_readings}</p>
      </section>
    )
  return (
    <section>
      <h2>{words.readings}</h2>
      <div class="scroll">
        <Table
          lang={view.lang}
          name="nguoi-xem"
          rows={account.readings}
          keyOf={({ read_at, noun }) => `${read_at} ${noun}`}
          columns={[
            { head: words.when, cell: ({ read_at }) => sayInstant(read_at, view.lang) },
            {
              head: words.reader,
              cell: ({ reader, on_behalf_of }) => (on_behalf_of ? `${reader} (${words.on_behalf_of} ${on_behalf_of})` : reader),
            },
            { head: words.what, cell: ({ noun }) => lookUp(words.nouns, noun) ?? noun },
          ]}
        />
      </div>
    </section>
  )
}
