import { dayOf, sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { type FieldError, type Flash, FormFields, Frame, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { type MoveForm, MoveForms, MoveHistory } from '../../../platform/workflow/index.ts'
import { page_regions } from '../../portal/index.ts'
import { approve_form } from '../approve-form.ts'
import type { ArrangedBlock } from '../arrangement/arranged-blocks.ts'
import { type ArrangementMove, arrangement_flow } from '../arrangement/arrangement-flow.ts'
import type { BlockChange } from '../arrangement/compare-blocks.ts'
import type { Arrangement, ArrangementStep } from '../arrangement/find-arrangement.ts'
import { arrange_script } from '../browser/arrange-script.ts'
import { arrangement_move_words, arranger_words, page_words, step_words } from '../words.ts'
import { Compared } from './compared.tsx'
import { Previewed } from './preview.tsx'
import { RegionPlan } from './region-plan.tsx'

export type ArrangementProps = StaffPageProps & {
  arrangement: Arrangement
  /** Against the page that is shown. */
  changes: BlockChange<ArrangedBlock>[]
  steps: ArrangementStep[]
  /** What articles are called, by their slug. */
  titles: ReadonlyMap<string, string>
  /** What whoever reads may do with it now. */
  moves: ArrangementMove[]
  may_arrange: boolean
  is_own_work: boolean
  comment?: string
  typed: Typed
  field_errors: FieldError[]
  told?: string | Flash
}

/**
 * One arrangement: its blocks by region with what can be done to each, beside it the page, then what differs from the
 * page that is shown, the decision, and the way so far.
 */
export function ArrangementPage(props: ArrangementProps) {
  const { arrangement, changes, steps, titles, moves, may_arrange, is_own_work, comment, typed, field_errors, told, ...staff_page } = props
  const { view } = staff_page
  const words = arranger_words[view.lang]
  const { page, state } = arrangement
  return (
    <Frame
      {...staff_page}
      {...{ field_errors, told }}
      title={`${page_words[page][view.lang]}: ${words.states[state].toLowerCase()}`}
      crumb={`${words.title} · ${page_words[page][view.lang]}`}
      here={to => to.arrangement(arrangement)}
      scripts={may_arrange ? [arrange_script.path] : []}
    >
      <Where {...{ lang: view.lang, arrangement }} />
      <Moves {...{ view, arrangement, moves, comment, field_errors }} />
      {is_own_work && <p>{words.own_work}</p>}
      <div class="newsdesk">
        <div>
          {page_regions[page].map(region => (
            <RegionPlan key={region} {...{ view, arrangement, region, titles, may_arrange }} />
          ))}
          <Compared {...{ lang: view.lang, changes, titles }} />
          {moves.includes('approve') && <Approve {...{ view, arrangement, typed, field_errors }} />}
        </div>
        <Previewed {...{ view, arrangement }} width="phone" />
      </div>
      <History {...{ lang: view.lang, steps }} />
      <p>
        <a href={view.to.pages()}>{words.back}</a>
      </p>
    </Frame>
  )
}

function Where({ lang, arrangement }: { lang: Language; arrangement: Arrangement }) {
  const words = arranger_words[lang]
  const { state, publish_at, version, saved_at, saved_by, digest } = arrangement
  return (
    <>
      <p>
        <span class="tag">{words.states[state]}</span> {words.lies_with[state]}{' '}
        {publish_at && state === 'approved' && words.goes_out(sayInstant(publish_at, lang))}
      </p>
      <p class="hint">{words.saved(version, sayInstant(saved_at, lang), saved_by)}</p>
      {digest && (
        <p class="hint">
          {words.digest}: <code class="digest">{digest}</code>
        </p>
      )}
    </>
  )
}

type MovesProps = Pick<ArrangementProps, 'view' | 'arrangement' | 'moves' | 'comment' | 'field_errors'>

function Moves({ view: { lang, to }, arrangement, moves, comment, field_errors }: MovesProps) {
  const words = arranger_words[lang]
  const { arrangement_id, version } = arrangement
  const plain = moves.filter(move => move !== 'approve')
  const forms = plain.map((move): [ArrangementMove, MoveForm] => [
    move,
    {
      action: to.arrangement_move({ arrangement_id, move }),
      fields: { read: String(version) },
      label: words.moves[move],
      ...('comment' in arrangement_flow.moves[move] && {
        comment: { title: words.moves[move], label: words.comment, ...(comment && { value: comment }) },
      }),
    },
  ])
  return (
    <MoveForms
      {...{ lang, moves }}
      forms={Object.fromEntries(forms)}
      field_errors={field_errors.filter(({ field }) => field === 'comment')}
    >
      <a href={to.arrangement_preview(arrangement)}>{words.preview}</a>
    </MoveForms>
  )
}

type ApproveProps = Pick<ArrangementProps, 'arrangement' | 'typed' | 'field_errors'> & { view: ViewContext }

/** The one decision on what readers see, and from when on. */
function Approve({ view: { lang, to }, arrangement, typed, field_errors }: ApproveProps) {
  const words = arranger_words[lang]
  const fields: [string, string][] = [
    ['key', crypto.randomUUID()],
    ['read', String(arrangement.version)],
  ]
  return (
    <section>
      <h2>{words.approve_title}</h2>
      <form method="post" action={to.arrangement_approve(arrangement)}>
        <HiddenFields {...{ fields }} />
        <FormFields form={approve_form} {...{ lang, typed, field_errors }} />
        <div class="actions">
          <button type="submit">{words.moves.approve}</button>
        </div>
      </form>
    </section>
  )
}

function History({ lang, steps }: { lang: Language; steps: ArrangementStep[] }) {
  const made = steps.map(({ number, state, move, comment, by_name, at }) => {
    const what = lookUp(step_words, move)?.[lang]
    const taken = {
      step_id: number,
      state,
      comment,
      by_name,
      full_name: by_name,
      undone_at: null,
      is_own: null,
      happened_on: dayOf(new Date(at)),
    }
    return what === undefined ? taken : { ...taken, what }
  })
  return <MoveHistory {...{ lang }} flow={arrangement_flow} words={arrangement_move_words} steps={made} />
}
