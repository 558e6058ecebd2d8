import { dayBefore, sayDay } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import type { FigureId } from '../../../numbers/figure/index.ts'
import type { AskedInAddress, Href, ViewContext } from '../../../platform/web/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import type { BehindFigure } from '../behind-answer.ts'
import type { Root } from '../reads/newest-known.ts'
import { sayHow, sayValue } from '../say.ts'
import { sayWhyOf } from '../say-why.ts'
import { words } from '../words.ts'
import { Numeral } from './board.tsx'
import { sentenceOfAnswer } from './using-number.tsx'

type SaidProps = Pick<BehindFigure, 'answer' | 'since'> & Pick<ViewContext, 'lang' | 'place' | 'became'>

/** A figure's answer as it is read: the numeral, of what and of when, what is counted, and why it is another one today. */
export function FigureSaid({ answer, since, lang, place, became }: SaidProps) {
  const w = words[lang]
  const how = sayHow(answer, lang)
  const { value, unit_name, parameters, is_of_month_end } = answer
  const why = since && sayWhyOf({ figure: answer.figure as FigureId, ...parameters, known_now: answer, ...since }, lang)
  const is_whole = place?.vi === unit_name
  return (
    <>
      <p class="answer">
        <strong class="numeral">
          <Numeral said={sayValue(value, lang)} />
        </strong>{' '}
        <span>
          {how}
          {how && <br />}
          {sayName(unit_name, lang)}, {fill(w.on_day, { day: sayDay(parameters.valid_as_of, lang) })}
          {is_whole && became && <small> ({became[lang]})</small>}
        </span>
      </p>
      {value.kind === 'withheld' && <p class="kept-back">{w.value_withheld}</p>}
      {is_of_month_end && <p class="kept-back">{fill(w.of_month_end, { day: sayDay(parameters.valid_as_of, lang) })}</p>}
      <p class="intro">{sentenceOfAnswer(answer, lang)}</p>
      {why && <p class="why">{why}</p>}
    </>
  )
}

type DaysProps = {
  figure: FigureId
  asked: AskedInAddress
  today: string
  before: Root | null
  lang: ViewContext['lang']
  to: Href
} & Pick<BehindFigure, 'answer' | 'mergers'>

/**
 * Days worth asking for: today first, then each great merger and the day before it; and the register's root, where what
 * it has become is shown (`before`).
 */
export function FigureDays({ figure, asked, answer, mergers, today, before, lang, to }: DaysProps) {
  const w = words[lang]
  const days = [
    { day: today, label: w.today_day },
    ...mergers.flatMap(({ day }) => [
      { day: dayBefore(day), label: fill(w.before_merger, { day: sayDay(dayBefore(day), lang) }) },
      { day, label: sayDay(day, lang) },
    ]),
  ]
  return (
    <ul class="days" aria-label={w.map_days}>
      {days.map(({ day, label }) => (
        <li key={day}>
          <a
            href={to.figure({ figure, asked: { ...asked, valid_as_of: day } })}
            aria-current={day === answer.parameters.valid_as_of ? 'true' : undefined}
          >
            {label}
          </a>
        </li>
      ))}
      {before && (
        <li>
          <a href={to.figure({ figure, asked: { unit: before.key } })}>{fill(w.of_root_before, { unit: sayPlace(before, lang) })}</a>
        </li>
      )}
    </ul>
  )
}
