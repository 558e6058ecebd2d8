import { open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { makeFolders } from '../../../basis/shared/make-folders.ts'
import type { Database } from '../database.ts'

/**
 * A folder with less than this free, in bytes, is full: what is written there (keys, heads, backups) must not end in
 * the middle.
 */
const least_free = 16 * 1024 * 1024

/**
 * Whether there is room on the disk of the database: it is made to write, as the application may, and takes nothing
 * there.
 */
export async function hasRoomInDatabase({ kysely }: Pick<Database, 'kysely'>): Promise<boolean> {
  try {
    await kysely.transaction().execute(async tx => {
      await tx.executeQuery(CompiledQuery.raw(`set local work_mem = '64kB'`))
      await tx.executeQuery(CompiledQuery.raw(sorted_on_disk))
    })
    return true
  } catch (error) {
    if (full.has((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

/** More than fits into the memory that a sort is given: it goes to a file beside the tables. */
const sorted_on_disk = 'select count(*) from (select n from generate_series(1, 40000) as n order by -n offset 0) as sorted'

/** Whether there is room in a folder: enough is free, and something can really be written (a quota shows only then). */
export async function hasRoomInFolder(folder: string): Promise<boolean> {
  const trial = join(folder, `.room-${process.pid}`)
  try {
    makeFolders(folder)
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < least_free) return false
    const file = await open(trial, 'w')
    await file.writeFile(Buffer.alloc(4096)).finally(() => file.close())
    return true
  } catch (error) {
    if (full.has((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  } finally {
    await rm(trial, { force: true })
  }
}

/** PostgreSQL's codes for a full disk, and those of the system, a disk that takes no more writing among them. */
const full = new Set(['53100', '58030', 'ENOSPC', 'EDQUOT', 'EROFS'])
