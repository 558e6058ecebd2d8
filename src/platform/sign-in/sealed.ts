import type { SealedTable } from '../ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const sign_in_sealed: readonly SealedTable[] = [
  { table: 'account', key: 'account_id', columns: 'person_id sign_in_name is_demo created_by' },
  { table: 'password', key: 'person_id', columns: 'phc invitation_id', later: { invitation_id: '' } },
  { table: 'totp', key: 'person_id', columns: 'sealed' },
  { table: 'recovery_code', key: 'person_id code_digest' },
  { table: 'passkey', key: 'passkey_id', columns: 'person_id credential_id public_key counter transports name rp_id' },
  { table: 'external_identity', key: 'person_id issuer subject' },
  { table: 'contact', key: 'person_id', columns: 'email takes_reminders', later: { takes_reminders: 'true' } },
  { table: 'invitation_confirmation', key: 'invitation_id confirmed_by', columns: 'person_id confirmed_at', instant: 'recorded_at' },
]
