import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { comment_form } from '../forms.ts'
import type { ExemplarCode } from '../problem-words.ts'

/** So many comments a notice takes: the office reads each of them. */
export const most_comments = 300

type Commenting = { notice_id: number; said: string; key: string; today: string }

/**
 * Says something of whoever stands in a notice, in one's own name or, where one is not signed in, without. Only the
 * office in charge reads it. Refusals: no-words, too-long, notice-closed (also where one may not see it),
 * too-many-comments.
 */
export function commentOnNotice(tx: Tx, actor: Actor, { notice_id, said, key, today }: Commenting): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'comment-on-notice', request: { notice_id, said } }, async () => {
    const wrong = problemsOf<ExemplarCode>(problemsWith(comment_form, { said }))
    if (wrong) return wrong
    await sql`select pg_advisory_xact_lock(hashtextextended('notice', ${notice_id}))`.execute(tx)
    const { rows } = await sql<{ comments: number }>`
      select comments_on(n.notice_id) as comments from notice n
       where n.notice_id = ${notice_id} and is_open(n.recorded)
         and ${today}::date between n.opened_on and notice_until(n.opened_on, n.working_days)`.execute(tx)
    if (!rows[0]) return refused({ code: 'notice-closed' })
    if (rows[0].comments >= most_comments) return refused({ code: 'too-many-comments', limit: most_comments })
    await tx.insertInto('notice_comment').values({ notice_id, said, said_by: actor.person_id }).execute()
    await record(tx, actor, {
      ...{ act: 'comment-on-notice', object: 'notice', object_id: String(notice_id) },
      ...{ digest: digestOf({ notice_id, said }), retention: 'conduct' },
    })
    return done(null)
  })
}
