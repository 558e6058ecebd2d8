import { loadDemo } from '../seed/load-demo.ts'
import { dayOf } from '../src/basis/shared/dates.ts'
import { done, type Outcome } from '../src/basis/shared/outcome.ts'
import { slugOf } from '../src/basis/shared/vietnamese.ts'
import { type CheckText, checkText } from '../src/numbers/check/index.ts'
import { change, resolvedTimestamp, transactionOn } from '../src/platform/database/index.ts'
import { type Standing, standingOf } from '../src/platform/role/index.ts'
import { look } from '../src/platform/sign-in/index.ts'
import { addGrant, addMember, addPerson, addUnit } from '../src/platform/sign-in/invented-commune.ts'
import {
  approveDraft,
  beginDraft,
  type DraftText,
  giveReason,
  moveDraft,
  type NumbersAsked,
  type PlainMove,
  planWithdrawal,
  publishDue,
  readStructured,
  type Writer,
} from '../src/publishing/newsroom/index.ts'
import { withdrawConsent } from '../src/register/exemplar/index.ts'
import { letIn } from './door.ts'
import type { Register } from './ground.ts'

const roles = { reporter: 'reporter', editor: 'editor', checker: 'fact-checker', publisher: 'publisher' } as const
type Role = keyof typeof roles
/** The four of a newsroom, a member of the same unit without any role, and the publisher of another newsroom. */
export type Cast = Record<Role | 'member' | 'neighbour', Writer>
export type Newsroom = { register: Register; cast: Cast; standings: Record<Role, Standing>; unit_id: number }

/** The real territory of the province, and a newsroom in it; everybody has an open session. */
export async function openNewsroom(register: Register): Promise<Newsroom> {
  const { owner, database } = register
  await loadDemo(owner, { seed: 19_022_021, scale: 0, until: 'infinity', say: () => {} })
  await owner.query(`set neu_guong.loading = 'yes'`)
  const [unit_id, elsewhere] = [
    await addUnit(owner, 'tinh-uy', 'province-committee', null),
    await addUnit(owner, 'tinh-uy-khac', 'province-committee', null),
  ]
  const cast = {} as Cast
  for (const name of [...(Object.keys(roles) as Role[]), 'member', 'neighbour'] as const) {
    cast[name] = { person_id: await addPerson(owner, name), name }
    await addMember(owner, cast[name].person_id, name === 'neighbour' ? elsewhere : unit_id)
  }
  for (const [name, role] of Object.entries(roles)) await addGrant(owner, cast[name as Role].person_id, role, unit_id)
  await addGrant(owner, cast.neighbour.person_id, 'publisher', elsewhere)
  const ids = Object.values(cast).map(({ person_id }) => person_id)
  await letIn(owner, Math.min(...ids), Math.max(...ids))
  const standings = {} as Record<Role, Standing>
  for (const name of Object.keys(roles) as Role[])
    standings[name] = await look(database, cast[name], db => standingOf(db, cast[name].person_id, dayOf(new Date())))
  return { register, cast, standings, unit_id }
}

/** In this thread: what is proved is not how long a text may take. */
const check: CheckText = async (db, asked) => done(await checkText(db, asked))

/** A text with its words everywhere that words can stand, and a number of the register. */
export function textWith(word: string, printed = '15'): DraftText {
  const body = `${word} mở đầu, {F16 valid_as_of=2021-02-19 | ${printed}} xã.\n\n> Lời ${word}.\n> — Người ${word}\n\n[[garden | Tranh ${word} | chú thích ${word}]]`
  const read = readStructured(body)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return {
    ...{ topic: 'countryside', title: `Bài ${word}`, lead: `Sa pô ${word}.`, byline: `Bút danh ${word}` },
    ...{ picture: { scene: 'road', alt: `Con đường ${word}.`, caption: `đường ${word}` }, reasons: [], note: '', ...read.value },
    ...keywordsOf(word),
  }
}

/** A keyword of its own; the token of a person is none. */
function keywordsOf(word: string): Pick<DraftText, 'subjects'> {
  const keyword = slugOf(word)
  return keyword.length < word.length ? {} : { subjects: [{ keyword: `chu-de-${keyword}`, name: `Chủ đề ${word}` }] }
}

