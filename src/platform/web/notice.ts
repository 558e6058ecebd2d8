import { type Asset, assetOf } from './assets.ts'
import type { Language } from './language.ts'

/** What a page says in one language of data that are nobody's. */
export type NoticeWords = {
  /** In two or three words: in the masthead, and after the title of the feed. */
  short: string
  /** At the head of every public page, and at the foot of every page where people work. */
  banner: string
  staff: string
  /** Whose pages these are, and are not; how they are to be quoted: at the foot. */
  owner: string
  answers: string
  cite: string
  /** What of them is real, and what is not. */
  about: { heading: string; paragraphs: string[] }
}

/**
 * The words, as the register keeps them. `print`: the line in the margin of every printed sheet; `check_text`: a text
 * for trying the number check.
 */
export type NoticeText = Record<Language, NoticeWords> & { print: string; check_text?: string }

/** The same, with the sheet of style that prints its line. */
export type Notice = NoticeText & { print_style_href: string }

/**
 * The sheet of style that puts a line into the margin of every printed page. Browsers that print no such margins print
 * the line at the head of the first.
 */
export function printStyleOf({ print }: NoticeText): Asset {
  const line = print.replace(/[\\"]|[^ -~\u00a0-\uffff]/g, '')
  return assetOf(
    'in.css',
    'text/css; charset=utf-8',
    `@page{@bottom-left{content:"${line}";font:8pt "Source Sans 3",system-ui,sans-serif}}`,
  )
}
