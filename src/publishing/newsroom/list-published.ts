import { type Db, query } from '../../platform/database/index.ts'
import type { Follows, Topic } from './article.ts'
import { tellConsented } from './consent/tell-consented.ts'
import sql from './list-published.sql?raw'

/** Where a page of a list ended: its last article. `before` is an ISO instant. */
export type ListCursor = { before: string; before_id: number }
export const from_the_newest = { before: null, before_id: null } as const

export const published_kinds = ['update', 'minor', 'correction', 'withdrawn'] as const
export type PublishedKind = (typeof published_kinds)[number]

/** An article that was published, as the news desk lists it; instants are ISO. */
export type Published = {
  article_id: number
  slug: string
  topic: Topic
  title: string
  /** Of its living edition. */
  number: number
  published_at: string
  changed_at: string
  follows: Follows | null
  withdrawn_at: string | null
}

/** `since` and `until` are ISO instants, the second not in it; `words` of the title, with or without marks. */
export type PublishedAsked = {
  topic: Topic | null
  kind: PublishedKind | null
  since: string | null
  until: string | null
  words: string | null
  limit: number
} & (ListCursor | typeof from_the_newest)

const published = query<PublishedAsked, Published>(sql)

/** Articles that were published, the newest first, those that were withdrawn among them. */
export async function listPublished(db: Db, asked: PublishedAsked): Promise<Published[]> {
  const escaped = asked.words?.replace(/[\\%_]/g, sign => `\\${sign}`) ?? null
  return tellConsented(db, 'vi', await published(db, { ...asked, words: escaped }))
}
