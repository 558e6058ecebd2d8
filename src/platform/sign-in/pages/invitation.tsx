import { ErrorSummary, Field, type FieldError, StaffLayout } from '../../staff/index.ts'
import { HiddenFields, type ViewContext } from '../../web/index.ts'
import { invitation_words } from '../invitation/invitation-words.ts'
import { access_words } from '../words.ts'

/** The code of the paper. */
export function InvitationPage({ view, code, field_errors = [] }: { view: ViewContext; code?: string; field_errors?: FieldError[] }) {
  const { lang, to } = view
  const words = access_words[lang]
  return (
    <StaffLayout {...view} title={words.invitation} here={to => to.invitation()} has_problems={field_errors.length > 0}>
      <ErrorSummary {...{ lang, field_errors }} />
      <h1>{words.invitation}</h1>
      <form method="post" action={to.invitation()}>
        <Field
          {...{ lang, field_errors }}
          name="code"
          label={words.invitation_code}
          hint={words.invitation_lead}
          value={code}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          size={20}
        />
        <p class="actions">
          <button type="submit">{words.go_on}</button>
        </p>
      </form>
    </StaffLayout>
  )
}

type NewPasswordProps = {
  view: ViewContext
  code: string
  full_name: string
  sign_in_name: string
  /** Whether what opened the account before will be closed. */
  was_opened: boolean
  field_errors?: FieldError[]
}

/** Whose paper it is, and a password of their own. */
export function NewPasswordPage({ view, code, full_name, sign_in_name, was_opened, field_errors = [] }: NewPasswordProps) {
  const { lang, to } = view
  const words = access_words[lang]
  return (
    <StaffLayout {...view} title={words.new_password} here={to => to.invitation()} has_problems={field_errors.length > 0}>
      <ErrorSummary {...{ lang, field_errors }} />
      <h1>
        {words.hello} {full_name}
      </h1>
      <p>{words.hello_lead}</p>
      {was_opened && <p>{invitation_words[lang].will_close}</p>}
      <form method="post" action={to.invitation()}>
        <HiddenFields fields={[['code', code]]} />
        <Field {...{ lang }} name="username" label={words.sign_in_name} value={sign_in_name} autocomplete="username" />
        <Field
          {...{ lang, field_errors }}
          name="password"
          label={words.new_password}
          hint={words.new_password_hint}
          type="password"
          autocomplete="new-password"
        />
        <p class="actions">
          <button type="submit">{words.keep_password}</button>
        </p>
      </form>
    </StaffLayout>
  )
}
