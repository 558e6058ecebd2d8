import { ErrorSummary, type FieldError, FormFields, StaffLayout } from '../../staff/index.ts'
import { HiddenFields, type ViewContext } from '../../web/index.ts'
import { code_form, telephone_form } from '../forms.ts'
import { access_words } from '../words.ts'
import { QrCode } from './qr-code.tsx'
import type { Person } from './sign-in.tsx'

type Carried = { back?: string }

export function CodePage({ view, back, field_errors = [] }: { view: ViewContext; field_errors?: FieldError[] } & Carried) {
  const { lang, to } = view
  const words = access_words[lang]
  return (
    <StaffLayout {...view} title={words.code} here={to => to.sign_in_code({ back })} has_problems={field_errors.length > 0}>
      <ErrorSummary {...{ lang, field_errors }} />
      <h1>{words.code}</h1>
      <form method="post" action={to.sign_in_code()}>
        <HiddenFields fields={[['ve', back]]} />
        <FormFields form={code_form} {...{ lang, field_errors }} typed={{}} />
        <p class="actions">
          <button type="submit">{words.confirm}</button>
          <a href={to.sign_in({ back })}>{words.cancel}</a>
        </p>
      </form>
      <p>{words.lost}</p>
    </StaffLayout>
  )
}

type SetUpProps = {
  view: ViewContext
  person: Person
  secret: string
  sealed: string
  address: string
  /** How long there is for it, where the account is not open yet. */
  minutes: number | null
  field_errors?: FieldError[]
} & Carried

/** Two ways to the second step: a telephone, or a sheet of paper. */
export function SetUpPage({ view, person, secret, sealed, address, minutes, back, field_errors = [] }: SetUpProps) {
  const { lang, to } = view
  const words = access_words[lang]
  return (
    <StaffLayout
      {...view}
      title={words.set_up}
      person={person}
      here={to => to.set_up_code({ back })}
      has_problems={field_errors.length > 0}
    >
      <ErrorSummary {...{ lang, field_errors }} />
      <h1>{words.set_up}</h1>
      <p>
        {words.set_up_lead} {minutes !== null && words.set_up_within(minutes)}
      </p>
      <div class="duo">
        <section>
          <h2>{words.telephone}</h2>
          <p>{words.telephone_lead}</p>
          <QrCode text={address} label={words.square} />
          <p>
            <a href={address}>{words.on_this_telephone}</a>
          </p>
          <p class="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          <form method="post" action={to.set_up_code()}>
            <HiddenFields
              fields={[
                ['ve', back],
                ['sealed', sealed],
              ]}
            />
            <FormFields form={telephone_form} {...{ lang, field_errors }} typed={{}} />
            <p class="actions">
              <button type="submit">{words.use_telephone}</button>
            </p>
          </form>
        </section>
        <section>
          <h2>{words.paper}</h2>
          <p>{words.paper_lead}</p>
          <form method="post" action={to.set_up_code()}>
            <HiddenFields
              fields={[
                ['ve', back],
                ['paper', 'yes'],
              ]}
            />
            <p class="actions">
              <button type="submit" class="quiet">
                {words.use_paper}
              </button>
            </p>
          </form>
        </section>
      </div>
    </StaffLayout>
  )
}

/** The printed codes, shown this once. */
export function CodesPage({ view, person, codes, onward }: { view: ViewContext; person: Person; codes: string[]; onward: string }) {
  const words = access_words[view.lang]
  return (
    <StaffLayout {...view} title={words.codes} person={person}>
      <h1>{words.codes}</h1>
      <p>{words.codes_lead}</p>
      <ol class="codes sheet">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p class="actions">
        <a class="button" href={onward}>
          {words.codes_done}
        </a>
      </p>
    </StaffLayout>
  )
}
