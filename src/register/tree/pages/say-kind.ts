import type { Language } from '../../../platform/web/index.ts'

/** What a kind, or a hierarchy, is called in a page's language. */
export function kindOf({ kind_vi, kind_en }: { kind_vi: string; kind_en: string }, lang: Language): string {
  return lang === 'vi' ? kind_vi : kind_en
}

/** «chi bộ» → «Chi bộ», where it stands at the beginning. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
