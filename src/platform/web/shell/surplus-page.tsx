import { fill } from '../../../basis/shared/sentences.ts'
import { Layout, type ViewContext } from '../layout.tsx'
import type { Surplus } from '../questions.ts'
import { error_words } from './error-words.ts'

const most_named = 5
const longest_name = 60

/** Said to whoever asks an address for more than it answers, or for the same twice. */
export function SurplusPage({ view, surplus }: { view: ViewContext; surplus: readonly Surplus[] }) {
  const words = error_words[view.lang].surplus
  return (
    <Layout {...view} title={words.title}>
      <section class="prose">
        <h1>{words.title}</h1>
        <ul>
          {surplus.slice(0, most_named).map(({ code, field }) => (
            <li key={field}>{fill(words[code], { name: field.slice(0, longest_name) })}</li>
          ))}
        </ul>
        <p>{words.say}</p>
      </section>
    </Layout>
  )
}
