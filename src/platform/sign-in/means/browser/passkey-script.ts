import { assetOf } from '../../../web/index.ts'
import script from '../../browser/passkey.js?raw'

/** The module that asks the device for a passkey. */
export const passkey_script = assetOf('khoa-truy-cap.js', 'text/javascript; charset=utf-8', script)
