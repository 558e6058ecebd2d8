import { sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { withoutTone } from '../../../basis/shared/vietnamese.ts'
import { Frame, SearchForm, type StaffPageProps, Table } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { shortName } from '../../organisation/index.ts'
import type { BranchRow } from '../reads/list-branches.ts'
import type { PersonRow } from '../reads/list-people.ts'
import { people_words } from '../words.ts'

export type PeopleProps = StaffPageProps & {
  unit: string
  name: string
  above: { key: string; name: string } | null
  branches: BranchRow[]
  /** Null where the unit is too large to be read by name, and nobody is looked for. */
  people: PersonRow[] | null
  asked: string
  after: number
  most: number
  may_enrol: boolean
  now: Date
  told?: string
}

/** How many they are, whom one looks for, then who. */
export function PeoplePage({ unit, name, above, branches, people, asked, after, most, may_enrol, now, told, ...staff_page }: PeopleProps) {
  const { lang, to } = staff_page.view
  const words = people_words[lang]
  const total = people?.[0]?.total ?? 0
  const letters = byLetter(branches)
  const title = people === null ? words.people : asked ? words.found_n(total, asked) : words.people_n(total)
  return (
    <Frame
      {...staff_page}
      {...{ title, told }}
      crumb={name}
      here={t => t.people({ unit, name: asked, after })}
      has_workbook={people !== null}
    >
      <p class="hint">
        {words.as_of} {sayInstant(now, lang)}
        {above && (
          <>
            {' · '}
            <a href={to.people({ unit: above.key })}>
              {words.up}: {sayName(above.name, lang)}
            </a>
          </>
        )}
      </p>
      <SearchForm
        {...{ asked }}
        view={staff_page.view}
        action={to.people({ unit })}
        name="ten"
        label={words.find_name}
        hint={words.find_hint}
        button={words.find}
        clear={asked && words.clear}
        actions={
          may_enrol && (
            <a class="button" href={to.person_enrol({ unit })}>
              {words.enrol}
            </a>
          )
        }
      />
      {people && people.length > 0 && <PeopleTable {...{ view: staff_page.view, unit, people }} />}
      {people && people.length === 0 && <p>{asked ? words.none_found : words.nobody}</p>}
      {people && total > most && <Pages {...{ view: staff_page.view, unit, asked, after, most, total }} />}
      {branches.length > 0 && !asked && (
        <section>
          <h2>{words.choose_unit}</h2>
          {people === null && <p>{words.choose_unit_lead}</p>}
          {branches.length <= most_branches_open || letters.length < 3 ? (
            <Branches {...{ view: staff_page.view, branches }} />
          ) : (
            letters.map(([letter, under]) => (
              <details key={letter}>
                <summary>{words.letter_n(letter, under.length)}</summary>
                <Branches {...{ view: staff_page.view, branches: under }} />
              </details>
            ))
          )}
        </section>
      )}
    </Frame>
  )
}

/** More units than these stand folded under the letters they begin with. */
const most_branches_open = 40

/** Units by the first letter of what tells them apart: «Đảng bộ xã Ấu Lâu» stands under Â. */
function byLetter(branches: readonly BranchRow[]): [string, BranchRow[]][] {
  const { compare } = new Intl.Collator('vi')
  const sorted = branches.toSorted((a, b) => compare(shortName(a.name), shortName(b.name)))
  return [...Map.groupBy(sorted, ({ name }) => withoutTone(shortName(name).slice(0, 1)).toUpperCase())].sort(([a], [b]) => compare(a, b))
}

function Branches({ view: { lang, to }, branches }: { view: ViewContext; branches: readonly BranchRow[] }) {
  return (
    <ul class="people in-columns">
      {branches.map(({ key, name }) => (
        <li key={key}>
          <a href={to.people({ unit: key })}>{sayName(name, lang)}</a>
        </li>
      ))}
    </ul>
  )
}

function PeopleTable({ view: { lang, to }, unit, people }: { view: ViewContext; unit: string; people: PersonRow[] }) {
  const words = people_words[lang]
  const is_one_cell = people.every(row => row.unit === unit)
  const is_mixed = people.some(row => row.kind !== people[0]!.kind)
  return (
    <div class="scroll">
      <Table
        lang={lang}
        rows={people}
        keyOf={({ person_id }) => person_id}
        at_first={people.length}
        columns={[
          { head: words.person, cell: ({ person_id, full_name }) => <a href={to.person({ unit, person_id })}>{full_name}</a> },
          !is_one_cell && { head: words.unit, cell: ({ unit_name }) => sayName(unit_name, lang) },
          {
            head: words.posts,
            cell: ({ posts }) =>
              posts
                ?.split(', ')
                .map(post => sayName(post, lang))
                .join(', '),
          },
          is_mixed && { head: words.kind, cell: ({ kind }) => words.kinds[kind] },
        ]}
      />
    </div>
  )
}

type PagesProps = { view: ViewContext; unit: string; asked: string; after: number; most: number; total: number }

function Pages({ view: { lang, to }, unit, asked, after, most, total }: PagesProps) {
  const words = people_words[lang]
  const at = (start: number) => to.people({ unit, name: asked, after: start })
  return (
    <nav class="pages" aria-label={words.people}>
      {after > 0 && (
        <a rel="prev" href={at(Math.max(0, after - most))}>
          {words.earlier}
        </a>
      )}
      <span>{words.page(Math.floor(after / most) + 1, Math.ceil(total / most))}</span>
      {after + most < total && (
        <a rel="next" href={at(after + most)}>
          {words.later}
        </a>
      )}
    </nav>
  )
}
