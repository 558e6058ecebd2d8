import { escaped, type Feed, type FeedEntry } from '../feed.ts'

/** The same feed as RSS 2.0: for readers that know no Atom. Its identities are those of the Atom feed. */
export function rssOf({ lang, title, href, self, entries }: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escaped(title)}</title>
<link>${escaped(href)}</link>
<description>${escaped(title)}</description>
<language>${lang}</language>
<atom:link rel="self" type="application/rss+xml" href="${escaped(self)}"/>
${entries.map(itemOf).join('\n')}
</channel>
</rss>
`
}

function itemOf({ id, title, lead, href, published_at }: FeedEntry): string {
  return `<item>
<title>${escaped(title)}</title>
<link>${escaped(href)}</link>
<description>${escaped(lead)}</description>
<guid isPermaLink="false">${id}</guid>
<pubDate>${new Date(published_at).toUTCString()}</pubDate>
</item>`
}
