import { sayDay, sayInstant } from '../../../../basis/shared/dates.ts'
import { type FieldError, type Flash, Frame, ShownOf, type StaffPageProps, Table } from '../../../../platform/staff/index.ts'
import type { ViewContext } from '../../../../platform/web/index.ts'
import { columnName } from '../../../../platform/workbook/index.ts'
import { type MoveForm, MoveForms, MoveHistory, type StepMade } from '../../../../platform/workflow/index.ts'
import { form_words, kind_words, level_words } from '../../words.ts'
import { type AwardListState, award_list_flow, exemplarOf, instrumentOf, type ListMove, list_moves } from '../award-list.ts'
import type { AwardList } from '../find-award-lists.ts'
import { award_list_words, list_move_words } from '../words.ts'

/** A fault with what is said of it. */
export type FaultShown = { row: number; column: number; say: string }

type ListProps = StaffPageProps & {
  list: AwardList
  steps: StepMade<AwardListState>[]
  moves: ListMove[]
  is_own: boolean
  faults: FaultShown[]
  /** The case that each line became, by its row. */
  cases: ReadonlyMap<number, number>
  comment?: string
  field_errors?: FieldError[]
  told?: string | Flash
}

/** A list: the cells to be mended; or what it brings, the word of a second person, and the way back. */
export function AwardListPage({ list, steps, moves, is_own, faults, cases, comment, field_errors, told, ...staff_page }: ListProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = award_list_words[lang]
  const { award_list_id, unit, unit_name, file_name, state, sender, sent_at } = list
  const is_faulty = list.faults.length > 0
  return (
    <Frame
      {...staff_page}
      {...{ field_errors, told }}
      title={is_faulty ? words.faulty(list.faults.length) : `${words.list}: ${file_name}`}
      crumb={unit_name}
      here={t => t.award_list({ award_list_id })}
      has_workbook={!is_faulty}
    >
      <p>
        <span class="tag">{list_move_words.steps[state][lang]}</span>{' '}
        <span class="hint">{words.sent_by(sender ?? words.somebody, sayInstant(sent_at, lang))}</span>
      </p>
      {is_faulty ? <Faults {...{ view, list, faults }} /> : <Counts {...{ view, list }} />}
      {state === 'waits' && is_own && <p>{words.waits}</p>}
      <MoveForms {...{ lang, moves, field_errors }} forms={formsOf(view, award_list_id, comment)}>
        <a href={to.award_lists({ unit })}>{words.back_to_lists}</a>
      </MoveForms>
      {!is_faulty && <Lines {...{ view, list, cases }} />}
      <MoveHistory {...{ lang, steps }} flow={award_list_flow} words={list_move_words} />
    </Frame>
  )
}

function formsOf({ lang, to }: ViewContext, award_list_id: number, comment: string | undefined): Record<ListMove, MoveForm> {
  const words = award_list_words[lang]
  const forms = list_moves.map((move): [ListMove, MoveForm] => {
    const form = { action: to.award_list_move({ award_list_id, move }), fields: {}, label: words.moves[move] }
    if (move !== 'reject' && move !== 'undo') return [move, form]
    return [move, { ...form, comment: { title: words.moves[move], label: words.asks[move], ...(comment && { value: comment }) } }]
  })
  return Object.fromEntries(forms) as Record<ListMove, MoveForm>
}

type OfList = { view: ViewContext; list: AwardList }

function Faults({ view: { lang, to }, list: { award_list_id, faults: all }, faults }: OfList & { faults: FaultShown[] }) {
  const words = award_list_words[lang]
  return (
    <>
      <p>{words.faulty_lead}</p>
      <p class="actions">
        <a class="button" href={to.award_list_marked({ award_list_id })}>
          {words.marked}
        </a>
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
      {all.length > faults.length && <p class="hint">{words.only_first(faults.length, all.length)}</p>}
    </>
  )
}

function Counts({ view: { lang }, list: { lines } }: OfList) {
  const words = award_list_words[lang].counts
  const distinct = (keys: string[]) => new Set(keys).size
  const added = lines.filter(({ exemplar_id }) => exemplar_id === null)
  const known = lines.filter(({ exemplar_id }) => exemplar_id !== null)
  const facts: [string, number][] = [
    [words.awards, lines.length],
    [words.added, distinct(added.map(exemplarOf))],
    [words.known, distinct(known.map(({ exemplar_id }) => String(exemplar_id)))],
    [words.instruments, distinct(lines.map(instrumentOf))],
  ]
  return <dl class="facts">{facts.flatMap(([name, n]) => [<dt key={name}>{name}</dt>, <dd key={`${name} n`}>{n}</dd>])}</dl>
}

const most_shown = 200

function Lines({ view: { lang, to }, list: { lines }, cases }: OfList & Pick<ListProps, 'cases'>) {
  const words = award_list_words[lang]
  const rows = lines.slice(0, most_shown)
  return (
    <>
      <Table
        {...{ lang }}
        name="dong"
        rows={rows}
        keyOf={({ row }) => row}
        columns={[
          {
            head: words.who,
            cell: ({ row, name, kind, place }) => (
              <>
                <span lang="vi">{cases.has(row) ? <a href={to.nomination({ nomination_id: cases.get(row)! })}>{name}</a> : name}</span>
                <br />
                <span class="hint">
                  {kind_words[kind][lang]} · <span lang="vi">{place}</span>
                </span>
              </>
            ),
          },
          { head: words.what, cell: ({ achievement }) => <span lang="vi">{achievement}</span> },
          {
            head: words.award,
            cell: ({ form, level, number, signed_on }) => (
              <>
                {form_words[form][lang]} · {level_words[level][lang]}
                <br />
                <span class="hint">
                  {number} · {sayDay(signed_on, lang)}
                </span>
              </>
            ),
          },
          { head: words.in_register, cell: ({ exemplar_id }) => (exemplar_id === null ? words.is_new : words.is_known) },
        ]}
      />
      <ShownOf {...{ lang, n: rows.length, of: lines.length }} />
    </>
  )
}
