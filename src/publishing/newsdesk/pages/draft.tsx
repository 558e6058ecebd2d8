import { dayOf, sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { type FieldError, type Flash, Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { type MoveForm, MoveForms, MoveHistory } from '../../../platform/workflow/index.ts'
import {
  type Draft,
  type DraftComment,
  type DraftMove,
  type DraftStep,
  type DraftVersion,
  draft_flow,
  draft_move_words,
  type Finding,
  wordsOfBlock,
} from '../../newsroom/index.ts'
import type { PhotosOfText } from '../../portal/index.ts'
import type { HourTyped } from '../typed-hour.ts'
import { newsdesk_words, step_words } from '../words.ts'
import { ApproveForm, Emergency, EmergencyForm } from './approve.tsx'
import { type Commenting, CommentsElsewhere, CommentsUnder, OpenComments } from './comments.tsx'
import { DraftAsRead } from './draft-as-read.tsx'
import { NumbersRail } from './numbers-rail.tsx'

export type DraftProps = StaffPageProps & {
  draft: Draft
  findings: Finding[]
  library: PhotosOfText
  steps: DraftStep[]
  versions: DraftVersion[]
  comments: DraftComment[]
  /** Whether anything may still be said of it. */
  may_comment: boolean
  /** What whoever reads may do with it now. */
  moves: DraftMove[]
  may_write: boolean
  may_give_reasons: boolean
  is_own_work: boolean
  /** The day for which the numbers are judged. */
  judged_for: string
  comment?: string
  approve_typed: HourTyped
  emergency_typed: string
  /** Whether whoever reads may give the second signature. */
  may_sign: boolean
  field_errors?: FieldError[]
  told?: string | Flash
}

/**
 * One article on its way: as readers will see it, its numbers as the register sees them, what can be done with it now,
 * and what was done.
 */
export function DraftPage(props: DraftProps) {
  const {
    draft,
    findings,
    library,
    steps,
    versions,
    comments,
    may_comment,
    moves,
    may_write,
    may_give_reasons,
    is_own_work,
    judged_for,
    comment,
    approve_typed,
    emergency_typed,
    may_sign,
    field_errors,
    told,
    ...staff_page
  } = props
  const { view } = staff_page
  const { lang } = view
  const words = newsdesk_words[lang]
  const beside = new Set(findings.flatMap(({ mark }) => mark ?? []))
  const commenting: Commenting = { view, draft, comments, may_comment, beside }
  return (
    <Frame {...staff_page} {...{ field_errors, told }} title={draft.content.title} here={t => t.draft(draft)}>
      <p>
        <span class="tag">{words.states[draft.state]}</span> {draft.follows && `${words.follows[draft.follows]}. `}
        {words.lies_with[draft.state]}{' '}
        {draft.publish_at && draft.state === 'approved' && words.goes_out(sayInstant(draft.publish_at, lang))}
      </p>
      <p class="hint">{words.saved(draft.version, sayInstant(draft.saved_at, lang), draft.saved_by)}</p>
      {draft.digest && (
        <p class="hint">
          {words.digest}: <code class="digest">{draft.digest}</code>
        </p>
      )}
      <Emergency {...{ view, draft, may_sign }} />
      <OpenComments {...commenting} />
      <Moves {...{ view, draft, moves, may_write, comment, field_errors }} />
      {is_own_work && draft.state === 'checked' && <p>{words.own_work}</p>}
      <div class="newsdesk">
        <DraftAsRead
          {...{ view, content: draft.content, findings, library }}
          under={at => <CommentsUnder {...commenting} {...{ at }} about={beginningOf(draft, at)} />}
        />
        <NumbersRail {...{ commenting, draft, findings, may_write, may_give_reasons }} day={sayDay(dayOf(new Date(judged_for)), lang)} />
      </div>
      <CommentsElsewhere {...commenting} />
      {moves.includes('approve') && <ApproveForm {...{ view, draft, field_errors }} typed={approve_typed} />}
      {moves.includes('emergency') && <EmergencyForm {...{ view, draft, field_errors }} reason={emergency_typed} />}
      <History {...{ lang, steps }} />
      <Versions {...{ view, draft, versions }} />
    </Frame>
  )
}

/** The first words of a block, by which its button is told from others. */
function beginningOf({ content }: Draft, at: number): string {
  const block = content.body[at]
  return block ? wordsOfBlock(block, content).slice(0, 60).toWellFormed() : ''
}

type MovesProps = Pick<DraftProps, 'draft' | 'moves' | 'may_write' | 'comment' | 'field_errors'> & { view: ViewContext }

function Moves({ view: { lang, to }, draft, moves, may_write, comment, field_errors }: MovesProps) {
  const words = newsdesk_words[lang]
  const forms = Object.fromEntries(
    moves
      .filter(move => move !== 'approve' && move !== 'emergency')
      .map((move): [DraftMove, MoveForm] => [
        move,
        {
          action: to.draft_move({ draft_id: draft.draft_id, move }),
          fields: { read: String(draft.version) },
          label: words.moves[move],
          ...('comment' in draft_flow.moves[move] && {
            comment: { title: words.moves[move], label: words.comment, ...(comment && { value: comment }) },
          }),
        },
      ]),
  )
  return (
    <MoveForms {...{ lang, moves, forms }} field_errors={field_errors?.filter(({ field }) => field === 'comment') ?? []}>
      {moves.includes('approve') && (
        <a class="button" href="#duyet">
          {words.to_approve}
        </a>
      )}
      {may_write && (
        <a class="button quiet" href={to.draft_edit(draft)}>
          {words.edit}
        </a>
      )}
    </MoveForms>
  )
}

function History({ lang, steps }: Pick<ViewContext, 'lang'> & { steps: DraftStep[] }) {
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
  return <MoveHistory {...{ lang }} flow={draft_flow} words={draft_move_words} steps={made} />
}

function Versions({
  view: { lang, to },
  draft: { draft_id, version },
  versions,
}: Pick<DraftProps, 'draft' | 'versions'> & { view: ViewContext }) {
  const words = newsdesk_words[lang]
  return (
    <details class="no-print">
      <summary>
        {words.versions} ({version})
      </summary>
      <ul class="people">
        {versions.map(({ number, writer_name, at }) => (
          <li key={number}>
            <a href={to.draft_version({ draft_id, version: number })}>{words.version(number)}</a>{' '}
            <span class="hint">
              {sayInstant(at, lang)}, {writer_name}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
