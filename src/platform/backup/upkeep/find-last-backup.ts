import type { Db } from '../../database/index.ts'

/**
 * The newest whole backup that the register knows of; null where there is none. As the owner, or as whoever administers
 * all of it.
 */
export async function findLastBackup(db: Pick<Db, 'selectFrom'>): Promise<{ name: string; folder: string; began_at: string } | null> {
  const whole = db.selectFrom('backup').select(['name', 'folder', 'began_at']).where('outcome', '=', 'whole')
  const found = await whole.orderBy('began_at', 'desc').limit(1).executeTakeFirst()
  return found ? { name: found.name!, folder: found.folder, began_at: String(found.began_at) } : null
}
