export { newCellsRoutes } from './new-cells/routes.tsx'
export { rostersWaiting } from './reads/rosters-waiting.ts'
export { rosterRoutes } from './roster-routes.tsx'
export { roster_sealed } from './sealed.ts'
