import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { dayOf, sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { type Typed, tick } from '../../../platform/staff/index.ts'
import { hrefFor, type ViewContext } from '../../../platform/web/index.ts'
import { footnotesIn } from '../../newsroom/index.ts'
import type { ArticleOnPage } from '../article-on-page.ts'
import { ArticlePicture } from '../parts/article-picture.tsx'
import { BodyPart } from '../parts/body-part.tsx'
import type { CitedNumber } from '../parts/cited-number.ts'
import { FigureBox, FigureInText } from '../parts/figure-in-text.tsx'
import { Footnotes, footnoteNumbers } from '../parts/footnotes.tsx'
import { topicOf } from '../parts/news-items.tsx'
import { type PhotosOfText, publicPhotos } from '../parts/photo.tsx'
import { hrefsOfSubjects, type SubjectHrefs, Subjects, subject_tables } from '../parts/subjects.tsx'
import { words } from '../words.ts'
import { block } from './block.ts'
import { setup } from './setup.ts'

type Props = { article: ArticleOnPage }
type ViewProps = Props & { endnotes: boolean; subject_hrefs: SubjectHrefs }

const view_form = { endnotes: tick({ vi: 'Danh sách nguồn của từng số ở cuối bài', en: 'The list of sources below the text' }) }
const typedView = ({ endnotes = true }): Typed => (endnotes ? { endnotes: '1' } : {})

/**
 * The second of the two blocks of an article page: title, lead, picture, body with its numbers, byline, and the
 * endnotes.
 */
export const news_view = block<{ endnotes: boolean }, ViewProps>({
  type: 'news-view',
  name: { vi: 'Bài viết', en: 'The article' },
  about: { vi: 'Tựa, sa pô, tranh, nội dung, nguồn từng số.', en: 'Title, lead, picture, text, the source of each number.' },
  pages: ['article'],
  regions: ['main'],
  setup: setup<{ endnotes?: boolean }>()(view_form, { typed: typedView, meant: ({ endnotes }) => ({ endnotes }) }),
  settings: z.strictObject({ endnotes: z.boolean().default(true) }),
  async load({ article, ...asking }, { endnotes }) {
    if (!article) return { props: null, tables: [] }
    const tables = article.subjects.length > 0 ? [...article.tables, ...subject_tables] : article.tables
    return { props: { article, endnotes, subject_hrefs: await hrefsOfSubjects(asking, article) }, tables }
  },
  view: NewsView,
})

export function NewsView({ article, subject_hrefs, endnotes, ...view }: ViewProps & ViewContext) {
  const { title, lead, picture, byline, numbers, lang } = article
  const is_translated = lang === view.lang
  const in_lang = is_translated ? {} : { lang }
  const library = publicPhotos(article.photos, view.to)
  return (
    <>
      <meta itemProp="dateModified" content={article.changed_at} />
      <meta itemProp="articleSection" content={topicOf(article, view.lang)} />
      <link itemProp="mainEntityOfPage" href={(view.site_address ?? '') + view.to.article(article)} />
      <h1 itemProp="headline" {...in_lang}>
        {title}
      </h1>
      <EditionNotes article={article} {...view} />
      <p class="lead" itemProp="description" {...in_lang}>
        {lead}
      </p>
      <div class="prose" {...in_lang}>
        {picture && <ArticlePicture picture={picture} library={library} lang={view.lang} />}
        <Body body={article.body} numbers={numbers} library={library} {...view} />
        <p class="byline" itemProp="author">
          {byline}
        </p>
      </div>
      <Subjects subjects={article.subjects} hrefs={subject_hrefs} lang={view.lang} />
      <Footnotes says={footnotesIn(article.body)} text_lang={article.lang} lang={view.lang} />
      {numbers.length > 0 && <Endnotes numbers={numbers} is_listed={endnotes} {...view} />}
      <Reasons article={article} lang={view.lang} />
      <p class="meta more">
        {fill(words[view.lang].edition_digest, { number: article.number, digest: article.digest.slice(0, 16) })} ·{' '}
        <a href={view.to.editions(article)}>{words[view.lang].editions}</a>
      </p>
    </>
  )
}

/**
 * What a reader must know of the text before reading it: that whose portal this was is no more, that it was changed and
 * how, that a later one stands, or that it is not in their language.
 */
function EditionNotes({ article, lang, to, place, ended_on, became }: Props & ViewContext) {
  const w = words[lang]
  const { follows, note, number, newest, newest_vi, changed_at } = article
  const day = sayDay(dayOf(new Date(changed_at)), lang)
  return (
    <>
      {place && became && ended_on && dayOf(new Date(changed_at)) < ended_on && (
        <p class="note">{fill(w.published_by, { place: place[lang], became: became[lang] })}</p>
      )}
      {article.lang !== lang && <p class="note">{w.only_vietnamese}</p>}
      {article.lang === 'en' && number < newest_vi && (
        <p class="note">
          {w.changed_in_vietnamese} <a href={hrefFor({ lang: 'vi' }).article(article)}>{w.text_after}</a>
        </p>
      )}
      {number < newest && (
        <p class="note">
          {fill(w.superseded, { number })} <a href={to.article(article)}>{w.text_after}</a>
        </p>
      )}
      {follows && (
        <p class="note" {...(follows === 'correction' && correction)}>
          <strong>{fill(w.followed_on, { what: w.follows[follows], day })}</strong>{' '}
          <span lang="vi" itemProp={follows === 'correction' ? 'text' : undefined}>
            {note}
          </span>{' '}
          <a href={to.edition({ ...article, number: number - 1 })}>{w.text_before}</a>
        </p>
      )}
    </>
  )
}

const correction = { itemProp: 'correction', itemScope: true, itemType: 'https://schema.org/CorrectionComment' }

/** Why numbers stand in the text that the register does not answer. */
function Reasons({ article: { reasons }, lang }: Props & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  if (reasons.length === 0) return null
  return (
    <section class="endnotes" aria-labelledby="ly-do">
      <h2 id="ly-do">{w.reasons}</h2>
      <p>{w.reasons_intro}</p>
      <ul class="list" lang="vi">
        {reasons.map(({ words: of_text, quantity, reason }) => (
          <li key={of_text}>
            <strong>{quantity}</strong>: {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Vietnamese papers end a text with «./.», English ones with a full stop. */
const end_marks = { vi: './.', en: '.' }

type BodyProps = Pick<ArticleOnPage, 'body' | 'numbers'> & { library: PhotosOfText } & ViewContext

/** Every block, and the end mark after the last word. The boxes of its numbers stand among the endnotes. */
function Body({ body, numbers, library, lang }: BodyProps) {
  const by_mark = new Map(numbers.map(number => [number.mark, number]))
  const cite = citing(by_mark)
  const printedOf = (mark: string) => by_mark.get(mark)?.printed ?? ''
  const note = footnoteNumbers()
  const last = body.findLastIndex(part => part.type === 'paragraph')
  return body.map((part, i) => (
    <BodyPart key={i} {...{ part, library, lang, cite, printedOf, note }} end={i === last ? end_marks[lang] : ''} />
  ))
}

/** The number of a mark in running text; only its first place is where its box leads back to. */
function citing(by_mark: ReadonlyMap<string, CitedNumber>): (mark: string) => ComponentChildren {
  const seen = new Set<string>()
  return mark => {
    const number = by_mark.get(mark)
    const is_first = !seen.has(mark)
    seen.add(mark)
    return number && <FigureInText number={number} is_first={is_first} />
  }
}

/**
 * The box of each number, once. Where the editors want no list of sources, a box is seen only when its number is opened.
 */
function Endnotes({ numbers, is_listed, ...view }: { numbers: CitedNumber[]; is_listed: boolean } & ViewContext) {
  const w = words[view.lang]
  return (
    <section class={is_listed ? 'endnotes' : 'endnotes is-unlisted'} id="nguon" aria-labelledby="nguon-tieu-de">
      <h2 id="nguon-tieu-de">{w.endnotes}</h2>
      <ol>
        {numbers.map(number => (
          <li key={number.mark}>
            <FigureBox number={number} {...view} />
          </li>
        ))}
      </ol>
    </section>
  )
}
