import { sayDay } from '../../../../basis/shared/dates.ts'
import { sayMeasure } from '../../../../basis/shared/measures.ts'
import { sayName } from '../../../../basis/shared/names-in-english.ts'
import { type FieldError, Frame, type StaffPageProps, Table } from '../../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../../platform/web/index.ts'
import { sayPlace } from '../../../organisation/index.ts'
import type { KeptContribution } from '../reads.ts'
import { sayAmount, sayKind, sayQuantity } from '../say-kind.ts'
import { giving_words } from '../words.ts'

type Totals = { kind_vi: string; kind_en: string; measure: string; verified: number; waiting: number }[]
export type ContributionsProps = StaffPageProps & {
  unit: string
  unit_name: string
  kept: KeptContribution[]
  totals: Totals
  /** Who reads it, and whether they may verify what others wrote. */
  person_id: number
  may_verify: boolean
  field_errors?: FieldError[]
  told?: string
}

/** What was given, as a unit's offices wrote it down: sums by kind, then one by one, what waits first. */
export function ContributionsPage(props: ContributionsProps) {
  const { unit, unit_name, kept, totals, person_id, may_verify, field_errors, told, ...staff_page } = props
  const { view } = staff_page
  const words = giving_words[view.lang]
  return (
    <Frame
      {...staff_page}
      {...{ field_errors, told }}
      title={words.title}
      crumb={unit_name}
      here={t => t.contributions({ unit })}
      has_workbook={kept.length > 0}
    >
      <p>{words.lead}</p>
      <p class="actions">
        <a href={view.to.contribution_add({ unit })} class="button">
          {words.add}
        </a>
        <a href={view.to.contributions_file({ unit })}>{words.from_file}</a>
        <a href={view.to.contribution_thanks({ unit })}>{words.thanks}</a>
        <a href={view.to.contribution_years({ unit })}>{words.years}</a>
      </p>
      {kept.length === 0 && <p>{words.none}</p>}
      {totals.length > 0 && <Sums {...{ view, totals }} />}
      {kept.length > 0 && (
        <section>
          <h2>{words.all}</h2>
          <Cut {...{ lang: view.lang, kept }} />
          <Kept {...{ view, unit, kept, person_id, may_verify }} />
        </section>
      )}
    </Frame>
  )
}

/** Where there are more than a page shows. */
function Cut({ lang, kept }: { lang: 'vi' | 'en'; kept: KeptContribution[] }) {
  const total = kept[0]?.total ?? 0
  return total > kept.length ? <p>{giving_words[lang].shown(kept.length, total)}</p> : null
}

/** Each kind in its own measure: unlike measures are never added. */
function Sums({ view: { lang }, totals }: { view: ViewContext; totals: Totals }) {
  const { columns, totals: heading } = giving_words[lang]
  return (
    <section>
      <h2>{heading}</h2>
      <Table
        lang={lang}
        name="cong"
        rows={totals}
        keyOf={({ kind_vi }) => kind_vi}
        columns={[
          { head: columns.kind, cell: row => sayKind(row, lang) },
          { head: columns.measure, cell: row => sayMeasure(row.measure, lang) },
          { head: columns.verified, cell: row => sayQuantity(row.verified, lang), class: 'n' },
          { head: columns.waiting, cell: row => sayQuantity(row.waiting, lang), class: 'n' },
        ]}
      />
    </section>
  )
}

type KeptProps = { view: ViewContext; unit: string; kept: KeptContribution[]; person_id: number; may_verify: boolean }

function Kept({ view, unit, kept, person_id, may_verify }: KeptProps) {
  const { lang } = view
  const words = giving_words[lang]
  return (
    <Table
      lang={lang}
      rows={kept}
      keyOf={({ contribution_id }) => contribution_id}
      columns={[
        { head: words.columns.what, cell: row => <What lang={lang} row={row} /> },
        { head: words.columns.giver, cell: row => row.giver ?? words.nobody },
        {
          head: words.columns.place,
          cell: row => (
            <>
              {sayPlace({ name: row.place_name, unit_kind: row.place_kind }, lang)}
              <br />
              <span class="hint">{sayDay(row.given_on, lang)}</span>
            </>
          ),
        },
        { head: words.columns.state, cell: row => <State {...{ view, unit, row, person_id, may_verify }} /> },
      ]}
    />
  )
}

function What({ lang, row }: { lang: 'vi' | 'en'; row: KeptContribution }) {
  const words = giving_words[lang]
  return (
    <>
      {sayKind(row, lang)}: {sayAmount(row, lang)}
      {row.is_estimate && ` (${words.estimate})`}
      <br />
      <span class="hint">
        {words.number(row.contribution_id)}. {row.work}
        {row.mobiliser && ` · ${row.mobiliser}`}
        {row.evidence && ` · ${row.evidence}`}
      </span>
    </>
  )
}

type StateProps = { view: ViewContext; unit: string; row: KeptContribution; person_id: number; may_verify: boolean }

function State({ view: { lang, to }, unit, row, person_id, may_verify }: StateProps) {
  const words = giving_words[lang]
  const { contribution_id, verified_on, verifier, kept_by, resembles } = row
  if (verified_on) return <>{words.verified_by(sayName(verifier ?? words.nobody, lang), sayDay(verified_on, lang))}</>
  const at = { unit, contribution_id }
  return (
    <>
      {resembles && <p class="wrong">{words.resembles(resembles)}</p>}
      {may_verify && kept_by !== person_id ? (
        <Press action={to.contribution_verify(at)} label={words.verify} about={words.number(contribution_id)} />
      ) : (
        <p class="hint">{kept_by === person_id ? words.own : words.waits}</p>
      )}
      <Press action={to.contribution_withdraw(at)} label={words.withdraw} about={words.number(contribution_id)} is_quiet />
    </>
  )
}

function Press({ action, label, about, is_quiet }: { action: string; label: string; about: string; is_quiet?: true }) {
  return (
    <form method="post" action={action}>
      <HiddenFields fields={[]} />
      <button type="submit" class={is_quiet && 'quiet'} aria-label={`${label}: ${about}`}>
        {label}
      </button>
    </form>
  )
}

type ThanksProps = StaffPageProps & { unit: string; unit_name: string; kept: KeptContribution[] }

/** Who gave and agreed to be named, to be read aloud or put up. */
export function ThanksPage({ unit, unit_name, kept, ...staff_page }: ThanksProps) {
  const { lang, to } = staff_page.view
  const words = giving_words[lang]
  return (
    <Frame
      {...staff_page}
      title={words.thanks}
      crumb={unit_name}
      here={t => t.contribution_thanks({ unit })}
      has_workbook={kept.length > 0}
    >
      <p>{words.thanks_lead}</p>
      <Cut {...{ lang, kept }} />
      {kept.length === 0 ? (
        <p>{words.no_thanks}</p>
      ) : (
        <Table
          lang={lang}
          rows={kept}
          keyOf={({ contribution_id }) => contribution_id}
          columns={[
            { head: words.columns.giver, cell: row => row.giver ?? words.nobody },
            {
              head: words.columns.what,
              cell: row => `${sayKind(row, lang)}: ${sayAmount(row, lang)}`,
            },
            { head: words.columns.work, cell: row => row.work },
            { head: words.columns.place, cell: row => sayPlace({ name: row.place_name, unit_kind: row.place_kind }, lang) },
          ]}
        />
      )}
      <p class="actions">
        <a href={to.contributions({ unit })}>{words.back}</a>
      </p>
    </Frame>
  )
}
