import { sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import type { Language, WebContext } from '../../web/index.ts'
import { staff_words } from '../words.ts'
import { type Sheet, type SheetCell, type Workbook, workbook } from './workbook.ts'

/** The value of `?tep=` by which the address of a list asks for the list as a workbook. */
export const list_as_workbook = { tep: 'xlsx' } as const

/** Whether the list of an address is asked for as a workbook. */
export function wantsWorkbook(c: WebContext): boolean {
  return c.req.query('tep') === list_as_workbook.tep
}

/** Whose lists they are (a unit, where they are one's), and when they were read. */
export type ListsOf = { lang: Language; now: Date; name?: string | undefined }

/** The lists of a page under its title, with whose they are and of what instant. */
export function listsOf({ lang, now, name }: ListsOf, title: string, sheets: readonly Sheet[]): Workbook {
  const whole = name === undefined ? title : `${sayName(name, lang)} · ${title}`
  return { title: whole, lead: staff_words[lang].as_of(sayInstant(now, lang)), sheets }
}

/** A day (ISO) as a cell; an empty cell where there is none. */
export function dayCell(day: string | null): SheetCell {
  return day === null ? null : { day }
}

/**
 * The lists of a page as a workbook to be kept; it is for who asked, and nothing on the way keeps it. `name` is the
 * file's, without its ending.
 */
export function sendWorkbook(name: string, lists: Workbook): Response {
  return new Response(new Uint8Array(workbook(lists)), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="danh-sach.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
      'cache-control': 'no-store',
    },
  })
}
