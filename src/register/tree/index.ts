export { tree_sealed } from './sealed.ts'
