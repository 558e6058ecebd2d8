import { Field, type FieldError, FormFields, Frame, Notice, StaffLayout, type StaffPageProps } from '../../staff/index.ts'
import { HiddenFields, type ViewContext } from '../../web/index.ts'
import { empty_storage_script } from '../browser/empty-storage-script.ts'
import { proof_form } from '../forms.ts'
import { passkey_script } from '../means/browser/passkey-script.ts'
import type { ProvenAct } from '../means/fresh-proof.ts'
import { proof_words } from '../means/proof-words.ts'
import { access_words } from '../words.ts'

/** Whoever sits there shows once more who they are, before anything changes that opens the account. */
export function ProofPage({ act, field_errors = [], ...staff_page }: StaffPageProps & { act: ProvenAct; field_errors?: FieldError[] }) {
  const { view, person } = staff_page
  const { lang, to } = view
  const words = proof_words[lang]
  return (
    <Frame {...staff_page} field_errors={field_errors} title={words.title} here={to => to.prove({ act })} scripts={[passkey_script.path]}>
      <p>
        {words.lead(person.name)} {words.what[act]}
      </p>
      <form method="post" action={to.prove()}>
        <HiddenFields fields={[['viec', act]]} />
        <FormFields form={proof_form} {...{ lang, field_errors }} typed={{}} />
        <p class="actions">
          <button type="submit">{words.confirm}</button>
          <a href={to.sign_out()}>{words.not_me}</a>
        </p>
      </form>
      <ul class="ways">
        <li hidden data-passkey="prove" data-act={act} data-failed={access_words[lang].passkey_failed}>
          <button class="quiet" type="button">
            {words.by_passkey}
          </button>
        </li>
      </ul>
    </Frame>
  )
}

/** A new passkey, with a name that its owner gives. */
export function PasskeyPage({ name, ...staff_page }: StaffPageProps & { name: string }) {
  const { lang } = staff_page.view
  const words = proof_words[lang]
  return (
    <Frame {...staff_page} title={words.add_key} here={to => to.add_passkey()} scripts={[passkey_script.path]}>
      <p>{words.add_key_lead(staff_page.person.name)}</p>
      <div hidden data-passkey="add" data-failed={access_words[lang].passkey_failed}>
        <Field
          {...{ lang }}
          name="key_name"
          label={words.key_name}
          hint={words.key_name_hint}
          value={name}
          autocomplete="off"
          maxLength={60}
        />
        <p class="actions">
          <button type="button">{words.make_key}</button>
        </p>
      </div>
      <p data-passkey-missing>{words.no_keys_here}</p>
    </Frame>
  )
}

type Linking = StaffPageProps & { label: string }

/** Before leaving to the other place: whose account in the register it is. */
export function LinkPage({ label, address, ...staff_page }: Linking & { address: string }) {
  const words = proof_words[staff_page.view.lang]
  return (
    <Frame {...staff_page} title={words.link(label)} here={to => to.link_elsewhere()}>
      <p>{words.link_lead(staff_page.person.name, label)}</p>
      <p class="actions">
        <a class="button" href={address}>
          {words.go_there(label)}
        </a>
        <a href={staff_page.view.to.account()}>{words.do_not_link}</a>
      </p>
    </Frame>
  )
}

/** Back from the other place: both names, and only now the two are linked. */
export function LinkBothPage({ label, there, sealed, ...staff_page }: Linking & { there: string; sealed: string }) {
  const { lang, to } = staff_page.view
  const words = proof_words[lang]
  return (
    <Frame {...staff_page} title={words.link_both} here={to => to.link_elsewhere()}>
      <dl class="facts">
        <dt>{words.here}</dt>
        <dd>
          <strong>{staff_page.person.name}</strong>
        </dd>
        <dt>{words.there(label)}</dt>
        <dd>
          <strong>{there}</strong>
        </dd>
      </dl>
      <p>{words.link_warning}</p>
      <form method="post" action={to.link_elsewhere()}>
        <HiddenFields fields={[['sealed', sealed]]} />
        <p class="actions">
          <button type="submit">{words.link_now}</button>
          <a href={to.account()}>{words.do_not_link}</a>
        </p>
      </form>
    </Frame>
  )
}

/** The password is right, and there is no second step: nothing opens, and this is what to do. */
export function NoSecondStepPage({ view }: { view: ViewContext }) {
  const words = proof_words[view.lang]
  return (
    <StaffLayout {...view} title={words.no_second} here={to => to.sign_in_code()}>
      <h1>{words.no_second}</h1>
      <p>{words.no_second_lead}</p>
      <p class="actions">
        <a class="button" href={view.to.sign_in()}>
          {access_words[view.lang].cancel}
        </a>
        <a href={view.to.invitation()}>{access_words[view.lang].with_invitation}</a>
      </p>
    </StaffLayout>
  )
}

/** A printed code was used, and few are left: said each time. */
export function FewCodesPage({ view, left, onward }: { view: ViewContext; left: number; onward: string }) {
  const words = proof_words[view.lang]
  return (
    <StaffLayout {...view} title={words.few_codes(left)}>
      <h1>{words.few_codes(left)}</h1>
      <p>{words.few_codes_lead}</p>
      <p class="actions">
        <a class="button" href={view.to.set_up_code({ back: onward })}>
          {words.new_sheet}
        </a>
        <a href={onward}>{words.later}</a>
      </p>
    </StaffLayout>
  )
}

/** Signed out here; the browser goes on by itself to where the account came from. A form may not lead there. */
export function LeavingPage({ view, label, address }: { view: ViewContext; label: string; address: string }) {
  const words = proof_words[view.lang]
  return (
    <StaffLayout {...view} title={words.leaving(label)} scripts={[empty_storage_script.path]}>
      <Notice look="to-do">{words.leaving_lead(label)}</Notice>
      <h1>{words.leaving(label)}</h1>
      <p class="actions">
        <a class="button" href={address}>
          {words.go_on_leaving(label)}
        </a>
      </p>
    </StaffLayout>
  )
}
