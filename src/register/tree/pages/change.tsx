import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import {
  type FieldError,
  Frame,
  RejectForm,
  ShownOf,
  type StaffPageProps,
  Table,
  UndoForm,
  WithdrawForm,
} from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { LaidChange } from '../change/list-changes.ts'
import { sizeOf } from '../change/unit-change.ts'
import type { Kind } from '../reads/list-kinds.ts'
import type { NamedUnit } from '../reads/list-named.ts'
import { tree_words } from '../words.ts'
import { capital } from './say-kind.ts'

export type ChangeProps = StaffPageProps & {
  change: LaidChange
  /** Units of the register that it names, by key. */
  named: ReadonlyMap<string, NamedUnit>
  kinds: Kind[]
  /** Whether who reads it laid it, may confirm it, may undo it. */
  is_own: boolean
  may: { confirm: boolean; undo: boolean }
  reason?: string
  field_errors?: FieldError[]
  told?: string
}

const most_rows = 200

/**
 * One change of units: by which instrument, what it adds and names otherwise; then the word of the second person, or
 * the way back.
 */
export function ChangePage(props: ChangeProps) {
  const { change, named, kinds, is_own, may, reason, field_errors, told, ...staff_page } = props
  const { view } = staff_page
  const { lang, to } = view
  const words = tree_words[lang]
  const { unit_change_id, plan, state } = change
  const { number, issuer, title, signed_on } = plan.instrument
  return (
    <Frame
      {...staff_page}
      {...{ field_errors, told }}
      title={`${words.changes}: ${title}`}
      here={t => t.unit_change({ unit_change_id })}
      has_workbook
    >
      <p>
        <span class="tag">{words.states[state]}</span> <span lang="vi">{words.instrument(number, issuer, sayDay(signed_on, lang))}</span>
      </p>
      <p class="hint">{words.laid_by(change.proposer ?? words.nobody, sayInstant(change.laid_at, lang))}</p>
      <Settled {...{ view, change }} />
      {plan.units.length > 0 && <NewUnits {...{ view, change, named, kinds }} />}
      {plan.revisions.length > 0 && <Revisions {...{ view, change, named, kinds }} />}
      {state === 'waits' && <Word {...{ view, change, is_own, may, reason, field_errors }} />}
      {state === 'carried-out' && may.undo && (
        <UndoForm action={to.unit_change_undo({ unit_change_id })} fields={[]} label={words.undo} hint={words.undo_hint} />
      )}
      <p class="actions">
        <a href={to.unit_changes()}>{words.changes}</a>
      </p>
    </Frame>
  )
}

function Settled({ view: { lang }, change }: { view: ViewContext; change: LaidChange }) {
  const words = tree_words[lang]
  const { state, decider, decided_at, reason, undone_by, undone_at } = change
  if (state === 'waits') return null
  const decided = state === 'undone' ? 'carried-out' : state
  return (
    <p>
      {capital(words.states[decided])}: {words.decided(decider ?? words.nobody, sayInstant(decided_at!, lang))}
      {reason && (
        <>
          <br />
          {words.reason_was}: <strong>{reason}</strong>
        </>
      )}
      {state === 'undone' && (
        <>
          <br />
          {capital(words.states.undone)}: {words.decided(undone_by ?? words.nobody, sayInstant(undone_at!, lang))}
        </>
      )}
    </p>
  )
}

type OfChange = { view: ViewContext; change: LaidChange; named: ReadonlyMap<string, NamedUnit>; kinds: Kind[] }

function kindNamed(kinds: Kind[], unit_kind: string, lang: 'vi' | 'en'): string {
  const kind = kinds.find(kind => kind.unit_kind === unit_kind)
  return kind ? (lang === 'vi' ? kind.name_vi : kind.name_en) : unit_kind
}

function NewUnits({ view: { lang, to }, change: { plan, state }, named, kinds }: OfChange) {
  const words = tree_words[lang]
  const coming = new Map(plan.units.map(({ key, name }) => [key, name]))
  const rows = plan.units.slice(0, most_rows)
  return (
    <section>
      <h2>
        {words.new_units} ({plan.units.length})
      </h2>
      <div class="scroll">
        <Table
          lang={lang}
          name="don-vi-moi"
          rows={rows}
          keyOf={({ key }) => key}
          columns={[
            {
              head: words.name,
              cell: ({ key, name, code }) => (
                <>
                  {state === 'carried-out' ? <a href={to.unit({ unit: key })}>{sayName(name, lang)}</a> : sayName(name, lang)}
                  {code && <span class="hint"> {code}</span>}
                </>
              ),
            },
            { head: words.kind, cell: ({ unit_kind }) => capital(kindNamed(kinds, unit_kind, lang)) },
            {
              head: words.under,
              cell: ({ parent }) => parent && sayName(coming.get(parent) ?? named.get(parent)?.name ?? parent, lang),
            },
            { head: words.from, cell: ({ from }) => sayDay(from, lang) },
          ]}
        />
      </div>
      <ShownOf {...{ lang, n: rows.length, of: plan.units.length }} />
    </section>
  )
}

function Revisions({ view: { lang, to }, change: { plan }, named, kinds }: OfChange) {
  const words = tree_words[lang]
  const rows = plan.revisions.slice(0, most_rows)
  const becomes = (revision: (typeof rows)[number]) =>
    [
      revision.name && sayName(revision.name, lang),
      revision.unit_kind && kindNamed(kinds, revision.unit_kind, lang),
      'code' in revision && `${words.code}: ${revision.code ?? '–'}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <section>
      <h2>
        {words.revised} ({plan.revisions.length})
      </h2>
      <div class="scroll">
        <Table
          lang={lang}
          name="doi-ten"
          rows={rows}
          keyOf={({ unit }) => unit}
          columns={[
            {
              head: words.name,
              cell: ({ unit }) => <a href={to.unit({ unit })}>{sayName(named.get(unit)?.name ?? unit, lang)}</a>,
            },
            { head: words.becomes, cell: becomes },
            { head: words.from, cell: ({ from }) => sayDay(from, lang) },
          ]}
        />
      </div>
      <ShownOf {...{ lang, n: rows.length, of: plan.revisions.length }} />
    </section>
  )
}

type WordProps = { view: ViewContext } & Pick<ChangeProps, 'change' | 'is_own' | 'may' | 'reason' | 'field_errors'>

function Word({ view: { lang, to }, change: { unit_change_id, plan }, is_own, may, reason, field_errors }: WordProps) {
  const words = tree_words[lang]
  if (is_own)
    return (
      <WithdrawForm
        action={to.unit_change_withdraw({ unit_change_id })}
        title={words.confirm_title}
        waits={words.own_waits}
        button={words.withdraw}
      />
    )
  if (!may.confirm) return null
  return (
    <>
      <form method="post" action={to.unit_change_confirm({ unit_change_id })}>
        <h2>{words.confirm_title}</h2>
        <p>{words.confirm_lead}</p>
        <p class="actions">
          <button type="submit">{words.confirm_n(sizeOf(plan))}</button>
        </p>
      </form>
      <RejectForm {...{ lang, words, reason, field_errors }} action={to.unit_change_reject({ unit_change_id })} />
    </>
  )
}
