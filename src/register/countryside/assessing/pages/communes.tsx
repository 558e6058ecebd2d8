import { Frame, type StaffPageProps, Table } from '../../../../platform/staff/index.ts'
import type { Language, ViewContext } from '../../../../platform/web/index.ts'
import { sayPlace } from '../../../organisation/index.ts'
import { move_words } from '../move-words.ts'
import type { Charge, CriteriaSet } from '../reads/find-charge.ts'
import type { CommuneAssessed, CriterionOfSet } from '../reads/list-communes-assessed.ts'
import { assessing_words, set_kind_words } from '../words.ts'
import { NameOf } from './criteria.tsx'

export type Criterion = CriterionOfSet
type Props = StaffPageProps & {
  charge: Charge
  sets: CriteriaSet[]
  set: CriteriaSet | undefined
  criteria: Criterion[]
  communes: CommuneAssessed[]
  may_decide: boolean
  told?: string
}

/** The communes under a unit, each with its criteria under one set: what is met and what is missing, at a glance. */
export function CommunesPage({ charge, sets, set, criteria, communes, may_decide, told, ...staff_page }: Props) {
  const { view } = staff_page
  const { lang, to } = view
  const words = assessing_words[lang]
  const { key: unit } = charge
  return (
    <Frame
      {...{ ...staff_page, told }}
      title={words.title}
      crumb={charge.name}
      here={t => t.countryside({ unit, set: set && String(set.criteria_set_id) })}
      has_workbook={communes.length > 0}
    >
      <p>{words.lead}</p>
      {may_decide && (
        <p class="actions">
          <a href={to.standing_record({ unit })}>{words.decide_alone}</a>
        </p>
      )}
      {set ? <Sets {...{ view, unit, sets, set }} /> : <p>{words.no_sets}</p>}
      {set && set.of_kind !== 'commune' && <p>{words.set_of_others}</p>}
      {set?.of_kind === 'commune' && (communes.length === 0 ? <p>{words.no_communes}</p> : <Heat {...{ view, criteria, communes }} />)}
      {communes.some(({ results }) => Object.values(results).includes(false)) && <Missing {...{ lang, criteria, communes }} />}
      {criteria.length > 0 && <OfSet {...{ lang, criteria }} />}
    </Frame>
  )
}

type SetsProps = { view: ViewContext; unit: string; sets: CriteriaSet[]; set: CriteriaSet }

