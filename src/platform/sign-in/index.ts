export { fill_batch } from './batch/begin-batch.ts'
export { fillBatch } from './batch/fill-batch.ts'
export { post_invitation, postInvitation } from './batch/post-invitation.ts'
export { type DemoAccount, demo_password, holdsSampleData, listDemoAccounts, makeDemoAccounts } from './demo-accounts.ts'
export { findAccount } from './find-account.ts'
export { administrator_usage, administratorCommand } from './invitation/administrator-command.ts'
export { type AccountTold, findAccountNotices } from './invitation/find-account-notices.ts'
export { grantByMachine, inviteByMachine, type MachineInvitation, sheetOf } from './invitation/invite-by-machine.ts'
export { clockTrouble, mailTrouble } from './invitation/machine-notices.ts'
export { post_account_notice, postAccountNotice } from './invitation/post-account-notice.ts'
export { countPasskeysElsewhere } from './means/count-passkeys-elsewhere.ts'
export { newPrintedCode, plainCode } from './means/one-time-codes.ts'
export { digestOf, holdSealingKey, openSealingKey, problemWithSealingKey, SealingKeyRefused } from './means/sealing.ts'
export type { SignOn } from './means/sign-on.ts'
export { type Access, type AccessOptions, openAccess } from './open-access.ts'
export { AccountNotices } from './pages/account-notices.tsx'
export { InvitationSheet } from './pages/invitation-sheet.tsx'
export { QrCode } from './pages/qr-code.tsx'
export { noteReadings, readFile } from './read-file.ts'
export { refusalAddress } from './refuse-reminders.ts'
export { refused_reminders } from './refused-reminders.ts'
export { formOf, formWithMarksOf, numberOf, withFlash } from './routes/forms.ts'
export { sign_in_sealed } from './sealed.ts'
export { endSessions } from './session/end-sessions.ts'
export { become, look, present } from './session/look.ts'
export type { SignedIn } from './session/sessions.ts'
export { showStaffPage } from './session/show-staff-page.ts'
export { actorOf, forbid, personOf } from './session/signed-in.tsx'
export {
  type FindNotices,
  findStaffContext,
  type HomeNotice,
  type RoleAtUnit,
  type StaffContext,
  type StaffPage,
  type StaffRouteOptions,
  staffRoute,
  staffRoutes,
} from './session/staff-context.ts'
export { startCleanup } from './session/start-cleanup.ts'
export { role_words } from './words.ts'
