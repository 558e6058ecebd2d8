import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { may } from '../../../platform/role/index.ts'
import { findLivingEdition, listBlocksOfEdition, type PageName } from '../../portal/index.ts'
import type { ArrangementCode } from '../problem-words.ts'
import { digestOfBlocks, numbered } from './arranged-blocks.ts'
import { type ArrangementState, isOnItsWay } from './arrangement-flow.ts'
import { type Arranger, addVersion, type ByArranger, insertArrangement, noteArrangement } from './arrangement-rows.ts'

/**
 * Begins an arrangement of a page with the blocks of one of its editions: of the living one, to change it, or of an
 * older one, to bring it back. Refusals: not-yours, unknown-edition, in-work (`limit`: the arrangement that is at it).
 */
export function beginArrangement(
  tx: Tx,
  actor: Arranger,
  { page, edition, standing, key }: ByArranger & { page: PageName; edition?: number },
): Promise<Outcome<{ arrangement_id: number }, ArrangementCode>> {
  return once(tx, actor, { key, act: 'begin-arrangement', request: { page, edition: edition ?? null } }, async () => {
    const unit_id = await newsroomOfPages(tx)
    if (unit_id === null || !may(standing, 'page', 'arrange', { unit_id }).allowed) return refused({ code: 'not-yours' })
    // First, for it waits: what somebody else brings out meanwhile is what stands then.
    const at_it = await openArrangementOf(tx, page)
    const from_edition = edition ?? (await findLivingEdition(tx, page))?.number ?? 0
    const placed = await listBlocksOfEdition(tx, page, from_edition)
    if (placed.length === 0) return refused({ code: 'unknown-edition' })
    if (at_it !== null) return refused({ code: 'in-work', limit: at_it })
    const arrangement_id = await insertArrangement(tx, actor, { unit_id, page, from_edition })
    const blocks = numbered(placed)
    await addVersion(tx, actor, { arrangement_id, number: 1, step: 1, blocks })
    await noteArrangement(tx, actor, 'begin-arrangement', { arrangement_id, digest: digestOfBlocks(page, blocks), to_version: 1 })
    return done({ arrangement_id })
  })
}

/** The newsroom that has the pages, where whoever asks may arrange them. */
async function newsroomOfPages(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ unit_id: number }>`select unit_id from newsrooms_of_pages('arrange') limit 1`.execute(tx)
  return rows[0]?.unit_id ?? null
}

/** One at a time: two that begin with the same blocks would each put the other's change aside. */
async function openArrangementOf(tx: Tx, page: PageName): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(hashtext('page'), hashtext(${page}))`.execute(tx)
  const { rows } = await sql<{ arrangement_id: number; state: ArrangementState }>`
    select a.arrangement_id, s.state
      from arrangement a
      join lateral (select state from arrangement_step where arrangement_id = a.arrangement_id order by number desc limit 1) s on true
     where a.page = ${page}
     order by a.arrangement_id desc
     limit 1`.execute(tx)
  const [last] = rows
  return last && isOnItsWay(last.state) ? last.arrangement_id : null
}
