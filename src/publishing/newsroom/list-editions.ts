import { type Db, query } from '../../platform/database/index.ts'
import type { Follows, Topic } from './article.ts'
import { tellConsented } from './consent/tell-consented.ts'

/** That an article is no longer shown: why, since when (ISO), and which one stands in its place. */
export type Withdrawal = {
  article_id: number
  title: string
  reason: string
  replaced_by: number | null
  replaced_slug: string | null
  at: string
}

const withdrawals = query<{ article_id: number | null }, Withdrawal>(
  `select w.article_id, e.title, w.reason, w.replaced_by, a.slug as replaced_slug, w.withdrawn_at as at
     from withdrawal w
     join lateral (select title from edition where edition.article_id = w.article_id and lang = 'vi' order by number desc limit 1) e on true
     left join article a on a.article_id = w.replaced_by
    where :article_id::integer is null or w.article_id = :article_id::integer
    order by w.withdrawn_at desc
    limit 500`,
)

export async function findWithdrawal(db: Db, article_id: number): Promise<Withdrawal | null> {
  return (await told(db, article_id))[0] ?? null
}

export function listWithdrawals(db: Db): Promise<Withdrawal[]> {
  return told(db, null)
}

async function told(db: Db, article_id: number | null): Promise<Withdrawal[]> {
  return tellConsented(db, 'vi', await withdrawals(db, { article_id }))
}

/**
 * A change of an article that was public already: what was changed, when (ISO), and the number of the edition that it
 * made.
 */
export type Change = {
  article_id: number
  slug: string
  topic: Topic
  title: string
  number: number
  follows: Follows
  note: string
  at: string
}

/**
 * One text of an article: which, when it was published (ISO), what it is to the one before it, and the digest of what
 * was approved.
 */
export type EditionOfArticle = {
  number: number
  published_at: string
  follows: Follows | null
  note: string | null
  digest: string
}

const editions_of = query<{ article_id: number; lang: 'vi' | 'en' }, EditionOfArticle>(
  `select e.number, e.published_at, e.follows, e.note, e.digest
     from edition e
    where e.article_id = :article_id and e.lang = :lang
      and not exists (select from withdrawal w where w.article_id = e.article_id)
    order by e.number desc
    limit 500`,
)

/** Every edition of a public article in a language, the newest first. */
export async function listEditionsOf(db: Db, asked: { article_id: number; lang: 'vi' | 'en' }): Promise<EditionOfArticle[]> {
  return tellConsented(db, asked.lang, await editions_of(db, asked))
}

const changes = query<Record<string, never>, Change>(
  `select e.article_id, a.slug, a.topic, e.title, e.number, e.follows, e.note, e.published_at as at
     from edition e
     join article a using (article_id)
    where e.follows is not null and not exists (select from withdrawal w where w.article_id = e.article_id)
    order by e.published_at desc, e.edition_id desc
    limit 500`,
)

/** The log of what was corrected and brought up to date, newest first. */
export async function listChanges(db: Db): Promise<Change[]> {
  return tellConsented(db, 'vi', await changes(db, {}))
}
