import type { Db } from '../../platform/database/index.ts'

/** Whether the register has begun: it holds a unit. It never becomes empty again. */
export async function isBegun(db: Db): Promise<boolean> {
  return (await db.selectFrom('unit').select('unit_id').limit(1).executeTakeFirst()) !== undefined
}
