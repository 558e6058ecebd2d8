import { sayDay } from '../../../../basis/shared/dates.ts'
import { Table } from '../../../../platform/staff/index.ts'
import type { Language, ViewContext } from '../../../../platform/web/index.ts'
import type { StandingCase } from '../reads/find-case.ts'
import type { ResultRow } from '../reads/list-results.ts'
import { assessing_words } from '../words.ts'

type CriteriaProps = {
  view: ViewContext
  found: Pick<StandingCase, 'standing_case_id'>
  results: ResultRow[]
  today: string
  may_say: boolean
}

/** The criteria of one assessment: what is met, what is missing, until when and by whom. */
export function Criteria({ view: { lang, to }, found: { standing_case_id }, results, today, may_say }: CriteriaProps) {
  const words = assessing_words[lang]
  // A heading stands once, where its criteria begin.
  const rows = results.map((row, i) => ({ ...row, opens: row.heading_vi !== results[i - 1]?.heading_vi }))
  return (
    <Table
      lang={lang}
      rows={rows}
      keyOf={({ number }) => number}
      columns={[
        {
          head: words.criterion,
          cell: row => (
            <>
              {may_say ? (
                <a href={to.assessment_criterion({ standing_case_id, number: row.number })}>
                  {row.number}. <NameOf {...{ lang, row }} />
                </a>
              ) : (
                <>
                  {row.number}. <NameOf {...{ lang, row }} />
                </>
              )}
              {row.opens && (
                <>
                  <br />
                  <span class="hint" lang={lang === 'en' && !row.heading_en ? 'vi' : undefined}>
                    {(lang === 'en' && row.heading_en) || row.heading_vi}
                  </span>
                </>
              )}
            </>
          ),
        },
        { head: words.result, cell: ({ is_met }) => <Result {...{ lang, is_met }} /> },
        {
          head: words.shown,
          cell: row => <Shown {...{ lang, row }} />,
        },
        { head: words.todo, cell: row => <ToDo {...{ lang, row, today }} /> },
      ]}
    />
  )
}

/** What was measured, of the criterion or of its indicators one by one; then the paper that shows it. */
function Shown({ lang, row: { number, value, evidence, indicators } }: { lang: Language; row: ResultRow }) {
  const measured = indicators.filter(indicator => indicator.value !== null)
  return (
    <>
      {value && <div lang="vi">{value}</div>}
      {measured.map(indicator => (
        <div key={indicator.number}>
          {indicators.length > 1 && `${number}.${indicator.number}. `}
          <NameOf {...{ lang, row: indicator }} />: <strong lang="vi">{indicator.value}</strong>
        </div>
      ))}
      {evidence && (
        <div class="hint" lang="vi">
          {evidence}
        </div>
      )}
    </>
  )
}

function ToDo({ lang, row: { is_met, in_charge, due_on }, today }: { lang: Language; row: ResultRow; today: string }) {
  const words = assessing_words[lang]
  if (is_met !== false || !due_on) return null
  return (
    <>
      <span lang="vi">{in_charge}</span>
      <br />
      <span class="hint">
        {words.due_on} {sayDay(due_on, lang)}
      </span>
      {due_on < today && <strong class="wrong"> {words.overdue}</strong>}
    </>
  )
}

export function NameOf({ lang, row }: { lang: Language; row: Pick<ResultRow, 'name_vi' | 'name_en'> }) {
  return lang === 'en' && !row.name_en ? <span lang="vi">{row.name_vi}</span> : <>{lang === 'en' ? row.name_en : row.name_vi}</>
}

function Result({ lang, is_met }: { lang: Language; is_met: boolean | null }) {
  const words = assessing_words[lang]
  const said = is_met === null ? words.unsaid : is_met ? words.met : words.missing
  return <span class={is_met === false ? 'wrong' : undefined}>{said}</span>
}
