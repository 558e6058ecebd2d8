export { type CarryRule, carry, carry_rules, type Holding, type RankDecision } from './carry.ts'
export { listSuccessions, type SuccessionRow } from './list-successions.ts'
export { listUnits, type UnitRow } from './list-units.ts'
export { findUnit, type UnitOnDay } from './find-unit.ts'
