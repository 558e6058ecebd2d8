import { nameInEnglish } from '../../../basis/shared/names-in-english.ts'
import type { Language } from '../../../platform/web/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { capital } from '../../../register/tree/index.ts'

/** A name in the words of the page; one that English has no words for stays as it is, and says that it is Vietnamese. */
export function Named({ name, lang }: { name: string; lang: Language }) {
  const in_english = lang === 'en' ? nameInEnglish(name) : null
  return <span lang={lang === 'en' && in_english === null ? 'vi' : undefined}>{in_english ?? name}</span>
}

/** A unit with its kind: «Xã Quang Thuận», "Quang Thuận commune". */
export function NamedPlace({ place, lang }: { place: { name: string; unit_kind: string }; lang: Language }) {
  const name = sayPlace(place, 'vi')
  return <Named name={lang === 'vi' ? capital(name) : name} lang={lang} />
}

/** A name for the title of a page, which has one language: `otherwise` where English has no words for it. */
export function nameInTitle(name: string, lang: Language, otherwise: string): string {
  return lang === 'en' ? (nameInEnglish(name) ?? otherwise) : name
}
