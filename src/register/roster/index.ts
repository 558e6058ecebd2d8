export { rosterRoutes } from './roster-routes.tsx'
export { rostersWaiting } from './rosters-waiting.ts'
export { roster_sealed } from './sealed.ts'
