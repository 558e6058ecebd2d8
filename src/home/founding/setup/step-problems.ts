import type { Problem } from '../../../basis/shared/outcome.ts'
import { answersIn, type Form, problemsWith, type Typed } from '../../../platform/staff/index.ts'
import { emblem_limits, isEmblem } from '../emblem.ts'
import { problemsInFounding } from '../founding-problems.ts'
import type { FoundingCode } from '../words.ts'
import { foundingOf, placeOf } from './compose.ts'
import { forms, type StepName } from './forms.ts'
import { standsInProvince } from './kinds-of-register.ts'
import { type SavedSteps, typedSteps } from './suggest.ts'

/**
 * What is wrong with a step by its own limits, and by the rules of a founding, as far as they can be judged before the
 * others are filled in. Fields are the step's own.
 */
export function problemsInStep(
  step: StepName,
  { typed, saved, today, now }: { typed: Typed; saved: SavedSteps; today: string; now: Date },
): Problem<FoundingCode>[] {
  const form: Form = forms[step]
  // Of whichever step: their codes have their sentences in `../words.ts`.
  const by_field = [...problemsWith(form, answersIn(form, typed), { today })] as Problem<FoundingCode>[]
  const own = [...by_field, ...problemsBetween(step, typed)]
  if (own.length > 0) return own
  const whole = foundingOf(typedSteps({ ...saved, [step]: typed }, today))
  return [...problemsInFounding(whole, now)].flatMap(problem => {
    const place = placeOf(problem)
    return place?.step === step ? { ...problem, field: place.field } : []
  })
}

function* problemsBetween(step: StepName, { whose = '', place = '', emblem = '' }: Typed): Generator<Problem<FoundingCode>> {
  if (emblem && !isEmblem(Buffer.from(emblem, 'base64'))) yield { code: 'not-an-emblem', field: 'emblem', limit: emblem_limits.most }
  if (step === 'register' && standsInProvince(whose) && place === '') yield { code: 'missing', field: 'place' }
}
