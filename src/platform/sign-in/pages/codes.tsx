import { type Complaint, ErrorSummary, Field, StaffLayout } from '../../staff/index.ts'
import { HiddenFields, type Reading } from '../../web/index.ts'
import { access_words } from '../words.ts'
import type { Person } from './sign-in.tsx'
import { Square } from './square.tsx'

type Carried = { back?: string }

export function CodePage({ reading, back, complaints = [] }: { reading: Reading; complaints?: Complaint[] } & Carried) {
  const { lang, to } = reading
  const words = access_words[lang]
  return (
    <StaffLayout {...reading} title={words.code} here={to => to.sign_in_code({ back })} has_problems={complaints.length > 0}>
      <ErrorSummary {...{ lang, complaints }} />
      <h1>{words.code}</h1>
      <form method="post" action={to.sign_in_code()}>
        <HiddenFields fields={[['ve', back]]} />
        <CodeField {...{ reading, complaints }} hint={words.code_lead} />
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
  reading: Reading
  person: Person
  secret: string
  sealed: string
  address: string
  /** How long there is for it, where the account is not open yet. */
  minutes: number | null
  complaints?: Complaint[]
} & Carried

/** Two ways to the second step: a telephone, or a sheet of paper. */
export function SetUpPage({ reading, person, secret, sealed, address, minutes, back, complaints = [] }: SetUpProps) {
  const { lang, to } = reading
  const words = access_words[lang]
  return (
    <StaffLayout
      {...reading}
      title={words.set_up}
      person={person}
      here={to => to.set_up_code({ back })}
      has_problems={complaints.length > 0}
    >
      <ErrorSummary {...{ lang, complaints }} />
      <h1>{words.set_up}</h1>
      <p>
        {words.set_up_lead} {minutes !== null && words.set_up_within(minutes)}
      </p>
      <div class="duo">
        <section>
          <h2>{words.telephone}</h2>
          <p>{words.telephone_lead}</p>
          <Square text={address} label={words.square} />
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
            <CodeField {...{ reading, complaints }} />
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
export function CodesPage({ reading, person, codes, onward }: { reading: Reading; person: Person; codes: string[]; onward: string }) {
  const words = access_words[reading.lang]
  return (
    <StaffLayout {...reading} title={words.codes} person={person}>
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

function CodeField({ reading, complaints, hint }: { reading: Reading; complaints: Complaint[]; hint?: string }) {
  const { lang } = reading
  return (
    <Field
      {...{ lang, complaints, hint }}
      name="code"
      label={access_words[lang].code}
      inputMode="numeric"
      autocomplete="one-time-code"
      maxLength={20}
      size={12}
    />
  )
}
