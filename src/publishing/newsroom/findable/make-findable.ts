import { dayOf } from '../../../basis/shared/dates.ts'
import { done } from '../../../basis/shared/outcome.ts'
import { change, type Database, query, type Tx } from '../../../platform/database/index.ts'
import { dropText, keepText, listKept } from '../../search/index.ts'
import { publisher } from '../draft/publisher.ts'
import { type Edition, findEditionAsWritten } from '../find-article.ts'
import { labelOf } from '../subject/subject.ts'
import { wordsOfEdition } from './words-of-edition.ts'

const langs = ['vi', 'en'] as const

/**
 * Lets readers find the living editions of an article by words, and no longer what is not public. In the change that
 * publishes or withdraws it. Persons stand there as the tokens of their consents: by a name that was taken back nothing
 * is found.
 */
export async function makeFindable(tx: Tx, article_id: number): Promise<void> {
  for (const lang of langs) {
    const edition = await findEditionAsWritten(tx, { article_id, lang })
    const text = { kind: 'article', number: article_id, lang } as const
    if (edition?.lang !== lang) await dropText(tx, text)
    else
      await keepText(tx, {
        ...text,
        day: dayOf(new Date(edition.published_at)),
        labels: labelsOf(edition),
        title: edition.title,
        body: wordsOfEdition(edition),
      })
  }
}

/** What it is filed under: its section, what it is about, and the units whose numbers it prints. */
function labelsOf({ topic, subjects, citations }: Edition): string[] {
  const printed = citations.map(({ run }) => `unit:${run.parameters.unit}`)
  return [...new Set([`section:${topic}`, ...subjects.map(labelOf), ...printed])]
}

const published = query<Record<string, never>, { article_id: number }>(
  `select distinct f.article_id
     from edition f
    where f.number = 1 and not exists (select from withdrawal w where w.article_id = f.article_id)
    order by f.article_id`,
)

/**
 * Makes findable what is public and was published by a program that knew no search, or cut words otherwise. As the owner,
 * each article in a change of its own.
 */
export async function makeAllFindable(owned: Pick<Database, 'kysely'>): Promise<void> {
  const kept = await listKept(owned.kysely, 'article')
  for (const { article_id } of await published(owned.kysely, {})) {
    if (kept.has(article_id)) continue
    await change(owned, publisher, async tx => done(await makeFindable(tx, article_id)))
  }
}
