import type { Clocks } from '../../../basis/shared/dates.ts'
import type { Db } from '../../../platform/database/index.ts'
import { type ToldApart, tellApart } from '../../organisation/index.ts'
import { type CommitmentTallyRow, listCommitmentTallies } from '../../tally/index.ts'

/** What one unit directly under another comes to in a campaign. */
export type Branch = ToldApart<CommitmentTallyRow>

/** How complete the units directly under one are, those of one name told apart. */
export async function listBranches(db: Db, asked: Clocks & { unit: string; campaign_id: number }): Promise<Branch[]> {
  return tellApart(db, { hierarchy: 'party', day: asked.valid_as_of }, await listCommitmentTallies(db, asked))
}
