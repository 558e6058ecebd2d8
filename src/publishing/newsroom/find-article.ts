import type { FigureRun, Lang } from '../../numbers/figure/index.ts'
import { type Db, query } from '../../platform/database/index.ts'
import { consent_tables } from '../../register/exemplar/index.ts'
import type { Follows, Topic } from './article.ts'
import type { Block, HeadPicture } from './body/body.ts'
import { tellConsented } from './consent/tell-consented.ts'
import type { Reason } from './draft/draft.ts'
import sql from './find-article.sql?raw'
import { from_the_newest, type ListCursor } from './list-published.ts'
import type { PhotoShown } from './photos/photo-shown.ts'
import type { Subject } from './subject/subject.ts'

export type Citation = { mark: string; printed: string; run: FigureRun }

/** An edition of an article: the living one is the last published in its language. */
export type Edition = {
  article_id: number
  slug: string
  topic: Topic
  edition_id: number
  lang: Lang
  number: number
  title: string
  lead: string
  picture: HeadPicture | null
  body: Block[]
  /** The photos that may be shown now; one whose consent was withdrawn is not among them. */
  photos: PhotoShown[]
  /** Units, instruments and keywords that it is about, as they were called then. */
  subjects: Subject[]
  byline: string
  /** When the article was first published in its language, and when this edition was: ISO instants. */
  published_at: string
  changed_at: string
  /** Why numbers stand in it that the register does not answer. */
  reasons: Reason[]
  /** What it is to the edition before it, and what was changed. */
  follows: Follows | null
  note: string | null
  /** SHA-256 of what was approved. */
  digest: string
  /** The number of the living edition in its language. */
  newest: number
  /** The same in Vietnamese, in which articles are corrected first. */
  newest_vi: number
  /** In the order in which the article cites them. */
  citations: Citation[]
}

/** The tables that say which articles are public, and what stands in them: a list of articles is as fresh as these. */
export const article_tables = ['article', 'edition', 'edition_subject', 'withdrawal', ...consent_tables] as const

type Asked = {
  article_id: number | null
  lang: Lang
  limit: number
  number: number | null
  before: string | null
  before_id: number | null
}
const editions = query<Asked, Edition>(sql, { is_short: true })

type EditionAsked = { article_id: number; lang: Lang; number?: number | null }

/**
 * The living edition of an article, or the one with a number; null where there is none, or it was withdrawn. Persons
 * are named in it as they allow now. One read, however many numbers it prints.
 */
export async function findArticle(db: Pick<Db, 'executeQuery'>, asked: EditionAsked): Promise<Edition | null> {
  const edition = await findEditionAsWritten(db, asked)
  return edition && tellConsented(db, edition.lang, edition)
}

/** The same, letter by letter as it was approved: persons stand in it as the tokens of their consents. */
export async function findEditionAsWritten(
  db: Pick<Db, 'executeQuery'>,
  { article_id, lang, number = null }: EditionAsked,
): Promise<Edition | null> {
  const [edition] = await editions(db, { article_id, lang, number, limit: 1, ...from_the_newest })
  return edition ?? null
}

type ListAsked = { lang: Lang; limit: number; from?: ListCursor | null }

/** The living editions with their texts and numbers, newest first; those behind an article where one is named. */
export async function listArticles(db: Db, { lang, limit, from }: ListAsked): Promise<Edition[]> {
  return tellConsented(db, lang, await editions(db, { article_id: null, lang, number: null, limit, ...(from ?? from_the_newest) }))
}
