import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import { type MoveForm, MoveForms, MoveHistory } from '../../../platform/workflow/index.ts'
import { sayPlace } from '../../organisation/index.ts'
import { type NominationMove, nomination_flow, type PlainMove, plain_moves } from '../exemplar.ts'
import type { Model } from '../model/list-models.ts'
import { move_words } from '../move-words.ts'
import type { AwardRow, CommentRow, EvidenceRow, StepRow, VoteRow } from '../reads/case-parts.ts'
import type { Nomination } from '../reads/find-nomination.ts'
import type { ConsentItem } from '../reads/list-consent-items.ts'
import { exemplar_words, kind_words } from '../words.ts'
import { Awards, Comments, Consents, Evidence, Models, NoticeOf } from './case-parts.tsx'

type Props = StaffPageProps & {
  found: Nomination
  steps: StepRow[]
  moves: NominationMove[]
  evidence: EvidenceRow[]
  vote: VoteRow | null
  comments: CommentRow[] | null
  awards: AwardRow[]
  story: { story_vi: string } | null
  consents: ConsentItem[]
  models: Model[]
  may_declare: boolean
  may_end: boolean
  may_write: boolean
  may_record_consent: boolean
  /** The notice still stands: nothing is recommended before it is over. */
  is_running: boolean
  comment?: string
  refused?: PlainMove
  field_errors: FieldError[]
  told?: string
}

/** One case: what it says, what may be done with it now, and how it came here. */
export function NominationPage({ found, ...props }: Props) {
  const { steps, moves, evidence, vote, comments, awards, story, consents, models, may_declare, may_end, may_write, may_record_consent } =
    props
  const { is_running } = props
  const { comment, refused, field_errors, told, ...staff_page } = props
  const { view } = staff_page
  const { lang, to } = view
  const words = exemplar_words[lang]
  return (
    <Frame
      {...{ view, person: props.person, menu: props.menu, field_errors, told }}
      title={words.case(found.name ?? words.unnamed)}
      crumb={found.unit_name ?? ''}
      here={t => t.nomination(found)}
    >
      <p>
        <span class="tag">{words.state_said(move_words.steps[found.state][lang])}</span>
      </p>
      <Facts {...{ lang, found }} />
      <Steps {...{ view, found, moves, field_errors, comment, refused }} />
      {vote && (
        <section>
          <h2>{words.voted}</h2>
          <p>{words.vote_said(sayDay(vote.met_on, lang), vote.attended, vote.seats, vote.in_favour, vote.against)}</p>
        </section>
      )}
      <NoticeOf {...{ lang, found, consents, is_running }} />
      {comments && <Comments {...{ lang, comments }} />}
      <Evidence {...{ view, found, evidence, field_errors }} may_attach={moves.includes('submit')} />
      <Awards {...{ lang, awards }} />
      {found.state === 'recognised' && (
        <p>
          <a href={to.nomination_certificate(found)}>{words.print_certificate}</a>
        </p>
      )}
      <Models {...{ view, found, models, may_declare, may_end }} />
      <Consents {...{ view, found, consents, may_record: may_record_consent }} />
      {(may_write || story) && (
        <section>
          <h2>{words.story_title}</h2>
          {story ? <p lang="vi">{story.story_vi}</p> : <p>{words.no_story}</p>}
          {may_write && (
            <p>
              <a href={to.nomination_story(found)}>{words.story}</a>
            </p>
          )}
        </section>
      )}
      <MoveHistory
        {...{ lang }}
        flow={nomination_flow}
        words={move_words}
        steps={steps.map(step => ({ ...step, full_name: step.full_name || (found.unit_name ?? '') }))}
      />
      <p class="actions">
        <a href={to.nominations({ unit: found.unit })}>{words.back}</a>
      </p>
    </Frame>
  )
}

function Facts({ lang, found }: { lang: StaffPageProps['view']['lang']; found: Nomination }) {
  const words = exemplar_words[lang]
  const place = found.place_name && sayPlace({ name: found.place_name, unit_kind: found.place_kind ?? '' }, lang)
  const facts: [string, string, boolean][] = [
    [words.what, found.achievement, true],
    [words.kind, kind_words[found.kind][lang], false],
    [words.field, lang === 'vi' ? found.field_vi : found.field_en, false],
    [words.place, place || '', false],
    [words.unit, sayName(found.unit_name ?? '', lang), false],
    [words.account, found.account, true],
  ]
  return (
    <dl class="facts">
      {facts.flatMap(([what, said, is_vietnamese]) => [
        <dt key={what}>{what}</dt>,
        <dd key={`${what} said`} lang={is_vietnamese ? 'vi' : undefined}>
          {said}
        </dd>,
      ])}
    </dl>
  )
}

type StepsProps = Pick<Props, 'view' | 'found' | 'moves' | 'field_errors' | 'comment' | 'refused'>

/** What leads a case on; to change it or to revoke what it led to is possible, and not what most come for. */
const led_on: readonly NominationMove[] = ['vote', 'recognise']

/** What whoever reads may do now: a press, a few words, or a form of its own. */
function Steps({ view: { lang, to }, found, moves, field_errors, comment, refused }: StepsProps) {
  const words = exemplar_words[lang]
  const { nomination_id } = found
  const forms = Object.fromEntries(
    plain_moves.map((move): [string, MoveForm] => {
      const label = words.moves[move]
      const asks = lookUp<string | undefined>(words.asks, move)
      const action = to.nomination_move({ nomination_id, move })
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
  const links: [NominationMove, string, string][] = [
    ['submit', to.nomination_change(found), words.change],
    ['vote', to.nomination_vote(found), words.vote],
    ['recognise', to.nomination_recognise(found), words.recognise],
    ['revoke', to.nomination_revoke(found), words.revoke],
  ]
  const plain = moves.filter(move => plain_moves.some(known => known === move))
  return (
    <>
      {moves.length === 0 && <p class="hint">{words.not_yours}</p>}
      <MoveForms<string> {...{ lang, forms, refused, field_errors }} moves={plain}>
        {links
          .filter(([move]) => moves.includes(move))
          .map(([move, href, label]) => (
            <a key={move} class={led_on.includes(move) ? 'button' : undefined} href={href}>
              {label}
            </a>
          ))}
      </MoveForms>
    </>
  )
}
