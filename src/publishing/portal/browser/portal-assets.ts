import type { Asset } from '../../../platform/web/index.ts'
import { scene_assets } from '../scenes/scenes.ts'
import { copy_script } from './copy-script.ts'
import { suggest_script } from './suggest-script.ts'

/** The files that pages of the portal point to. */
export const portal_assets: Asset[] = [...scene_assets, copy_script, suggest_script]
