import type { WebContext } from '../shell/web-env.ts'
import { type Workbook, workbook } from './workbook.ts'

/** The value of `?tep=` by which the address of a list asks for the list as a workbook. */
export const list_as_workbook = { tep: 'xlsx' } as const

/** Whether the list of an address is asked for as a workbook. */
export function wantsWorkbook(c: WebContext): boolean {
  return c.req.query('tep') === list_as_workbook.tep
}

/** The lists of a page as a workbook to be kept; it is for who asked, and nothing on the way keeps it. `name` is the file's, without its ending. */
export function sendWorkbook(name: string, lists: Workbook): Response {
  return new Response(new Uint8Array(workbook(lists)), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="danh-sach.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
      'cache-control': 'no-store',
    },
  })
}
