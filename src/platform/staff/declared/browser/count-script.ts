import { assetOf } from '../../../web/index.ts'
import script from './count-characters.js?raw'

/** The module that counts the characters of long texts while they are written. */
export const count_script = assetOf('dem-chu.js', 'text/javascript; charset=utf-8', script)
