export { doctor_usage, doctorCommand } from './doctor-command.ts'
