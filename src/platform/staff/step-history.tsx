import { sayDay, sayInstant } from '../../basis/shared/dates.ts'
import type { Language } from '../web/index.ts'
import { staff_words } from './words.ts'

/**
 * One step: what was done with which text (`about`), on which ISO day, by whom, with which words; and the instant since
 * when it is undone.
 */
export type StepTaken = {
  step_id: number
  about?: string
  what: string
  happened_on: string
  by: string
  said: string | null
  undone_at: string | null
}

/**
 * All steps in their order, folded. What was undone is struck through and says so in words, because not everybody sees
 * the stroke.
 */
export function StepHistory({ lang, steps }: { lang: Language; steps: readonly StepTaken[] }) {
  if (steps.length === 0) return null
  return (
    <details class="no-print">
      <summary>{staff_words[lang].steps_taken(steps.length)}</summary>
      <ol class="taken">
        {steps.map(step => (
          <li key={step.step_id}>
            {step.undone_at === null ? <Step {...{ lang, step }} /> : <Undone {...{ lang, step }} undone_at={step.undone_at} />}
          </li>
        ))}
      </ol>
    </details>
  )
}

function Step({ lang, step: { about, what, happened_on, by, said } }: { lang: Language; step: StepTaken }) {
  return (
    <>
      <time dateTime={happened_on}>{sayDay(happened_on, lang)}</time>: {about && `${about} · `}
      <strong>{what}</strong> · {by}
      {said && <p lang="vi">{said}</p>}
    </>
  )
}

function Undone({ lang, step, undone_at }: { lang: Language; step: StepTaken; undone_at: string }) {
  return (
    <>
      <del dateTime={undone_at}>
        <Step {...{ lang, step }} />
      </del>
      <p class="hint">{staff_words[lang].undone_at(sayInstant(undone_at, lang))}</p>
    </>
  )
}
