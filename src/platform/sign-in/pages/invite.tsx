import { randomUUID } from 'node:crypto'
import { dayOf } from '../../../basis/shared/dates.ts'
import { sayName, sayUnit } from '../../../basis/shared/names-in-english.ts'
import { Field, type FieldError, Frame, Notice, StaffLayout, type StaffPageProps } from '../../staff/index.ts'
import { HiddenFields, type ViewContext } from '../../web/index.ts'
import { batch_words } from '../batch/batch-words.ts'
import { invitation_words } from '../invitation/invitation-words.ts'
import { type Invitable, type Invitation, most_found } from '../invitation/invite-person.ts'
import { access_words } from '../words.ts'
import { InvitationSheet } from './invitation-sheet.tsx'

type InviteProps = StaffPageProps & {
  name: string
  units: { key: string; name: string }[]
  found: Invitable[] | null
  field_errors?: FieldError[]
  can_mail: boolean
}

/** An administrator looks for somebody, and prints or sends them an invitation. */
export function InvitePage({ name, units, found, field_errors, can_mail, ...staff_page }: InviteProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = access_words[lang]
  return (
    <Frame {...staff_page} field_errors={field_errors} title={words.invite} here={to => to.invite({ name })}>
      <p>{words.invite_lead}</p>
      <p>
        <a href={to.invitations_waiting()}>{invitation_words[lang].to_waiting}</a>
      </p>
      <p>{batch_words[lang].to_many}:</p>
      <ul class="plain-list">
        {units.map(unit => (
          <li key={unit.key}>
            <a href={to.invite_unit({ unit: unit.key })}>{sayName(unit.name, lang)}</a>
          </li>
        ))}
      </ul>
      <form action={to.invite()}>
        <HiddenFields fields={to.carried} />
        <Field {...{ lang }} name="ten" label={words.name} value={name} autocomplete="off" />
        <p class="actions">
          <button type="submit" class={found?.length ? 'quiet' : undefined}>
            {words.find}
          </button>
        </p>
      </form>
      {found && found.length === 0 && <p>{words.none_found}</p>}
      {found && found.length === most_found && <p class="hint">{words.only_first(most_found)}</p>}
      {found && found.length > 0 && <Found {...{ view, found, can_mail }} />}
    </Frame>
  )
}

type FoundProps = { view: ViewContext } & Pick<InviteProps, 'can_mail'>

function Found({ found, ...props }: FoundProps & { found: Invitable[] }) {
  return (
    <ul class="ways">
      {found.map(one => (
        <li key={one.person_id}>
          <form method="post" action={props.view.to.invite()} class="beside">
            <HiddenFields
              fields={[
                ['person_id', String(one.person_id)],
                ['key', randomUUID()],
              ]}
            />
            <p>
              <strong>{one.full_name}</strong>
              <br />
              <span class="hint">{sayWhere(one, props.view.lang)}</span>
            </p>
            {one.is_covered && <Ways {...props} one={one} />}
          </form>
        </li>
      ))}
    </ul>
  )
}

function sayWhere({ sign_in_name, needs_second, is_covered, email, ...unit }: Invitable, lang: ViewContext['lang']): string {
  const words = access_words[lang]
  const more = is_covered ? needs_second && invitation_words[lang].will_wait : invitation_words[lang].beyond
  return [sayUnit(unit, lang), sign_in_name ? words.has_account(sign_in_name) : words.no_account, email, more].filter(Boolean).join(' · ')
}

/** A letter, where one can go out; on paper always. */
function Ways({ view: { lang, to }, can_mail, one: { full_name, unit, email, has_come } }: FoundProps & { one: Invitable }) {
  const words = access_words[lang]
  const whom = <span class="unseen">{words.print_for(full_name)}</span>
  return (
    <>
      {can_mail && email !== null && (
        <button type="submit" name="by_mail" value="1" class="quiet">
          {words.mail_one} {whom}
        </button>
      )}
      {can_mail && email === null && !has_come && (
        <a href={to.invite_addresses({ unit })}>
          {batch_words[lang].to_addresses} {whom}
        </a>
      )}
      <button type="submit" class="quiet">
        {words.print_one} {whom}
      </button>
    </>
  )
}

/** The sheet itself, on A5: the one time that its code can be seen. */
export function Sheet({ view, person, menu, invitation, address }: StaffPageProps & { invitation: Invitation; address: string }) {
  const { lang } = view
  const words = access_words[lang]
  const { expires_at } = invitation
  return (
    <StaffLayout {...view} title={words.sheet_title} {...{ person, menu }} here={to => to.invite()}>
      {invitation.needs_second && <Notice look="to-do">{invitation_words[lang].sheet_waits}</Notice>}
      <p class="no-print">{words.print}</p>
      <InvitationSheet {...{ lang, address, ...invitation }} place={sayUnit(invitation, lang)} until={dayOf(new Date(expires_at))} />
    </StaffLayout>
  )
}
