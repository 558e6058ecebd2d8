import { CompiledQuery } from 'kysely'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import type { PageName } from '../../portal/index.ts'
import type { ArrangedBlock } from './arranged-blocks.ts'
import type { ArrangementState } from './arrangement-flow.ts'

/** An arrangement as it is now. Instants are ISO; `step` is the number of its last step. */
export type Arrangement = {
  arrangement_id: number
  unit_id: number
  page: PageName
  /** The edition of the page that it began with. */
  from_edition: number
  version: number
  blocks: ArrangedBlock[]
  saved_at: string
  saved_by: string
  step: number
  state: ArrangementState
  /** Everybody who arranged in it: none of them approves it. */
  writers: number[]
  /** Of one that is approved: what is to stand, and from when on. */
  digest: string | null
  publish_at: string | null
}

const arrangements = query<{ arrangement_id: number }, Arrangement>(
  `select a.arrangement_id, a.unit_id, a.page, a.from_edition,
          v.number as version, v.blocks, v.recorded_at as saved_at, v.writer_name as saved_by,
          s.number as step, s.state, p.digest, p.publish_at,
          (select json_agg(h.person_id order by h.person_id) from arrangement_hand h
            where h.arrangement_id = a.arrangement_id and h.hand = 'wrote') as writers
     from arrangement a
     join lateral (select number, blocks, recorded_at, writer_name from arrangement_version
                    where arrangement_id = a.arrangement_id order by number desc limit 1) v on true
     join lateral (select number, state from arrangement_step where arrangement_id = a.arrangement_id order by number desc limit 1) s on true
     left join arrangement_approval p on p.arrangement_id = a.arrangement_id and p.step = s.number
    where a.arrangement_id = :arrangement_id`,
)

/** An arrangement that whoever asks reads; null where it is none of theirs. */
export async function findArrangement(db: Pick<Db, 'executeQuery'>, arrangement_id: number): Promise<Arrangement | null> {
  if (arrangement_id < 1 || arrangement_id > 2 ** 31 - 1) return null
  return (await arrangements(db, { arrangement_id }))[0] ?? null
}

/** The same, with nobody else at it until the end of the change: two who change or move it do so one after the other. */
export async function lockArrangement(tx: Tx, arrangement_id: number): Promise<Arrangement | null> {
  await tx.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(hashtext('arrangement'), $1::integer)`, [arrangement_id % 2 ** 31]))
  return findArrangement(tx, arrangement_id)
}

export type ArrangementStep = {
  number: number
  move: string
  state: ArrangementState
  comment: string | null
  by_name: string
  at: string
}

const steps = query<{ arrangement_id: number }, ArrangementStep>(
  `select s.number, s.move, s.state, s.comment, s.actor_name as by_name, s.recorded_at as at
     from arrangement_step s
    where s.arrangement_id = :arrangement_id
    order by s.number`,
)

/** The way of an arrangement so far, in order. */
export function listArrangementSteps(db: Db, arrangement_id: number): Promise<ArrangementStep[]> {
  return steps(db, { arrangement_id })
}

const versions = query<{ arrangement_id: number; number: number }, { blocks: ArrangedBlock[] }>(
  `select v.blocks from arrangement_version v where v.arrangement_id = :arrangement_id and v.number = :number`,
)

/** The blocks of an older version; null where there is none of this number. */
export async function findVersion(db: Pick<Db, 'executeQuery'>, arrangement_id: number, number: number): Promise<ArrangedBlock[] | null> {
  if (number < 1 || number > 2 ** 31 - 1) return null
  return (await versions(db, { arrangement_id, number }))[0]?.blocks ?? null
}
