import { sayName } from '../../../basis/shared/names-in-english.ts'
import { Frame, SearchForm, Select, ShownOf, type StaffPageProps, Table } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { sayPlace } from '../../organisation/index.ts'
import type { UnitBelow } from '../reads/list-below.ts'
import type { FoundUnit } from '../reads/search-units.ts'
import { tree_words } from '../words.ts'
import { DayOfTree } from './day-of-tree.tsx'
import { capital, kindOf } from './say-kind.ts'

export type TreeProps = StaffPageProps & {
  hierarchies: { hierarchy: string; name_vi: string; name_en: string }[]
  roots: UnitBelow[]
  /** Null where nothing is searched for. */
  found: FoundUnit[] | null
  words: string
  hierarchy: string
  day: string
  today: string
  is_no_day: boolean
  /** Whether who reads has an office that changes units somewhere. */
  keeps_units: boolean
}

/** The tree from its roots, or what was searched for in it, on a day. */
export function TreePage({
  hierarchies,
  roots,
  found,
  words: asked,
  hierarchy,
  day,
  today,
  is_no_day,
  keeps_units,
  ...staff_page
}: TreeProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = tree_words[lang]
  const named = hierarchies.map(row => ({ value: row.hierarchy, label: capital(lang === 'vi' ? row.name_vi : row.name_en) }))
  const total = found?.[0]?.total ?? 0
  const title = found === null ? (day === today ? words.title : words.title_of(day)) : words.found_n(total, asked)
  return (
    <Frame
      {...staff_page}
      {...{ title }}
      here={t => t.units({ words: asked, hierarchy, day: day === today ? undefined : day })}
      has_workbook={total > 0}
    >
      {found === null && <p>{words.lead}</p>}
      {is_no_day && <p>{words.no_such_day}</p>}
      <SearchForm
        {...{ view, asked }}
        action={to.units()}
        name="tim"
        label={words.find_unit}
        hint={words.find_hint}
        button={words.find}
        clear={found !== null && words.clear}
        actions={
          <>
            {keeps_units && <a href={to.unit_changes()}>{words.changes}</a>}
            <a href={to.instruments()}>{words.instruments}</a>
          </>
        }
      >
        <Select lang={lang} name="he" label={words.hierarchy} empty={words.all_hierarchies} options={named} value={hierarchy} />
        <DayOfTree {...{ lang, day }} />
      </SearchForm>
      {found !== null && <Found {...{ view, found, day, today }} />}
      {found !== null && <ShownOf {...{ lang, n: found.length, of: total }} />}
      {found === null &&
        named
          .filter(({ value }) => hierarchy === '' || hierarchy === value)
          .map(({ value, label }) => (
            <Roots key={value} {...{ view, label, day, today }} roots={roots.filter(root => root.hierarchy === value)} />
          ))}
    </Frame>
  )
}

/** The day goes along where it is not today's. */
const asOf = (day: string, today: string) => (day === today ? {} : { day })

function Found({ view: { lang, to }, found, day, today }: { view: ViewContext; found: FoundUnit[]; day: string; today: string }) {
  const words = tree_words[lang]
  if (found.length === 0) return null
  return (
    <div class="scroll">
      <Table
        lang={lang}
        rows={found}
        keyOf={({ key }) => key}
        columns={[
          { head: words.name, cell: unit => <a href={to.unit({ unit: unit.key, ...asOf(day, today) })}>{sayPlace(unit, lang)}</a> },
          { head: words.kind, cell: unit => capital(kindOf(unit, lang)) },
          { head: words.under, cell: ({ parent_name }) => parent_name && sayName(parent_name, lang) },
          { head: words.code, cell: ({ code }) => code },
        ]}
      />
    </div>
  )
}

type RootsProps = { view: ViewContext; label: string; roots: UnitBelow[]; day: string; today: string }

function Roots({ view: { lang, to }, label, roots, day, today }: RootsProps) {
  if (roots.length === 0) return null
  return (
    <section>
      <h2>{label}</h2>
      <ul class="people">
        {roots.map(unit => (
          <li key={unit.key}>
            <a href={to.unit({ unit: unit.key, ...asOf(day, today) })}>
              <strong>{sayPlace(unit, lang)}</strong>
            </a>
            <br />
            <span class="hint">
              {capital(kindOf(unit, lang))} · {tree_words[lang].below_n(unit.below)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
