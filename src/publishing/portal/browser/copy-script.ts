import { assetOf } from '../../../platform/web/index.ts'
import script from './copy.js?raw'

/** The module that puts a button for copying behind what a page marks with `data-copy`. */
export const copy_script = assetOf('chep.js', 'text/javascript; charset=utf-8', script)
