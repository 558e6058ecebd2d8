export { init_usage, initCommand, initWithoutRegister } from './init-command.ts'
export { isBegun } from './is-begun.ts'
export { units_usage, unitsCommand } from './units-command.ts'
export { untilBegun } from './until-begun.tsx'
