import { sayName } from '../../../basis/shared/names-in-english.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import { columnName } from '../../../platform/workbook/index.ts'
import type { CameTo, UnitList } from '../list/find-lists.ts'
import type { UnitHere } from '../reads/find-unit-here.ts'
import type { NamedUnit } from '../reads/list-named.ts'
import { tree_words } from '../words.ts'

type OfList = StaffPageProps & { here: UnitHere; list: UnitList }

/** A fault with what is said of it. */
export type FaultShown = { row: number; column: number; say: string }

/** The cells to be mended, and the same workbook with each of them marked. */
export function ListFaultyPage({ here, list, faults, of, ...staff_page }: OfList & { faults: FaultShown[]; of: number }) {
  const { lang, to } = staff_page.view
  const words = tree_words[lang]
  const { unit, unit_list_id, file_name } = list
  return (
    <Frame
      {...staff_page}
      title={words.list_faulty(of)}
      crumb={`${here.name} · ${file_name}`}
      here={t => t.unit_list({ unit, unit_list_id })}
    >
      <p>{words.list_faulty_lead}</p>
      <p class="actions">
        <a class="button" href={to.unit_list_marked({ unit, unit_list_id })}>
          {words.list_marked}
        </a>
        <a href={to.unit_list({ unit, unit_list_id, part: 'cot' })}>{words.list_columns_again}</a>
        <a href={to.unit_lists({ unit })}>{words.back_to_lists}</a>
      </p>
      <ul class="people">
        {faults.map(({ row, column, say }) => (
          <li key={`${row} ${column} ${say}`}>
            <strong>
              {columnName(column)}
              {row}
            </strong>{' '}
            {say}
          </li>
        ))}
      </ul>
      {of > faults.length && <p class="hint">{words.only_first(faults.length, of)}</p>}
    </Frame>
  )
}

type CameToProps = OfList & { came_to: CameTo; named: ReadonlyMap<string, NamedUnit>; told?: string }

/** How a list differs from the register, and where the change waits that was laid. */
export function ListCameToPage({ here, list, came_to, named, told, ...staff_page }: CameToProps) {
  const { lang, to } = staff_page.view
  const words = tree_words[lang]
  const { unit, unit_list_id, file_name, reading } = list
  const { elsewhere } = came_to
  const nameOf = (key: string) => sayName(named.get(key)?.name ?? key, lang)
  return (
    <Frame
      {...staff_page}
      {...{ told }}
      title={words.list_came_title(came_to.added + came_to.revised)}
      crumb={`${here.name} · ${file_name}`}
      here={t => t.unit_list({ unit, unit_list_id })}
    >
      <dl class="facts">
        {(['added', 'revised', 'same', 'unnamed'] as const).flatMap(name => [
          <dt key={name}>{words.list_counts[name]}</dt>,
          <dd key={`${name} n`}>{came_to[name]}</dd>,
        ])}
      </dl>
      <p class="actions">
        {reading?.unit_change_id && (
          <a class="button" href={to.unit_change({ unit_change_id: reading.unit_change_id })}>
            {words.list_laid}
          </a>
        )}
        <a href={to.unit_list({ unit, unit_list_id, part: 'cot' })}>{words.list_columns_again}</a>
        <a href={to.unit_lists({ unit })}>{words.back_to_lists}</a>
      </p>
      {elsewhere.length > 0 && (
        <section>
          <h2>
            {words.list_elsewhere} ({elsewhere.length})
          </h2>
          <p>{words.list_elsewhere_lead}</p>
          <ul class="ways">
            {elsewhere.slice(0, most_elsewhere).map(({ key, name, parent, said }) => (
              <li key={key}>
                <a href={to.unit({ unit: key })}>{sayName(name, lang)}</a>
                <br />
                <span class="hint">{words.list_elsewhere_of(nameOf(parent), nameOf(said))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Frame>
  )
}

const most_elsewhere = 200
