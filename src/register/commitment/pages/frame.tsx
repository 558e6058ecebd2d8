export { Area, type Desk, Frame } from '../../../platform/staff/index.ts'
