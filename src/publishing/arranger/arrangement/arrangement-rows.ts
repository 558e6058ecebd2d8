import { sql } from 'kysely'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import type { Standing } from '../../../platform/role/index.ts'
import type { PageName } from '../../portal/index.ts'
import type { ArrangedBlock } from './arranged-blocks.ts'
import type { ArrangementMove, ArrangementState } from './arrangement-flow.ts'

export type Arranger = Actor & { person_id: number }
/** Who arranges, with what they hold today: `standingOf`. */
export type ByArranger = { standing: Standing; key: string }

type New = { unit_id: number; page: PageName; from_edition: number }

/** The row of an arrangement with its first step. */
export async function insertArrangement(tx: Tx, actor: Arranger, { unit_id, page, from_edition }: New): Promise<number> {
  const { arrangement_id } = await tx
    .insertInto('arrangement')
    .values({ unit_id, page, from_edition, begun_by: actor.person_id })
    .returning('arrangement_id')
    .executeTakeFirstOrThrow()
  await addStep(tx, actor, { arrangement_id, number: 1, from_state: null, move: 'begin', state: 'draft', comment: null })
  return arrangement_id
}

type Version = { arrangement_id: number; number: number; step: number; blocks: ArrangedBlock[] }

export async function addVersion(tx: Tx, actor: Arranger, { blocks, ...version }: Version): Promise<void> {
  await takeHand(tx, actor, version.arrangement_id, 'wrote')
  await tx
    .insertInto('arrangement_version')
    .values({ ...version, blocks: JSON.stringify(blocks), written_by: actor.person_id, writer_name: actor.name })
    .execute()
}

/** Their one hand in it. Where they have the other already, what needs this one is refused by the database. */
export async function takeHand(tx: Tx, { person_id }: Arranger, arrangement_id: number, hand: 'wrote' | 'approved'): Promise<void> {
  await sql`
    insert into arrangement_hand (arrangement_id, person_id, hand) values (${arrangement_id}, ${person_id}, ${hand})
        on conflict do nothing`.execute(tx)
}

type Step = {
  arrangement_id: number
  number: number
  from_state: string | null
  move: ArrangementMove | 'begin' | 'publish'
  state: ArrangementState
  comment: string | null
}

export async function addStep(tx: Tx, { person_id, name }: Actor, step: Step): Promise<void> {
  await tx
    .insertInto('arrangement_step')
    .values({ ...step, actor_id: person_id, actor_name: name })
    .execute()
}

type Noted = { arrangement_id: number; digest: string; from_version?: number; to_version?: number }

export async function noteArrangement(tx: Tx, actor: Actor, act: string, { arrangement_id, ...noted }: Noted): Promise<void> {
  await record(tx, actor, { act, object: 'arrangement', object_id: String(arrangement_id), retention: 'publication', ...noted })
}
