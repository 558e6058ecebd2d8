import { addDays, isDay, isInstant, startOf, typedDay } from '../../../basis/shared/dates.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import { forbid, numberOf, type StaffContext, showStaffPage } from '../../../platform/sign-in/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import { from_the_newest, type ListCursor, listPublished, published_kinds, topics } from '../../newsroom/index.ts'
import { type DeskOptions, newsroomsWhereMay, standingAt } from '../desk-options.ts'
import { type ListAsked, PublishedPage } from '../pages/published.tsx'

const most = 50

/** All that was published, filtered, a page at a time from where the last one ended. */
export async function showPublished(c: WebContext, work: StaffContext, { database }: DeskOptions): Promise<Response> {
  const standing = await standingAt(work)
  if (newsroomsWhereMay(standing, 'read').length === 0) return forbid(c, work.who, rolesThatMay('article', 'read'))
  const asked = askedIn(c)
  const from = cursorIn(c)
  const days = { since: beginningOf(asked.since), until: isDay(asked.until) ? beginningOf(addDays(asked.until, 1)) : null }
  const found = await listPublished(database.db, {
    ...{ topic: asked.topic || null, kind: asked.kind || null, words: asked.words || null, ...days },
    ...{ limit: most + 1, ...(from ?? from_the_newest) },
  })
  const articles = found.slice(0, most)
  const last = found.length > most ? articles.at(-1)! : null
  const page = {
    ...{ ...work.staff_page, articles, asked, is_from_newest: from === null },
    older: last && { behind_at: last.published_at, behind: String(last.article_id) },
    may_withdraw: newsroomsWhereMay(standing, 'withdraw').length > 0,
  }
  return showStaffPage(c, <PublishedPage {...page} />)
}

function askedIn(c: WebContext): ListAsked {
  const [topic, kind] = [c.req.query('muc'), c.req.query('loai')]
  return {
    words: oneLine(c.req.query('tim') ?? '').slice(0, 100),
    topic: topics.find(one => one === topic) ?? '',
    kind: published_kinds.find(one => one === kind) ?? '',
    since: typedDay(c.req.query('tu') ?? ''),
    until: typedDay(c.req.query('den') ?? ''),
  }
}

/** Where the page before ended: when its last article appeared, and its number. */
function cursorIn(c: WebContext): ListCursor | null {
  const [at, after] = [c.req.query('luc') ?? '', Math.min(numberOf(c.req.query('sau')), 2 ** 31 - 1)]
  return isInstant(at) && after > 0 ? { before: at, before_id: after } : null
}

function beginningOf(day: string): string | null {
  return isDay(day) ? startOf(day).toISOString() : null
}
