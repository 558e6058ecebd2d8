import { type Db, query } from '../../../platform/database/index.ts'
import type { PlacedBlock } from '../arrangement.ts'
import type { PageName } from '../regions.ts'

/** An arrangement that stands, or stood, before the public: since when (ISO), and which one it is, if it was made here. */
export type PageEdition = { page: PageName; number: number; since: string; arrangement_id: number | null }

const editions = query<{ page: string | null; most: number }, PageEdition>(
  `select e.page, e.number, e.recorded_at as since, e.arrangement_id
     from page p
    cross join lateral (select * from page_edition where page = p.page order by number desc limit :most) e
    where :page::text is null or p.page = :page
    order by e.page, e.number desc`,
)

/** What stood, the living one of each page first: of each page the newest 200. */
export function listPageEditions(db: Pick<Db, 'executeQuery'>): Promise<PageEdition[]> {
  return editions(db, { page: null, most: 200 })
}

/** The one that stands on a page now. */
export async function findLivingEdition(db: Pick<Db, 'executeQuery'>, page: PageName): Promise<PageEdition | null> {
  return (await editions(db, { page, most: 1 }))[0] ?? null
}

const blocks = query<{ page: PageName; number: number }, PlacedBlock>(
  `select b.region, b.block, b.settings
     from page_edition e
     join page_block b on b.page = e.page and b.recorded @> e.recorded_at
    where e.page = :page and e.number = :number
    order by b.region, b.place`,
)

/** The blocks of an edition of a page, in their order; none where there is no edition of this number. */
export async function listBlocksOfEdition(db: Pick<Db, 'executeQuery'>, page: PageName, number: number): Promise<PlacedBlock[]> {
  return number < 1 || number > 2 ** 31 - 1 ? [] : blocks(db, { page, number })
}
