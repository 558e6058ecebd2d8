import { rolesThatMay } from '../../platform/role/index.ts'
import type { HomeNotice, StaffContext } from '../../platform/sign-in/index.ts'
import { listProposals } from './list-proposals.ts'
import { merger_words } from './words.ts'

/** On the home page: the mergers that somebody may confirm, which are never their own. */
export async function mergersWaiting({ look, seats, who, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  if (!seats.some(({ role }) => rolesThatMay('merger', 'confirm').includes(role))) return []
  const waiting = (await look(db => listProposals(db, { waits: true }))).filter(({ proposed_by }) => proposed_by !== who.person_id)
  const n = waiting.length
  return n === 0 ? [] : [{ href: view.to.mergers(), label: merger_words[view.lang].waiting_n(n), n }]
}
