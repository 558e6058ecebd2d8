import { addDays, dayOf, inTime, sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Outcome } from '../../../basis/shared/outcome.ts'
import { type ActRow, type Head, lineOfHead, type SentOutside } from '../../ledger/index.ts'
import { QrCode } from '../../sign-in/index.ts'
import { DayField, Field, Frame, Notice, Select, type StaffPageProps, Table } from '../../staff/index.ts'
import { HiddenFields, inDigits, type Language, type ViewContext } from '../../web/index.ts'
import { act_names, agent_names, ledger_page_words, object_names } from '../ledger-words.ts'
import { foldActs } from './fold-acts.ts'

/** Whose acts are sought; on what kind of object, and on which. */
export type Seek = { person_id: number | null; object: string; object_id: string }

export function isSought({ person_id, object }: Seek): boolean {
  return person_id !== null || object !== ''
}

export type LedgerProps = StaffPageProps &
  Seek & {
    name: string
    /** The day that is shown; and what was typed, which may be none. */
    day: string
    asked: string
    today: string
    act: string
    counts: { act: string; n: number }[]
    acts: ActRow[]
    after: number
    most: number
    head: Head | null
    unsigned: number
    /** Who the person sought is, where somebody has just asked for that. */
    named: Outcome<string, 'not-yours'> | undefined
    /** When heads last left this machine. */
    sent: SentOutside
    now: Date
  }

/** What was done on a day, or by somebody or on something in its year; and the head that holds it fast. */
export function LedgerPage(props: LedgerProps) {
  const { name, day, act, counts, acts, after, head, unsigned, sent, now, asked: _, today: __, most: ___, ...rest } = props
  const { person_id, object, object_id, named: ____, ...staff_page } = rest
  const { lang } = staff_page.view
  const words = ledger_page_words[lang]
  return (
    <Frame
      {...staff_page}
      title={sayActs(lang, sumOf(counts), props)}
      crumb={name}
      here={t => t.ledger({ day, act, person_id: person_id === null ? undefined : String(person_id), object, object_id, after })}
      has_workbook={acts.length > 0}
    >
      <p class="hint">
        {words.as_of} {sayInstant(now, lang)}
      </p>
      <p>{words.lead}</p>
      <Choose {...props} />
      {person_id !== null && <WhoItIs {...props} person_id={person_id} />}
      {acts.length === 0 ? <p>{words.nothing}</p> : <Acts {...{ view: staff_page.view, acts, has_days: isSought(props) }} />}
      <Pages {...props} />
      <HeadSection {...{ view: staff_page.view, head, unsigned, sent }} />
    </Frame>
  )
}

/** How many acts of a day; or of somebody, or on something, in its year. */
export function sayActs(lang: Language, count: number, { day, person_id, object, object_id }: Seek & { day: string }): string {
  const words = ledger_page_words[lang]
  const n = inDigits(lang, count)
  const until = [day.slice(0, 4), sayDay(day, lang)] as const
  const on = object && `${lookUp(object_names[lang], object)} ${object_id}`.trim()
  if (person_id !== null) return words.acts_sought(n, [words.person_n(person_id), on].filter(Boolean).join(', '), ...until)
  return on ? words.acts_with(n, on, ...until) : words.acts_n(n, sayDay(day, lang))
}

function sumOf(counts: LedgerProps['counts']): number {
  return counts.reduce((sum, { n }) => sum + n, 0)
}

function Choose(props: LedgerProps) {
  const { view, day, asked, today, act, counts } = props
  const { lang, to } = view
  const words = ledger_page_words[lang]
  const is_none = asked !== '' && asked !== day
  const options = counts.map(({ act, n }) => ({ value: act, label: `${actIn(lang, act)} (${inDigits(lang, n)})` }))
  return (
    <form method="get" action={to.ledger()} class="find">
      <HiddenFields fields={to.carried} />
      <DayField
        lang={lang}
        name="ngay"
        label={words.day}
        hint={words.day_hint}
        typed={{ ngay: is_none ? asked : day }}
        field_errors={is_none ? [{ field: 'ngay', say: words.no_such_day }] : []}
      />
      <Select lang={lang} name="viec" label={words.act} value={act} empty={words.all_acts} options={options} />
      <SeekFields {...props} />
      <div class="actions">
        <button type="submit" class="quiet">
          {words.show}
        </button>
        {isSought(props) && <a href={to.ledger({ day })}>{words.all_of_day}</a>}
        <a href={to.ledger({ day: addDays(day, -1) })}>{words.day_before}</a>
        {day < today && <a href={to.ledger({ day: addDays(day, 1) })}>{words.day_after}</a>}
      </div>
    </form>
  )
}

