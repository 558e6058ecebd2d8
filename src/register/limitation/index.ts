export { limitationRoutes } from './limitation-routes.tsx'
export { limitationsWaiting } from './limitations-waiting.ts'
export { limitation_sealed } from './sealed.ts'
