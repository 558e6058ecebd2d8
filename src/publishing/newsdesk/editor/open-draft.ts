import { rolesThatMay } from '../../../platform/role/index.ts'
import { forbid, type StaffContext } from '../../../platform/sign-in/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import type { OpenAnswer } from '../../newsroom/index.ts'
import { findReadableDraft } from '../desk-options.ts'
import type { Presence } from './presence.ts'

/** Says that somebody has a draft open: JSON of who else has, and of its newest version. */
export async function openDraft(c: WebContext, work: StaffContext, presence: Presence): Promise<Response> {
  const draft = await findReadableDraft(c, work)
  if (!draft) return forbid(c, work.who, rolesThatMay('article', 'read'))
  c.header('cache-control', 'no-store')
  const others = presence.see(draft.draft_id, work.who, work.now)
  const answer: OpenAnswer = { others, version: draft.version, saved_by: draft.saved_by }
  return c.json(answer)
}
