import { assetOf } from '../../../platform/web/index.ts'
import script from './browser/main.ts?browser'

/** The editor as one module for the browser. */
export const editor_script = assetOf('soan-bai.js', 'text/javascript; charset=utf-8', script)
