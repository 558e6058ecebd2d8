import { randomUUID } from 'node:crypto'
import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, Frame, type StaffPageProps, Table } from '../../../platform/staff/index.ts'
import { HiddenFields, type InCampaign, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { CampaignSwitch, commitment_words } from '../../commitment/index.ts'
import type { CampaignHere } from '../../programme/index.ts'
import { fillText, type LetterText } from '../letter/letters.ts'
import type { MyReminder, RemindedRow, WaveRow } from '../list-reminders.ts'
import { dueForReminder, type MissingRow } from '../list-to-remind.ts'
import { remind_words, senderIn } from '../remind-words.ts'

type Place = { at: InCampaign; name: string }
type RemindersProps = StaffPageProps &
  Place & {
    campaign: CampaignHere
    campaigns: CampaignHere[]
    missing: MissingRow[]
    waves: WaveRow[]
    today: string
    now: Date
    can_mail: boolean
    told?: string
    field_errors?: FieldError[]
  }

/** How many are missing, what a press will do, and what was done before. */
export function RemindersPage({
  at,
  name,
  campaign,
  campaigns,
  missing,
  waves,
  today,
  now,
  can_mail,
  told,
  field_errors,
  ...staff_page
}: RemindersProps) {
  const { lang } = staff_page.view
  const words = remind_words[lang]
  return (
    <Frame
      {...staff_page}
      title={words.title(missing.length)}
      crumb={name}
      here={t => t.reminders(at)}
      {...{ told, field_errors }}
      has_workbook={waves.length > 0}
    >
      <CampaignSwitch
        {...{ view: staff_page.view, campaign, campaigns }}
        pageOf={of => staff_page.view.to.reminders({ unit: at.unit, ...of })}
      />
      <p class="hint">{commitment_words[lang].until(sayDay(campaign.due_on, lang), sayInstant(now, lang))}</p>
      {missing.length > 0 && <Press {...{ view: staff_page.view, at, campaign, missing, today, can_mail }} />}
      <h2>{words.waves}</h2>
      {waves.length === 0 ? <p>{words.no_waves}</p> : <Waves {...{ view: staff_page.view, unit: at.unit, waves }} />}
    </Frame>
  )
}

type PressProps = Pick<RemindersProps, 'campaign' | 'missing' | 'today' | 'can_mail' | 'at'> & { view: ViewContext }

/** What will go out and how, before the one button; or why nothing can. */
function Press({ view: { lang, to }, at, campaign, missing, today, can_mail }: PressProps) {
  const words = remind_words[lang]
  if (today < campaign.opens_on) return <p>{words.not_open(sayDay(campaign.opens_on, lang))}</p>
  if (today > campaign.closes_on) return <p>{words.closed(sayDay(campaign.closes_on, lang))}</p>
  const due = dueForReminder(missing, today)
  const by_mail = can_mail ? due.filter(row => row.has_address).length : 0
  const again_on = missing.flatMap(row => (due.includes(row) ? [] : [row.again_on!])).sort()[0]
  if (due.length === 0) return <p>{words.all_lately(sayDay(again_on!, lang))}</p>
  return (
    <>
      <p>{words.how}:</p>
      <ul class="plain-list">
        <li>{words.in_app(due.length)}</li>
        {by_mail > 0 && <li>{words.by_mail(by_mail)}</li>}
        {by_mail < due.length && <li>{words.on_paper(due.length - by_mail)}</li>}
      </ul>
      <p class="hint">{can_mail ? words.letter_lead : words.no_mail}</p>
      {again_on && <p class="hint">{words.lately(missing.length - due.length, sayDay(again_on, lang))}</p>}
      <form method="post" action={to.reminders(at)} class="actions">
        <HiddenFields fields={[['key', randomUUID()]]} />
        <button type="submit">{words.remind_n(due.length)}</button>
      </form>
    </>
  )
}

function Waves({ view: { lang, to }, unit, waves }: { view: ViewContext; unit: string; waves: WaveRow[] }) {
  const words = remind_words[lang]
  return (
    <Table
      lang={lang}
      rows={waves}
      keyOf={wave => wave.reminder_wave_id}
      columns={[
        {
          head: words.when,
          class: 'nowrap',
          cell: ({ reminder_wave_id, sent_at }) => <a href={to.reminder_wave({ unit, reminder_wave_id })}>{sayInstant(sent_at, lang)}</a>,
        },
        { head: words.by_whom, cell: wave => senderIn(lang, wave) },
        { head: words.people, class: 'n', cell: wave => wave.reminded },
        { head: words.seen, class: 'n', cell: wave => wave.read },
        { head: words.mail, class: 'n', cell: wave => wave.sent },
        { head: words.waiting, class: 'n', cell: wave => wave.waiting },
        { head: words.trouble, class: 'n', cell: wave => wave.failed },
        { head: words.sheet, class: 'n', cell: wave => wave.without_mail },
      ]}
    />
  )
}

type WaveProps = StaffPageProps &
  Place & {
    wave: WaveRow
    reminded: RemindedRow[] | null
    /** Letters that were surely not handed over, and whether they can be sent again today. */
    lost: number
    can_send: boolean
    told?: string
    field_errors?: FieldError[]
  }

/** One wave by name, where it is small enough to be read by name. */
export function WavePage({ at, name, wave, reminded, lost, can_send, told, field_errors, ...staff_page }: WaveProps) {
  const { lang, to } = staff_page.view
  const words = remind_words[lang]
  const { reminder_wave_id, sent_at } = wave
  const on_paper = reminded?.filter(needsPaper).length ?? 0
  return (
    <Frame
      {...staff_page}
      title={words.wave(sayInstant(sent_at, lang))}
      crumb={name}
      here={t => t.reminder_wave({ unit: at.unit, reminder_wave_id })}
      {...{ told, field_errors }}
      has_workbook={reminded !== null}
    >
      <p class="hint">{senderIn(lang, wave)}</p>
      <p class="actions">
        {on_paper > 0 && (
          <a class="button" href={to.reminder_sheets({ unit: at.unit, reminder_wave_id })}>
            {words.print_n(on_paper)}
          </a>
        )}
        <a href={to.reminders(at)}>{words.back}</a>
      </p>
      {can_send && <SendAgain {...{ view: staff_page.view, at, reminder_wave_id, lost }} />}
      {reminded && on_paper === 0 && <p class="hint">{words.nobody_on_paper}</p>}
      {reminded ? <Reminded {...{ view: staff_page.view, reminded }} /> : <p>{words.too_many(wave.reminded)}</p>}
    </Frame>
  )
}

type LostLetters = { view: ViewContext; at: InCampaign; reminder_wave_id: number; lost: number }

/** Letters that did not go out, and surely not: one press sends them again. */
function SendAgain({ view: { lang, to }, at, reminder_wave_id, lost }: LostLetters) {
  const words = remind_words[lang]
  return (
    <form method="post" action={to.reminder_letters_again({ unit: at.unit, reminder_wave_id })}>
      <HiddenFields fields={[['key', randomUUID()]]} />
      <p class="hint">{words.again_lead}</p>
      <p class="actions">
        <button type="submit" class="quiet">
          {words.again_n(lost)}
        </button>
      </p>
    </form>
  )
}

/** Whom mail does not reach. */
export function needsPaper({ mail, read_at }: RemindedRow): boolean {
  return read_at === null && (mail === null || mail === 'failed' || mail === 'unsure')
}

function Reminded({ view: { lang }, reminded }: { view: ViewContext; reminded: RemindedRow[] }) {
  const words = remind_words[lang]
  return (
    <Table
      lang={lang}
      rows={reminded}
      keyOf={row => row.reminder_id}
      columns={[
        { head: words.person, cell: row => row.full_name },
        { head: words.cell, cell: row => sayName(row.unit_name, lang) },
        { head: words.seen, cell: row => (row.read_at ? sayInstant(row.read_at, lang) : words.not_seen) },
        {
          head: words.letter,
          cell: row => (
            <>
              {words.mails[row.mail ?? 'none']}
              {row.reason && row.mail !== 'dropped' && <span class="hint"> ({row.reason})</span>}
            </>
          ),
        },
      ]}
    />
  )
}

/** Sheets of A4, one a cell, for those whom mail does not reach. */
export function SheetsPage({
  at,
  name,
  wave,
  cells,
  sheet_text,
  ...staff_page
}: StaffPageProps & Place & { wave: WaveRow; cells: [string, RemindedRow[]][]; sheet_text: LetterText }) {
  const { lang, to } = staff_page.view
  const words = remind_words[lang]
  const { reminder_wave_id } = wave
  return (
    <Frame {...staff_page} title={words.sheets} crumb={name} here={t => t.reminder_sheets({ unit: at.unit, reminder_wave_id })}>
      <p class="hint no-print">{words.print}</p>
      <p class="no-print">
        <a href={to.reminder_wave({ unit: at.unit, reminder_wave_id })}>{words.wave(sayInstant(wave.sent_at, lang))}</a>
      </p>
      {cells.map(([cell, rows]) => (
        <section key={cell} class="page-a4">
          <h2>
            {words.sheets}: {sayName(cell, lang)}
          </h2>
          <p>{fillText(lang === 'vi' ? sheet_text.body_vi : sheet_text.body_en, { 'hạn nộp': sayDay(rows[0]!.due_on, lang) })}</p>
          <div class={rows.length > most_in_a_column ? 'in-two' : undefined}>
            <ToSign {...{ lang, rows }} />
          </div>
          <p class="hint">
            {senderIn(lang, wave)} · {sayInstant(wave.sent_at, lang)}
          </p>
        </section>
      ))}
    </Frame>
  )
}

/** Beyond them the names of a cell stand in two columns, so that a cell of forty is one sheet. */
const most_in_a_column = 18

function ToSign({ lang, rows }: { lang: Language; rows: RemindedRow[] }) {
  const words = remind_words[lang]
  return (
    <table>
      <thead>
        <tr>
          <th>{words.person}</th>
          <th>{words.sheet_signed}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.reminder_id}>
            <th scope="row">{row.full_name}</th>
            <td class="to-sign" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On the home page of whoever is reminded: what they have not seen yet, then what they have. */
export function MyReminders({ view: { lang, to }, reminders }: { view: ViewContext; reminders: MyReminder[] }) {
  const words = remind_words[lang]
  const seen = reminders.filter(({ read_at }) => read_at !== null)
  return (
    <>
      {reminders
        .filter(({ read_at }) => read_at === null)
        .map(reminder => (
          <div class="notice is-to-do" key={reminder.reminder_id}>
            <p>
              <strong>{fillText(lang === 'vi' ? reminder.body_vi : reminder.body_en, { 'người nhắc': senderIn(lang, reminder) })}</strong>{' '}
              {words.reminded_at(sayInstant(reminder.reminded_at, lang))}
            </p>
            <form method="post" action={to.reminder_read(reminder)} class="actions">
              <button type="submit" class="quiet">
                {words.i_have_seen}
              </button>
            </form>
          </div>
        ))}
      {seen.length > 0 && (
        <details>
          <summary>{words.earlier(seen.length)}</summary>
          <ul class="plain-list">
            {seen.map(reminder => (
              <li key={reminder.reminder_id}>
                {sayInstant(reminder.reminded_at, lang)} · {senderIn(lang, reminder)} · {words.seen_at(sayInstant(reminder.read_at!, lang))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
