import { randomUUID } from 'node:crypto'
import { sayDay } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { role_words } from '../../../platform/sign-in/index.ts'
import { type FieldError, FormFields, type StaffPageProps, Table, type Typed, UnseenInSheet } from '../../../platform/staff/index.ts'
import { HiddenFields, inDigits, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { confirm_form } from '../forms.ts'
import type { PostLeft } from '../posts-left.ts'
import { countDiffering, needsTyping, type RosterCounts, type UnitCounts } from '../reads/count-roster.ts'
import type { Confirmer } from '../reads/list-confirmers.ts'
import type { Difference, Doubt, Leaver } from '../reads/list-differences.ts'
import type { Roster } from '../roster.ts'
import { roster_words } from '../roster-words.ts'
import { Doubts, Resembling } from './doubts.tsx'
import { Added, Changed, Left, type Part, Posts } from './lists.tsx'
import { RosterFrame } from './states.tsx'

type PreviewProps = StaffPageProps & {
  roster: Roster
  counts: RosterCounts
  units: UnitCounts[]
  added: Difference[]
  changed: Difference[]
  leavers: Leaver[]
  posts: PostLeft[]
  doubts: Doubt[]
  alike: number
  resembling: Doubt[]
  part: Part | null
  is_own: boolean
  /** Told to whoever sent it alone. */
  confirmers: Confirmer[]
  typed: Typed
  told?: string
  field_errors?: FieldError[]
}

/**
 * How a roster differs from the register: the counts, what is doubtful, then who. One list at a time where they are
 * long.
 */
export function PreviewPage(props: PreviewProps) {
  const {
    roster,
    counts,
    units,
    added,
    changed,
    leavers,
    posts,
    doubts,
    alike,
    confirmers,
    resembling,
    part,
    is_own,
    typed,
    field_errors = [],
    told,
    ...staff_page
  } = props
  const { view } = staff_page
  const words = roster_words[view.lang]
  const title = part
    ? words.parts[part]
    : counts.doubtful > 0
      ? words.doubtful_title(counts.doubtful)
      : words.compared_title(countDiffering(counts))
  const known_before = resembling.length > 0 && (
    <Resembling {...{ view, roster, resembling, part, is_own, field_errors }} of={counts.resembling} />
  )
  const posts_left = posts.length > 0 && <Posts {...{ view, roster, posts, part, is_own }} of={posts.length} />
  return (
    <RosterFrame {...staff_page} {...{ roster, field_errors, told, title }}>
      {part === null && <Counts {...{ view, roster, counts }} />}
      {!is_own && known_before}
      {!is_own && posts_left}
      {part === null && <Next {...{ view, roster, counts, units, posts, is_own, confirmers, typed, field_errors }} />}
      {doubts.length > 0 && (part === null || part === 'nghi') && is_own && <Doubts {...{ view, roster, doubts, alike, field_errors }} />}
      {is_own && known_before}
      {is_own && posts_left}
      {added.length > 0 && <Added {...{ view, roster, added, part }} of={counts.new} />}
      {changed.length > 0 && <Changed {...{ view, roster, changed, part }} of={counts.changed} />}
      {leavers.length > 0 && <Left {...{ view, roster, leavers, part }} of={counts.left} />}
      {part === null && units.length > 0 && counts.known > 0 && <Units {...{ view, units }} />}
    </RosterFrame>
  )
}

function Counts({ view: { lang }, roster, counts }: { view: ViewContext; roster: Roster; counts: RosterCounts }) {
  const words = roster_words[lang]
  const n = (name: keyof RosterCounts) => inDigits(lang, counts[name])
  const differing = (['new', 'back', 'changed', 'left', 'doubtful'] as const).filter(name => counts[name] > 0)
  return (
    <>
      <p class="hint">
        {words.listed(sayDay(roster.listed_on, lang))} · {words.sent_by(roster.uploader)}
        {(roster.detail.padded ?? 0) > 0 && ` ${words.padded_n(roster.detail.padded!)}`}
        {roster.seen.repaired > 0 && ` ${words.repaired_n(roster.seen.repaired)}`}
      </p>
      <UnseenInSheet {...{ lang }} unseen={roster.seen.sheets[roster.detail.sheet ?? 0]?.unseen} />
      <p>{(['known', 'lines', 'same', 'a_year_before'] as const).map(name => `${words.counts[name]} ${n(name)}`).join(' · ')}</p>
      {differing.length > 0 && (
        <dl class="facts">
          {differing.map(name => (
            <>
              <dt>{words.counts[name]}</dt>
              <dd>{n(name)}</dd>
            </>
          ))}
        </dl>
      )}
    </>
  )
}

/** Who can be asked to confirm; where there is nobody, who can mend that. */
function Confirmers({ lang, confirmers }: { lang: Language; confirmers: Confirmer[] }) {
  const words = roster_words[lang]
  if (confirmers.length === 0) return <p>{words.nobody_confirms}</p>
  return (
    <section>
      <h2>{words.who_confirms}</h2>
      <ul class="plain-list">
        {confirmers.map(({ full_name, role, unit_name }) => (
          <li key={`${full_name} ${role} ${unit_name}`}>
            {full_name} · {role_words[lang][role]}, {sayName(unit_name, lang)}
          </li>
        ))}
      </ul>
    </section>
  )
}

type NextProps = {
  view: ViewContext
  roster: Roster
  counts: RosterCounts
  units: UnitCounts[]
  posts: PostLeft[]
  is_own: boolean
  confirmers: Confirmer[]
  typed: Typed
  field_errors: FieldError[]
}

/** The one thing to do: wait for a second person, or be that person. */
function Next({ view, roster, counts, units, posts, is_own, confirmers, typed, field_errors }: NextProps) {
  const { lang, to } = view
  const words = roster_words[lang]
  const { unit, roster_import_id } = roster
  const differing = countDiffering(counts)
  const ending = posts.filter(({ becomes }) => becomes === 'ends').length
  if (counts.doubtful > 0) return is_own ? null : <p>{words.doubts_first}</p>
  if (differing === 0) return <Drop {...{ view, roster }} />
  if (is_own)
    return (
      <>
        <p>{words.waits_for_second}</p>
        <Confirmers {...{ lang, confirmers }} />
        <Drop {...{ view, roster }} />
      </>
    )
  return (
    <form method="post" action={to.roster_confirm({ unit, roster_import_id })}>
      <HiddenFields fields={[['key', randomUUID()]]} />
      <FormFields
        form={confirm_form}
        {...{ lang, field_errors }}
        typed={{ ...typed, version: String(roster.version), posts: String(ending) }}
        without={needsTyping(units) ? [] : ['left_typed']}
      />
      <div class="actions">
        <button type="submit">{words.confirm_n({ ...counts, posts: ending })}</button>
        <button type="submit" class="quiet" formaction={to.roster_drop({ unit, roster_import_id })}>
          {words.drop}
        </button>
      </div>
    </form>
  )
}

function Drop({ view: { lang, to }, roster: { unit, roster_import_id } }: { view: ViewContext; roster: Roster }) {
  return (
    <form method="post" action={to.roster_drop({ unit, roster_import_id })} class="actions">
      <button type="submit" class="quiet">
        {roster_words[lang].drop}
      </button>
    </form>
  )
}

function Units({ view: { lang }, units }: { view: ViewContext; units: UnitCounts[] }) {
  const words = roster_words[lang]
  return (
    <section>
      <h2>{words.by_unit}</h2>
      <Table
        lang={lang}
        name="don-vi"
        rows={units.slice(0, 200)}
        keyOf={({ unit_id }) => unit_id}
        columns={[
          { head: words.unit, cell: ({ name }) => sayName(name, lang) },
          { head: words.counts.known, class: 'n', cell: ({ known }) => known },
          { head: words.counts.lines, class: 'n', cell: ({ lines }) => lines },
          { head: words.counts.new, class: 'n', cell: unit => unit.new },
          { head: words.counts.left, class: 'n', cell: ({ left }) => left },
        ]}
      />
    </section>
  )
}
