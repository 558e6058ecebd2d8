import { Layout, type Reading } from '../layout.tsx'
import { HiddenFields } from '../staff/form.tsx'
import { crowd_words } from './error-words.ts'

/** A form that was sent and not taken: where to, and what was in it. */
export type Sent = { path: string; fields: [name: string, value: string][]; had_files: boolean }

/** Said to whoever cannot be served in time: when to come again. What they sent is in the page, and goes out again at one press. */
export function CrowdPage({ reading, seconds, sent }: { reading: Reading; seconds: number; sent?: Sent }) {
  const words = crowd_words[reading.lang]
  return (
    <Layout {...reading} title={words.title}>
      <section class="section">
        <h1>{words.title}</h1>
        <p>{words.say(seconds)}</p>
        {sent && (
          <form method="post" action={sent.path}>
            <HiddenFields fields={sent.fields} />
            <p>{sent.had_files ? words.kept_without_files : words.kept}</p>
            <button type="submit">{words.again}</button>
          </form>
        )}
      </section>
    </Layout>
  )
}
