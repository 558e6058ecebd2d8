import { randomBytes } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { dayOf } from '../../../basis/shared/dates.ts'
import { type Database, query, type Tx } from '../../database/index.ts'
import type { Held } from '../../role/index.ts'
import { noteAct } from '../../role/index.ts'
import { digestOf } from '../means/sealing.ts'
import { become, look, present } from './look.ts'

/**
 * How long a session lives, in milliseconds: without a request, at most, and between the password and the second step.
 * Whoever was just invited sets up a telephone or prints a sheet meanwhile, with somebody’s help perhaps.
 */
export const lives = { idle: 30 * 60_000, whole: 12 * 3600_000, half: 30 * 60_000 }
const seen_again = 60_000

export type Means = 'password' | 'passkey' | 'elsewhere' | 'invitation'
export type Stage = 'password' | 'whole'

/** Who is signed in. `stage` «password» is half of it: the code is still to come. */
export type SignedIn = {
  session_id: number
  person_id: number
  name: string
  sign_in_name: string
  stage: Stage
  held: Held[]
}

/** What a token stands for: somebody signed in; a session that is over, and whose it was; or nothing. */
export type Found = { state: 'open'; signed_in: SignedIn } | { state: 'over'; person_id: number } | { state: 'none' }

type Row = Omit<SignedIn, 'stage'> & { stage: Stage; begun_at: string; seen_at: string; ended_at: string | null }

/**
 * Opens a session inside the transaction in which its person has shown who they are. Gives the token: 256 bits, kept
 * nowhere but in the browser.
 */
export async function openSession(
  tx: Tx,
  { person_id, stage, means, agent, now }: { person_id: number; stage: Stage; means: Means; agent: string; now: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const times = { begun_at: now, seen_at: now }
  await tx
    .insertInto('session')
    .values({ person_id, token_digest: digestOf(token), stage, means, agent: familyOf(agent), ...times })
    .execute()
  return token
}

/** Finds what a token stands for, and notes at most once a minute that it was seen. */
export async function findSession({ kysely }: Pick<Database, 'kysely'>, token: string, now: Date): Promise<Found> {
  const asked = { token_digest: digestOf(token), now, day: dayOf(now), again: seen_again / 1000, idle: lives.idle / 1000 }
  const [row] = await atTheDoor(kysely, asked)
  if (!row) return { state: 'none' }
  if (isOver(row, now)) return { state: 'over', person_id: row.person_id }
  const { begun_at: _, seen_at: __, ended_at: ___, ...signed_in } = row
  return { state: 'open', signed_in }
}

type Asked = { token_digest: string; now: Date; day: string; again: number; idle: number }

/** One question, outside of any transaction: what it tells the database of who asks ends with it. */
const atTheDoor = query<Asked, Row>(
  `select d.session_id, d.person_id, d.stage, d.begun_at, d.seen_at, d.ended_at, d.name, d.sign_in_name, d.held
     from at_the_door(:token_digest, :now, :day, make_interval(secs => :again), make_interval(secs => :idle)) d`,
  { is_short: true },
)

/**
 * Ends a session by its token, and gives the means by which it was opened; one that is over already, or none, is fine.
 */
export function endSession({ kysely }: Pick<Database, 'kysely'>, token: string, now: Date): Promise<Means | null> {
  return kysely.transaction().execute(async tx => {
    const token_digest = digestOf(token)
    await present(tx, token_digest)
    const row = await tx
      .selectFrom('session')
      .select(['session_id', 'person_id', 'ended_at', 'means'])
      .where('token_digest', '=', token_digest)
      .executeTakeFirst()
    if (!row || row.ended_at !== null) return null
    const { session_id, person_id, means } = row
    await become(tx, person_id)
    await tx.updateTable('session').set({ ended_at: now, ended_by: person_id }).where('session_id', '=', session_id).execute()
    await noteAct(tx, { person_id, name: '' }, 'end-session', 'session', session_id)
    return means as Means
  })
}

/** By which means a session of one's own was opened. */
export async function meansOf(database: Pick<Database, 'kysely'>, who: Pick<SignedIn, 'person_id' | 'session_id'>): Promise<Means | null> {
  const row = await look(database, who, db =>
    db.selectFrom('session').select('means').where('session_id', '=', who.session_id).executeTakeFirst(),
  )
  return (row?.means as Means | undefined) ?? null
}

/**
 * Ends sessions of a person, except one perhaps, or only those of some means; gives how many. Whoever asks must be that
 * person, or administer them.
 */
export async function endSessionsOf(
  tx: Tx,
  { person_id, but, by, now, means }: { person_id: number; but?: number; by: number; now: Date; means?: Means },
): Promise<number> {
  const { rows } = await tx.executeQuery<{ session_id: number }>(
    CompiledQuery.raw(
      `update session set ended_at = $2, ended_by = $3
        where person_id = $1 and ended_at is null and session_id is distinct from $4 and ($5::text is null or means = $5) returning session_id`,
      [person_id, now, by, but ?? null, means ?? null],
    ),
  )
  for (const { session_id } of rows) await noteAct(tx, { person_id: by, name: '' }, 'end-session', 'session', session_id)
  return rows.length
}

function isOver({ stage, begun_at, seen_at, ended_at }: Row, now: Date): boolean {
  const [age, quiet] = [begun_at, seen_at].map(instant => now.getTime() - Date.parse(instant)) as [number, number]
  return ended_at !== null || quiet >= lives.idle || age >= (stage === 'whole' ? lives.whole : lives.half)
}

/** «Firefox · Windows»: enough for its owner to know it again, too little to know a person by. */
export function familyOf(agent: string): string {
  return `${nameIn(browsers, agent)} · ${nameIn(systems, agent)}`
}

/** The first that is named: an Edge calls itself a Chrome as well, and every Chrome a Safari. */
const browsers = { coc_coc: 'Cốc Cốc', Edg: 'Edge', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' }
const systems = { Android: 'Android', iPhone: 'iPhone', iPad: 'iPad', Windows: 'Windows', 'Mac OS': 'Mac', Linux: 'Linux' }

function nameIn(names: Record<string, string>, agent: string): string {
  return Object.entries(names).find(([sign]) => agent.includes(sign))?.[1] ?? '?'
}
