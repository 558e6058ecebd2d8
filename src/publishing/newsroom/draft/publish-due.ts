import { done } from '../../../basis/shared/outcome.ts'
import { change, type Database, query, resolvedTimestamp } from '../../../platform/database/index.ts'
import { findArticle } from '../find-article.ts'
import { listWithdrawalsDue, type PlannedWithdrawal } from '../plan-withdrawal.ts'
import { withdraw } from '../withdraw-article.ts'
import { type Published, publishDraft } from './publish-draft.ts'
import { publisher } from './publisher.ts'

/** A draft whose hour has come, with how late it is. */
export type DueDraft = { draft_id: number; publish_at: string; title: string; late_s: number }

const due = query<{ now: string }, Omit<DueDraft, 'late_s'>>(
  `select p.draft_id, p.publish_at, v.content ->> 'title' as title
     from draft_approval p
     join draft_version v on v.draft_id = p.draft_id and v.number = p.version
    where p.publish_at <= :now
      and p.step = (select max(s.number) from draft_step s where s.draft_id = p.draft_id)
    order by p.publish_at, p.draft_id
    limit 100`,
)

type Asked = { now: Date; say?: (line: string) => void }
/** The program’s own connection and the register as its owner. */
type Registers = { database: Pick<Database, 'kysely'>; owned: Pick<Database, 'kysely'> }
type DoneDraft = DueDraft & { published: Published }

/** So late a text was missed: the program was away at its hour. */
const missed_after_s = 60

/**
 * Publishes all that is due and withdraws what is to go, in the order of their hours, each in a change of its own: what
 * fails stands in nobody’s way, and is tried again the next time. `owned` is the register as its owner. Gives what
 * became of each draft; says what was missed, what was not published because a number has changed, and what failed.
 */
export async function publishDue(
  database: Pick<Database, 'kysely'>,
  owned: Pick<Database, 'kysely'>,
  { now, say = () => {} }: Asked,
): Promise<DoneDraft[]> {
  const registers = { database, owned }
  const drafts = (await due(owned.kysely, { now: now.toISOString() })).map(draft => ({ at: draft.publish_at, draft, plan: null }))
  const plans = (await listWithdrawalsDue(owned.kysely, now)).map(plan => ({ at: plan.withdraw_at, draft: null, plan }))
  const published: DoneDraft[] = []
  for (const { draft, plan } of [...drafts, ...plans].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    if (plan) await withdrawOne(registers, plan, { now, say })
    const one = draft && (await publishOneDue(registers, draft, { now, say }))
    if (one) published.push(one)
  }
  return published
}

async function publishOneDue(
  registers: Registers,
  draft: Omit<DueDraft, 'late_s'>,
  { now, say }: Required<Asked>,
): Promise<DoneDraft | null> {
  const { draft_id, publish_at } = draft
  const late_s = lateBy(publish_at, now)
  if (late_s > missed_after_s) say(`draft ${draft_id} missed its hour, ${publish_at}`)
  const published = await publishOne(registers, { draft_id, now }).catch((error: Error) => {
    say(`draft ${draft_id} could not be published: ${error.message}`)
    return null
  })
  if (published?.became === 'recalled') say(`draft ${draft_id} was not published: a number has changed since it was approved`)
  return published && { ...draft, late_s, published }
}

function lateBy(at: string, now: Date): number {
  return Math.round((now.getTime() - Date.parse(at)) / 1000)
}

/** Null where somebody else has just done it. */
async function publishOne({ database, owned }: Registers, { draft_id, now }: { draft_id: number; now: Date }): Promise<Published | null> {
  const recorded_as_of = await resolvedTimestamp(database)
  const outcome = await change(owned, publisher, tx => publishDraft(tx, { draft_id, now, recorded_as_of }))
  return outcome.ok ? outcome.value : null
}

/** At its hour; without another in its place where that one is gone. Where it was withdrawn meanwhile the plan is void. */
async function withdrawOne({ owned }: Registers, plan: PlannedWithdrawal, { now, say }: Required<Asked>): Promise<void> {
  const { withdrawal_plan_id, article_id, withdraw_at } = plan
  if (lateBy(withdraw_at, now) > missed_after_s) say(`article ${article_id} missed its hour to be withdrawn, ${withdraw_at}`)
  await change(owned, publisher, async tx => {
    const ended = await tx
      .insertInto('withdrawal_plan_end')
      .values({ withdrawal_plan_id, became: 'done', actor_id: null, actor_name: publisher.name })
      .onConflict(conflict => conflict.doNothing())
      .returning('withdrawal_plan_id')
      .executeTakeFirst()
    if (!ended) return done(null)
    const { replaced_by } = plan
    const still = replaced_by !== null && (await findArticle(tx, { article_id: replaced_by, lang: 'vi' }))
    return withdraw(tx, publisher, { ...plan, replaced_by: still ? replaced_by : null })
  })
    .then(async outcome => {
      if (!outcome.ok) await endVoid(owned, withdrawal_plan_id)
    })
    .catch((error: Error) => say(`article ${article_id} could not be withdrawn: ${error.message}`))
}

async function endVoid(owned: Pick<Database, 'kysely'>, withdrawal_plan_id: number): Promise<void> {
  await change(owned, publisher, async tx => {
    const row = { withdrawal_plan_id, became: 'void', actor_id: null, actor_name: publisher.name }
    await tx
      .insertInto('withdrawal_plan_end')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return done(null)
  })
}
