export { init_usage, initCommand, initWithoutRegister } from './init-command.ts'
export { units_usage, unitsCommand } from './units-command.ts'