function SeekFields(props: LedgerProps) {
  const { person_id, object, object_id } = props
  const { lang } = props.view
  const words = ledger_page_words[lang]
  const options = Object.entries(object_names[lang])
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, lang))
  return (
    <details open={isSought(props)}>
      <summary>{words.seek}</summary>
      <p class="hint">{words.seek_hint}</p>
      <Field
        {...{ lang }}
        name="nguoi"
        label={words.person}
        value={person_id === null ? '' : String(person_id)}
        inputMode="numeric"
        size={8}
      />
      <Select lang={lang} name="loai" label={words.object_kind} value={object} empty={words.any_object} options={options} />
      <Field {...{ lang }} name="so" label={words.object_number} value={object_id} size={12} />
    </details>
  )
}

/** A number is no name: who it is, is shown to whoever may know it, and that is written down. */
function WhoItIs({ view: { lang, to }, person_id, day, named }: LedgerProps & { person_id: number }) {
  const words = ledger_page_words[lang]
  if (named?.ok === false) return <Notice look="wrong">{words.no_name}</Notice>
  if (named) return <Notice>{words.is_named(person_id, named.value)}</Notice>
  return (
    <form method="post" action={to.ledger_name()} class="actions">
      <HiddenFields
        fields={[
          ['nguoi', String(person_id)],
          ['ngay', day],
        ]}
      />
      <button type="submit" class="quiet">
        {words.show_name(person_id)}
      </button>
      <span class="hint">{words.show_name_hint}</span>
    </form>
  )
}

function actIn(lang: Language, act: string): string {
  return lookUp(act_names[lang], act) ?? act
}

type ActsProps = { view: ViewContext; acts: readonly ActRow[]; has_days: boolean }

/** A line a run; its acts one by one on demand. */
function Acts({ view, acts, has_days }: ActsProps) {
  const { lang } = view
  const words = ledger_page_words[lang]
  const at = ({ recorded }: ActRow) => (has_days ? `${sayDay(dayOf(new Date(recorded)), lang)} ${inTime(recorded)}` : inTime(recorded))
  const place = ({ position }: ActRow) => (position === null ? words.waits : inDigits(lang, position + 1))
  return (
    <div class="scroll">
      <Table
        lang={lang}
        rows={foldActs(acts)}
        keyOf={([first]) => first!.entry_id}
        at_first={acts.length}
        columns={[
          { head: words.when, cell: run => fromTo(at(run.at(-1)!), at(run[0]!)) },
          {
            head: words.act,
            is_row_head: true,
            cell: run => `${actIn(lang, run[0]!.act)}${run.length > 1 ? ` · ${words.times(inDigits(lang, run.length))}` : ''}`,
          },
          { head: words.who, cell: ([first]) => <Who {...{ view }} act={first!} /> },
          {
            head: words.object,
            cell: run =>
              run.length === 1 ? (
                <On {...{ view }} act={run[0]!} />
              ) : (
                <details>
                  <summary>{words.each}</summary>
                  <ul>
                    {run.map(act => (
                      <li key={act.entry_id}>
                        {at(act)} <On {...{ view, act }} /> · {place(act)}
                      </li>
                    ))}
                  </ul>
                </details>
              ),
          },
          { head: words.place, class: 'n', cell: run => fromTo(place(run.at(-1)!), place(run[0]!)) },
        ]}
      />
    </div>
  )
}

function fromTo(first: string, last: string): string {
  return first === last ? first : `${first} – ${last}`
}

