import { may, rolesThatMay, standingOf } from '../../../platform/role/index.ts'
import type { HomeNotice, StaffContext } from '../../../platform/sign-in/index.ts'
import { listAwardListsWaiting } from './find-award-lists.ts'
import { award_list_words } from './words.ts'

/** On the home page: one list by its name, several by the page on which they stand. */
export async function awardListsWaiting({ look, seats, who, today, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  const seat = seats.find(({ role }) => rolesThatMay('exemplar', 'recognise').includes(role))
  if (!seat) return []
  const found = await look(async db => {
    const standing = await standingOf(db, who.person_id, today)
    const lists = await listAwardListsWaiting(db, { day: today })
    return lists.filter(({ unit_id }) => may(standing, 'exemplar', 'recognise', { unit_id }).allowed)
  })
  const [first] = found
  if (!first) return []
  const href = found.length === 1 ? view.to.award_list(first) : view.to.award_lists({ unit: seat.key })
  return [{ href, label: award_list_words[view.lang].waiting_n(found.length), n: found.length }]
}
