import type { SealedTable } from '../ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const access_sealed: readonly SealedTable[] = [
  { table: 'account', key: 'account_id', columns: 'person_id sign_in_name is_demo created_by' },
  { table: 'password', key: 'person_id', columns: 'phc invitation_id', later: { invitation_id: '' } },
  { table: 'totp', key: 'person_id', columns: 'sealed' },
  { table: 'recovery_code', key: 'person_id code_digest' },
  { table: 'passkey', key: 'passkey_id', columns: 'person_id credential_id public_key counter transports name rp_id' },
  { table: 'external_identity', key: 'person_id issuer subject' },
  { table: 'contact', key: 'person_id', columns: 'email takes_reminders', later: { takes_reminders: 'true' } },
  { table: 'role_grant', key: 'role_grant_id', columns: 'person_id role unit_id instrument_id granted_by valid' },
  { table: 'invitation_confirmation', key: 'invitation_id confirmed_by', columns: 'person_id confirmed_at', instant: 'recorded_at' },
  { table: 'delegation', key: 'delegation_id', columns: 'giver_id receiver_id role unit_id acts valid' },
  { table: 'person_reading', key: 'person_id reader_id on_behalf_of noun', instant: 'read_at' },
]
