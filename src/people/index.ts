export { rosterRoutes } from './roster-routes.tsx'
