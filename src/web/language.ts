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

/** The path without its language: what stands in the tables of routes. */
export function pathWithoutLanguage(path: string): string {
  return languageOf(path) === 'vi' ? path : path.slice('/en'.length) || '/'
}
