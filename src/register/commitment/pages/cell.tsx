import { randomUUID } from 'node:crypto'
import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, type Flash, Frame, Notice, type StaffPageProps, Table } from '../../../platform/staff/index.ts'
import { HiddenFields, type InCampaign, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { MoveForms } from '../../../platform/workflow/index.ts'
import type { CampaignHere } from '../../programme/index.ts'
import type { MoveName } from '../commitment.ts'
import type { Hidden } from '../reads/count-hidden.ts'
import type { Cell, CellRow } from '../reads/list-cell.ts'
import type { MissingPerson } from '../reads/list-missing.ts'
import type { CommitmentRead } from '../reads/read-commitment.ts'
import type { StepOfText } from '../steps/list-steps.ts'
import { CommitmentSteps } from '../steps/steps.tsx'
import { commitment_words } from '../words.ts'
import { CampaignSwitch } from './campaign-switch.tsx'
import { Text } from './text.tsx'
import { UndoRow } from './undoing.tsx'

export type CellProps = StaffPageProps & {
  at: InCampaign
  name: string
  campaign: CampaignHere
  campaigns: CampaignHere[]
  cell: Cell
  /** Those who are due here and not shown to the reader: counted, never passed over. */
  hidden: Hidden
  now: Date
  reader_id: number
  may_enter: boolean
  may_endorse: boolean
  may_remind: boolean
  /** The steps that who asks may undo. */
  undoable: ReadonlySet<number>
  told?: Flash
  field_errors?: FieldError[]
}

/** How it stands, the one thing to do, then who. */
export function CellPage({
  at,
  name,
  campaign,
  campaigns,
  cell,
  hidden,
  now,
  reader_id,
  may_enter,
  may_endorse,
  may_remind,
  undoable,
  told,
  field_errors,
  ...staff_page
}: CellProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = commitment_words[lang]
  const shown = cell.missing.length + cell.returned.length
  const still = shown + hidden.missing
  const all_due = shown + cell.waiting.length + cell.endorsed.length + cell.approved.length + hidden.due
  const others = cell.waiting.filter(({ person_id }) => person_id !== reader_id)
  return (
    <Frame
      {...staff_page}
      title={all_due === 0 ? words.nobody_due(campaign.year) : words.campaign_still(campaign.year, still)}
      crumb={name}
      here={t => t.cell(at)}
      {...{ told, field_errors }}
      has_workbook
    >
      <CampaignSwitch {...{ view, campaign, campaigns }} pageOf={of => to.cell({ unit: at.unit, ...of })} />
      <p class="hint">{words.until(sayDay(campaign.due_on, lang), sayInstant(now, lang))}</p>
      {campaign.theme && (
        <p class="hint">
          {words.theme}: <span lang="vi">{[campaign.theme, campaign.focus].filter(Boolean).join(' · ')}</span>
        </p>
      )}
      {hidden.due > 0 && <Notice look="wrong">{words.hidden(hidden.due, hidden.missing)}</Notice>}
      <Bar {...{ lang, cell }} />
      <div class="duo">
        <section>
          <h2>{words.waiting}</h2>
          {cell.waiting.length === 0 ? (
            <p>{words.nothing_waits}</p>
          ) : (
            <>
              {others.length > 0 && (
                <p class="actions">
                  {may_endorse && (
                    <a class="button" href={to.cell_reading(at)}>
                      {words.read_and_endorse(others.length)}
                    </a>
                  )}
                  <a href={to.cell_reading_all(at)}>{words.all_on_one}</a>
                </p>
              )}
              {others.length < cell.waiting.length && <p class="hint">{words.own_waits}</p>}
              <Waiting {...{ view, at, rows: cell.waiting, undoable }} />
            </>
          )}
        </section>
        <section>
          <h2>{words.missing}</h2>
          {shown === 0 && hidden.missing === 0 ? (
            <p>{words.nobody_missing}</p>
          ) : (
            <>
              {may_remind && (
                <p class="actions">
                  <a class={may_endorse && others.length > 0 ? 'button quiet' : 'button'} href={to.reminders(at)}>
                    {commitment_words[lang].remind}
                  </a>
                </p>
              )}
              <Missing {...{ view, unit: at.unit, may_enter, rows: [...cell.returned, ...cell.missing] }} />
            </>
          )}
        </section>
      </div>
      {cell.endorsed.length > 0 && <Endorsed {...{ view, at, rows: cell.endorsed, undoable }} />}
    </Frame>
  )
}

type ListProps = { view: ViewContext; at: InCampaign; rows: CellRow[]; undoable: ReadonlySet<number> }

/** What the cell stands behind already: the names, and for whoever may, the way back. */
function Endorsed({ view, at, rows, undoable }: ListProps) {
  const { lang } = view
  const is_one_cell = new Set(rows.map(row => row.unit_id)).size === 1
  return (
    <details class="no-print" open={rows.length <= few}>
      <summary>{commitment_words[lang].endorsed_wait(rows.length)}</summary>
      <ul class="people">
        {rows.map(row => (
          <li key={row.obligation_id}>
            <strong>{row.full_name}</strong>
            {!is_one_cell && <span class="hint"> · {sayName(row.unit_name, lang)}</span>}
            {undoable.has(row.commitment_step_id!) && <UndoRow {...{ view, at, row }} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

const few = 12

/** The same as the sentence below it, as lengths. */
function Bar({ lang, cell }: { lang: Language; cell: Cell }) {
  const words = commitment_words[lang]
  const parts = [
    [cell.approved.length, words.count_approved],
    [cell.endorsed.length, words.count_endorsed],
    [cell.waiting.length, words.count_waiting],
    [cell.missing.length + cell.returned.length, words.count_missing],
  ] as const
  const all = parts.reduce((sum, [n]) => sum + n, 0)
  const said = parts.map(([n, what]) => `${n} ${what}`).join(' · ')
  return (
    <>
      <svg class="stretch" viewBox="0 0 100 2" preserveAspectRatio="none" role="img" aria-label={said}>
        {all > 0 &&
          parts.map(([n, what], i) => (
            <rect
              key={what}
              class={`part-${i}`}
              x={(parts.slice(0, i).reduce((sum, [m]) => sum + m, 0) * 100) / all}
              width={(n * 100) / all}
              height="2"
            />
          ))}
      </svg>
      <p class="hint">
        {said}
        {cell.excepted.length > 0 && ` · ${cell.excepted.length} ${words.count_excepted}`}
      </p>
    </>
  )
}

/** On paper it is a list of names: what they promise is printed from the page on which all of it is read. */
function Waiting({ view, at, rows, undoable }: ListProps) {
  const { lang } = view
  const words = commitment_words[lang]
  return (
    <Table
      lang={view.lang}
      name="da-nop"
      class="listed"
      rows={rows}
      keyOf={({ obligation_id }) => obligation_id}
      columns={[
        {
          head: words.person,
          cell: row => (
            <>
              {row.full_name} {row.is_by_proxy && <span class="tag">{words.by_proxy}</span>}
              {undoable.has(row.commitment_step_id!) && <UndoRow {...{ view, at, row }} />}
            </>
          ),
        },
        { head: words.deeds, class: 'no-print', cell: ({ deeds }) => deeds && <span lang="vi">{deeds}</span> },
        { head: words.handed_in, class: 'nowrap', cell: ({ happened_on }) => happened_on && sayDay(happened_on, lang) },
      ]}
    />
  )
}

type MissingProps = { view: ViewContext; unit: string; may_enter: boolean; rows: MissingPerson[] }

export function Missing({ view: { lang, to }, unit, may_enter, rows }: MissingProps) {
  const words = commitment_words[lang]
  const is_one_cell = new Set(rows.map(row => row.unit_id)).size === 1
  return (
    <ul class="people listed">
      {rows.map(({ obligation_id, full_name, unit_name, state }) => (
        <li key={obligation_id}>
          <strong>{full_name}</strong>
          <br />
          <span class="hint">
            {!is_one_cell && `${sayName(unit_name, lang)} · `}
            {state ? words.states[state] : words.not_yet}
          </span>
          {may_enter && (
            <p class="links">
              <a href={to.cell_proxy({ unit, obligation_id })} aria-label={`${words.enter_for}: ${full_name}`}>
                {words.enter_for}
              </a>
              <a href={to.cell_sheet({ unit, obligation_id })} aria-label={`${words.sheet}: ${full_name}`}>
                {words.sheet}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

type ReadingProps = StaffPageProps & {
  at: InCampaign
  name: string
  row: CellRow
  text: CommitmentRead
  steps: readonly StepOfText[]
  place: number
  of: number
  next: number | undefined
  moves: readonly MoveName[]
  told?: Flash
  field_errors?: FieldError[]
  comment?: string
}

/** One text in view, and for whoever may, one press to endorse it and see the next. */
export function ReadingPage({
  at,
  name,
  row,
  text,
  steps,
  place,
  of,
  next,
  moves,
  told,
  field_errors = [],
  comment,
  ...staff_page
}: ReadingProps) {
  const { lang, to } = staff_page.view
  const words = commitment_words[lang]
  const id = String(row.commitment_id)
  const forms = {
    endorse: {
      action: to.cell_endorse(at),
      fields: { commitment_id: id, next: String(next ?? 0) },
      label: next === undefined ? words.endorse_last : words.endorse_next,
    },
    return: {
      action: to.cell_return(at),
      fields: { commitment_id: id },
      label: words.give_back,
      comment: { title: words.return_title, label: words.comment, value: comment },
    },
  }
  return (
    <Frame
      {...staff_page}
      title={row.full_name}
      crumb={`${name} · ${words.view(place, of)}`}
      here={t => t.cell_reading(at)}
      {...{ told, field_errors }}
    >
      <Text {...{ lang, text }} limitation={text.limitation} />
      <MoveForms {...{ lang, moves, forms, field_errors }}>
        {next !== undefined && <a href={to.cell_reading({ ...at, after: row.obligation_id })}>{words.skip}</a>}
        <a href={to.cell(at)}>{words.back_to_cell}</a>
      </MoveForms>
      <CommitmentSteps {...{ lang, steps }} />
    </Frame>
  )
}

type NotWaitingProps = StaffPageProps & { at: InCampaign; name: string; field_errors: FieldError[]; unsent?: string }

/** The one that was judged no longer waits: what was written about it is kept in view, to be taken along. */
export function NotWaitingPage({ at, name, field_errors, unsent, ...staff_page }: NotWaitingProps) {
  const { lang, to } = staff_page.view
  const words = commitment_words[lang]
  return (
    <Frame {...staff_page} title={words.not_waiting} crumb={name} here={t => t.cell_reading(at)} field_errors={field_errors}>
      {unsent && (
        <>
          <h2>{words.unsent_comment}</h2>
          <blockquote class="unsent">{unsent}</blockquote>
        </>
      )}
      <div class="actions">
        <a class="button" href={to.cell_reading(at)}>
          {words.read_what_waits}
        </a>
        <a href={to.cell(at)}>{words.back_to_cell}</a>
      </div>
    </Frame>
  )
}

type AllProps = StaffPageProps & {
  at: InCampaign
  name: string
  shown: { row: CellRow; text: CommitmentRead }[]
  may_endorse: boolean
  field_errors?: FieldError[]
  /** Those that were marked when the form was refused. */
  marked?: number[]
}

/** Every text in view, for whoever may endorse each with its mark; none is marked beforehand. */
export function ReadAllPage({ at, name, shown, may_endorse, field_errors, marked = [], ...staff_page }: AllProps) {
  const { lang, to } = staff_page.view
  const words = commitment_words[lang]
  return (
    <Frame
      {...staff_page}
      title={may_endorse ? words.read_and_endorse(shown.length) : words.read_n(shown.length)}
      crumb={name}
      here={t => t.cell_reading_all(at)}
      field_errors={field_errors}
    >
      <form method="post" action={to.cell_endorse(at)}>
        <HiddenFields fields={[['key', randomUUID()]]} />
        {shown.map(({ row, text }) => (
          <section key={row.commitment_id} class="one">
            <h2>{row.full_name}</h2>
            <Text {...{ lang, text }} limitation={text.limitation} />
            {may_endorse && (
              <label class="mark">
                <input
                  type="checkbox"
                  name="commitment_id"
                  value={String(row.commitment_id)}
                  checked={marked.includes(row.commitment_id!)}
                />{' '}
                {words.choose(row.full_name)}
              </label>
            )}
          </section>
        ))}
        <div class="actions">
          {may_endorse && <button type="submit">{words.endorse_chosen}</button>}
          <a href={to.cell(at)}>{words.back_to_cell}</a>
        </div>
      </form>
    </Frame>
  )
}
