import { canonicalJson } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Refusal, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { may, type Standing } from '../../../platform/role/index.ts'
import { blocks as kinds, most_blocks } from '../../portal/index.ts'
import type { ArrangementCode } from '../problem-words.ts'
import { type ArrangedBlock, type Change, changed, digestOfBlocks } from './arranged-blocks.ts'
import { type Arranger, addVersion, type ByArranger, noteArrangement } from './arrangement-rows.ts'
import { type Arrangement, findVersion, lockArrangement } from './find-arrangement.ts'

/** `read` is the number of the version that was in view. */
export type ChangeAsked = ByArranger & { arrangement_id: number; read: number; change: Change }

/**
 * Changes an arrangement by one block, as its next version. What others have changed since it was read stands; only
 * where they have set the same block anew is it refused, and nothing of what was sent is lost. Refusals:
 * unknown-arrangement, not-yours, not-arranged-now, block-gone, not-there, unfit-settings, too-many-blocks,
 * set-meanwhile.
 */
export function changeArrangement(
  tx: Tx,
  actor: Arranger,
  { arrangement_id, read, change, standing, key }: ChangeAsked,
): Promise<Outcome<{ version: number; n: number }, ArrangementCode>> {
  return once(tx, actor, { key, act: 'change-arrangement', request: { arrangement_id, read, change } }, async () => {
    const arrangement = await lockArrangement(tx, arrangement_id)
    if (!arrangement) return refused({ code: 'unknown-arrangement' })
    const refusal = refusalToArrange(arrangement, standing) ?? (await refusalOfChange(tx, arrangement, read, change))
    if (refusal) return refusal
    const { page, step } = arrangement
    const after = changed(page, arrangement.blocks, change)
    if (!after.ok) return after
    if (after.value.length > most_blocks) return refused({ code: 'too-many-blocks', limit: most_blocks })
    const number = arrangement.version + 1
    await addVersion(tx, actor, { arrangement_id, number, step, blocks: after.value })
    const digest = digestOfBlocks(page, after.value)
    await noteArrangement(tx, actor, 'change-arrangement', { arrangement_id, digest, from_version: number - 1, to_version: number })
    return done({ version: number, n: 'n' in change ? change.n : newestOf(after.value) })
  })
}

/** Why somebody may not arrange it now; null where they may. */
export function refusalToArrange(
  { state, unit_id }: Pick<Arrangement, 'state' | 'unit_id'>,
  standing: Standing,
): Refusal<ArrangementCode> | null {
  if (!may(standing, 'page', 'arrange', { unit_id }).allowed) return refused({ code: 'not-yours', values: { by: 'editor' } })
  return state === 'draft' ? null : refused({ code: 'not-arranged-now' })
}

async function refusalOfChange(tx: Tx, arrangement: Arrangement, read: number, change: Change): Promise<Refusal<ArrangementCode> | null> {
  if (change.op !== 'add' && change.op !== 'set') return null
  const type = change.op === 'add' ? change.block : arrangement.blocks.find(({ n }) => n === change.n)?.block
  const known = kinds.get(type ?? '')
  if (known && !known.settings_of.safeParse(change.settings).success)
    return refused({ code: 'unfit-settings', values: { block: known.type } })
  if (change.op === 'add' || read === arrangement.version) return null
  const before = await findVersion(tx, arrangement.arrangement_id, read)
  return settingsOf(before ?? [], change.n) === settingsOf(arrangement.blocks, change.n) ? null : refused({ code: 'set-meanwhile' })
}

function settingsOf(blocks: readonly ArrangedBlock[], of: number): string {
  return canonicalJson(blocks.find(({ n }) => n === of)?.settings)
}

function newestOf(blocks: readonly ArrangedBlock[]): number {
  return Math.max(...blocks.map(({ n }) => n))
}