function Sets({ view: { lang, to }, unit, sets, set }: SetsProps) {
  const words = assessing_words[lang]
  const say = ({ number, of_kind, level_vi, level_en }: CriteriaSet) =>
    `${number} (${set_kind_words[of_kind][lang]}, ${lang === 'vi' ? level_vi : level_en})`
  const others = sets.filter(({ criteria_set_id, has_criteria }) => has_criteria && criteria_set_id !== set.criteria_set_id)
  return (
    <>
      <p>
        <strong>{say(set)}</strong>
      </p>
      {others.length > 0 && (
        <details>
          <summary>
            {words.another_set} ({others.length})
          </summary>
          <ul>
            {others.map(other => (
              <li key={other.criteria_set_id}>
                <a href={to.countryside({ unit, set: String(other.criteria_set_id) })}>{say(other)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

type HeatProps = { view: ViewContext; criteria: Criterion[]; communes: CommuneAssessed[] }

function Heat({ view: { lang, to }, criteria, communes }: HeatProps) {
  const words = assessing_words[lang]
  return (
    <section>
      <h2>{words.communes}</h2>
      <Mean {...{ lang, communes }} />
      <p>{words.lead_above}</p>
      <p class="criteria" aria-hidden="true">
        <Box state="met" text={words.met} /> <Box state="missing" text={words.missing} /> <Box state="unsaid" text={words.unsaid} />
      </p>
      <Table
        lang={lang}
        name="xa"
        at_first={200}
        rows={communes}
        keyOf={({ unit }) => unit}
        columns={[
          {
            head: words.commune,
            cell: ({ unit, place_name, place_kind, standing_case_id }) => (
              <a href={standing_case_id ? to.assessment({ standing_case_id }) : to.countryside({ unit })}>
                {sayPlace({ name: place_name, unit_kind: place_kind }, lang)}
              </a>
            ),
          },
          { head: words.criterion, cell: commune => <Boxes {...{ lang, criteria, commune }} /> },
          {
            head: words.met,
            class: 'nowrap',
            cell: ({ met, standing_case_id }) => (standing_case_id ? `${met}/${criteria.length}` : '–'),
          },
          { head: words.state, cell: ({ state }) => (state ? move_words.steps[state][lang] : words.not_assessed) },
        ]}
      />
    </section>
  )
}

function Boxes({ lang, criteria, commune: { results } }: { lang: Language; criteria: Criterion[]; commune: CommuneAssessed }) {
  const words = assessing_words[lang]
  return (
    <span class="criteria">
      {criteria.map(({ number, name_vi, name_en }) => {
        const state = stateOf(results, number)
        const name = (lang === 'en' && name_en) || name_vi
        return <Box key={number} state={state} text={String(number)} says={`${name}: ${words[state]}`} />
      })}
    </span>
  )
}

/** Of those that were appraised, and never across sets. */
function Mean({ lang, communes }: { lang: Language; communes: CommuneAssessed[] }) {
  const counted = communes.filter(({ state }) => state !== null && appraised.includes(state))
  if (counted.length === 0) return null
  const met = counted.reduce((sum, one) => sum + one.met, 0)
  return <p>{assessing_words[lang].mean(met / counted.length, counted.length)}</p>
}

const appraised: readonly string[] = ['appraised', 'voted', 'decided', 'rejected']

type BoxState = 'met' | 'missing' | 'unsaid'

function stateOf(results: Record<string, boolean>, number: number): BoxState {
  if (!Object.hasOwn(results, number)) return 'unsaid'
  return results[number] ? 'met' : 'missing'
}

/** Met is filled, missing is framed, not said is dotted: not by colour alone. */
function Box({ state, text, says }: { state: BoxState; text: string; says?: string }) {
  return (
    <span class={`criterion is-${state}`} title={says}>
      {text}
      {says && <span class="unseen"> {says}; </span>}
    </span>
  )
}

/** In how many communes each criterion is missing, those that most miss first. */
function Missing({ lang, criteria, communes }: { lang: Language; criteria: Criterion[]; communes: CommuneAssessed[] }) {
  const words = assessing_words[lang]
  const rows = criteria
    .map(row => ({ ...row, n: communes.filter(({ results }) => stateOf(results, row.number) === 'missing').length }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n || a.number - b.number)
  return (
    <section>
      <h2>{words.most_missing}</h2>
      <Table
        lang={lang}
        name="thieu"
        rows={rows}
        keyOf={({ number }) => number}
        columns={[
          {
            head: words.criterion,
            cell: row => (
              <>
                {row.number}. <NameOf {...{ lang, row }} />
              </>
            ),
          },
          { head: words.missing_in, class: 'n', cell: ({ n }) => n },
        ]}
      />
    </section>
  )
}

/** Everything that a set asks, heading by heading: for whoever writes or reads an assessment. */
function OfSet({ lang, criteria }: { lang: Language; criteria: Criterion[] }) {
  const n = criteria.reduce((sum, { indicators }) => sum + indicators.length, 0)
  const groups = [...Map.groupBy(criteria, ({ heading_vi }) => heading_vi).values()]
  return (
    <details>
      <summary>{assessing_words[lang].all_of_set(criteria.length, n)}</summary>
      {groups.map(group => (
        <section key={group[0]!.number}>
          <h3>
            <NameOf {...{ lang, row: { name_vi: group[0]!.heading_vi, name_en: group[0]!.heading_en } }} />
          </h3>
          {group.map(row => (
            <CriterionAsked key={row.number} {...{ lang, row }} />
          ))}
        </section>
      ))}
    </details>
  )
}

function CriterionAsked({ lang, row }: { lang: Language; row: Criterion }) {
  return (
    <>
      <p>
        <strong>
          {row.number}. <NameOf {...{ lang, row }} />
        </strong>
      </p>
      {row.indicators.length > 0 && (
        <ul>
          {row.indicators.map(indicator => (
            <li key={indicator.number}>
              {row.indicators.length > 1 && `${row.number}.${indicator.number}. `}
              <NameOf {...{ lang, row: indicator }} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
