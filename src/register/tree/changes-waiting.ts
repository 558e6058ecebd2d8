import { rolesThatMay } from '../../platform/role/index.ts'
import type { HomeNotice, StaffContext } from '../../platform/sign-in/index.ts'
import { listChanges } from './change/list-changes.ts'
import { tree_words } from './words.ts'

/** On the home page: the changes of units that somebody may confirm, which are never their own. */
export async function changesWaiting({ look, seats, who, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  if (!seats.some(({ role }) => rolesThatMay('unit', 'confirm').includes(role))) return []
  const waiting = (await look(db => listChanges(db, { waits: true }))).filter(({ laid_by }) => laid_by !== who.person_id)
  const n = waiting.length
  if (n === 0) return []
  const href = n === 1 ? view.to.unit_change(waiting[0]!) : view.to.unit_changes()
  return [{ href, label: tree_words[view.lang].changes_n(n), n }]
}
