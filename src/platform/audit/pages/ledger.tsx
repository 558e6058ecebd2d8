import { addDays, inTime, sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { type ActRow, type Head, lineOfHead, type SentOutside } from '../../ledger/index.ts'
import { QrCode } from '../../sign-in/index.ts'
import { DayField, Frame, Select, type StaffPageProps, Table } from '../../staff/index.ts'
import { HiddenFields, inDigits, type Language, type ViewContext } from '../../web/index.ts'
import { act_names, agent_names, ledger_page_words, object_names } from '../ledger-words.ts'

export type LedgerProps = StaffPageProps & {
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
  /** When heads last left this machine. */
  sent: SentOutside
  now: Date
}

/** What was done on a day, and the head that holds it fast. */
export function LedgerPage(props: LedgerProps) {
  const { name, day, act, counts, acts, after, head, unsigned, sent, now, asked: _, today: __, most: ___, ...staff_page } = props
  const { lang } = staff_page.view
  const words = ledger_page_words[lang]
  const total = counts.reduce((sum, { n }) => sum + n, 0)
  return (
    <Frame
      {...staff_page}
      title={words.acts_n(inDigits(lang, total), sayDay(day, lang))}
      crumb={name}
      here={t => t.ledger({ day, act, after })}
      has_workbook={acts.length > 0}
    >
      <p class="hint">
        {words.as_of} {sayInstant(now, lang)}
      </p>
      <p>{words.lead}</p>
      <Choose {...props} />
      {acts.length === 0 ? <p>{words.nothing}</p> : <Acts {...{ view: staff_page.view, acts }} />}
      <Pages {...props} />
      <HeadSection {...{ view: staff_page.view, head, unsigned, sent }} />
    </Frame>
  )
}

function Choose({ view: { lang, to }, day, asked, today, act, counts }: LedgerProps) {
  const words = ledger_page_words[lang]
  const is_none = asked !== '' && asked !== day
  const options = counts.map(({ act, n }) => ({ value: act, label: `${lookUp(act_names[lang], act) ?? act} (${inDigits(lang, n)})` }))
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
      <div class="actions">
        <button type="submit" class="quiet">
          {words.show}
        </button>
        <a href={to.ledger({ day: addDays(day, -1) })}>{words.day_before}</a>
        {day < today && <a href={to.ledger({ day: addDays(day, 1) })}>{words.day_after}</a>}
      </div>
    </form>
  )
}

function Acts({ view: { lang }, acts }: { view: ViewContext; acts: ActRow[] }) {
  const words = ledger_page_words[lang]
  return (
    <div class="scroll">
      <Table
        lang={lang}
        rows={acts}
        keyOf={({ entry_id }) => entry_id}
        at_first={acts.length}
        columns={[
          { head: words.when, cell: ({ recorded }) => inTime(recorded) },
          { head: words.act, is_row_head: true, cell: ({ act }) => lookUp(act_names[lang], act) ?? act },
          {
            head: words.who,
            cell: ({ actor_id, agent, on_behalf_of }) => (
              <>
                {agent === null ? words.person_n(actor_id!) : (lookUp(agent_names[lang], agent) ?? agent)}
                {on_behalf_of !== null && ` (${words.on_behalf_of} ${words.person_n(on_behalf_of)})`}
              </>
            ),
          },
          { head: words.object, cell: ({ object, object_id }) => `${lookUp(object_names[lang], object) ?? object} ${object_id}` },
          { head: words.place, class: 'n', cell: ({ position }) => (position === null ? words.waits : inDigits(lang, position + 1)) },
        ]}
      />
    </div>
  )
}

function Pages({ view: { lang, to }, day, act, counts, after, most }: LedgerProps) {
  const words = ledger_page_words[lang]
  const total = counts.filter(one => act === '' || one.act === act).reduce((sum, { n }) => sum + n, 0)
  if (total <= most) return null
  const at = (start: number) => to.ledger({ day, act, after: start })
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
