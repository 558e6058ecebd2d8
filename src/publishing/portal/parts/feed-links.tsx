import type { Language } from '../../../platform/web/index.ts'
import { words } from '../words.ts'

const forms = { atom: 'Atom', rss: 'RSS', json: 'JSON Feed' } as const

/** The feeds of a list in its three forms. */
export function FeedLinks({ lang, of }: { lang: Language; of: (form: keyof typeof forms) => string }) {
  return (
    <p class="more">
      {words[lang].follow}{' '}
      {(Object.keys(forms) as (keyof typeof forms)[]).map((form, i) => [
        i > 0 && ' · ',
        <a key={form} href={of(form)}>
          {forms[form]}
        </a>,
      ])}
    </p>
  )
}
