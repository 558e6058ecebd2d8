import { dayOf, sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { DayField, Field, Frame, Select, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import { type PublishedArticle, type PublishedKind, published_kinds, type Topic, topic_words, topics } from '../../newsroom/index.ts'
import { list_words } from '../published/list-words.ts'
import { newsdesk_words } from '../words.ts'

/** What the list is filtered by; empty where it is not. Days are ISO, or as they were typed. */
export type ListAsked = { words: string; topic: Topic | ''; kind: PublishedKind | ''; since: string; until: string }
type PublishedProps = StaffPageProps & {
  articles: PublishedArticle[]
  asked: ListAsked
  is_from_newest: boolean
  /** Where the next page begins; null where there is none. */
  older: { behind_at: string; behind: string } | null
  may_withdraw: boolean
}

/** All that was published, the newest first. */
export function PublishedPage({ articles, asked, is_from_newest, older, may_withdraw, ...staff_page }: PublishedProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = list_words[lang]
  return (
    <Frame {...staff_page} title={words.title} here={t => t.articles_published(asked)} crumb={newsdesk_words[lang].title}>
      <FindForm {...{ view, asked }} />
      {articles.length === 0 && <p>{words.none}</p>}
      <ul class="ways">
        {articles.map(article => (
          <OneArticle key={article.article_id} {...{ view, article, may_withdraw }} />
        ))}
      </ul>
      <p class="links">
        {!is_from_newest && <a href={to.articles_published(asked)}>{words.newest}</a>}{' '}
        {older && (
          <a href={to.articles_published({ ...asked, ...older })} rel="next">
            {words.older}
          </a>
        )}
      </p>
    </Frame>
  )
}

function FindForm({ view: { lang, to }, asked }: { view: ViewContext; asked: ListAsked }) {
  const words = list_words[lang]
  const topic_options = topics.map(value => ({ value, label: topic_words[value][lang] }))
  const kind_options = published_kinds.map(value => ({ value, label: words.kinds[value] }))
  const typed = { tu: asked.since, den: asked.until }
  return (
    <form method="get" action={to.articles_published()} class="find">
      <HiddenFields fields={to.carried} />
      <Field {...{ lang }} name="tim" label={words.words} value={asked.words} autocomplete="off" />
      <Select {...{ lang }} name="muc" label={words.topic} empty={words.every_topic} options={topic_options} value={asked.topic} />
      <Select {...{ lang }} name="loai" label={words.kind} empty={words.every_kind} options={kind_options} value={asked.kind} />
      <DayField {...{ lang, typed }} name="tu" label={words.since} />
      <DayField {...{ lang, typed }} name="den" label={words.until} />
      <div class="actions">
        <button type="submit" class="quiet">
          {words.find}
        </button>
        <a href={to.articles_published()}>{words.clear}</a>
      </div>
    </form>
  )
}

type OneProps = { view: ViewContext; article: PublishedArticle; may_withdraw: boolean }

function OneArticle({ view: { lang, to }, article, may_withdraw }: OneProps) {
  const words = list_words[lang]
  const { title, topic, number, published_at, follows, withdrawn_at } = article
  const kind = withdrawn_at === null ? follows : 'withdrawn'
  return (
    <li class="beside">
      <p>
        <a href={to.article(article)}>
          <strong lang="vi">{title}</strong>
        </a>{' '}
        {kind && <span class="tag">{words.kinds[kind]}</span>}
        <br />
        <span class="hint">
          {topic_words[topic][lang]} · {sayDay(dayOf(new Date(published_at)), lang)} · {words.edition(number)}
          {withdrawn_at && ` · ${sayInstant(withdrawn_at, lang)}`}
        </span>
      </p>
      {may_withdraw && withdrawn_at === null && (
        <a href={to.article_withdraw(article)} aria-label={`${newsdesk_words[lang].withdraw}: ${title}`}>
          {newsdesk_words[lang].withdraw}
        </a>
      )}
    </li>
  )
}
