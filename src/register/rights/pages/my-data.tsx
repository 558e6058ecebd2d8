import { dayOf, sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { type FieldError, FormFields, FormPage, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { request_form } from '../forms.ts'
import type { Held } from '../reads/find-held.ts'
import type { DataRequest } from '../rights.ts'
import { rights_words } from '../words.ts'

type MyDataProps = StaffPageProps & {
  held: Held
  requests: DataRequest[]
  today: string
  typed: Typed
  field_errors?: FieldError[]
  told?: string
}

/** What the register keeps about whoever is signed in, what they have asked, and a form to ask. */
export function MyDataPage({ held, requests, today, typed, field_errors, told, ...staff_page }: MyDataProps) {
  const { lang, to } = staff_page.view
  const words = rights_words[lang]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors, told }}
      title={words.my_data}
      crumb={words.account_link}
      lead={words.my_data_lead}
      here={t => t.my_data()}
      before={
        <>
          <HeldList {...{ lang, held }} readings_at={to.account()} />
          <h2>{words.my_requests}</h2>
          {requests.length === 0 ? <p>{words.none_yet}</p> : <RequestList {...{ lang, requests, today }} />}
          <h2>{words.ask}</h2>
        </>
      }
      button={words.ask_button}
      cancel={{ href: to.account(), label: words.account_link }}
    >
      <FormFields form={request_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}

function HeldList({ lang, held, readings_at }: { lang: Language; held: Held; readings_at: string }) {
  const words = rights_words[lang]
  const lines = [
    words.versions(held.versions),
    words.memberships(held.memberships),
    words.tenures(held.tenures),
    words.commitments(held.commitments, held.commitments_erased),
    words.deeds(held.deeds),
    words.evidence(held.evidence),
    words.plans(held.plans),
  ]
  return (
    <section>
      <h2>{words.held}</h2>
      <ul class="ways">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
        <li>
          {words.readings(held.readings)} · <a href={readings_at}>{words.readings_link}</a>
        </li>
      </ul>
    </section>
  )
}

function RequestList({ lang, requests, today }: { lang: Language; requests: DataRequest[]; today: string }) {
  const words = rights_words[lang]
  return (
    <ul class="ways">
      {requests.map(request => (
        <li key={request.data_request_id}>
          <strong>{words.kinds[request.kind]}</strong> · {sayDay(dayOf(new Date(request.asked_at)), lang)}
          <br />
          {request.said}
          <br />
          <RequestState {...{ lang, request, today }} />
        </li>
      ))}
    </ul>
  )
}

/** Where a request stands, in a line: it waits, is overdue, or was answered by somebody with some words. */
export function RequestState({ lang, request, today }: { lang: Language; request: DataRequest; today: string }) {
  const words = rights_words[lang]
  const { answer, due_on, erased_at, erased, kind } = request
  if (answer === null)
    return <span class="hint">{due_on < today ? words.overdue(sayDay(due_on, lang)) : words.waits(sayDay(due_on, lang))}</span>
  const grants_erasure = kind === 'erase' && answer.outcome === 'done'
  return (
    <>
      <strong>{words[answer.outcome]}</strong>: {answer.said}
      <br />
      <span class="hint">
        {words.answered_by(answer.by, sayInstant(answer.answered_at, lang))}
        {grants_erasure && ` · ${erased_at ? words.erased_at(erased ?? 0, sayInstant(erased_at, lang)) : words.will_erase}`}
      </span>
    </>
  )
}
