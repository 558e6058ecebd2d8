import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/**
 * Whose register it is, by the key of a unit; who keeps it, where readers ask, and the emblem, as a square PNG of 64 KB
 * at most (`isEmblem`).
 */
export type RegisterProfile = { unit: string; keeper: string; contact: string | null; emblem: Buffer | null }

/**
 * Names the register: what stands at the head and the foot of every page from now on. The unit is there, and the caller
 * tells the ledger.
 */
export async function nameRegister(tx: Tx, { unit, keeper, contact, emblem }: RegisterProfile): Promise<void> {
  await sql`update register_profile set recorded = closed(recorded) where is_open(recorded)`.execute(tx)
  await sql`
    insert into register_profile (unit_id, keeper, contact, emblem)
    select unit_id, ${keeper}, ${contact}, ${emblem}::bytea from unit where key = ${unit}`.execute(tx)
}

type Revision = Pick<RegisterProfile, 'keeper' | 'contact'> & { instrument_id: number | null }

/** Says anew who keeps the register and where readers ask; whose it is, and its emblem, stay. The caller tells the ledger. */
export async function reviseProfile(tx: Tx, { keeper, contact, instrument_id }: Revision): Promise<void> {
  await sql`
    with ended as (
      update register_profile set recorded = closed(recorded) where is_open(recorded) returning unit_id, emblem, notice)
    insert into register_profile (unit_id, keeper, contact, emblem, notice, instrument_id)
    select unit_id, ${keeper}, ${contact}, emblem, notice, ${instrument_id} from ended`.execute(tx)
}

/** Puts another emblem at the head of every page; what else is said of the register stays. The caller tells the ledger. */
export async function reviseEmblem(tx: Tx, { emblem, instrument_id }: { emblem: Buffer; instrument_id: number }): Promise<void> {
  await sql`
    with ended as (
      update register_profile set recorded = closed(recorded) where is_open(recorded) returning unit_id, keeper, contact, notice)
    insert into register_profile (unit_id, keeper, contact, emblem, notice, instrument_id)
    select unit_id, keeper, contact, ${emblem}::bytea, notice, ${instrument_id} from ended`.execute(tx)
}
