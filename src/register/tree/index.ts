export { changesWaiting } from './changes-waiting.ts'
export { treeRoutes } from './routes.tsx'
export { tree_sealed } from './sealed.ts'
