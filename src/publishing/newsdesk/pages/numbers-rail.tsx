import { randomUUID } from 'node:crypto'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { figure_words, isFigureId } from '../../../numbers/figure/index.ts'
import { Question } from '../../../platform/staff/index.ts'
import { HiddenFields, type Judgement, VerdictBadge, type ViewContext } from '../../../platform/web/index.ts'
import { type Draft, type Finding, letters_around } from '../../newsroom/index.ts'
import { sayFinding } from '../say-finding.ts'
import { newsdesk_words } from '../words.ts'
import { type Commenting, CommentsOnNumber } from './comments.tsx'

/** What stands by a reason is not what the register says: it is told apart from what holds. */
export function judgementOf({ need, reason }: Pick<Finding, 'need' | 'reason'>): Judgement {
  if (need === 'nothing') return reason === null ? 'holds' : 'unbound'
  return need === 'correction' ? 'differs' : 'unsure'
}

type RailProps = {
  commenting: Commenting
  draft: Draft
  findings: Finding[]
  /** The day of publication, as the page says it. */
  day: string
  may_write: boolean
  may_give_reasons: boolean
}

const by_need: Judgement[] = ['differs', 'unsure', 'unbound', 'holds']

/** Every quantity of the text as the register sees it: what needs a hand first, with what can be done about it. */
export function NumbersRail({ commenting, draft, findings, day, may_write, may_give_reasons }: RailProps) {
  const { view } = commenting
  const words = newsdesk_words[view.lang]
  const sorted = by_need.flatMap(judgement => findings.filter(finding => judgementOf(finding) === judgement))
  return (
    <section class="rail" aria-labelledby="kiem-so">
      <h2 id="kiem-so">{words.numbers_title}</h2>
      {findings.length === 0 ? <p>{words.no_numbers}</p> : <Totals {...{ view, findings }} />}
      <p class="hint">{words.judged_for(day)}</p>
      <ul class="ways">
        {sorted.map(finding => (
          <li key={finding.at}>
            <Said {...{ view, draft, finding }} />
            {may_write && <Settle {...{ view, draft, finding, may_give_reasons }} />}
            <OnNumber {...{ commenting, draft, finding }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Totals({ view: { lang }, findings }: Pick<RailProps, 'findings'> & { view: ViewContext }) {
  const words = newsdesk_words[lang]
  const counts = by_need.map(judgement => [judgement, findings.filter(finding => judgementOf(finding) === judgement).length] as const)
  return (
    <p class="verdicts">
      {counts
        .filter(([, n]) => n > 0)
        .map(([judgement, n]) => (
          <VerdictBadge key={judgement} judgement={judgement}>
            {lookUp(words.counted, judgement)!(n)}
          </VerdictBadge>
        ))}
    </p>
  )
}

type OfFinding = { view: ViewContext; draft: Draft; finding: Finding }

function Said({ view: { lang }, draft, finding }: OfFinding) {
  const words = newsdesk_words[lang]
  const { quantity, before, behind, mark } = finding
  const figure = draft.content.citations.find(citation => citation.mark === mark)?.figure ?? null
  return (
    <>
      <p lang="vi">
        {wholeWords(before, /^\S*\s?/, '…', '')}
        <mark class={judgementOf(finding)}>{quantity}</mark>
        {wholeWords(behind, /\s?\S*$/, '', '…')}
      </p>
      <p class="hint">
        {figure && isFigureId(figure) && `${words.bound_to} ${figure}, ${figure_words[figure].name[lang]}. `}
        {sayFinding(finding, lang)}
      </p>
    </>
  )
}

/** Text beside a quantity; where it was cut, whole words of it with a sign that it goes on. */
function wholeWords(text: string, torn: RegExp, ahead: string, after: string): string {
  return Array.from(text).length < letters_around ? text : `${ahead}${text.replace(torn, '')}${after}`
}

/** What was said of a number that is bound. */
function OnNumber({ commenting, draft, finding }: { commenting: Commenting; draft: Draft; finding: Finding }) {
  const citation = draft.content.citations.find(({ mark }) => mark === finding.mark)
  if (!citation) return null
  return <CommentsOnNumber {...commenting} mark={citation.mark} printed={citation.printed} />
}

type SettleProps = OfFinding & Pick<RailProps, 'may_give_reasons'>

/** What can be done about a number: bind it with one press, or say why it may stand. */
function Settle({ view: { lang, to }, draft, finding, may_give_reasons }: SettleProps) {
  const words = newsdesk_words[lang]
  const { at, binding, need, words: of_text } = finding
  const fields = (): [string, string][] => [
    ['key', randomUUID()],
    ['read', String(draft.version)],
    ['words', of_text],
  ]
  const printed = binding && binding.token.printed + binding.rest
  return (
    <>
      {printed !== null && (
        <form method="post" action={to.draft_bind(draft)} class="no-print">
          <HiddenFields fields={fields()} />
          <button type="submit" class="quiet">
            {need === 'correction' ? words.write_and_bind(printed) : words.bind(printed)}
          </button>
        </form>
      )}
      {may_give_reasons && (need === 'reason' || need === 'binding') && (
        <details class="no-print">
          <summary>{words.reason}</summary>
          <form method="post" action={to.draft_reason(draft)}>
            <HiddenFields fields={fields()} />
            <Question {...{ lang }} name={`ly-do-${at}`} label={words.reason} hint={words.reason_hint}>
              {described => <textarea id={`ly-do-${at}`} name="reason" rows={2} aria-describedby={described} />}
            </Question>
            <button type="submit" class="quiet">
              {words.give_reason}
            </button>
          </form>
        </details>
      )}
    </>
  )
}
