import { sayDay } from '../../basis/shared/dates.ts'
import { fill } from '../../basis/shared/sentences.ts'
import { type FigureId, type PublicAnswer, type PublicRunState, sayWhy, type Why } from '../../numbers/figure/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { sayHow, sayValue } from './say.ts'
import { words } from './words.ts'

type Values = {
  figure: FigureId
  valid_as_of: string
  /** What has become of it, where it was printed. */
  state?: PublicRunState
  known_now: PublicAnswer
  today: PublicAnswer | null
  why: Why | null
}

/**
 * Why the values of a number differ: what is so of its day, then what is so today and why. Empty where there is nothing
 * to say.
 */
export function sayWhyOf({ figure, valid_as_of, state = 'holds', known_now, today, why }: Values, lang: Language): string {
  const w = words[lang]
  const day = sayDay(valid_as_of, lang)
  if (state === 'withheld' || state === 'broken') return ''
  const of_its_day =
    state === 'holds' ? fill(w.right_for_its_day, { day }) : fill(w.learned_since, { value: withHow(known_now, lang), day })
  if (!today) return `${of_its_day} ${w.no_answer_today}`
  if (!why) return state === 'holds' ? '' : of_its_day
  // «Hôm nay là …» would say the end of the unit twice.
  if (why.because === 'ended') return `${of_its_day} ${asSentence(sayWhy(figure, why, lang))}`
  return `${of_its_day} ${fill(w.today_because, { value: withHow(today, lang), why: sayWhy(figure, why, lang) })}`
}

function asSentence(clause: string): string {
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`
}

/** «2,86% (1 trên 35 xã)» */
function withHow(answer: PublicAnswer, lang: Language): string {
  const how = answer.value.kind === 'rate' ? sayHow(answer, lang) : ''
  return how ? `${sayValue(answer.value, lang)} (${how})` : sayValue(answer.value, lang)
}
