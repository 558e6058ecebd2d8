import type { FeedForm, Language } from '../../../platform/web/index.ts'
import { words } from '../words.ts'

/** The forms of a feed, each with its name. */
export const feed_forms: readonly (readonly [form: FeedForm, name: string])[] = [
  ['atom', 'Atom'],
  ['rss', 'RSS'],
  ['json', 'JSON Feed'],
]

/** The feeds of a list in its three forms. */
export function FeedLinks({ lang, of }: { lang: Language; of: (form: FeedForm) => string }) {
  return (
    <p class="more">
      {words[lang].follow}
      {feed_forms.map(([form, name]) => [
        ' ',
        <a key={form} href={of(form)}>
          {name}
        </a>,
      ])}
    </p>
  )
}
