import type { Language } from '../web/index.ts'
import { staff_words } from './words.ts'

/** «Lan, Hòa và Quý»; of many the first, and how many more. */
export function listNames(lang: Language, names: readonly string[], most = 6): string {
  const more = names.length > most ? [staff_words[lang].and_more(names.length - most + 1)] : []
  const shown = more.length > 0 ? names.slice(0, most - 1) : names
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format([...shown, ...more])
}
