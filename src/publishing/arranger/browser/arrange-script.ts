import { assetOf } from '../../../platform/web/index.ts'
import script from './arrange.js?raw'

/** The module with which blocks can be dragged to another place. */
export const arrange_script = assetOf('xep-trang.js', 'text/javascript; charset=utf-8', script)
