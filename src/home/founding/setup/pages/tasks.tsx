import { ErrorSummary, type FieldError, StaffLayout } from '../../../../platform/staff/index.ts'
import type { ViewContext } from '../../../../platform/web/index.ts'
import { step_names } from '../forms.ts'
import { sayStep } from '../say-step.ts'
import { setup_words, step_words } from '../setup-words.ts'
import type { SavedSteps } from '../suggest.ts'

type TasksProps = { view: ViewContext; saved: SavedSteps; field_errors?: FieldError[] }

/** What is to be done, how far it is, and the next of it; when all is done, the founding. */
export function TasksPage({ view, saved, field_errors = [] }: TasksProps) {
  const { lang, to } = view
  const words = setup_words[lang]
  const left = step_names.filter(step => !saved[step])
  const title = words.to_do(left.length, step_names.length)
  return (
    <StaffLayout {...view} title={title} here={t => t.setup()} has_problems={field_errors.length > 0}>
      <ErrorSummary {...{ lang, field_errors }} />
      <h1>{title}</h1>
      <p>{words.lead}</p>
      <ol class="tasks">
        {step_names.map(step => (
          <li key={step}>
            <a href={to.setup_step({ step: step_words[step].slug })}>{step_words[step].title[lang]}</a>
            <span class="said">{saved[step] && sayStep(step, saved[step], lang)}</span>
            <span class="tag">{saved[step] ? words.done : words.open}</span>
          </li>
        ))}
      </ol>
      {left[0] ? (
        <p class="actions">
          <a class="button" href={to.setup_step({ step: step_words[left[0]].slug })}>
            {words.next(step_words[left[0]].title[lang])}
          </a>
        </p>
      ) : (
        <form method="post" action={to.setup_found()}>
          <p>{words.found_lead}</p>
          <p class="actions">
            <button type="submit">{words.found}</button>
          </p>
        </form>
      )}
    </StaffLayout>
  )
}
