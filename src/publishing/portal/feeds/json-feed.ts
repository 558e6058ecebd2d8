import type { Feed } from '../feed.ts'

/** The same feed as JSON Feed 1.1. */
export function jsonFeedOf({ lang, title, href, self, entries }: Feed): string {
  const items = entries.map(({ id, title, lead, href, published_at, changed_at }) => ({
    ...{ id, title, url: href, summary: lead, content_text: lead },
    date_published: new Date(published_at).toISOString(),
    date_modified: new Date(changed_at).toISOString(),
  }))
  const feed = { version: 'https://jsonfeed.org/version/1.1', title, language: lang, home_page_url: href, feed_url: self, items }
  return `${JSON.stringify(feed, null, 2)}\n`
}
