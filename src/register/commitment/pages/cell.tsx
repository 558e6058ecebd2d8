import { randomUUID } from 'node:crypto'
import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type Complaint, type Flash, Notice } from '../../../platform/staff/index.ts'
import { HiddenFields, type InCampaign, type Language, type Reading } from '../../../platform/web/index.ts'
import type { CampaignHere } from '../../programme/index.ts'
import type { Hidden } from '../reads/count-hidden.ts'
import type { Cell, CellRow } from '../reads/list-cell.ts'
import type { MissingPerson } from '../reads/list-missing.ts'
import type { CommitmentRead } from '../reads/read-commitment.ts'
import type { StepOfText } from '../steps/list-steps.ts'
import { CommitmentSteps } from '../steps/steps.tsx'
import { commitment_words } from '../words.ts'
import { CampaignSwitch } from './campaign-switch.tsx'
import { Area, type Desk, Frame } from './frame.tsx'
import { Text } from './text.tsx'
import { UndoRow } from './undoing.tsx'

export type CellProps = Desk & {
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
  complaints?: Complaint[]
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
  complaints,
  ...desk
}: CellProps) {
  const { reading } = desk
  const { lang, to } = reading
  const words = commitment_words[lang]
  const shown = cell.missing.length + cell.returned.length
  const still = shown + hidden.missing
  const others = cell.waiting.filter(({ person_id }) => person_id !== reader_id)
  return (
    <Frame
      {...desk}
      title={words.campaign_still(campaign.year, still)}
      crumb={name}
      here={t => t.cell(at)}
      {...{ told, complaints }}
      has_workbook
    >
      <CampaignSwitch {...{ reading, campaign, campaigns }} pageOf={of => to.cell({ unit: at.unit, ...of })} />
      <p class="hint">{words.until(sayDay(campaign.due_on, lang), sayInstant(now, lang))}</p>
      {campaign.theme && (
        <p class="hint">
          {words.theme}: <span lang="vi">{[campaign.theme, campaign.focus].filter(Boolean).join(' · ')}</span>
        </p>
      )}
      {hidden.due > 0 && <Notice>{words.hidden(hidden.due, hidden.missing)}</Notice>}
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
              <Waiting {...{ reading, at, rows: cell.waiting, undoable }} />
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
              <Missing {...{ reading, unit: at.unit, may_enter, rows: [...cell.returned, ...cell.missing] }} />
            </>
          )}
        </section>
      </div>
      {cell.endorsed.length > 0 && <Endorsed {...{ reading, at, rows: cell.endorsed, undoable }} />}
    </Frame>
  )
}

type ListProps = { reading: Reading; at: InCampaign; rows: CellRow[]; undoable: ReadonlySet<number> }

/** What the cell stands behind already: the names, and for whoever may, the way back. */
function Endorsed({ reading, at, rows, undoable }: ListProps) {
  const { lang } = reading
  const is_one_cell = new Set(rows.map(row => row.unit_id)).size === 1
  return (
    <details class="no-print" open={rows.length <= few}>
      <summary>{commitment_words[lang].endorsed_wait(rows.length)}</summary>
      <ul class="people">
        {rows.map(row => (
          <li key={row.obligation_id}>
            <strong>{row.full_name}</strong>
            {!is_one_cell && <span class="hint"> · {sayName(row.unit_name, lang)}</span>}
            {undoable.has(row.commitment_step_id!) && <UndoRow {...{ reading, at, row }} />}
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
function Waiting({ reading, at, rows, undoable }: ListProps) {
  const { lang } = reading
  const words = commitment_words[lang]
  return (
    <table class="listed">
      <thead>
        <tr>
          <th>{words.person}</th>
          <th class="no-print">{words.deeds}</th>
          <th>{words.handed_in}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.obligation_id}>
            <th scope="row">
              {row.full_name} {row.is_by_proxy && <span class="tag">{words.by_proxy}</span>}
              {undoable.has(row.commitment_step_id!) && <UndoRow {...{ reading, at, row }} />}
            </th>
            <td class="no-print" lang="vi">
              {row.deeds}
            </td>
            <td class="nowrap">{row.happened_on && sayDay(row.happened_on, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type MissingProps = { reading: Reading; unit: string; may_enter: boolean; rows: MissingPerson[] }

export function Missing({ reading: { lang, to }, unit, may_enter, rows }: MissingProps) {
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

type ReadingProps = Desk & {
  at: InCampaign
  name: string
  row: CellRow
  text: CommitmentRead
  steps: readonly StepOfText[]
  place: number
  of: number
  next: number | undefined
  may_endorse: boolean
  told?: Flash
  complaints?: Complaint[]
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
  may_endorse,
  told,
  complaints = [],
  comment,
  ...desk
}: ReadingProps) {
  const { lang, to } = desk.reading
  const words = commitment_words[lang]
  const id = String(row.commitment_id)
  const after = next === undefined ? undefined : String(next)
  return (
    <Frame
      {...desk}
      title={row.full_name}
      crumb={`${name} · ${words.reading(place, of)}`}
      here={t => t.cell_reading(at)}
      {...{ told, complaints }}
    >
      <Text {...{ lang, text }} limitation={text.limitation} />
      <div class="actions">
        {may_endorse && (
          <form method="post" action={to.cell_endorse(at)}>
            <HiddenFields
              fields={[
                ['commitment_id', id],
                ['key', randomUUID()],
                ['next', after ?? '0'],
              ]}
            />
            <button type="submit">{next === undefined ? words.endorse_last : words.endorse_next}</button>
          </form>
        )}
        {next !== undefined && <a href={to.cell_reading({ ...at, after: row.obligation_id })}>{words.skip}</a>}
        <a href={to.cell(at)}>{words.back_to_cell}</a>
      </div>
      {may_endorse && (
        <details open={complaints.length > 0}>
          <summary>{words.return_title}</summary>
          <form method="post" action={to.cell_return(at)}>
            <HiddenFields
              fields={[
                ['commitment_id', id],
                ['key', randomUUID()],
              ]}
            />
            <Area {...{ lang, complaints }} name="comment" label={words.comment} value={comment} />
            <button type="submit" class="quiet">
              {words.give_back}
            </button>
          </form>
        </details>
      )}
      <CommitmentSteps {...{ lang, steps }} />
    </Frame>
  )
}

type NotWaitingProps = Desk & { at: InCampaign; name: string; complaints: Complaint[]; unsent?: string }

/** The one that was judged no longer waits: what was written about it is kept in view, to be taken along. */
export function NotWaitingPage({ at, name, complaints, unsent, ...desk }: NotWaitingProps) {
  const { lang, to } = desk.reading
  const words = commitment_words[lang]
  return (
    <Frame {...desk} title={words.not_waiting} crumb={name} here={t => t.cell_reading(at)} complaints={complaints}>
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

type AllProps = Desk & {
  at: InCampaign
  name: string
  shown: { row: CellRow; text: CommitmentRead }[]
  may_endorse: boolean
  complaints?: Complaint[]
  /** Those that were marked when the form was refused. */
  marked?: number[]
}

/** Every text in view, for whoever may endorse each with its mark; none is marked beforehand. */
export function ReadAllPage({ at, name, shown, may_endorse, complaints, marked = [], ...desk }: AllProps) {
  const { lang, to } = desk.reading
  const words = commitment_words[lang]
  return (
    <Frame
      {...desk}
      title={may_endorse ? words.read_and_endorse(shown.length) : words.read_n(shown.length)}
      crumb={name}
      here={t => t.cell_reading_all(at)}
      complaints={complaints}
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
