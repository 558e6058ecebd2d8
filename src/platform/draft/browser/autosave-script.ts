import { assetOf } from '../../web/index.ts'
import script from './autosave.js?raw'
import sealing from './seal-draft.js?raw'

/** The module that saves drafts while they are written. */
export const autosave_script = assetOf('tu-luu.js', 'text/javascript; charset=utf-8', sealing + script)
