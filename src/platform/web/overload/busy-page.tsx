import { renderToStaticMarkup } from 'preact-render-to-string'
import { type Display, nameOfDisplay } from '../display.ts'
import type { Language } from '../language.ts'
import { Layout, renderPage, type SiteProps, viewContextOf } from '../layout.tsx'
import { HiddenFields } from '../ui/hidden-fields.tsx'
import { busy_words } from './busy-words.ts'
import type { Sent } from './sent-in.ts'

/** Whom it is said to, and where: their language and display stand in the address they asked for. */
export type Turned = { lang: Language; display: Display; site?: SiteProps }

/** Where in the page stand when to come again, and what was sent. */
const moment = '[moment]'
const place = '[sent]'
const pages = new Map<string, [Buffer, Buffer, Buffer]>()

/**
 * Said to whoever cannot be served in time: when to come again. What they sent is in the page, and goes out again at
 * one press. All around both is made once for each language and display. In UTF-8.
 */
export function busyPage({ lang, display, site }: Turned, seconds: number, sent: Sent | null): Buffer {
  const key = `${lang} ${nameOfDisplay(display)} ${site?.notice?.vi.short} ${site?.place?.vi} ${site?.became?.vi} ${site?.keeper?.name} ${site?.emblem_href}`
  const around = pages.get(key) ?? aroundWhatDiffers({ lang, display, site })
  pages.set(key, around)
  const [before, between, after] = around
  const form = sent ? renderToStaticMarkup(<SentForm {...{ lang, sent }} />) : ''
  return Buffer.concat([before, Buffer.from(String(seconds)), between, Buffer.from(form), after])
}

function aroundWhatDiffers({ lang, display, site }: Turned): [Buffer, Buffer, Buffer] {
  const words = busy_words[lang]
  const page = renderPage(
    <Layout {...viewContextOf(lang, display, site)} title={words.title}>
      <section class="prose">
        <h1>{words.title}</h1>
        <p>{words.say(moment)}</p>
        {place}
      </section>
    </Layout>,
  )
  const [before, rest] = halves(page, moment)
  return [before, ...halves(rest, place)].map(part => Buffer.from(part)) as [Buffer, Buffer, Buffer]
}

function halves(text: string, at: string): [string, string] {
  const found = text.indexOf(at)
  return [text.slice(0, found), text.slice(found + at.length)]
}

function SentForm({ lang, sent }: { lang: Language; sent: Sent }) {
  const words = busy_words[lang]
  return (
    <form method="post" action={sent.path}>
      <HiddenFields fields={sent.fields} />
      <p>{sent.had_files ? words.kept_without_files : words.kept}</p>
      <button type="submit">{words.again}</button>
    </form>
  )
}
