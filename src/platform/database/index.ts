export { type Actor, change, inTransaction } from './change.ts'
export { clockBehind } from './clock-behind.ts'
export {
  asOwner,
  connectAs,
  type Database,
  type DatabaseOptions,
  type DatabaseServer,
  type Db,
  openDatabase,
  openServer,
  type Reads,
  type Tx,
  transactionOn,
  withSettings,
} from './database.ts'
export {
  currentEdition,
  type Edition,
  isCurrent,
  type Landed,
  type Laying,
  layingOf,
  type Migration,
  migrate,
  stepsForward,
} from './migrate.ts'
export { keepPlan } from './pool/keep-plans.ts'
export { OtherRole } from './pool/own-role.ts'
export { Pooled } from './pool/pooled.ts'
export { type Query, query, statement } from './query.ts'
export { resolvedTimestamp } from './resolved-timestamp.ts'
export { type Role, roles } from './roles.ts'
export { digestOfRepeatable, digestOfTables } from './schema.ts'
export { type EmbeddedServer, startEmbedded } from './server/embedded.ts'
export { hasRoomInDatabase, hasRoomInFolder } from './server/has-room.ts'
export { startOwnerRounds } from './start-owner-rounds.ts'
export { type Rounds, startRounds } from './start-rounds.ts'
export { tablesRead } from './tables-read.ts'
