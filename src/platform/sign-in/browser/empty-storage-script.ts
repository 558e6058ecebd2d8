import { assetOf } from '../../web/index.ts'
import script from './empty-storage.js?raw'

/** The module that empties the storage of this site once somebody has signed out. */
export const empty_storage_script = assetOf('don-may.js', 'text/javascript; charset=utf-8', script)
