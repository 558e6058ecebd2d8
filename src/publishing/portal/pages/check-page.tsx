import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import {
  type CheckedQuantity,
  check_words,
  dated_by_words,
  sayDoubt,
  type TextCheck,
  unreadable_words,
  verdict_words,
} from '../../../numbers/check/index.ts'
import { figure_words, status_words } from '../../../numbers/figure/index.ts'
import { type AskedInAddress, type Judgement, Layout, VerdictBadge, type ViewContext } from '../../../platform/web/index.ts'
import { copy_script } from '../browser/copy-script.ts'
import { claimsByNeed, countByJudgement, judgementOf, markText, rewrittenSentence } from '../check-marks.ts'
import type { Pasted } from '../kept-checks.ts'
import { DayHint, DayInput } from '../parts/day-input.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { sayProblem } from '../say.ts'
import { words } from '../words.ts'

/** `result` is the name under which a result is kept. */
type Props = { pasted: Pasted; checked: TextCheck | null; problems: Problem[]; result?: string } & ViewContext

/** The number check: a form, and below it what was found. It works without script, and keeps nothing. */
export function CheckPage({ pasted, checked, problems, result, ...view }: Props) {
  const w = words[view.lang]
  const here = (to: ViewContext['to']) => (result === undefined ? to.check() : to.check_result({ result }))
  return (
    <Layout {...view} title={w.check} description={w.check_intro} section="check" here={here}>
      <h1>{w.check}</h1>
      <p class="intro">{w.check_intro}</p>
      {problems.length > 0 && <Unreadable problems={problems} lang={view.lang} />}
      {checked && <Checked pasted={pasted} checked={checked} {...view} />}
      <PasteForm pasted={pasted} is_again={checked !== null} problems={problems} {...view} />
    </Layout>
  )
}

function PasteForm({
  pasted,
  is_again,
  problems,
  lang,
  to,
  notice,
}: { pasted: Pasted; is_again: boolean; problems: Problem[] } & ViewContext) {
  const w = words[lang]
  return (
    <form method="post" action={to.check()} class={is_again ? 'section' : undefined}>
      {is_again && <h2 class="ruled">{w.check_again}</h2>}
      <label for="bai">{w.check_text}</label>
      <textarea
        id="bai"
        name="bai"
        required
        lang="vi"
        spellcheck={false}
        aria-describedby="rieng-tu"
        aria-invalid={problems.some(({ field }) => field === 'bai') || undefined}
      >
        {pasted.text}
      </textarea>
      <DayHint lang={lang} />
      <div class="fields">
        <DayInput name="ngay" label={w.check_day} value={pasted.day} is_wrong={problems.some(({ field }) => field === 'ngay')} />
        <button type="submit">{w.check_button}</button>
        {notice?.check_text && (
          <button type="submit" name="mau" value="1" formNoValidate class="quiet">
            {w.check_sample}
          </button>
        )}
      </div>
      <p class="more" id="rieng-tu">
        {w.check_private}
      </p>
    </form>
  )
}

