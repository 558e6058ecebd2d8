import { Layout, type ViewContext } from '../layout.tsx'
import { type ErrorStatus, error_words } from './error-words.ts'

type Props = { view: ViewContext; status: ErrorStatus; incident?: string }

/** One page for all that goes wrong: what happened, what to do, and the number under which the log has it. */
export function ErrorPage({ view, status, incident }: Props) {
  const words = error_words[view.lang]
  const { title, say } = words[status]
  return (
    <Layout {...view} title={title}>
      <section class="prose">
        <h1>{title}</h1>
        <p>{say}</p>
        {incident && (
          <p>
            {words.incident}: <code>{incident}</code>
          </p>
        )}
        <ul>
          <li>
            <a href={view.to.home()}>{words.start}</a>
          </li>
          <li>
            <a href={view.to.articles()}>{words.list}</a>
          </li>
        </ul>
      </section>
    </Layout>
  )
}
