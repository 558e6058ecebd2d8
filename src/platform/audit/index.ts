export { ledgerRoutes } from './ledger-routes.tsx'
export { startSendingHeads } from './send-heads.ts'