let presses = 0
const key = () => `press-of-a-proof-${String(++presses).padStart(8, '0')}`

async function numbersAt(register: Register, publish_at: string): Promise<NumbersAsked> {
  return {
    clock: { published_at: publish_at, recorded_as_of: await resolvedTimestamp(register.database) },
    checking: { check, now: new Date() },
  }
}

export async function begin({ register, cast, standings, unit_id }: Newsroom, content: DraftText): Promise<number> {
  const asked = { unit_id, content, standing: standings.reporter, key: key() }
  return given(await change(register.database, cast.reporter, tx => beginDraft(tx, cast.reporter, asked))).draft_id
}

const way: [Role, PlainMove][] = [
  ['reporter', 'submit'],
  ['editor', 'pass'],
  ['checker', 'sign-off'],
]
/** How far a draft is brought, by the steps of its way. */
export const ways = way.length

export async function bring({ register, cast, standings }: Newsroom, draft_id: number, steps: number, read = 1): Promise<void> {
  for (const [role, move] of way.slice(0, steps)) {
    const numbers = await numbersAt(register, new Date().toISOString())
    const asked = { draft_id, move, read, comment: '', standing: standings[role], key: key() }
    given(await change(register.database, cast[role], tx => moveDraft(tx, cast[role], asked, numbers)))
  }
}

export async function approveFor({ register, cast, standings }: Newsroom, draft_id: number, publish_at: Date, read = 1): Promise<string> {
  const at = publish_at.toISOString()
  const numbers = await numbersAt(register, at)
  const asked = { draft_id, read, publish_at: at, standing: standings.publisher, key: key(), now: new Date() }
  return given(await change(register.database, cast.publisher, tx => approveDraft(tx, cast.publisher, asked, numbers))).digest
}

export async function reasonFor({ register, cast, standings }: Newsroom, draft_id: number, words: string, read: number): Promise<number> {
  const numbers = await numbersAt(register, new Date().toISOString())
  const asked = { draft_id, read, words, reason: `Vì ${words}`, standing: standings.checker, key: key() }
  return given(await change(register.database, cast.checker, tx => giveReason(tx, cast.checker, asked, numbers))).version
}

/** Publishes all that is due at an instant. */
export async function publishAt({ register }: Newsroom, now: Date): Promise<void> {
  await publishDue(register.database, { kysely: transactionOn(register.owner) }, { now })
}

/** Somebody who lets themselves be named, with the token that stands for them in a text. */
export async function addConsented(
  { register: { owner }, unit_id }: Newsroom,
  name: string,
): Promise<{ consent_id: number; token: string }> {
  const one = async (sql: string, values: unknown[]) => (await owner.query(sql, values)).rows[0]
  const { exemplar_id } = await one(
    `insert into exemplar (kind, field, unit_id) values ('individual', 'economy', $1) returning exemplar_id`,
    [unit_id],
  )
  await owner.query('insert into exemplar_profile (exemplar_id, name) values ($1, $2)', [exemplar_id, name])
  const { consent_id } = await one(
    `insert into consent (exemplar_id, scope, valid) values ($1, 'name', '[2020-01-01,infinity)') returning consent_id`,
    [exemplar_id],
  )
  return { consent_id, token: `{@${consent_id}}` }
}

/** As somebody of the newsroom records it. */
export async function takeBack({ register, cast }: Newsroom, consent_id: number): Promise<void> {
  const owned = { kysely: transactionOn(register.owner) }
  given(await change(owned, cast.editor, tx => withdrawConsent(tx, cast.editor, { consent_id, reason: 'Người ấy xin rút.' })))
}

/** Has an article withdrawn at an hour. */
export async function planAt({ register, cast, standings }: Newsroom, article_id: number, at: Date, reason: string): Promise<void> {
  const asked = {
    article_id,
    reason,
    replaced_by: null,
    withdraw_at: at.toISOString(),
    now: new Date(),
    standing: standings.publisher,
    key: key(),
  }
  given(await change(register.database, cast.publisher, tx => planWithdrawal(tx, cast.publisher, asked)))
}

function given<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value
}
