import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, FormFields, FormPage, Frame, type StaffPageProps, Table, type Typed } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { answer_form, retention_form } from '../forms.ts'
import type { ErasureRun, RetentionRule } from '../reads/list-erasures.ts'
import type { DataRequest } from '../rights.ts'
import { rights_words } from '../words.ts'
import { RequestState } from './my-data.tsx'

type RequestsProps = StaffPageProps & {
  unit: string
  unit_name: string
  requests: DataRequest[]
  may_set_retention: boolean
  today: string
  told?: string
}

/** The requests about personal data that an office answers; those that wait come first. */
export function RequestsPage({ unit, unit_name, requests, may_set_retention, today, told, ...staff_page }: RequestsProps) {
  const { lang, to } = staff_page.view
  const words = rights_words[lang]
  return (
    <Frame
      {...staff_page}
      {...{ told }}
      title={words.requests}
      crumb={unit_name}
      here={t => t.data_requests({ unit })}
      has_workbook={requests.length > 0}
    >
      <p>{words.requests_lead}</p>
      {requests.length === 0 ? <p>{words.no_requests}</p> : <RequestTable {...{ lang, unit, requests, today }} at={to.data_answer} />}
      {may_set_retention && (
        <p>
          <a href={to.retention({ unit })}>{words.retention}</a>
        </p>
      )}
    </Frame>
  )
}

type TableProps = {
  lang: Language
  unit: string
  requests: DataRequest[]
  today: string
  at: (of: { unit: string; data_request_id: number }) => string
}

function RequestTable({ lang, unit, requests, today, at }: TableProps) {
  const words = rights_words[lang]
  return (
    <div class="scroll">
      <Table
        lang={lang}
        rows={requests}
        keyOf={({ data_request_id }) => data_request_id}
        columns={[
          {
            head: words.who,
            cell: ({ full_name, unit_name }) => (
              <>
                {full_name}
                <br />
                <span class="hint">{sayName(unit_name, lang)}</span>
              </>
            ),
          },
          {
            head: words.what,
            cell: ({ kind, said }) => (
              <>
                <strong>{words.kinds[kind]}</strong>
                <br />
                {said}
              </>
            ),
          },
          { head: words.due, class: 'nowrap', cell: ({ due_on }) => sayDay(due_on, lang) },
          {
            head: words.state,
            cell: request => (
              <>
                <RequestState {...{ lang, request, today }} />
                {request.answer === null && (
                  <>
                    <br />
                    <a href={at({ unit, data_request_id: request.data_request_id })} aria-label={`${words.answer}: ${request.full_name}`}>
                      {words.answer}
                    </a>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </div>
  )
}

type AnswerProps = StaffPageProps & { unit: string; request: DataRequest; typed: Typed; field_errors?: FieldError[] }

/** One request, and the form with which an office answers it. */
export function AnswerPage({ unit, request, typed, field_errors, ...staff_page }: AnswerProps) {
  const { lang, to } = staff_page.view
  const words = rights_words[lang]
  const { data_request_id } = request
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.answer_title(request.full_name)}
      crumb={request.unit_name}
      here={t => t.data_answer({ unit, data_request_id })}
      before={
        <p>
          <strong>{words.kinds[request.kind]}</strong> · {sayInstant(request.asked_at, lang)}
          <br />
          {request.said}
        </p>
      }
      button={words.answer_button}
      cancel={{ href: to.data_requests({ unit }), label: words.back }}
    >
      <FormFields form={answer_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}

type RetentionProps = StaffPageProps & {
  unit: string
  unit_name: string
  rule: RetentionRule | null
  runs: ErasureRun[]
  typed: Typed
  field_errors?: FieldError[]
  told?: string
}

/** For how long content is kept, and the certificates of what was erased. */
export function RetentionPage({ unit, unit_name, rule, runs, typed, field_errors, told, ...staff_page }: RetentionProps) {
  const { lang, to } = staff_page.view
  const words = rights_words[lang]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors, told }}
      title={words.retention}
      crumb={unit_name}
      lead={words.retention_lead}
      here={t => t.retention({ unit })}
      before={<p>{rule ? words.rule(rule.years, rule.authority, sayDay(rule.since, lang)) : words.no_rule}</p>}
      after={
        <section>
          <h2>{words.certificates}</h2>
          {runs.length === 0 ? (
            <p>{words.no_certificates}</p>
          ) : (
            <ul class="ways">
              {runs.map(run => (
                <li key={run.erasure_run_id}>
                  {words.certificate(run.erasure_run_id, run.commitments, run.rows_erased)}
                  <br />
                  <span class="hint">
                    {run.is_by_rule ? words.by_rule : words.by_request} · {sayInstant(run.ran_at, lang)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      }
      button={words.retention_button}
      cancel={{ href: to.data_requests({ unit }), label: words.back }}
    >
      <FormFields form={retention_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}
