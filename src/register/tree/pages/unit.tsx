import { sayDay } from '../../../basis/shared/dates.ts'
import { sayInstrument, sayName } from '../../../basis/shared/names-in-english.ts'
import { type Flash, Frame, type StaffPageProps, Table } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import { sayPlace } from '../../organisation/index.ts'
import type { UnitHere } from '../reads/find-unit-here.ts'
import type { UnitBelow } from '../reads/list-below.ts'
import type { UnitEvent } from '../reads/list-history.ts'
import { tree_words } from '../words.ts'
import { DayOfTree } from './day-of-tree.tsx'
import { capital, kindOf } from './say-kind.ts'

/** What who reads may do with the unit: found and name, or lay before a second person that it moves or ends. */
export type UnitActs = { add: boolean; revise: boolean; move: boolean }
export type UnitProps = StaffPageProps & {
  here: UnitHere
  above: { key: string; name: string; unit_kind: string }[]
  below: UnitBelow[]
  history: UnitEvent[]
  may: UnitActs
  today: string
  told?: string | Flash
}

/** One unit on a day: what it is, where it stands, what stands under it, and what it was before. */
export function UnitPage({ here, above, below, history, may, today, told, ...staff_page }: UnitProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = tree_words[lang]
  const { key, day, is_alive } = here
  const asked = day === today ? {} : { day }
  return (
    <Frame
      {...staff_page}
      {...{ told }}
      title={sayPlace(here, lang)}
      crumb={above.map(unit => unit.name).join(' · ') || undefined}
      here={t => t.unit({ unit: key, ...asked })}
      has_workbook
    >
      {!is_alive && <p>{words.ended(day)}</p>}
      <Facts {...{ view, here, above, asked }} />
      <Acts {...{ view, unit: key, may }} />
      <h2>{words.below_n(below.length)}</h2>
      {below.length > 0 && <Below {...{ view, below, asked }} />}
      <h2>{words.history}</h2>
      <History {...{ view, history }} />
      <form method="get" action={to.unit({ unit: key })} class="find no-print">
        <HiddenFields fields={to.carried} />
        <DayOfTree {...{ lang, day }} />
        <div class="actions">
          <button type="submit" class="quiet">
            {words.show}
          </button>
          <a href={to.units(asked)}>{words.back_to_tree}</a>
        </div>
      </form>
    </Frame>
  )
}

type Asked = { day?: string }
type FactsProps = { view: ViewContext; here: UnitHere; above: UnitProps['above']; asked: Asked }

function Facts({ view: { lang, to }, here, above, asked }: FactsProps) {
  const words = tree_words[lang]
  const parent = above.at(-1)
  const { code, key, place, place_name, place_kind, since } = here
  return (
    <dl class="facts">
      <dt>{words.kind}</dt>
      <dd>{capital(kindOf(here, lang))}</dd>
      {parent && <dt>{words.under}</dt>}
      {parent && (
        <dd>
          <a href={to.unit({ unit: parent.key, ...asked })}>{sayPlace(parent, lang)}</a>
        </dd>
      )}
      {place && place_name && <dt>{words.place}</dt>}
      {place && place_name && (
        <dd>
          <a href={to.unit({ unit: place, ...asked })}>{sayPlace({ name: place_name, unit_kind: place_kind! }, lang)}</a>
        </dd>
      )}
      {code && <dt>{words.code}</dt>}
      {code && <dd>{code}</dd>}
      <dt>{words.since}</dt>
      <dd>{sayDay(since, lang)}</dd>
      <dt>{words.key}</dt>
      <dd>
        <code>{key}</code>
      </dd>
    </dl>
  )
}

function Acts({ view: { lang, to }, unit, may }: { view: ViewContext; unit: string; may: UnitActs }) {
  const words = tree_words[lang]
  if (!Object.values(may).includes(true)) return null
  return (
    <p class="actions">
      {may.add && (
        <a class="button" href={to.unit_add({ unit })}>
          {words.add}
        </a>
      )}
      {may.add && <a href={to.unit_lists({ unit })}>{words.from_file}</a>}
      {may.revise && <a href={to.unit_revise({ unit })}>{words.revise}</a>}
      {may.move && <a href={to.unit_move({ unit })}>{words.move}</a>}
      {may.move && <a href={to.unit_close({ unit })}>{words.close}</a>}
    </p>
  )
}

function Below({ view: { lang, to }, below, asked }: { view: ViewContext; below: UnitBelow[]; asked: Asked }) {
  const words = tree_words[lang]
  const [has_codes, has_below] = [below.some(({ code }) => code), below.some(unit => unit.below > 0)]
  return (
    <div class="scroll">
      <Table
        lang={lang}
        rows={below}
        keyOf={({ key }) => key}
        columns={[
          { head: words.name, cell: unit => <a href={to.unit({ unit: unit.key, ...asked })}>{sayPlace(unit, lang)}</a> },
          { head: words.kind, cell: unit => capital(kindOf(unit, lang)) },
          has_codes && { head: words.code, cell: ({ code }) => code },
          has_below && { head: words.below, class: 'n', cell: unit => (unit.below > 0 ? unit.below : '') },
        ]}
      />
    </div>
  )
}

function History({ view: { lang, to }, history }: { view: ViewContext; history: UnitEvent[] }) {
  const words = tree_words[lang]
  return (
    <ul class="ways">
      {history.map(event => (
        <li key={`${event.what} ${event.since} ${event.other}`}>
          {event.what === 'named' ? (
            <strong>
              {words.happened.named(sayName(event.name!, lang), kindOf({ kind_vi: event.kind_vi!, kind_en: event.kind_en! }, lang))}
            </strong>
          ) : (
            <a href={to.unit({ unit: event.other! })}>{words.happened[event.what](sayName(event.other_name!, lang))}</a>
          )}
          <br />
          <span class="hint">
            {words.period(event.since, event.until)}
            {event.instrument_id !== null && ' · '}
            {event.instrument_id !== null && (
              <a href={to.instrument({ instrument_id: event.instrument_id })}>{sayInstrument(event.instrument!, lang)}</a>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
