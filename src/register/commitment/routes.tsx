import type { Hono } from 'hono'
import type { StaffRouteOptions } from '../../platform/sign-in/index.ts'
import type { Asset, WebEnv } from '../../platform/web/index.ts'
import { smaller_photo_script } from './browser/smaller-photo-script.ts'
import { deedRoutes } from './routes/deed-routes.tsx'
import { memberRoutes } from './routes/member-routes.tsx'
import { officeRoutes } from './routes/office-routes.tsx'
import { secretaryRoutes } from './routes/secretary-routes.tsx'

/** The pages where the commitments of a year are written, endorsed and followed. */
export function commitmentRoutes(options: StaffRouteOptions): Hono<WebEnv>[] {
  return [memberRoutes(options), deedRoutes(options), secretaryRoutes(options), officeRoutes(options)]
}

export const commitment_assets: Asset[] = [smaller_photo_script]
