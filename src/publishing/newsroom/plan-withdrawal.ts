import { CompiledQuery } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused, withField } from '../../basis/shared/outcome.ts'
import { type Db, query, type Tx } from '../../platform/database/index.ts'
import { once, record } from '../../platform/ledger/index.ts'
import type { Standing } from '../../platform/role/index.ts'
import { readComment } from '../../platform/workflow/index.ts'
import { tellConsented } from './consent/tell-consented.ts'
import type { DraftCode } from './draft/draft-words.ts'
import type { ByWriter, Writer } from './draft/save-draft.ts'
import { findArticle } from './find-article.ts'
import { mayInNewsroom } from './may-in-newsroom.ts'
import { refusalOfReplacement, type WithdrawalAsked } from './withdraw-article.ts'

/** `withdraw_at` is an ISO instant. */
export type PlanAsked = ByWriter & WithdrawalAsked & { withdraw_at: string; now: Date }

/**
 * Has an article withdrawn at an hour. Nobody outside of the newsrooms sees that before; then the program does it.
 * Refusals: those of withdrawing, hour-past, planned-already.
 */
export function planWithdrawal(tx: Tx, actor: Writer, asked: PlanAsked): Promise<Outcome<{ withdrawal_plan_id: number }, DraftCode>> {
  const { article_id, replaced_by, withdraw_at, now, standing, key } = asked
  const said = readComment(asked.reason)
  if (!said.ok) return Promise.resolve(withField(said, 'reason'))
  if (!(Date.parse(withdraw_at) > now.getTime())) return Promise.resolve(refused({ code: 'hour-past', field: 'hour' }))
  const plan = { article_id, replaced_by, withdraw_at, reason: said.value }
  return once(tx, actor, { key, act: 'plan-withdrawal', request: plan }, async () => {
    await lockPlans(tx, article_id)
    const refusal = refusalToPlan(standing) ?? (await refusalOfPlan(tx, plan))
    if (refusal) return refusal
    const { withdrawal_plan_id } = await tx
      .insertInto('withdrawal_plan')
      .values({ ...plan, planned_by: actor.person_id, planner_name: actor.name })
      .returning('withdrawal_plan_id')
      .executeTakeFirstOrThrow()
    const entry = { act: 'plan-withdrawal', object: 'article', object_id: String(article_id), retention: 'publication' } as const
    await record(tx, actor, { ...entry, digest: digestOf(plan) })
    return done({ withdrawal_plan_id })
  })
}

/** Two who plan for one article do so one after the other: the second is told of the first. */
async function lockPlans(tx: Tx, article_id: number): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(hashtextextended('withdrawal plan', $1::bigint))`, [article_id]))
}

function refusalToPlan(standing: Standing) {
  return mayInNewsroom(standing, 'withdraw') ? null : refused({ code: 'not-yours' })
}

async function refusalOfPlan(tx: Tx, { article_id, replaced_by }: Pick<PlanAsked, 'article_id' | 'replaced_by'>) {
  if (!(await findArticle(tx, { article_id, lang: 'vi' }))) return refused({ code: 'unknown-article' })
  const refusal = await refusalOfReplacement(tx, { article_id, replaced_by })
  if (refusal) return refusal
  return (await openPlan(tx, article_id)) ? refused({ code: 'planned-already' }) : null
}

/** Takes a plan back before its hour. Refusals: not-yours, unknown-plan. */
export function cancelWithdrawal(
  tx: Tx,
  actor: Writer,
  { article_id, standing, key }: ByWriter & { article_id: number },
): Promise<Outcome<{ withdrawal_plan_id: number }, DraftCode>> {
  return once(tx, actor, { key, act: 'cancel-withdrawal', request: { article_id } }, async () => {
    const refusal = refusalToPlan(standing)
    if (refusal) return refusal
    const plan = await openPlan(tx, article_id)
    if (!plan) return refused({ code: 'unknown-plan' })
    const { withdrawal_plan_id } = plan
    const ended = await tx
      .insertInto('withdrawal_plan_end')
      .values({ withdrawal_plan_id, became: 'cancelled', actor_id: actor.person_id, actor_name: actor.name })
      .onConflict(conflict => conflict.doNothing())
      .returning('withdrawal_plan_id')
      .executeTakeFirst()
    if (!ended) return refused({ code: 'unknown-plan' })
    const entry = { act: 'cancel-withdrawal', object: 'article', object_id: String(article_id), retention: 'publication' } as const
    await record(tx, actor, { ...entry, digest: digestOf({ withdrawal_plan_id }) })
    return done({ withdrawal_plan_id })
  })
}

/** An article that is to go at an hour; `withdraw_at` is ISO. */
export type PlannedWithdrawal = WithdrawalAsked & {
  withdrawal_plan_id: number
  slug: string
  title: string
  withdraw_at: string
  planner_name: string
}

type PlansAsked = { article_id: number | null; until: string | null; is_public: boolean; most: number }

const planned = query<PlansAsked, PlannedWithdrawal>(
  `select p.withdrawal_plan_id, p.article_id, a.slug, e.title, p.reason, p.replaced_by, p.withdraw_at, p.planner_name
     from withdrawal_plan p
     join article a using (article_id)
     join lateral (select title from edition where edition.article_id = p.article_id and lang = 'vi' order by number desc limit 1) e on true
    where not exists (select from withdrawal_plan_end d where d.withdrawal_plan_id = p.withdrawal_plan_id)
      and (:article_id::integer is null or p.article_id = :article_id::integer)
      and (:until::timestamptz is null or p.withdraw_at <= :until::timestamptz)
      and not (:is_public::boolean and exists (select from withdrawal w where w.article_id = p.article_id))
    order by p.withdraw_at, p.withdrawal_plan_id
    limit :most`,
)

const all = { article_id: null, until: null, is_public: false, most: 200 } as const

/** What is to go of what readers still see, the nearest hour first. */
export async function listPlannedWithdrawals(db: Db): Promise<PlannedWithdrawal[]> {
  return tellConsented(db, 'vi', await planned(db, { ...all, is_public: true }))
}

/** When an article that readers still see is to go; null where nobody has planned it. */
export async function findPlannedWithdrawal(db: Db, article_id: number): Promise<PlannedWithdrawal | null> {
  const [plan] = await planned(db, { ...all, article_id, is_public: true })
  return plan ? tellConsented(db, 'vi', plan) : null
}

/** What is to go by now, in the order of the hours; also of what was withdrawn meanwhile, whose plan is to be ended. */
export async function listWithdrawalsDue(db: Db, now: Date): Promise<PlannedWithdrawal[]> {
  return tellConsented(db, 'vi', await planned(db, { ...all, until: now.toISOString() }))
}

async function openPlan(tx: Tx, article_id: number): Promise<PlannedWithdrawal | undefined> {
  return (await planned(tx, { ...all, article_id }))[0]
}
