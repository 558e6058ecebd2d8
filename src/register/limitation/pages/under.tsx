import { sayDay } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { Frame, type StaffPageProps, Table } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { Limitation } from '../reads/find-limitation.ts'
import type { LimitationBranch } from '../reads/list-limitation-branches.ts'
import { limitation_words } from '../words.ts'
import { Ages, type RaisedOn } from './ages.tsx'
import { sayDue, sayState } from './say-limitation.ts'

type UnderProps = StaffPageProps & {
  unit: string
  name: string
  branches: readonly LimitationBranch[]
  limitations: readonly Limitation[]
  raised: readonly RaisedOn[]
  today: string
}

/** What is open in a unit: how many, for how long, in which branches; then one by one, without their words. */
export function LimitationsUnderPage({ unit, name, branches, limitations, raised, today, ...staff_page }: UnderProps) {
  const { view } = staff_page
  const { lang } = view
  const words = limitation_words[lang]
  const open = branches.reduce((sum, branch) => sum + branch.open, 0)
  return (
    <Frame {...staff_page} title={words.under_n(open)} crumb={name} here={t => t.limitations_under({ unit })} has_workbook={open > 0}>
      {open === 0 && <p>{words.none}</p>}
      {raised.length > 0 && <Ages {...{ lang, raised, today }} />}
      {branches.length > 1 && <Branches {...{ view, unit, branches }} />}
      {limitations.length > 0 && <h2>{words.list}</h2>}
      {limitations.length > 0 && limitations.length < open && <p class="hint">{words.shown(limitations.length, open)}</p>}
      {limitations.length > 0 && <List {...{ view, limitations, today }} />}
    </Frame>
  )
}

function Branches({ view: { lang, to }, unit, branches }: { view: ViewContext; unit: string; branches: readonly LimitationBranch[] }) {
  const words = limitation_words[lang]
  return (
    <>
      <h2>{words.by_branch}</h2>
      <p class="hint">{words.heirs}</p>
      <Table
        {...{ lang }}
        name="don-vi"
        rows={branches}
        keyOf={({ key }) => key}
        columns={[
          {
            head: words.unit,
            cell: ({ key, name }) =>
              key === unit ? sayName(name, lang) : <a href={to.limitations_under({ unit: key })}>{sayName(name, lang)}</a>,
          },
          { head: words.open_n, class: 'n', cell: ({ open }) => open },
          { head: words.repaired_n, class: 'n', cell: ({ repaired }) => repaired },
          { head: words.twice_n, class: 'n', cell: ({ carried_twice }) => carried_twice },
        ]}
      />
    </>
  )
}

function List({ view: { lang, to }, limitations, today }: { view: ViewContext; limitations: readonly Limitation[]; today: string }) {
  const words = limitation_words[lang]
  return (
    <Table
      {...{ lang }}
      name="han-che"
      rows={limitations}
      keyOf={({ limitation_id }) => limitation_id}
      columns={[
        {
          head: words.person,
          cell: one => (
            <>
              <a href={to.limitation(one)} aria-label={words.open_one(one.full_name)}>
                {one.full_name}
              </a>
              <br />
              <span class="hint">
                {sayName(one.unit_name, lang)} · {words.raised(sayDay(one.raised_on, lang))}
              </span>
            </>
          ),
        },
        { head: words.state, cell: one => sayState(lang, one) },
        { head: words.due, class: 'nowrap', cell: one => sayDue(lang, one, today) },
      ]}
    />
  )
}
