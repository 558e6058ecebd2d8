import type { Hono } from 'hono'
import type { Asset, WebEnv } from '../web/index.ts'
import { autosave_script } from './browser/autosave-script.ts'
import { smaller_photo_script } from './browser/smaller-photo-script.ts'
import { deedRoutes } from './deed-routes.tsx'
import { memberRoutes } from './member-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { secretaryRoutes } from './secretary-routes.tsx'
import type { WorkOptions } from './work.ts'

/** The pages where the commitments of a year are written, endorsed and followed. */
export function commitmentRoutes(options: WorkOptions): Hono<WebEnv>[] {
  return [memberRoutes(options), deedRoutes(options), secretaryRoutes(options), officeRoutes(options)]
}

export const commitment_assets: Asset[] = [autosave_script, smaller_photo_script]
