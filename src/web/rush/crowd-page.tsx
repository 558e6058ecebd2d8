import { renderToStaticMarkup } from 'preact-render-to-string'
import { ordinary_display } from '../display.ts'
import type { Language } from '../language.ts'
import { Layout, readingOf, renderPage } from '../layout.tsx'
import { HiddenFields } from '../staff/form.tsx'
import { crowd_words } from './crowd-words.ts'
import type { Sent } from './sent-in.ts'

/** Where in the page stands what was sent. */
const place = '[sent]'
const pages = new Map<string, Buffer[]>()

/** Said to whoever cannot be served in time: when to come again. What they sent is in the page, and goes out again at one press. All around it is made once. In UTF-8. */
export function crowdPage(lang: Language, seconds: number, sent: Sent | null): Buffer {
  const key = `${lang} ${seconds}`
  const around = pages.get(key) ?? aroundWhatWasSent(lang, seconds)
  pages.set(key, around)
  const [before, after, empty] = around as [Buffer, Buffer, Buffer]
  return sent ? Buffer.concat([before, Buffer.from(renderToStaticMarkup(<SentForm {...{ lang, sent }} />)), after]) : empty
}

function aroundWhatWasSent(lang: Language, seconds: number): Buffer[] {
  const words = crowd_words[lang]
  const page = renderPage(
    <Layout {...readingOf(lang, ordinary_display)} title={words.title}>
      <section class="prose">
        <h1>{words.title}</h1>
        <p>{words.say(seconds)}</p>
        {place}
      </section>
    </Layout>,
  )
  const parts = page.split(place).map(part => Buffer.from(part))
  return [...parts, Buffer.concat(parts)]
}

function SentForm({ lang, sent }: { lang: Language; sent: Sent }) {
  const words = crowd_words[lang]
  return (
    <form method="post" action={sent.path}>
      <HiddenFields fields={sent.fields} />
      <p>{sent.had_files ? words.kept_without_files : words.kept}</p>
      <button type="submit">{words.again}</button>
    </form>
  )
}
