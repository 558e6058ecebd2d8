export { draftsWaiting } from './board-routes.tsx'
export type { DeskOptions } from './desk-options.ts'
export { newsdeskRoutes } from './routes.tsx'
export { startPublishing } from './start-publishing.ts'
