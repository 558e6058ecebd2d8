import { paths, staff_paths } from '../href.ts'
import { isReading } from '../shell/refuse-requests.ts'
import type { Lane } from './priority-queue.ts'

/** Long lists, files and sheets: nobody is kept from their work where they come a minute later. */
const bulk = matcher([
  staff_paths.roster,
  staff_paths.roster_import,
  staff_paths.roster_marked,
  staff_paths.reminder_sheets,
  staff_paths.invite,
])
const staff = matcher(Object.values(staff_paths))
/** Whoever is let in may hand in: signing in goes with saving. */
const door = matcher([staff_paths.sign_in, staff_paths.sign_in_code])
/** A text to be checked is as much work as a long list. */
const checking = matcher([paths.check])
/** What anybody looks for by words: it stands in nobody's way. */
const searching = matcher([paths.search, paths.suggest])
/** Looking for a name. */
const searches = /[?&](?:ten|tim)=[^&]/

/** The lane of a request, by its method and its address. */
export function laneOf(method: string, { pathname, search }: URL): Lane {
  const is_reading = isReading(method)
  if (searching.test(pathname)) return 'search'
  if (bulk.test(pathname) || /\.(?:json|csv)$/.test(pathname) || (is_reading && searches.test(search))) return 'bulk'
  if (checking.test(pathname)) return is_reading ? 'public' : 'bulk'
  if (!is_reading || door.test(pathname)) return 'save'
  return staff.test(pathname) ? 'staff' : 'public'
}

function matcher(patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:/en)?(?:${patterns.map(path => path.replace(/:\w+/g, '[^/]+')).join('|')})$`)
}
