export type FeedEntry = { id: string; title: string; lead: string; href: string; published_at: string; changed_at: string }
export type Feed = { id: string; lang: string; title: string; href: string; self: string; entries: readonly FeedEntry[] }

/**
 * An Atom feed (RFC 4287), newest entry first. Addresses that are not whole are relative to where it was fetched from.
 */
export function feedOf({ id, lang, title, href, self, entries }: Feed): string {
  const updated =
    entries
      .map(({ changed_at }) => instant(changed_at))
      .toSorted()
      .at(-1) ?? '1970-01-01T00:00:00Z'
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${id}</id>
<title>${escaped(title)}</title>
<updated>${instant(updated)}</updated>
<author><name>${escaped(title)}</name></author>
<link href="${escaped(href)}"/>
<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
${entries.map(entryOf).join('\n')}
</feed>
`
}

function entryOf({ id, title, lead, href, published_at, changed_at }: FeedEntry): string {
  return `<entry>
<id>${id}</id>
<title>${escaped(title)}</title>
<link href="${escaped(href)}"/>
<published>${instant(published_at)}</published>
<updated>${instant(changed_at)}</updated>
<summary>${escaped(lead)}</summary>
</entry>`
}

function instant(at: string): string {
  return new Date(at).toISOString()
}

/** Text as XML has it; signs that XML cannot hold are left out. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
