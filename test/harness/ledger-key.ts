import { createPrivateKey, hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const before_seed = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * Lays the key with which the template `served` of a recipe was signed into a data folder. It follows from the recipe:
 * nobody has to keep it.
 */
export function giveLedgerKey(data_dir: string, recipe: string): void {
  const der = Buffer.concat([before_seed, hash('sha256', recipe, 'buffer')])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  writeFileSync(join(data_dir, 'ledger-key.pem'), key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
}
