import { sayDay } from '../../../../basis/shared/dates.ts'
import { sayName } from '../../../../basis/shared/names-in-english.ts'
import {
  type FieldError,
  FormFields,
  FormPage,
  Frame,
  type Option,
  type StaffPageProps,
  Table,
  type Typed,
} from '../../../../platform/staff/index.ts'
import { adopt_form, end_form, report_form } from '../forms.ts'
import type { Adoption, Model } from '../list-models.ts'
import { model_words } from '../words.ts'
import { Reports, type ReportToJudge } from './results.tsx'

type ListProps = StaffPageProps & { unit: string; unit_name: string; models: Model[]; adopted: Adoption[]; may_adopt: boolean }

/** The models that a unit may take up, and those it has. */
export function ModelsPage({ unit, unit_name, models, adopted, may_adopt, ...staff_page }: ListProps) {
  const { lang, to } = staff_page.view
  const words = model_words[lang]
  const open = models.filter(({ ended_on }) => ended_on === null)
  return (
    <Frame {...staff_page} title={words.title} crumb={unit_name} here={t => t.models({ unit })} has_workbook={models.length > 0}>
      <p>{words.lead}</p>
      <p class="actions">
        <a href={to.model_results({ unit })}>{words.results_of_models}</a>
      </p>
      {adopted.length > 0 && (
        <section>
          <h2>{words.ours}</h2>
          <Table
            {...{ lang }}
            name="cua-ta"
            rows={adopted}
            keyOf={({ adoption_id }) => adoption_id}
            columns={[
              { head: words.model, cell: ({ adoption_id, model_name }) => <a href={to.adoption({ adoption_id })}>{model_name}</a> },
              { head: words.since, class: 'nowrap', cell: ({ started_on }) => sayDay(started_on, lang) },
              { head: words.until, class: 'nowrap', cell: ({ ended_on }) => (ended_on ? sayDay(ended_on, lang) : words.goes_on) },
            ]}
          />
        </section>
      )}
      <h2>{words.in_operation}</h2>
      {open.length === 0 && <p>{words.none}</p>}
      {open.length > 0 && (
        <Table
          {...{ lang }}
          name="mo-hinh"
          rows={open}
          keyOf={({ model_id }) => model_id}
          columns={[
            { head: words.model, cell: ({ model_id, name }) => <a href={to.model({ model_id })}>{name}</a> },
            { head: words.field, cell: ({ field_vi, field_en }) => (lang === 'vi' ? field_vi : field_en) },
            { head: words.adoptions, class: 'n', cell: ({ adoptions }) => adoptions },
            may_adopt && {
              head: words.act,
              class: 'no-print',
              cell: ({ model_id, name }) => (
                <a href={to.model_adopt({ unit, model: String(model_id) })} aria-label={`${words.adopt}: ${name}`}>
                  {words.adopt}
                </a>
              ),
            },
          ]}
        />
      )}
    </Frame>
  )
}

type AdoptProps = StaffPageProps & {
  unit: string
  unit_name: string
  model: Model
  places: Option[]
  typed: Typed
  field_errors?: FieldError[]
}

/** A unit takes a model up. */
export function AdoptPage({ unit, unit_name, model, places, typed, field_errors, ...staff_page }: AdoptProps) {
  const { lang, to } = staff_page.view
  const words = model_words[lang]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.adopt}
      crumb={unit_name}
      here={t => t.model_adopt({ unit, model: String(model.model_id) })}
      before={
        <>
          <p>
            <strong lang="vi">{model.name}</strong>
          </p>
          <p lang="vi">{model.what}</p>
        </>
      }
      button={words.adopt}
      cancel={{ href: to.models({ unit }), label: words.back }}
    >
      <FormFields form={adopt_form} {...{ lang, typed, field_errors }} options={{ place: places }} />
    </FormPage>
  )
}

type AdoptionProps = StaffPageProps & {
  adoption: Adoption
  reports: ReportToJudge[]
  may_report: boolean
  typed: Typed
  field_errors?: FieldError[]
  told?: string
}

/** A model at one unit: what came of it so far, and where the unit reports more. */
export function AdoptionPage({ adoption, reports, may_report, typed, field_errors, told, ...staff_page }: AdoptionProps) {
  const { lang, to } = staff_page.view
  const words = model_words[lang]
  const { adoption_id, model_id, model_name, unit, unit_name, started_on, ended_on } = adoption
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors, told }}
      title={`${words.adoption}: ${model_name}`}
      crumb={sayName(unit_name ?? '', lang)}
      here={t => t.adoption({ adoption_id })}
      before={
        <>
          <p>
            {words.span(sayDay(started_on, lang), ended_on && sayDay(ended_on, lang))} <a href={to.model({ model_id })}>{words.spread}</a>
          </p>
          <h2>{words.results}</h2>
          {reports.length === 0 && <p>{words.no_results}</p>}
          <Reports {...{ view: staff_page.view, reports }} />
          {may_report && ended_on === null && (
            <p>
              <a href={to.adoption_end({ adoption_id })}>{words.end}</a>
            </p>
          )}
        </>
      }
      button={words.report}
      cancel={{ href: to.models({ unit }), label: words.back }}
    >
      {may_report && <FormFields form={report_form} {...{ lang, typed, field_errors }} />}
    </FormPage>
  )
}

type EndProps = StaffPageProps & { adoption: Adoption; typed: Typed; field_errors?: FieldError[] }

/** A unit no longer has a model. */
export function EndAdoptionPage({ adoption, typed, field_errors, ...staff_page }: EndProps) {
  const { lang, to } = staff_page.view
  const words = model_words[lang]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={`${words.end}: ${adoption.model_name}`}
      crumb={sayName(adoption.unit_name ?? '', lang)}
      here={t => t.adoption_end(adoption)}
      button={words.end}
      cancel={{ href: to.adoption(adoption), label: words.back }}
    >
      <FormFields form={end_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}
