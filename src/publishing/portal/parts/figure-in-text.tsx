import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import type { PublicRunState } from '../../../numbers/figure/index.ts'
import { VerdictBadge, type ViewContext } from '../../../platform/web/index.ts'
import { words } from '../words.ts'
import { type CitedNumber, fragmentsOf } from './cited-number.ts'

/**
 * A number of the register in running text, the only way it gets there. It is a link to its box among the endnotes: no
 * script, one can go back, and the opened box can be sent to somebody. Browsers that can place a box beside a link show
 * it there (article.css). `is_first`: only the first place of a mark is where the box leads back to.
 */
export function FigureInText({ number, is_first }: { number: CitedNumber; is_first: boolean }) {
  const fragments = fragmentsOf(number)
  return (
    <a
      class={number.state === 'holds' ? 'figure' : 'figure is-differs'}
      id={is_first ? fragments.number : undefined}
      href={`#${fragments.box}`}
      role="doc-noteref"
      data-note={number.note}
      data-anchor={is_first ? `--${fragments.box}` : undefined}
    >
      {number.printed}
    </a>
  )
}

/** The box of a number: its value, the judgement, what it counts, its three values and why, the way to its source. */
export function FigureBox({ number, lang, to }: { number: CitedNumber } & ViewContext) {
  const w = words[lang]
  const fragments = fragmentsOf(number)
  const { printed, figure_name, sentence, as_printed, rule, why } = number
  return (
    <div
      class={number.state === 'holds' ? 'box' : 'box is-differs'}
      id={fragments.box}
      role="note"
      tabIndex={-1}
      aria-label={figure_name}
      data-anchor={`--${fragments.box}`}
    >
      <p>
        <strong class="numeral">{printed}</strong> <Judged state={number.state} lang={lang} />
      </p>
      <p>
        <b>{figure_name}.</b> {sentence}
      </p>
      {(as_printed.how || rule) && (
        <dl>
          {as_printed.how && <dt>{w.equals}</dt>}
          {as_printed.how && <dd>{as_printed.how}</dd>}
          {rule && <dt>{w.rule_used}</dt>}
          {rule && <dd>{rule}</dd>}
        </dl>
      )}
      <ThreeValues number={number} lang={lang} />
      {why && <p class="why">{why}</p>}
      <p>
        <a href={to.run({ run_id: number.run_id })} itemProp="isBasedOn">
          {fill(w.source_link, { printed })}
        </a>{' '}
        <span class="meta">{fill(w.book, { when: sayInstant(number.recorded_as_of, lang) })}</span>
      </p>
      <a class="close" href={`#${fragments.number}`}>
        <span class="vh">{w.close}</span>
      </a>
    </div>
  )
}

type ThreeOf = Pick<CitedNumber, 'valid_as_of' | 'as_printed' | 'known_now' | 'today'>

/** What was printed, what comes out for that day now, and what for today: side by side, for the three may differ. */
export function ThreeValues({ number, lang }: { number: ThreeOf } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  return (
    <dl class="three">
      <div>
        <dt>{w.as_printed}</dt>
        <dd>{number.as_printed.value}</dd>
      </div>
      <div>
        <dt>{fill(w.now_known, { day: sayDay(number.valid_as_of, lang) })}</dt>
        <dd>{number.known_now.value}</dd>
      </div>
      <div>
        <dt>{w.today}</dt>
        <dd>{number.today?.value ?? '–'}</dd>
      </div>
    </dl>
  )
}

export function Judged({ state, lang }: { state: PublicRunState } & Pick<ViewContext, 'lang'>) {
  return <VerdictBadge judgement={state === 'holds' ? 'holds' : 'differs'}>{words[lang].run_states[state]}</VerdictBadge>
}

/** How many numbers of an article still hold. */
export function HoldingSeal({ held, cited, lang }: { held: number; cited: number } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  if (cited === 0) return null
  return (
    <VerdictBadge judgement={held === cited ? 'holds' : 'differs'}>
      {fill(held === cited ? w.holds_all : w.holds_some, { held, n: cited })}
    </VerdictBadge>
  )
}
