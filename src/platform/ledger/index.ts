export type { Act, Entry, Retention } from './entry.ts'
export { exportLedger } from './export-ledger.ts'
export { type Head, lineOfHead } from './head.ts'
export { type Erasing, keepErasures } from './keep-erasures.ts'
export { countUnsigned, findLastHead } from './kept.ts'
export {
  findSigner,
  holdsKeyOf,
  openSigner,
  type PublicKey,
  publicKeyFrom,
  readPublicKey,
  type Signer,
  SigningKeyMissing,
  signerOf,
} from './key.ts'
export { ledger_usage, ledgerCommand } from './ledger-command.ts'
export { type ActRow, countActs, listActs } from './list-acts.ts'
export { listHeadsSent } from './list-heads-sent.ts'
export { type FieldConflict, type Fields, mergeFields, textIn } from './once/merge-fields.ts'
export { type OnceCode, once, type Request } from './once/once.ts'
export { type Versioned, withVersion } from './once/with-version.ts'
export { type Outside, openOutside, type SentOutside } from './outside.ts'
export { record } from './record.ts'
export { ledger_sealed } from './sealed.ts'
export type { SealedTable } from './sealed-table.ts'
export { LedgerBroken, type Signing, signEntries } from './sign-entries.ts'
export { type SignerOptions, startSigner } from './start-signer.ts'
export { ledgerAgrees } from './verify/ledger-agrees.ts'
export { proveEntries } from './verify/prove-entries.ts'
export { sayFault } from './verify/say-verification.ts'
export { type Fault, type Verification, verifyLedger } from './verify/verify-ledger.ts'
export { type Recount, type Vouched, verifyRows } from './verify/verify-rows.ts'
export { readWitness, witnessFile } from './verify/witness.ts'
export { writeWhole } from './write-whole.ts'
