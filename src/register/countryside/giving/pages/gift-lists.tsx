import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../../basis/shared/dates.ts'
import { type FieldError, type Flash, FormFields, Frame, type StaffPageProps, Table } from '../../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../../platform/web/index.ts'
import { columnName } from '../../../../platform/workbook/index.ts'
import { send_form } from '../list/forms.ts'
import { list_words } from '../list/list-words.ts'
import type { GiftList, ResemblingGift, SumOfList } from '../list/reads.ts'
import { sayAmount, sayKind } from '../say-kind.ts'
import { giving_words } from '../words.ts'

type AtUnit = StaffPageProps & { unit: string; unit_name: string; field_errors?: FieldError[]; told?: string | Flash }

/** A fault with what is said of it. */
export type FaultShown = { row: number; column: number; say: string }
type ListsProps = AtUnit & { lists: GiftList[]; faults?: FaultShown[] }

/** Sending gifts by the hundred; what is wrong with a file that was sent; and the lists that were written down. */
export function GiftListsPage({ unit, unit_name, lists, faults = [], field_errors, told, ...staff_page }: ListsProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = list_words[lang]
  return (
    <Frame
      {...{ ...staff_page, field_errors, told }}
      title={words.title}
      crumb={unit_name}
      here={t => t.contributions_file({ unit })}
      has_workbook={lists.length > 0}
    >
      <p>{words.lead}</p>
      {faults.length > 0 && <Faults {...{ lang, faults }} />}
      <SendForm {...{ view, unit, field_errors }} />
      <section>
        <h2>{words.earlier}</h2>
        {lists.length === 0 ? <p>{words.none}</p> : <Lists {...{ view, unit, lists }} />}
      </section>
      <p class="actions">
        <a href={to.contributions({ unit })}>{giving_words[lang].back}</a>
      </p>
    </Frame>
  )
}

/** So many are listed; the marked file has them all. */
const most_faults = 100

function Faults({ lang, faults }: Pick<ViewContext, 'lang'> & { faults: FaultShown[] }) {
  const words = list_words[lang]
  return (
    <section>
      <h2>{words.faulty(faults.length)}</h2>
      <p>{words.faulty_lead}</p>
      <ul class="people">
        {faults.slice(0, most_faults).map(({ row, column, say }) => (
          <li key={`${row} ${column} ${say}`}>
            <strong>{`${columnName(column)}${row}`}</strong> {say}
          </li>
        ))}
      </ul>
      {faults.length > most_faults && <p class="hint">{words.faulty_of(most_faults, faults.length)}</p>}
    </section>
  )
}

function SendForm({ view: { lang, to }, unit, field_errors }: { view: ViewContext } & Pick<AtUnit, 'unit' | 'field_errors'>) {
  const words = list_words[lang]
  return (
    <form method="post" action={to.contributions_file({ unit })} enctype="multipart/form-data">
      <HiddenFields fields={[['key', randomUUID()]]} />
      <FormFields form={send_form} {...{ lang, field_errors }} typed={{}} />
      <p class="hint">{words.not_kept}</p>
      <div class="actions">
        <button type="submit">{words.send}</button>
        <button type="submit" class="quiet" name="viec" value="danh-dau">
          {words.mark}
        </button>
      </div>
    </form>
  )
}

function Lists({ view: { lang, to }, unit, lists }: { view: ViewContext; unit: string; lists: GiftList[] }) {
  const words = list_words[lang]
  return (
    <Table
      lang={lang}
      name="danh-sach"
      rows={lists}
      keyOf={({ contribution_list_id }) => contribution_list_id}
      columns={[
        { head: words.list, cell: list => <a href={to.contribution_list({ unit, ...list })}>{list.file_name}</a> },
        {
          head: words.sent,
          cell: ({ sent_at, sender }) => (
            <>
              {sayInstant(sent_at, lang)}
              <br />
              <span class="hint">{sender}</span>
            </>
          ),
        },
        { head: words.waiting, class: 'n', cell: ({ waiting }) => waiting },
        { head: words.verified, class: 'n', cell: ({ verified }) => verified },
      ]}
    />
  )
}

type ListProps = AtUnit & { list: GiftList; sums: SumOfList[]; resembling: ResemblingGift[]; person_id: number; may_verify: boolean }

/** One list: what it comes to by kind, what may be done with what waits of it, and what may be there twice. */
export function GiftListPage({ unit, unit_name, list, sums, field_errors, told, ...props }: ListProps) {
  const { resembling, person_id, may_verify, ...staff_page } = props
  const { view } = staff_page
  const { lang, to } = view
  const words = list_words[lang]
  return (
    <Frame
      {...{ ...staff_page, field_errors, told }}
      title={list.file_name}
      crumb={unit_name}
      here={t => t.contribution_list({ unit, ...list })}
    >
      <p>
        {sayInstant(list.sent_at, lang)} · {list.sender} · {words.waiting}: {list.waiting} · {words.verified}: {list.verified}
      </p>
      <Acts {...{ view, unit, list, person_id, may_verify }} sure={list.waiting - resembling.length} />
      <Table
        {...{ lang, rows: sums }}
        name="cong"
        keyOf={({ kind_vi }) => kind_vi}
        columns={[
          { head: giving_words[lang].columns.kind, cell: row => sayKind(row, lang) },
          { head: giving_words[lang].columns.quantity, class: 'n', cell: row => sayAmount(row, lang) },
          { head: words.n, class: 'n', cell: ({ n }) => n },
        ]}
      />
      {resembling.length > 0 && <Resembling {...{ lang, resembling }} />}
      <p class="actions">
        <a href={to.contributions({ unit })}>{words.one_by_one}</a>
        <a href={to.contributions_file({ unit })}>{words.earlier}</a>
      </p>
    </Frame>
  )
}

type ActsProps = { view: ViewContext; sure: number } & Pick<ListProps, 'unit' | 'list' | 'person_id' | 'may_verify'>

function Acts({ view: { lang, to }, unit, list, person_id, may_verify, sure }: ActsProps) {
  const words = list_words[lang]
  const at = { unit, ...list }
  if (list.waiting === 0) return null
  return (
    <>
      {list.sent_by === person_id && <p class="hint">{words.own}</p>}
      {may_verify && list.sent_by !== person_id && sure > 0 && (
        <form method="post" action={to.contribution_list_verify(at)}>
          <p>{words.verify_lead}</p>
          <p class="actions">
            <button type="submit">{words.verify(sure)}</button>
          </p>
        </form>
      )}
      <form method="post" action={to.contribution_list_withdraw(at)}>
        <p class="actions">
          <button type="submit" class="quiet">
            {words.withdraw(list.waiting)}
          </button>
        </p>
      </form>
    </>
  )
}

function Resembling({ lang, resembling }: Pick<ViewContext, 'lang'> & { resembling: ResemblingGift[] }) {
  const words = list_words[lang]
  return (
    <section>
      <h2>{words.resembling(resembling.length)}</h2>
      <p>{words.resembling_lead}</p>
      <Table
        {...{ lang, rows: resembling }}
        name="trung"
        keyOf={({ contribution_id }) => contribution_id}
        columns={[
          { head: giving_words[lang].columns.giver, cell: ({ giver }) => giver ?? giving_words[lang].nobody },
          { head: words.row, class: 'n', cell: ({ list_row }) => list_row },
          { head: giving_words[lang].columns.state, cell: ({ resembles }) => giving_words[lang].resembles(resembles) },
        ]}
      />
    </section>
  )
}
