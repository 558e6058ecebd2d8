export { limitationRoutes } from './limitation-routes.tsx'
export { limitationsWaiting } from './limitations-waiting.ts'
export { type LimitationTallyRow, listLimitationTallies } from './reads/list-limitation-tallies.ts'
export { limitation_sealed } from './sealed.ts'
