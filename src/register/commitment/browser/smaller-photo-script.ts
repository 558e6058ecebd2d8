import { assetOf } from '../../../platform/web/index.ts'
import script from './smaller-photo.js?raw'

/** The module that makes a photo smaller before it is sent. */
export const smaller_photo_script = assetOf('anh-nho.js', 'text/javascript; charset=utf-8', script)
