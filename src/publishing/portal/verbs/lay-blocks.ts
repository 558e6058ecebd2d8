import type { Tx } from '../../../platform/database/index.ts'
import { closedNow, isOpen } from '../../../platform/role/index.ts'
import type { PlacedBlock } from '../arrangement.ts'
import type { PageName } from '../regions.ts'

/** Which arrangement it is, by the approval whose digest it has. */
export type LaidAs = { arrangement_id: number; approved_step: number; digest: string }

/**
 * Lays blocks out on a public page in the place of those that stand there, which are kept as they were: the next
 * edition of the page. As the owner of the register: the application may not write what is public. Who decided it, and
 * what the ledger is told, is the caller's.
 */
export async function layBlocks(tx: Tx, page: PageName, placed: readonly PlacedBlock[], laid_as: LaidAs): Promise<{ number: number }> {
  await tx.updateTable('page_block').set({ recorded: closedNow }).where('page', '=', page).where(isOpen).execute()
  const rows = placed.map(({ region, block, settings }, i) => ({
    ...{ page, region, block, settings: JSON.stringify(settings) },
    place: placed.slice(0, i).filter(one => one.region === region).length,
  }))
  if (rows.length > 0) await tx.insertInto('page_block').values(rows).execute()
  const { last } = await tx
    .selectFrom('page_edition')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('page', '=', page)
    .executeTakeFirstOrThrow()
  const number = last + 1
  await tx
    .insertInto('page_edition')
    .values({ page, number, ...laid_as })
    .execute()
  return { number }
}
