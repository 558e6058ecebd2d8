import { lookUp } from '../../../basis/shared/look-up.ts'
import { ErrorSummary, type FieldError, FormFields, type MenuItem, Notice, StaffLayout, type Typed } from '../../staff/index.ts'
import { HiddenFields, type ViewContext } from '../../web/index.ts'
import { empty_storage_script } from '../browser/empty-storage-script.ts'
import { sign_in_form } from '../forms.ts'
import { passkey_script } from '../means/browser/passkey-script.ts'
import { withFlash } from '../routes/forms.ts'
import type { KeptForm } from '../session/kept-form.ts'
import { access_words, role_words } from '../words.ts'

export type Person = { name: string; role?: string }

type SignInProps = {
  view: ViewContext
  back?: string
  /** Whether what was typed is kept, and who signed in meanwhile where that was somebody else. */
  is_kept?: boolean
  now_in?: Person
  typed?: Typed
  field_errors?: FieldError[]
  /** Whether a printed code may stand beside the password: it opens also while others guess at the name. */
  asks_printed_code?: boolean
  /** The name of the province's own sign-on, where there is one. */
  sign_on?: string
  was_signed_out?: boolean
}

export function SignInPage(props: SignInProps) {
  const { view, back, is_kept, now_in, typed = {}, field_errors = [], asks_printed_code, sign_on, was_signed_out } = props
  const { lang, to } = view
  const words = access_words[lang]
  return (
    <StaffLayout
      {...view}
      title={words.sign_in}
      here={to => to.sign_in({ back })}
      scripts={was_signed_out ? [empty_storage_script.path, passkey_script.path] : [passkey_script.path]}
      has_problems={field_errors.length > 0}
    >
      <ErrorSummary {...{ lang, field_errors }} />
      {now_in && (
        <Notice look="wrong">
          {words.anothers(now_in.name)} <a href={to.my_commitments()}>{words.go_on_as(now_in.name)}</a>
        </Notice>
      )}
      {is_kept && !now_in && <Notice look="to-do">{words.kept}</Notice>}
      {was_signed_out && <Notice>{words.signed_out}</Notice>}
      <h1>{words.sign_in}</h1>
      <p>{words.sign_in_lead}</p>
      <form method="post" action={to.sign_in()}>
        <HiddenFields fields={[['ve', back]]} />
        <FormFields form={sign_in_form} {...{ lang, typed, field_errors }} without={asks_printed_code ? [] : ['printed_code']} />
        <p class="actions">
          <button type="submit">{words.sign_in}</button>
        </p>
      </form>
      <h2>{words.or}</h2>
      <ul class="ways">
        <li hidden data-passkey="sign-in" data-failed={words.passkey_failed} data-back={back}>
          <button class="quiet" type="button">
            {words.with_passkey}
          </button>
          <p class="hint">{words.passkey_hint}</p>
        </li>
        {sign_on && (
          <li>
            <a href={to.elsewhere({ back })}>
              {words.with_elsewhere} {sign_on}
            </a>
          </li>
        )}
        <li>
          <a href={to.invitation()}>{words.with_invitation}</a>
        </li>
      </ul>
      <p>{words.lost}</p>
    </StaffLayout>
  )
}

/** Signed in again: the form goes on where it was, with all that was typed. */
export function ResumePage({ view, kept, token, person }: { view: ViewContext; kept: KeptForm; token: string; person: Person }) {
  const words = access_words[view.lang]
  return (
    <StaffLayout {...view} title={words.resume} person={person}>
      <h1>{words.resume}</h1>
      <p>{words.resume_lead}</p>
      <form method="post" action={kept.path}>
        <HiddenFields fields={kept.fields} />
        <p class="actions">
          <button type="submit">{words.resume_button}</button>
          {kept.page && <a href={withFlash(kept.page, { giu: token })}>{words.resume_form}</a>}
          <a href={view.to.account()}>{words.resume_other}</a>
        </p>
      </form>
    </StaffLayout>
  )
}

export function SignOutPage({ view, person }: { view: ViewContext; person: Person }) {
  const { lang, to } = view
  const words = access_words[lang]
  return (
    <StaffLayout {...view} title={words.sign_out} person={person} here={to => to.sign_out()}>
      <h1>{words.sign_out}</h1>
      <p>{words.sign_out_lead}</p>
      <form method="post" action={to.sign_out()}>
        <p class="actions">
          <button type="submit">{words.sign_out}</button>
        </p>
      </form>
    </StaffLayout>
  )
}

type ForbiddenProps = { view: ViewContext; person: Person; menu: MenuItem[]; roles: readonly string[] }

/** Not for this account: what happened, who can, and the way back to what this account does. */
export function Forbidden({ view, person, menu, roles }: ForbiddenProps) {
  const words = access_words[view.lang]
  return (
    <StaffLayout {...view} title={words.forbidden} {...{ person, menu }} here={to => to.my_commitments()}>
      <h1>{words.forbidden}</h1>
      <p>{words.forbidden_lead}</p>
      <ul class="ways">
        {roles.map(role => (
          <li key={role}>{lookUp(role_words[view.lang], role)}</li>
        ))}
      </ul>
      <p class="actions">
        <a class="button" href={view.to.my_commitments()}>
          {words.to_work}
        </a>
      </p>
    </StaffLayout>
  )
}
