export { Area, Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
