export { administrator_usage, administratorCommand } from './administrator-command.ts'
export { countPasskeysElsewhere } from './count-passkeys-elsewhere.ts'
export { delegateRole, endDelegation } from './delegate-role.ts'
export { type DemoAccount, demo_password, holdsSampleData, listDemoAccounts, makeDemoAccounts } from './demo-accounts.ts'
export { findAccount } from './find-account.ts'
export { type AccountTold, findAccountNotices } from './find-account-notices.ts'
export { formOf, numberOf, telling } from './forms.ts'
export { endGrant, grantRole } from './grant-role.ts'
export { ledgerRoutes } from './ledger-routes.tsx'
export { become, look } from './look.ts'
export { clockTrouble, mailTrouble } from './machine-notices.ts'
export { type Access, type AccessOptions, openAccess } from './open-access.ts'
export { AccountNotices } from './pages/account-notices.tsx'
export { Square } from './pages/square.tsx'
export {
  type Act,
  type Held,
  type Leave,
  may,
  mayFollow,
  type Noun,
  type Role,
  rolesAt,
  rolesThatMay,
  type Standing,
  type Subject,
} from './policies.ts'
export { post_account_notice, postAccountNotice } from './post-account-notice.ts'
export { proveScopes, type ScopesAsked, type ScopesProved } from './proof/prove-scopes.ts'
export { noteReadings, readFile } from './read-file.ts'
export { refusalAddress } from './refuse-reminders.ts'
export { role_sealed } from './role-sealed.ts'
export { rolesOf, standingOf } from './roles-of.ts'
export { sign_in_sealed } from './sealed.ts'
export { openSealingKey } from './sealing.ts'
export { startSendingHeads } from './send-heads.ts'
export type { SignedIn } from './sessions.ts'
export { showStaffPage } from './show-staff-page.ts'
export type { SignOn } from './sign-on.ts'
export { actorOf, forbid, personOf } from './signed-in.tsx'
export { startCleanup } from './start-cleanup.ts'
export { role_words } from './words.ts'
export { atWork, atWorkFor, type FindNotices, type HomeNotice, type Seat, type Work, type WorkOptions } from './work.ts'
