import { assetOf, inline_style, squeezed } from '../web/index.ts'
import staff from './staff.css?raw'

/**
 * The style of the pages where people work: the reader's, and what forms and daily tables need besides. One file, kept
 * by the browser.
 */
export const staff_style = assetOf('nhan-vien.css', 'text/css; charset=utf-8', inline_style + squeezed(staff))
