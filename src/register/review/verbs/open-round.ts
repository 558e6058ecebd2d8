import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { isDay } from '../../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { listRatingSchemes } from '../../programme/index.ts'
import { opening_form } from '../forms.ts'
import type { ReviewCode } from '../problem-words.ts'

export type RoundOpening = Answers<typeof opening_form> & { unit_id: number; key: string; today: string }

/**
 * Opens a round today, for everybody who is a member in the unit or below it. Gives how many. Refusals: not-yours,
 * not-in-force, ends-before, due-before, round-already, nobody-here, and those of the form.
 */
export function openRound(
  tx: Tx,
  actor: Actor & { person_id: number },
  { key, today, unit_id, ...answers }: RoundOpening,
): Promise<Outcome<{ review_round_id: number; people: number }, ReviewCode>> {
  return once(tx, actor, { key, act: 'open-review', request: { unit_id, ...answers } }, async () => {
    if (!may(await standingOf(tx, actor.person_id, today), 'review', 'open', { unit_id }).allowed)
      return refused({ code: 'not-yours', values: { by: 'level-above' } })
    const schemes = await listRatingSchemes(tx, { day: today })
    const in_force = schemes.some(({ rating_scheme_id, is_in_force }) => is_in_force && rating_scheme_id === answers.scheme)
    const wrong = problemsOf([...problemsWith(opening_form, answers), ...problemsWithDays(answers, today, in_force)])
    if (wrong) return wrong
    const elsewhere = await countElsewhere(tx, { unit_id, today, ...answers })
    if (elsewhere > 0) return refused({ code: 'round-already', limit: elsewhere })
    return write(tx, actor, { unit_id, today, ...answers })
  })
}

type Opened = Answers<typeof opening_form> & { unit_id: number; today: string }

function* problemsWithDays(
  { from, to, due_on, scheme }: Answers<typeof opening_form>,
  today: string,
  in_force: boolean,
): Generator<Problem<ReviewCode>> {
  if (scheme !== 0 && !in_force) yield { code: 'not-in-force', field: 'scheme' }
  if (isDay(from) && isDay(to) && to < from) yield { code: 'ends-before', field: 'to' }
  if (isDay(due_on) && due_on < today) yield { code: 'due-before', field: 'due_on' }
}

async function write(
  tx: Tx,
  actor: Actor & { person_id: number },
  round: Opened,
): Promise<Outcome<{ review_round_id: number; people: number }, ReviewCode>> {
  const { unit_id, kind, from, to, scheme, due_on, today } = round
  const { rows } = await sql<{ review_round_id: number }>`
    insert into review_round (kind, unit_id, rating_scheme_id, period, opens_on, due_on, opened_by)
    values (${kind}, ${unit_id}, ${scheme}, daterange(${from}::date, ${to}::date, '[]'), ${today}, ${due_on}, ${actor.person_id})
    returning review_round_id`.execute(tx)
  const { review_round_id } = rows[0]!
  const added = await sql<{ n: number }>`
    with member as materialized (${members(unit_id, today)})
    insert into review_subject (review_round_id, person_id, unit_id, group_id, obligation_id)
    select ${review_round_id}, m.person_id, m.unit_id, coalesce(g.unit_id, m.unit_id),
           (select o.obligation_id from obligation o join campaign c using (campaign_id)
             where o.person_id = m.person_id and c.year = extract(year from ${to}::date) and upper(o.recorded) = 'infinity'
             order by o.obligation_id desc limit 1)
      from member m
      left join lateral (select p.parent_id as unit_id from placement p
                           join unit_version v on v.unit_id = p.parent_id and v.valid @> ${today}::date and upper(v.recorded) = 'infinity'
                           join unit_kind k    on k.unit_kind = v.unit_kind and k.rank = 3
                          where p.unit_id = m.unit_id and p.hierarchy = 'party' and p.valid @> ${today}::date and upper(p.recorded) = 'infinity'
                          limit 1) g on true
    returning 1 as n`.execute(tx)
  const people = added.rows.length
  if (people === 0) return refused({ code: 'nobody-here' })
  await record(tx, actor, {
    ...{ act: 'open-review', object: 'review-round', object_id: `${review_round_id}/${unit_id}` },
    ...{ digest: digestOf({ ...round, people }), retention: 'organisation' },
  })
  return done({ review_round_id, people })
}

/** How many of those who would be reviewed are in a round of that kind, of some of that time, already. */
async function countElsewhere(tx: Tx, { unit_id, kind, from, to, today }: Opened): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct s.person_id)::int as n
      from review_round r
      join review_subject s using (review_round_id)
     where r.kind = ${kind} and r.period && daterange(${from}::date, ${to}::date, '[]')
       and s.person_id in (select m.person_id from (${members(unit_id, today)}) m)`.execute(tx)
  return rows[0]!.n
}

/** Who is a member of the party today in a unit or below it, each with their cell. */
function members(unit_id: number, today: string) {
  return sql`
    select m.person_id, m.unit_id
      from membership m
     where m.kind = 'party-member' and m.valid @> ${today}::date and upper(m.recorded) = 'infinity'
       and m.unit_id in (select n.unit_id from units_by_branch('party', ${unit_id}::int, ${today}::date, recorded_now()) n)`
}
