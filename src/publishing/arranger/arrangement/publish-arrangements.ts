import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, change, type Database, query, type Tx } from '../../../platform/database/index.ts'
import { layBlocks, problemsWithBlocks } from '../../portal/index.ts'
import { digestOfBlocks, placedOf } from './arranged-blocks.ts'
import { addStep, noteArrangement } from './arrangement-rows.ts'
import { type Arrangement, lockArrangement } from './find-arrangement.ts'

/** The program itself publishes, at the hour that was approved. */
const publisher: Actor = { person_id: null, name: 'Chương trình đăng trang' }

/** What became of one: it stands before the public; or a block can no longer be shown, and it lies with the approver. */
export type LaidOut = { arrangement_id: number; became: 'published' | 'recalled' }

const due = query<{ now: string }, { arrangement_id: number; publish_at: string }>(
  `select p.arrangement_id, p.publish_at
     from arrangement_approval p
    where p.publish_at <= :now
      and p.step = (select max(s.number) from arrangement_step s where s.arrangement_id = p.arrangement_id)
    order by p.publish_at, p.arrangement_id
    limit 100`,
)

/** So late a page was missed: the program was away at its hour. */
const missed_after_s = 60

/**
 * Lays out all that is due, in the order of their hours, each in a change of its own: what fails stands in nobody's
 * way, and is tried again the next time. `owned` is the register as its owner. Says what was missed and what failed.
 */
export async function publishArrangements(
  owned: Pick<Database, 'kysely'>,
  { now, say = () => {} }: { now: Date; say?: (line: string) => void },
): Promise<LaidOut[]> {
  const laid_out: LaidOut[] = []
  for (const { arrangement_id, publish_at } of await due(owned.kysely, { now: now.toISOString() })) {
    if (now.getTime() - Date.parse(publish_at) > missed_after_s * 1000)
      say(`page arrangement ${arrangement_id} missed its hour, ${publish_at}`)
    const outcome = await change(owned, publisher, tx => publishOne(tx, arrangement_id, now)).catch((error: Error) => {
      say(`page arrangement ${arrangement_id} could not be published: ${error.message}`)
      return null
    })
    if (outcome?.ok) laid_out.push(outcome.value)
  }
  return laid_out
}

/** Refusals: not-due, where somebody else has just done it or taken it back. */
async function publishOne(tx: Tx, arrangement_id: number, now: Date): Promise<Outcome<LaidOut, 'not-due'>> {
  const arrangement = await lockArrangement(tx, arrangement_id)
  if (!isDue(arrangement, now)) return refused({ code: 'not-due' })
  const { page, blocks, digest, step } = arrangement
  if (problemsOf(problemsWithBlocks(page, blocks)) || digestOfBlocks(page, blocks) !== digest) return recall(tx, arrangement)
  await takeStep(tx, arrangement, 'publish', 'published', null)
  await layBlocks(tx, page, placedOf(blocks), { arrangement_id, approved_step: step, digest })
  return done({ arrangement_id, became: 'published' })
}

type Approved = Arrangement & { digest: string }

function isDue(arrangement: Arrangement | null, now: Date): arrangement is Approved {
  return arrangement?.state === 'approved' && arrangement.publish_at !== null && Date.parse(arrangement.publish_at) <= now.getTime()
}

/** A block that the portal no longer knows: since it was approved the program has changed. */
async function recall(tx: Tx, arrangement: Approved): Promise<Outcome<LaidOut, never>> {
  await takeStep(tx, arrangement, 'recall', 'submitted', 'Có khối không còn dùng được từ khi duyệt.')
  return done({ arrangement_id: arrangement.arrangement_id, became: 'recalled' })
}

async function takeStep(
  tx: Tx,
  { arrangement_id, step, state, digest, version }: Approved,
  move: 'publish' | 'recall',
  to: 'published' | 'submitted',
  comment: string | null,
): Promise<void> {
  await addStep(tx, publisher, { arrangement_id, number: step + 1, from_state: state, move, state: to, comment })
  await noteArrangement(tx, publisher, `${move}-arrangement`, { arrangement_id, digest, to_version: version })
}
