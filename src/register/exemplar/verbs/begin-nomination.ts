import { sql } from 'kysely'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { notYours } from '../../../platform/workflow/index.ts'
import { nomination_flow } from '../exemplar.ts'
import { nominate_form } from '../forms.ts'
import type { ExemplarCode } from '../problem-words.ts'
import { findMember, findPartyUnit, findPlaceOf } from '../reads/find-for-nomination.ts'
import { isConsidered } from '../reads/is-considered.ts'
import { type Clerk, takeStep } from './take-step.ts'

export type NominationText = Answers<typeof nominate_form>
type Beginning = { unit: string; text: NominationText; key: string; today: string }
type Subject = { person_id: number | null; name: string; unit_id: number; place_id: number }

/**
 * Begins a case: a unit puts a collective or a person forward. It waits for its evidence, and to be sent in. Refusals:
 * those of the form; not-yours, unknown-person, no-name, not-oneself, unknown-place, nominated-already.
 */
export function beginNomination(
  tx: Tx,
  actor: Clerk,
  { unit, text, key, today }: Beginning,
): Promise<Outcome<{ nomination_id: number }, ExemplarCode>> {
  return once(tx, actor, { key, act: 'begin-nomination', request: { unit, text } }, async () => {
    const [at] = await findPartyUnit(tx, { unit, day: today })
    const standing = await standingOf(tx, actor.person_id, today)
    if (!at?.alive || !may(standing, 'exemplar', 'nominate', at).allowed) return refused(notYours(nomination_flow, 'begin'))
    const wrong = problemsOf<ExemplarCode>(problemsWith(nominate_form, text))
    if (wrong) return wrong
    const subject = await findSubject(tx, actor, at.unit_id, text, today)
    if (!subject.ok) return subject
    await sql`select pg_advisory_xact_lock(hashtextextended('begin-nomination', ${subject.value.unit_id}))`.execute(tx)
    const exemplar_id = await findExemplar(tx, text, subject.value)
    if (exemplar_id !== null && (await isConsidered(tx, { exemplar_id, achievement: text.achievement })))
      return refused({ code: 'nominated-already', field: 'achievement' })
    return done(await write(tx, actor, text, subject.value, exemplar_id))
  })
}

/** Who it is about, and from where. */
async function findSubject(
  tx: Tx,
  actor: Clerk,
  unit_id: number,
  text: NominationText,
  day: string,
): Promise<Outcome<Subject, ExemplarCode>> {
  const person_id = text.kind === 'individual' && text.person !== 0 ? text.person : null
  const [member] = person_id === null ? [] : await findMember(tx, { person_id, unit_id, day })
  const [place] = await findPlaceOf(tx, { place: text.place, day })
  const name = member?.full_name ?? text.name
  const problems = problemsOf(
    problemsWithSubject(actor, { person_id, is_member: member !== undefined, name, is_place: place !== undefined }),
  )
  return problems ?? done({ person_id, name, unit_id, place_id: place!.unit_id })
}

type Found = { person_id: number | null; is_member: boolean; name: string; is_place: boolean }

function* problemsWithSubject(actor: Clerk, { person_id, is_member, name, is_place }: Found): Generator<Problem<ExemplarCode>> {
  if (person_id !== null && !is_member) yield { code: 'unknown-person', field: 'person' }
  else if (name === '') yield { code: 'no-name', field: 'name' }
  if (person_id === actor.person_id) yield { code: 'not-oneself', field: 'person' }
  if (!is_place) yield { code: 'unknown-place', field: 'place' }
}

/**
 * The same person, or the same name of the same kind in the same place, is one exemplar, however often put forward. Hoa
 * and Hòa are two: a name is compared as it is written, as in lists of recognitions.
 */
async function findExemplar(tx: Tx, { kind }: NominationText, { person_id, name, place_id }: Subject): Promise<number | null> {
  const { rows } = await sql<{ exemplar_id: number }>`
    select e.exemplar_id
      from exemplar e
      join exemplar_profile p on p.exemplar_id = e.exemplar_id and is_open(p.recorded)
     where is_open(e.recorded) and e.kind = ${kind} and e.keeper_id is not null
       and case when ${person_id}::bigint is null
                then p.person_id is null and e.unit_id = ${place_id} and lower(p.name) = lower(${name})
                else p.person_id = ${person_id}::bigint end
     order by e.exemplar_id limit 1`.execute(tx)
  return rows[0]?.exemplar_id ?? null
}

async function write(
  tx: Tx,
  actor: Clerk,
  { kind, field, achievement, account }: NominationText,
  { person_id, name, unit_id, place_id }: Subject,
  known: number | null,
): Promise<{ nomination_id: number }> {
  const exemplar_id = known ?? (await addExemplar(tx, { kind, field, name, person_id, place_id, keeper_id: unit_id }))
  const { nomination_id } = await tx
    .insertInto('nomination')
    .values({ exemplar_id, unit_id, person_id, nominated_by: actor.person_id })
    .returning('nomination_id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('nomination_text').values({ nomination_id, achievement, account }).execute()
  await takeStep(tx, actor, { nomination_id, move: 'begin', with_it: { exemplar_id, unit_id, person_id, achievement, account } })
  return { nomination_id }
}

type NewExemplar = { kind: string; field: string; name: string; person_id: number | null; place_id: number; keeper_id: number }

async function addExemplar(tx: Tx, { kind, field, name, person_id, place_id, keeper_id }: NewExemplar): Promise<number> {
  const { exemplar_id } = await tx
    .insertInto('exemplar')
    .values({ kind, field, unit_id: place_id, keeper_id })
    .returning('exemplar_id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('exemplar_profile').values({ exemplar_id, person_id, name }).execute()
  return exemplar_id
}
