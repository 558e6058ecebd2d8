import { assetOf } from '../../../platform/web/index.ts'
import script from './suggest.js?raw'

/** The module that offers words below a field which says by `data-suggest` where to ask for them. */
export const suggest_script = assetOf('goi-y.js', 'text/javascript; charset=utf-8', script)
