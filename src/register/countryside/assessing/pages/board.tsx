import { sayDay } from '../../../../basis/shared/dates.ts'
import { Frame, type StaffPageProps, Table } from '../../../../platform/staff/index.ts'
import type { ViewContext } from '../../../../platform/web/index.ts'
import { type Holding, sayPlace } from '../../../organisation/index.ts'
import { move_words } from '../move-words.ts'
import type { StandingCase } from '../reads/find-case.ts'
import type { Charge, LevelRow } from '../reads/find-charge.ts'
import type { ResultRow } from '../reads/list-results.ts'
import { assessing_words } from '../words.ts'
import { Criteria } from './criteria.tsx'

type Props = StaffPageProps & {
  charge: Charge
  holding: Holding | null
  levels: LevelRow[]
  cases: StandingCase[]
  latest: { found: StandingCase; results: ResultRow[]; may_say: boolean } | null
  may_assess: boolean
  today: string
}

/** The board of a commune: what it holds, what is met, what is missing, until when and by whom. */
export function BoardPage({ charge, holding, levels, cases, latest, may_assess, today, ...staff_page }: Props) {
  const { view } = staff_page
  const { lang, to } = view
  const words = assessing_words[lang]
  const { key: unit, place_name, place_kind } = charge
  const place = sayPlace({ name: place_name!, unit_kind: place_kind! }, lang)
  const open = cases.find(({ state }) => state === 'draft' || state === 'returned')
  return (
    <Frame
      {...staff_page}
      title={words.of_commune(place)}
      crumb={charge.name}
      here={t => t.countryside({ unit })}
      has_workbook={cases.length > 0}
    >
      <p>{words.lead}</p>
      <p>
        <strong>{sayHolding(lang, holding, levels)}</strong>
      </p>
      {may_assess && (
        <p class="actions">
          {open && (
            <a class="button" href={to.assessment(open)}>
              {words.go_on}
            </a>
          )}
          <a class={open ? undefined : 'button'} href={to.assessment_begin({ unit })}>
            {open ? words.assess_another : words.assess}
          </a>
        </p>
      )}
      {cases.length === 0 && <p>{words.none}</p>}
      {latest && (
        <section>
          <h2>{words.latest}</h2>
          <p>
            <span class="tag">{move_words.steps[latest.found.state][lang]}</span> {words.under(latest.found.number)},{' '}
            {words.as_of(latest.found.assessed_on)}: <strong>{words.met_of(latest.found.met, latest.found.criteria)}</strong>.{' '}
            <a href={to.assessment(latest.found)}>{words.open_case}</a>
          </p>
          <Criteria {...{ view, today, ...latest }} />
        </section>
      )}
      {cases.length > 1 && <Cases {...{ view, cases }} />}
    </Frame>
  )
}

export function sayHolding(lang: 'vi' | 'en', holding: Holding | null, levels: LevelRow[]): string {
  const words = assessing_words[lang]
  const level = holding && levels[holding.rank - 1]
  if (!holding || !level) return words.holds_none
  const name = lang === 'vi' ? level.name_vi : level.name_en
  return holding.carried_from.length > 0
    ? words.holds_carried(name, holding.instrument)
    : words.holds(name, holding.since, holding.instrument)
}

function Cases({ view: { lang, to }, cases }: { view: ViewContext; cases: StandingCase[] }) {
  const words = assessing_words[lang]
  return (
    <section>
      <h2>{words.all}</h2>
      <Table
        lang={lang}
        name="lan"
        rows={cases}
        keyOf={({ standing_case_id }) => standing_case_id}
        columns={[
          { head: words.day, cell: found => <a href={to.assessment(found)}>{sayDay(found.assessed_on, lang)}</a> },
          { head: words.set, cell: ({ number }) => number },
          { head: words.met, class: 'n', cell: ({ met, criteria }) => `${met}/${criteria}` },
          { head: words.state, cell: ({ state }) => move_words.steps[state][lang] },
        ]}
      />
    </section>
  )
}
