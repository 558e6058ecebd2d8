import { lookUp } from '../../../../basis/shared/look-up.ts'
import {
  type FieldError,
  type Form,
  FormFields,
  FormPage,
  Frame,
  type Option,
  type StaffPageProps,
  type Typed,
} from '../../../../platform/staff/index.ts'
import type { Href } from '../../../../platform/web/index.ts'
import { type MoveForm, MoveForms, MoveHistory } from '../../../../platform/workflow/index.ts'
import { sayPlace } from '../../../organisation/index.ts'
import { move_words } from '../move-words.ts'
import type { StandingCase } from '../reads/find-case.ts'
import type { ResultRow } from '../reads/list-results.ts'
import type { StepRow } from '../reads/list-steps.ts'
import { type CaseMove, case_flow, type PlainMove, plain_moves } from '../standing-case.ts'
import { assessing_words } from '../words.ts'
import { Criteria } from './criteria.tsx'

type Props = StaffPageProps & {
  found: StandingCase
  results: ResultRow[]
  steps: StepRow[]
  moves: CaseMove[]
  today: string
  comment?: string
  refused?: PlainMove
  field_errors: FieldError[]
  told?: string
}

/** One assessment of a commune: its criteria, what may be done with it now, and how it came here. */
export function CasePage({ found, results, steps, moves, today, comment, refused, field_errors, told, ...staff_page }: Props) {
  const { view } = staff_page
  const { lang, to } = view
  const words = assessing_words[lang]
  const { met_on, attended, seats, in_favour, against } = found
  return (
    <Frame
      {...{ ...staff_page, field_errors, told }}
      title={words.case(sayPlace({ name: found.place_name, unit_kind: found.place_kind }, lang))}
      crumb={found.unit_name}
      here={t => t.assessment(found)}
      has_workbook
    >
      <p>
        <span class="tag">{move_words.steps[found.state][lang]}</span> {words.under(found.number)}, {words.as_of(found.assessed_on)}:{' '}
        <strong>{words.met_of(found.met, found.criteria)}</strong>
      </p>
      <Steps {...{ view, found, moves, field_errors, comment, refused }} />
      {met_on !== null && (
        <section>
          <h2>{words.voted}</h2>
          <p>{words.vote_said(met_on, attended!, seats!, in_favour!, against!)}</p>
        </section>
      )}
      <Criteria {...{ view, found, results, today }} may_say={moves.includes('submit')} />
      <MoveHistory
        {...{ lang }}
        flow={case_flow}
        words={move_words}
        steps={steps.map(step => ({ ...step, full_name: step.full_name || found.unit_name }))}
      />
      <p class="actions">
        <a href={to.countryside({ unit: found.unit })}>{words.back}</a>
      </p>
    </Frame>
  )
}

type StepsProps = Pick<Props, 'view' | 'found' | 'moves' | 'field_errors' | 'comment' | 'refused'>

/** What whoever reads may do now: a press, a few words, or a form of its own. */
function Steps({ view: { lang, to }, found, moves, field_errors, comment, refused }: StepsProps) {
  const words = assessing_words[lang]
  const { standing_case_id } = found
  const forms = Object.fromEntries(
    plain_moves.map((move): [string, MoveForm] => {
      const label = words.moves[move]
      const asks = lookUp<string | undefined>(words.asks, move)
      const action = to.assessment_move({ standing_case_id, move })
      return [
        move,
        {
          action,
          fields: {},
          label,
          ...(asks && { comment: { title: label, label: asks, value: move === refused ? comment : undefined } }),
        },
      ]
    }),
  )
  const links: [CaseMove, string, string][] = [
    ['vote', to.assessment_vote(found), words.vote],
    ['decide', to.assessment_decide(found), words.decide],
  ]
  return (
    <>
      {moves.length === 0 && <p class="hint">{words.not_yours}</p>}
      <MoveForms<string>
        {...{ lang, forms, refused, field_errors }}
        moves={moves.filter(move => plain_moves.some(known => known === move))}
      >
        {links
          .filter(([move]) => moves.includes(move))
          .map(([move, href, label]) => (
            <a key={move} class="button" href={href}>
              {label}
            </a>
          ))}
      </MoveForms>
    </>
  )
}

type FormProps = StaffPageProps & {
  crumb: string
  form: Form
  here: (to: Href) => string
  said: { title: string; lead?: string; button: string }
  cancel: { href: string; label: string }
  typed: Typed
  options?: Record<string, readonly Option[]>
  field_errors?: FieldError[]
}

/** A form of one assessment, or of a decision. */
export function AssessingFormPage({ crumb, form, here, said, cancel, typed, options, field_errors, ...staff_page }: FormProps) {
  const { lang } = staff_page.view
  return (
    <FormPage {...{ ...staff_page, here, field_errors, crumb, cancel }} title={said.title} lead={said.lead} button={said.button}>
      <FormFields {...{ form, lang, typed, field_errors, options }} />
    </FormPage>
  )
}
