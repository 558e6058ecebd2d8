export { delegateRole, endDelegation } from './delegate-role.ts'
export { endGrant, type GrantedRole, granted_roles, grantRole, problemsWithGrant } from './grant-role.ts'
export {
  type FoundPerson,
  findInstrument,
  findPeople,
  type GrantRow,
  type Lendable,
  type LentRow,
  listGrants,
  listLendable,
  listLent,
  listUnitsHere,
  most_people,
  type UnitRow,
} from './list-powers.ts'
export { noteAct } from './note-act.ts'
export { noteReading } from './note-reading.ts'
export { accountOf, closedNow, closeOwn, isOpen, passwordOf } from './open-rows.ts'
export {
  type Act,
  actsOf,
  type Decision,
  follows,
  type Held,
  may,
  mayFollow,
  mayRestore,
  type Noun,
  type Role,
  rolesAt,
  rolesThatMay,
  type Standing,
  type Subject,
} from './policies.ts'
export { rolesOf, standingOf } from './roles-of.ts'
export { role_sealed } from './sealed.ts'
export { stands_above_all } from './stands-above-all.ts'
