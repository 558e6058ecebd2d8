/** Vietnamese stands at `/…`, English at `/en/…`. */
export type Language = 'vi' | 'en'

export const languages: readonly Language[] = ['vi', 'en']

const prefixes: Record<Language, string> = { vi: '', en: '/en' }

export function languageOf(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'vi'
}

/** The address of a page in a language: `/tin` is `/en/tin`, and `/` is `/en`. */
export function pathIn(lang: Language, path: string): string {
  return path === '/' && lang !== 'vi' ? prefixes[lang] : prefixes[lang] + path
}

const digits = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }

/** A whole number in digits, its thousands apart as the language does: 37.001, 37,001. */
export function inDigits(lang: Language, n: number): string {
  return digits[lang].format(n)
}
