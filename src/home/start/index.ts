export { helpRoutes } from './help/help-routes.tsx'
export { homeRoutes } from './home-routes.tsx'
