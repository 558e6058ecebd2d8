import { type Display, ordinary_display, parametersOf } from './display.ts'
import { type Language, pathIn } from './language.ts'

/** Who follows the link, and so what every address carries on. */
export type Carried = { lang: Language; display?: Display }

/** Every address of the portal, as a function. A page names itself as `(to: Href) => to.article(…)`, so that its other languages and displays follow. */
export type Href = ReturnType<typeof hrefFor>

/** What a figure may be asked in its address; the spelling is the register's own. Absent: as the definition has it. */
export type AskedInAddress = Readonly<Partial<Record<(typeof asked_parameters)[number], string>>>
export const asked_parameters = [
  'unit',
  'valid_as_of',
  'recorded_as_of',
  'map',
  'map_day',
  'year',
  'from',
  'to',
  'level',
  'kind',
  'rule',
] as const

/** The paths as the routers know them, without their language. `:article` is `{id}-{slug}`. */
export const paths = {
  home: '/',
  articles: '/tin',
  article: '/bai/:article',
  figures: '/so-lieu',
  figure: '/so-lieu/:figure',
  run: '/so-lieu/lan-tinh/:run',
  check: '/kiem-so',
  about: '/gioi-thieu',
} as const

/** Where people sign in and work. Not among `paths`: what stands there is for who asks, and kept nowhere. */
export const staff_paths = {
  sign_in: '/dang-nhap',
  sign_in_code: '/dang-nhap/ma-xac-nhan',
  set_up_code: '/dang-nhap/buoc-hai',
  invitation: '/dang-nhap/thu-moi',
  passkey_question: '/dang-nhap/khoa',
  passkey_answer: '/dang-nhap/khoa/tra-loi',
  elsewhere: '/dang-nhap/noi-khac',
  elsewhere_back: '/dang-nhap/noi-khac/ve',
  account: '/tai-khoan',
  end_sessions: '/tai-khoan/phien',
  new_passkey_question: '/tai-khoan/khoa',
  new_passkey_answer: '/tai-khoan/khoa/tra-loi',
  remove_passkey: '/tai-khoan/khoa/bo',
  invite: '/tai-khoan/thu-moi',
  sign_out: '/thoat',
} as const

/** The addresses for a reader: `const to = hrefFor({ lang: 'vi', display }); to.article({ article_id: 7, slug: 'mot-bai' })`. */
export function hrefFor({ lang, display = ordinary_display }: Carried) {
  const page = (path: string, query: Query = {}) => withQuery(pathIn(lang, path), [...entriesOf(query), ...parametersOf(display)])
  const data = (path: string, query: Query = {}) => withQuery(path, entriesOf(query))
  return {
    lang,
    display,
    /** What a GET form must carry in hidden fields, for its own fields replace the query of its address. */
    carried: parametersOf(display),
    /** The front page, with its map as of a day. */
    home: ({ day }: { day?: string } = {}) => page(paths.home, { ngay: day }),
    articles: () => page(paths.articles),
    article: ({ article_id, slug }: { article_id: number; slug: string }) => page(fill(paths.article, `${article_id}-${slug}`)),
    figures: () => page(paths.figures),
    /** A definition with its answer today, or for what is asked. */
    figure: ({ figure, asked = {} }: { figure: string; asked?: AskedInAddress }) => page(fill(paths.figure, figure), asked),
    figure_json: ({ figure, asked = {} }: { figure: string; asked?: AskedInAddress }) => data(`${fill(paths.figure, figure)}.json`, asked),
    figure_csv: ({ figure, asked = {} }: { figure: string; asked?: AskedInAddress }) => data(`${fill(paths.figure, figure)}.csv`, asked),
    /** One frozen run of a figure. */
    run: ({ run_id }: { run_id: number }) => page(fill(paths.run, String(run_id))),
    run_json: ({ run_id }: { run_id: number }) => data(`${fill(paths.run, String(run_id))}.json`),
    run_csv: ({ run_id }: { run_id: number }) => data(`${fill(paths.run, String(run_id))}.csv`),
    check: () => page(paths.check),
    about: () => page(paths.about),
    /** Signing in, and back to where one wanted to go (a path of this site). */
    sign_in: ({ back }: { back?: string } = {}) => page(staff_paths.sign_in, { ve: back }),
    sign_in_code: ({ back }: { back?: string } = {}) => page(staff_paths.sign_in_code, { ve: back }),
    set_up_code: ({ back }: { back?: string } = {}) => page(staff_paths.set_up_code, { ve: back }),
    invitation: ({ code }: { code?: string } = {}) => page(staff_paths.invitation, { ma: code }),
    elsewhere: ({ back }: { back?: string } = {}) => page(staff_paths.elsewhere, { ve: back }),
    account: () => page(staff_paths.account),
    end_sessions: () => page(staff_paths.end_sessions),
    remove_passkey: () => page(staff_paths.remove_passkey),
    /** An administrator looks for somebody to invite. */
    invite: ({ name }: { name?: string } = {}) => page(staff_paths.invite, { ten: name }),
    sign_out: () => page(staff_paths.sign_out),
  }
}

/**
 * A link that somebody else wrote, made harmless: an absolute https, http or mailto address, or a path of this site; null for all else
 * (`javascript:`, `data:`, `//elsewhere`), which is then shown as text. Escaping does not do this: `javascript:` needs no escape.
 */
export function safeUrl(text: string): string | null {
  const trimmed = text.trim()
  const is_ours = trimmed.startsWith('/')
  const url = URL.parse(trimmed, is_ours ? base : undefined)
  if (url === null || url.username !== '' || url.password !== '') return null
  if (is_ours) return url.origin === base ? url.pathname + url.search + url.hash : null
  return foreign_schemes.has(url.protocol) ? url.href : null
}

const base = 'https://here.invalid'
const foreign_schemes = new Set(['https:', 'http:', 'mailto:'])

type Query = Readonly<Record<string, string | undefined>>

function entriesOf(query: Query): [string, string][] {
  return Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
}

function withQuery(path: string, entries: [string, string][]): string {
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`
}

function fill(pattern: string, segment: string): string {
  return pattern.replace(/:\w+$/, () => encodeURIComponent(segment.toWellFormed()))
}
