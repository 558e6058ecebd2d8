export type { PortalOptions } from './asking-of.ts'
export { portalRoutes } from './routes.tsx'
export { scene_assets as portal_assets } from './scenes/scenes.ts'
export { portal_sealed } from './sealed.ts'
