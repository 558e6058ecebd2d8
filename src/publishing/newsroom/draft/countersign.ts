import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { may } from '../../../platform/role/index.ts'
import { tellConsented } from '../consent/tell-consented.ts'
import type { DraftCode } from './draft-words.ts'
import { lockDraft } from './find-draft.ts'
import { type ByWriter, noteDraft, takeHand, type Writer } from './save-draft.ts'

/**
 * A second publisher, who wrote nothing in it, signs for a text that was let out in an emergency: it leaves the board.
 * What is wrong with it they correct or withdraw as with any other. Refusals: unknown-draft, not-yours, not-to-sign,
 * signed-already, own-work.
 */
export function countersign(
  tx: Tx,
  actor: Writer,
  { draft_id, standing, key }: ByWriter & { draft_id: number },
): Promise<Outcome<{ step: number }, DraftCode>> {
  return once(tx, actor, { key, act: 'countersign-draft', request: { draft_id } }, async () => {
    const draft = await lockDraft(tx, draft_id)
    if (!draft) return refused({ code: 'unknown-draft' })
    if (!may(standing, 'article', 'approve', { unit_id: draft.unit_id }).allowed) return refused({ code: 'not-yours' })
    const { emergency, writers } = draft
    if (draft.state !== 'published' || !emergency) return refused({ code: 'not-to-sign' })
    if (emergency.signed_by !== null) return refused({ code: 'signed-already' })
    if (writers.includes(actor.person_id)) return refused({ code: 'own-work' })
    await takeHand(tx, actor, draft_id, 'approved')
    const row = { draft_id, step: emergency.step, signed_by: actor.person_id, signer_name: actor.name }
    await tx.insertInto('draft_countersign').values(row).execute()
    await noteDraft(tx, actor, 'countersign-draft', draft_id, { digest: emergency.digest })
    return done({ step: emergency.step })
  })
}

/** A text that went out in an emergency and that no second person has signed for; `since` is ISO. */
export type Unsigned = {
  draft_id: number
  unit_id: number
  title: string
  reason: string
  by_name: string
  since: string
  /** Whoever asks wrote in it, or let it out: another must sign. */
  is_mine: boolean
}

const unsigned = query<{ most: number }, Unsigned>(
  `select d.draft_id, d.unit_id, v.content ->> 'title' as title, p.emergency as reason, s.actor_name as by_name, s.recorded_at as since,
          exists (select from draft_hand h where h.draft_id = d.draft_id and h.person_id = current_person_id() and h.hand = 'wrote') as is_mine
     from draft_approval p
     join draft d using (draft_id)
     join draft_step s on s.draft_id = p.draft_id and s.number = p.step
     join draft_version v on v.draft_id = p.draft_id and v.number = p.version
    where p.emergency is not null
      and exists (select from draft_step l where l.draft_id = p.draft_id and l.number = p.step + 1 and l.state = 'published')
      and not exists (select from draft_countersign c where c.draft_id = p.draft_id and c.step = p.step)
    order by s.recorded_at
    limit :most`,
)

/** What waits for a second signature in the newsroom of whoever asks, the longest first. */
export async function listUnsigned(db: Db): Promise<Unsigned[]> {
  return tellConsented(db, 'vi', await unsigned(db, { most: 100 }))
}
