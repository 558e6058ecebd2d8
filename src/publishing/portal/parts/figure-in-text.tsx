import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import type { PublicRunState } from '../../../numbers/figure/index.ts'
import { VerdictBadge, type ViewContext } from '../../../platform/web/index.ts'
import { words } from '../words.ts'
import { type CitedNumber, fragmentsOf } from './cited-number.ts'

/**
 * A number of the register in running text, the only way it gets there. It is a link to its box, which stands after the
 * paragraph and is shown while the address points to it: no script, one can go back, and the opened box can be sent to
 * somebody. `is_first`: only the first place of a mark is where the box leads back to.
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
    >
      {number.printed}
    </a>
  )
}

/** The box of a number: its value, the judgement, what it counts, its three values, and the way to its source. */
export function FigureBox({ number, lang, to }: { number: CitedNumber } & ViewContext) {
  const w = words[lang]
  const fragments = fragmentsOf(number)
  return (
    <div
      class={number.state === 'holds' ? 'box' : 'box is-differs'}
      id={fragments.box}
      role="note"
      tabIndex={-1}
      aria-label={number.figure_name}
    >
      <p>
        <strong class="numeral">{number.printed}</strong> <Judged state={number.state} lang={lang} />
      </p>
      <dl>
        <dt>{w.counted}</dt>
        <dd>{number.sentence}</dd>
        <dt>{w.as_of}</dt>
        <dd>
          {sayDay(number.valid_as_of, lang)}, {fill(w.book, { when: sayInstant(number.recorded_as_of, lang) })}
        </dd>
        {number.as_printed.how && <dt>{w.equals}</dt>}
        {number.as_printed.how && <dd>{number.as_printed.how}</dd>}
      </dl>
      <ThreeValues number={number} lang={lang} />
      <p>
        <a href={to.run({ run_id: number.run_id })}>{fill(w.source_link, { printed: number.printed })}</a>
      </p>
      <a class="close" href={`#${fragments.number}`} aria-label={w.close}>
        ×
      </a>
    </div>
  )
}

/** What was printed, what is now known for that day, and what is so today: side by side, for the three may differ. */
export function ThreeValues({
  number,
  lang,
}: { number: Pick<CitedNumber, 'as_printed' | 'known_now' | 'today'> } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  return (
    <dl class="three">
      <div>
        <dt>{w.as_printed}</dt>
        <dd>{number.as_printed.value}</dd>
      </div>
      <div>
        <dt>{w.now_known}</dt>
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
