import type { Db } from '../database/index.ts'

/** How many jobs are still to be done, by whoever asked. */
export async function countOpenJobs(db: Pick<Db, 'selectFrom'>): Promise<number> {
  const { n } = await db
    .selectFrom('job')
    .select(of => of.fn.countAll().as('n'))
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}
