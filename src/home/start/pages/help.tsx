import { StaffLayout } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { type Helped, help_slugs, help_texts, help_words } from '../help/help-words.ts'

const all = Object.keys(help_slugs) as Helped[]

/** The pages of help, a line for each role. */
export function HelpListPage({ view }: { view: ViewContext }) {
  const { lang, to } = view
  const words = help_words[lang]
  return (
    <StaffLayout {...view} title={words.title} here={to => to.help()}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <nav aria-label={words.title}>
        <ul class="plain-list">
          {all.map(whom => (
            <li key={whom}>
              <a href={to.help_of({ role: help_slugs[whom] })}>
                <strong>{help_texts[lang][whom].title}</strong>
              </a>
              : {help_texts[lang][whom].lead}
            </li>
          ))}
        </ul>
      </nav>
      <p>
        <a href={to.sign_in()}>{words.sign_in}</a>
      </p>
    </StaffLayout>
  )
}

/** One role on one side of A4. */
export function HelpPage({ view, whom }: { view: ViewContext; whom: Helped }) {
  const { lang, to } = view
  const words = help_words[lang]
  const { title, lead, steps, careful } = help_texts[lang][whom]
  return (
    <StaffLayout {...view} title={`${words.title}: ${title}`} here={to => to.help_of({ role: help_slugs[whom] })}>
      <article class="page-a4">
        <h1>{title}</h1>
        <p>{lead}</p>
        <h2>{words.steps}</h2>
        <ol class="plain-list">
          {steps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <h2>{words.careful}</h2>
        <ul class="plain-list">
          {careful.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </article>
      <p class="no-print">{words.print}</p>
      <p class="no-print">
        <a href={to.help()}>{words.all}</a> · <a href={to.sign_in()}>{words.sign_in}</a>
      </p>
    </StaffLayout>
  )
}
