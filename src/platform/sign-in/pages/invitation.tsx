import { ErrorSummary, type FieldError, FormFields, StaffLayout, type Typed } from '../../staff/index.ts'
import { HiddenFields, type ViewContext } from '../../web/index.ts'
import { invitation_form, new_password_form } from '../forms.ts'
import { invitation_words } from '../invitation/invitation-words.ts'
import { access_words } from '../words.ts'

/** The code of the paper. */
export function InvitationPage({ view, typed, field_errors = [] }: { view: ViewContext; typed: Typed; field_errors?: FieldError[] }) {
  const { lang, to } = view
  const words = access_words[lang]
  return (
    <StaffLayout {...view} title={words.invitation} here={to => to.invitation()} has_problems={field_errors.length > 0}>
      <ErrorSummary {...{ lang, field_errors }} />
      <h1>{words.invitation}</h1>
      <form method="post" action={to.invitation()}>
        <FormFields form={invitation_form} {...{ lang, typed, field_errors }} />
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
        <FormFields form={new_password_form} {...{ lang, field_errors }} typed={{ username: sign_in_name }} />
        <p class="actions">
          <button type="submit">{words.keep_password}</button>
        </p>
      </form>
    </StaffLayout>
  )
}
