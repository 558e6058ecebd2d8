import { sayDay, sayInstant } from '../../../../basis/shared/dates.ts'
import { sayName } from '../../../../basis/shared/names-in-english.ts'
import { type FieldError, Frame, type StaffPageProps, Table } from '../../../../platform/staff/index.ts'
import { HiddenFields, inDigits, type Language, type ViewContext } from '../../../../platform/web/index.ts'
import type { AdoptionReport, ModelResult } from '../list-results.ts'
import { model_words } from '../words.ts'

type Brought = Pick<AdoptionReport, 'income' | 'households' | 'jobs'>
export type ReportToJudge = AdoptionReport & { may_verify: boolean }

/** «thu nhập 120 triệu đồng; 21 hộ được giúp»: each in its own measure, none that nobody told. */
function sayBrought({ income, households, jobs }: Brought, lang: Language): string {
  const words = model_words[lang]
  return [
    income !== null && words.income(inDigits(lang, income / 1_000_000)),
    households !== null && words.households(inDigits(lang, households)),
    jobs !== null && words.jobs(inDigits(lang, jobs)),
  ]
    .filter(Boolean)
    .join('; ')
}

/** What was reported, each with what it brought and whether another person has verified that. */
export function Reports({ view, reports, has_heads }: { view: ViewContext; reports: readonly ReportToJudge[]; has_heads?: true }) {
  const { lang, to } = view
  const words = model_words[lang]
  return (
    <>
      {reports.map(report => (
        <blockquote key={report.adoption_report_id}>
          {has_heads && (
            <p>
              <a href={to.adoption(report)} lang="vi">
                {report.model_name}
              </a>
              , {sayName(report.unit_name ?? '', lang)}
            </p>
          )}
          <p lang="vi">{report.said}</p>
          {report.year !== null && (
            <p>
              {words.in_year(report.year)}: {sayBrought(report, lang)}.
            </p>
          )}
          <p class="hint">{sayInstant(report.said_at, lang)}</p>
          {report.year !== null && <Verification {...{ view, report }} />}
        </blockquote>
      ))}
    </>
  )
}

function Verification({ view: { lang, to }, report }: { view: ViewContext; report: ReportToJudge }) {
  const words = model_words[lang]
  const { verified_on, may_verify, year } = report
  if (verified_on) return <p class="hint">{words.verified(sayDay(verified_on, lang))}</p>
  if (!may_verify) return <p class="hint">{words.unverified}</p>
  return (
    <form method="post" action={to.adoption_verify(report)}>
      <HiddenFields fields={[]} />
      <button type="submit" aria-label={`${words.verify}: ${words.in_year(year!)}`}>
        {words.verify}
      </button>
    </form>
  )
}

type ResultsProps = StaffPageProps & {
  unit: string
  unit_name: string
  results: ModelResult[]
  waiting: ReportToJudge[]
  field_errors?: FieldError[]
  told?: string
}

/** What models brought to the units under one, year by year; and what waits for whoever looks. */
export function ResultsPage({ unit, unit_name, results, waiting, field_errors, told, ...staff_page }: ResultsProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = model_words[lang]
  return (
    <Frame
      {...staff_page}
      {...{ field_errors, told }}
      title={words.results_of_models}
      crumb={unit_name}
      here={t => t.model_results({ unit })}
      has_workbook={results.length > 0}
    >
      <p>{words.results_lead}</p>
      {waiting.length > 0 && (
        <section>
          <h2>{words.to_verify}</h2>
          <Reports {...{ view, reports: waiting }} has_heads />
        </section>
      )}
      <section>
        <h2>{words.sums}</h2>
        {results.length === 0 && <p>{words.no_sums}</p>}
        {results.length > 0 && (
          <Table
            {...{ lang }}
            rows={results}
            keyOf={({ model_id, year }) => `${model_id} ${year}`}
            columns={[
              {
                head: words.model,
                cell: ({ model_id, model_name }) => (
                  <a href={to.model({ model_id })} lang="vi">
                    {model_name}
                  </a>
                ),
              },
              { head: words.year, cell: ({ year }) => year },
              { head: words.units, class: 'n', cell: ({ units }) => units },
              { head: words.brought, cell: row => sayBrought(row, lang) },
            ]}
          />
        )}
      </section>
      <p class="actions">
        <a href={to.models({ unit })}>{words.back}</a>
      </p>
    </Frame>
  )
}
