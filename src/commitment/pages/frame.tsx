export { Area, type Desk, Frame } from '../../web/index.ts'
