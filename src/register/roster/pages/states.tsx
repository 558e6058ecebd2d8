import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language } from '../../../platform/web/index.ts'
import { columnName } from '../../../platform/workbook/index.ts'
import type { PostsEnded } from '../posts-left.ts'
import { faultSentence } from '../problem-words.ts'
import type { FaultLine } from '../reads/list-differences.ts'
import type { Roster } from '../roster.ts'
import { roster_words } from '../roster-words.ts'

type StateProps = StaffPageProps & {
  roster: Roster
  title: string
  field_errors?: FieldError[]
  told?: string
  again_after?: number
  children: ComponentChildren
}

/** The frame of every page of one roster. */
export function RosterFrame({ roster, title, children, ...rest }: StateProps) {
  const { unit, roster_import_id, unit_name, file_name } = roster
  return (
    <Frame {...rest} title={title} crumb={`${unit_name} · ${file_name}`} here={t => t.roster_import({ unit, roster_import_id })}>
      {children}
      <p class="actions">
        <a href={rest.view.to.roster({ unit })}>{roster_words[rest.view.lang].back}</a>
      </p>
    </Frame>
  )
}

const again_after = 2

/**
 * How far the work has come; the page asks again by itself. Where the machine has stopped, it says so and offers to
 * begin again.
 */
export function BusyPage({
  roster,
  is_stalled,
  again,
  may_begin,
  ...staff_page
}: StaffPageProps & { roster: Roster; is_stalled: boolean; again: string; may_begin: boolean }) {
  const words = roster_words[staff_page.view.lang]
  const doing = lookUp(words.doing, roster.doing ?? 'reading')!
  if (is_stalled)
    return (
      <RosterFrame {...staff_page} roster={roster} title={words.stopped_title}>
        <p>{words.stalled}</p>
        {may_begin && <OnePress action={again} label={words.begin_again} />}
      </RosterFrame>
    )
  return (
    <RosterFrame {...staff_page} roster={roster} title={`${doing}: ${roster.done} %`} again_after={again_after}>
      <svg class="stretch" viewBox="0 0 100 2" preserveAspectRatio="none" role="img" aria-label={`${roster.done} %`}>
        <rect class="part-3" x="0" width="100" height="2" />
        <rect class="part-0" x="0" width={roster.done} height="2" />
      </svg>
      <p class="hint">{words.busy_hint}</p>
    </RosterFrame>
  )
}

/** One button that does what it says. */
export function OnePress({
  action,
  label,
  fields = [],
  is_quiet,
}: {
  action: string
  label: string
  fields?: [string, string][]
  is_quiet?: boolean
}) {
  return (
    <form method="post" action={action} class="actions">
      <HiddenFields fields={[['key', randomUUID()], ...fields]} />
      <button type="submit" class={is_quiet ? 'quiet' : undefined}>
        {label}
      </button>
    </form>
  )
}

/** The cells to be mended, and the same workbook with each of them marked. */
export function FaultyPage({
  roster,
  faults,
  new_cells,
  ...staff_page
}: StaffPageProps & {
  roster: Roster
  faults: FaultLine[]
  /** How many cells that it names whoever reads may found. */
  new_cells: number
}) {
  const { lang, to } = staff_page.view
  const words = roster_words[lang]
  const { unit, roster_import_id, detail } = roster
  return (
    <RosterFrame {...staff_page} roster={roster} title={words.faulty_title(detail.faults ?? faults.length)}>
      <p>{words.faulty_lead}</p>
      <p class="actions">
        <a class="button" href={to.roster_marked({ unit, roster_import_id })}>
          {words.marked_file}
        </a>
        {new_cells > 0 && <a href={to.roster_cells({ unit, roster_import_id })}>{words.new_cells_n(new_cells)}</a>}
      </p>
      <ul class="people">
        {faults.map(({ row_number, column_number, code, said }) => (
          <li key={`${row_number} ${column_number} ${code}`}>
            <strong>
              {columnName(column_number)}
              {row_number}
            </strong>{' '}
            {faultSentence(lang, { code, said })}
          </li>
        ))}
      </ul>
      {(detail.faults ?? 0) > faults.length && <p class="hint">{words.shown_of(faults.length, detail.faults ?? 0)}</p>}
    </RosterFrame>
  )
}

/** What is wrong with the whole of it stands in the summary; the ways on are below. */
export function UnreadablePage({
  roster,
  field_errors,
  may_read,
  ...staff_page
}: StaffPageProps & { roster: Roster; field_errors: FieldError[]; may_read: boolean }) {
  const { lang, to } = staff_page.view
  const words = roster_words[lang]
  const { unit, roster_import_id } = roster
  return (
    <RosterFrame {...staff_page} roster={roster} title={words.unreadable_title} field_errors={field_errors.map(({ say }) => ({ say }))}>
      {may_read && (
        <p class="actions">
          <a class="button" href={to.roster_import({ unit, roster_import_id, part: 'cot' })}>
            {words.choose_columns_again}
          </a>
        </p>
      )}
    </RosterFrame>
  )
}

/** What somebody who has left goes on holding, and whose it is to end. */
export function PostsKept({ lang, kept }: { lang: Language; kept: PostsEnded['kept'] }) {
  const words = roster_words[lang]
  if (kept.length === 0) return null
  return (
    <section>
      <h2>{words.posts_kept_title(kept.length)}</h2>
      <ul class="people">
        {kept.slice(0, most_kept).map(({ person_id, full_name, title, unit_name }) => (
          <li key={`${person_id} ${title} ${unit_name}`}>
            <strong>{full_name}</strong>: {sayName(title, lang)}, {words.ended_by(sayName(unit_name, lang))}
          </li>
        ))}
      </ul>
      {kept.length > most_kept && <p class="hint">{words.shown_of(most_kept, kept.length)}</p>}
    </section>
  )
}

const most_kept = 200

type EndProps = StaffPageProps & {
  roster: Roster
  title: string
  lead?: string
  told?: string
  field_errors?: FieldError[]
  children?: ComponentChildren
}

/** A roster that has come to an end, or waits to be begun again. */
export function EndPage({ roster, title, lead, children, ...staff_page }: EndProps) {
  const words = roster_words[staff_page.view.lang]
  return (
    <RosterFrame {...staff_page} roster={roster} title={title}>
      {lead && <p>{lead}</p>}
      <p class="hint">
        {words.listed(sayDay(roster.listed_on, staff_page.view.lang))} · {sayInstant(roster.state_at, staff_page.view.lang)}
      </p>
      {children}
    </RosterFrame>
  )
}