function Unreadable({ problems, lang }: { problems: Problem[] } & Pick<ViewContext, 'lang'>) {
  return (
    <div class="problems" role="alert">
      <h2>{words[lang].problem}</h2>
      <ul>
        {problems.map(problem => (
          <li key={problem.code}>
            <a href={`#${problem.field}`}>{sayWrong(problem, lang)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function sayWrong(problem: Problem, lang: ViewContext['lang']): string {
  const { code, field, limit = '' } = problem
  if (field === 'ngay') return sayProblem(problem, lang)
  if (code === 'result-gone') return words[lang].check_gone
  return fill(code === 'too-long-here' ? words[lang].too_long : (lookUp(unreadable_words, code)?.[lang] ?? code), { limit })
}

function Checked({ pasted, checked, ...view }: { pasted: Pasted; checked: TextCheck } & ViewContext) {
  const { lang } = view
  const w = words[lang]
  const claims = claimsByNeed(checked)
  const judged = { day: sayDay(checked.date, lang), by: dated_by_words[checked.dated_by][lang] }
  return (
    <section aria-labelledby="ket-qua">
      <h2 class="ruled" id="ket-qua">
        {w.result}
      </h2>
      <p>
        {fill(check_words.judged_by![lang], judged)}
        {checked.legacy && ` ${fill(check_words.repaired![lang], { letters: checked.legacy })}`}
      </p>
      <OtherDay text={pasted.text} day={checked.date} {...view} />
      {checked.left_out > 0 && (
        <p class="problems">{fill(check_words.left_out![lang], { judged: checked.quantities.length, left_out: checked.left_out })}</p>
      )}
      <Totals checked={checked} lang={lang} />
      <div class="check">
        <div class="paper" lang="vi">
          {markText(pasted.text, checked.quantities).map(({ text, judgement }, i) =>
            judgement ? (
              <mark key={i} class={judgement}>
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </div>
        {claims.length > 0 ? (
          <Claims claims={claims} {...{ pasted, checked }} {...view} />
        ) : (
          <p>{checked.quantities.length > 0 ? w.no_claims : w.check_none}</p>
        )}
      </div>
      {claims.some(({ should_be }) => should_be !== null) && <script type="module" src={copy_script.path} />}
    </section>
  )
}

/** The same text by another day, where the one that was found in it or assumed is not its own. */
function OtherDay({ text, day, lang, to }: { text: string; day: string } & ViewContext) {
  const w = words[lang]
  return (
    <form method="post" action={to.check()}>
      <input type="hidden" name="bai" value={text} />
      <div class="fields">
        <DayInput name="ngay" id="ngay-xet" label={w.check_other_day} value={day} />
        <button type="submit" class="quiet">
          {w.check_by_day}
        </button>
      </div>
    </form>
  )
}

const judgements: Judgement[] = ['differs', 'unsure', 'unbound', 'holds', 'plain']

function Totals({ checked, lang }: { checked: TextCheck } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  const counts = countByJudgement(checked)
  return (
    <p class="verdicts">
      {judgements
        .filter(judgement => counts[judgement] > 0)
        .map(judgement => (
          <VerdictBadge key={judgement} judgement={judgement}>
            {counts[judgement]} {w.judgements[judgement]}
          </VerdictBadge>
        ))}
    </p>
  )
}

type Found = { claims: CheckedQuantity[]; pasted: Pasted; checked: TextCheck }

function Claims({ claims, pasted, checked, ...view }: Found & ViewContext) {
  const w = words[view.lang]
  return (
    <Scroll label={w.compared}>
      <table class="blocks">
        <thead>
          <tr>
            <th scope="col">{w.in_text}</th>
            <th scope="col">{w.compared}</th>
            <th scope="col" class="n">
              {w.register}
            </th>
          </tr>
        </thead>
        <tbody>
          {claims.map(claim => (
            <tr key={claim.start}>
              <th scope="row" lang="vi">
                {claim.text}
              </th>
              <td data-label="">
                <ClaimJudged claim={claim} rewritten={rewrittenSentence(pasted.text, checked, claim)} {...view} />
              </td>
              <RegisterSays claim={claim} lang={view.lang} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/**
 * Numbers as the province prints them, for they are compared with a Vietnamese text; a state in the words of the page.
 */
function RegisterSays({ claim: { register_text, register_value }, lang }: { claim: CheckedQuantity } & Pick<ViewContext, 'lang'>) {
  const label = words[lang].register
  const state = typeof register_value === 'string' && lookUp(status_words, register_value)
  if (state)
    return (
      <td class="n" data-label={label}>
        {state[lang]}
      </td>
    )
  return (
    <td class="n" lang="vi" data-label={label}>
      {register_text ?? '–'}
    </td>
  )
}

function ClaimJudged({ claim, rewritten, lang, to }: { claim: CheckedQuantity; rewritten: string | null } & ViewContext) {
  const w = words[lang]
  const { figure, verdict, should_be } = claim
  const asked = addressOf(claim)
  return (
    <>
      {figure && <a href={to.figure({ figure, asked })}>{figure_words[figure].name[lang]}</a>}{' '}
      <VerdictBadge judgement={judgementOf(claim)}>{verdict_words[verdict!][lang]}</VerdictBadge>
      {should_be && (
        <>
          <br />
          {w.should_be}:{' '}
          <span class="should" lang="vi">
            {should_be}
          </span>
          {rewritten && <Rewritten sentence={rewritten} lang={lang} />}
        </>
      )}
      {verdict === 'unsure' && (
        <>
          <br />
          {sayDoubt(claim, lang)}
        </>
      )}
    </>
  )
}

/** The whole sentence as it should stand: to be selected, or copied where there is script. */
function Rewritten({ sentence, lang }: { sentence: string } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  return (
    <p class="rewritten">
      <q lang="vi" data-copy={w.copy} data-copied={w.copied} data-failed={w.not_copied}>
        {sentence}
      </q>
    </p>
  )
}

/**
 * The question as the page of the figure takes it: what is known now about that day, so without the instant of the
 * check.
 */
function addressOf({ parameters }: CheckedQuantity): AskedInAddress {
  const { recorded_as_of: _, ...asked } = parameters ?? {}
  const given = Object.entries(asked).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}