/** Who did it; a person by number, which leads to all that they did. */
function Who({ view: { lang, to }, act: { actor_id, agent, on_behalf_of } }: { view: ViewContext; act: ActRow }) {
  const words = ledger_page_words[lang]
  const person = (person_id: number) => <a href={to.ledger({ person_id: String(person_id) })}>{words.person_n(person_id)}</a>
  return (
    <>
      {agent === null ? person(actor_id!) : (lookUp(agent_names[lang], agent) ?? agent)}
      {on_behalf_of !== null && (
        <>
          {' '}
          ({words.on_behalf_of} {person(on_behalf_of)})
        </>
      )}
    </>
  )
}

/** What it was done to, which leads to all that was done to it. */
function On({ view: { lang, to }, act: { object, object_id } }: { view: ViewContext; act: ActRow }) {
  const name = lookUp(object_names[lang], object)
  return name ? <a href={to.ledger({ object, object_id })}>{`${name} ${object_id}`}</a> : <>{`${object} ${object_id}`}</>
}

function Pages({ view: { lang, to }, day, act, person_id, object, object_id, counts, after, most }: LedgerProps) {
  const words = ledger_page_words[lang]
  const total = sumOf(counts.filter(one => act === '' || one.act === act))
  if (total <= most) return null
  const at = (start: number) =>
    to.ledger({ day, act, person_id: person_id === null ? undefined : String(person_id), object, object_id, after: start })
  return (
    <nav class="pages" aria-label={words.pages}>
      {after > 0 && (
        <a rel="prev" href={at(Math.max(0, after - most))}>
          {words.later}
        </a>
      )}
      <span>{words.page(Math.floor(after / most) + 1, Math.ceil(total / most))}</span>
      {after + most < total && (
        <a rel="next" href={at(after + most)}>
          {words.earlier}
        </a>
      )}
    </nav>
  )
}

type HeadProps = { view: ViewContext; head: Head | null; unsigned: number; sent: SentOutside }

/** What a copy that lies elsewhere is held against; on paper it is such a copy itself. */
function HeadSection({ view: { lang, to }, head, unsigned, sent }: HeadProps) {
  const words = ledger_page_words[lang]
  return (
    <section>
      <h2>{words.head}</h2>
      <p>{head ? words.head_lead : words.no_head}</p>
      {head && <SentTo {...{ lang, sent }} />}
      {head && <QrCode text={lineOfHead(signedOf(head))} label={words.square} />}
      {head && (
        <dl class="facts">
          <dt>{words.signed_at}</dt>
          <dd>{sayInstant(head.signed_at, lang)}</dd>
          <dt>{words.size}</dt>
          <dd>{inDigits(lang, head.size)}</dd>
          <dt>{words.unsigned}</dt>
          <dd>{inDigits(lang, unsigned)}</dd>
          <dt>{words.root}</dt>
          <dd>
            <code class="digest">{head.root}</code>
          </dd>
          <dt>{words.key}</dt>
          <dd>
            <code class="digest">{head.key_id}</code>
          </dd>
          <dt>{words.signature}</dt>
          <dd>
            <code class="digest">{head.signature}</code>
          </dd>
        </dl>
      )}
      <p>
        {words.verify} <code>neu-guong ledger verify</code>
      </p>
      {head && (
        <p class="no-print">
          {words.print} <a href={to.ledger_heads()}>{words.feed}</a>
        </p>
      )}
    </section>
  )
}

/** A witness that nobody outside has seen is none: whoever has this machine has it, too. */
function SentTo({ lang, sent: { mail, feed } }: { lang: Language; sent: SentOutside }) {
  const words = ledger_page_words[lang]
  if (mail === null && feed === null) {
    return (
      <div class="summary" role="note">
        <p>
          <strong>{words.no_outside}</strong> {words.no_outside_hint}
        </p>
      </div>
    )
  }
  return (
    <p>
      {words.outside}{' '}
      {[mail && words.by_mail(sayInstant(mail, lang)), feed && words.by_feed(sayInstant(feed, lang))].filter(Boolean).join('; ')}.
    </p>
  )
}

/** A head as it is signed, whatever else its row carries. */
function signedOf({ size, root, signed_at, previous, key_id, signature }: Head): Head {
  return { size, root, signed_at, previous, key_id, signature }
}
