import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import {
  type FieldError,
  FormFields,
  FormPage,
  Frame,
  type Option,
  type StaffPageProps,
  Table,
  type Typed,
} from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { award_list_words } from '../award-list/words.ts'
import { nominate_form } from '../forms.ts'
import { model_words } from '../model/words.ts'
import { move_words } from '../move-words.ts'
import type { NominationRow } from '../reads/list-nominations.ts'
import { exemplar_words, kind_words } from '../words.ts'

type ListProps = StaffPageProps & { unit: string; unit_name: string; cases: NominationRow[]; may_nominate: boolean; may_recognise: boolean }

const over = ['withdrawn', 'rejected', 'recognised', 'revoked']

/** The cases of an office: those that are under way, then those that have ended. */
export function NominationsPage({ unit, unit_name, cases, may_nominate, may_recognise, ...staff_page }: ListProps) {
  const { view } = staff_page
  const words = exemplar_words[view.lang]
  const [under_way, ended] = [cases.filter(({ state }) => !over.includes(state)), cases.filter(({ state }) => over.includes(state))]
  return (
    <Frame {...staff_page} title={words.nominations} crumb={unit_name} here={t => t.nominations({ unit })} has_workbook={cases.length > 0}>
      <p>{words.nominations_lead}</p>
      {may_nominate && (
        <p class="actions">
          <a class="button" href={view.to.nominate({ unit })}>
            {words.nominate}
          </a>
          <a href={view.to.models({ unit })}>{model_words[view.lang].title}</a>
          {may_recognise && <a href={view.to.award_lists({ unit })}>{award_list_words[view.lang].title}</a>}
        </p>
      )}
      {cases.length === 0 && <p>{words.no_nominations}</p>}
      {under_way.length > 0 && <Cases {...{ view }} title={words.waiting} name="cho" cases={under_way} />}
      {ended.length > 0 && <Cases {...{ view }} title={words.others} name="xong" cases={ended} />}
    </Frame>
  )
}

function Cases({ view: { lang, to }, title, name, cases }: { view: ViewContext; title: string; name: string; cases: NominationRow[] }) {
  const words = exemplar_words[lang]
  return (
    <section>
      <h2>{title}</h2>
      <Table
        {...{ lang, name }}
        rows={cases}
        keyOf={({ nomination_id }) => nomination_id}
        columns={[
          {
            head: words.who,
            cell: ({ nomination_id, name: called, kind, field_vi, field_en }) => (
              <>
                <a href={to.nomination({ nomination_id })}>{called ?? words.unnamed}</a>
                <br />
                <span class="hint">{[kind_words[kind][lang], lang === 'vi' ? field_vi : field_en].join(' · ')}</span>
              </>
            ),
          },
          {
            head: words.what,
            cell: ({ achievement, unit_name }) => (
              <>
                <span lang="vi">{achievement}</span>
                <br />
                <span class="hint">{unit_name && sayName(unit_name, lang)}</span>
              </>
            ),
          },
          {
            head: words.state,
            cell: ({ state, notice_until }) => (
              <>
                {move_words.steps[state][lang]}
                {notice_until && <span class="hint">, {words.notice_to(sayDay(notice_until, lang))}</span>}
              </>
            ),
          },
          { head: words.since, class: 'nowrap', cell: ({ since }) => sayInstant(since, lang) },
        ]}
      />
    </section>
  )
}

type NominateProps = StaffPageProps & {
  unit: string
  unit_name: string
  options: Record<'person' | 'field' | 'place', Option[]>
  typed: Typed
  field_errors?: FieldError[]
}

/** A unit puts somebody forward. */
export function NominatePage({ unit, unit_name, options, typed, field_errors, ...staff_page }: NominateProps) {
  const { lang, to } = staff_page.view
  const words = exemplar_words[lang]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.nominate}
      crumb={unit_name}
      here={t => t.nominate({ unit })}
      lead={words.nominate_lead}
      button={words.begin}
      cancel={{ href: to.nominations({ unit }), label: words.back }}
    >
      <FormFields form={nominate_form} {...{ lang, typed, field_errors, options }} />
    </FormPage>
  )
}
