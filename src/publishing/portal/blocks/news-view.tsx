import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { marksIn } from '../../newsroom/index.ts'
import type { ArticleOnPage } from '../article-on-page.ts'
import { BodyPart } from '../parts/body-part.tsx'
import type { CitedNumber } from '../parts/cited-number.ts'
import { FigureBox, FigureInText, Judged } from '../parts/figure-in-text.tsx'
import { Photo } from '../parts/picture.tsx'
import { words } from '../words.ts'
import { block } from './block.ts'

type Props = { article: ArticleOnPage }

/** The second of the two blocks of an article page: title, lead, picture, body with its numbers, byline, and the endnotes. */
export const news_view = block<{ endnotes: boolean }, Props & { endnotes: boolean }>({
  type: 'news-view',
  settings: z.strictObject({ endnotes: z.boolean().default(true) }),
  async load({ article }, { endnotes }) {
    return { props: article ? { article, endnotes } : null, tables: article?.tables ?? [] }
  },
  view: NewsView,
})

export function NewsView({ article, endnotes, ...view }: Props & { endnotes: boolean } & ViewContext) {
  const { title, lead, picture, byline, numbers } = article
  return (
    <>
      <h1 itemProp="headline">{title}</h1>
      <p class="lead" itemProp="description">
        {lead}
      </p>
      <div class="prose">
        {picture && <Photo picture={picture} lang={view.lang} />}
        <Body body={article.body} numbers={numbers} {...view} />
        <p class="byline" itemProp="author">
          {byline}
        </p>
      </div>
      {endnotes && numbers.length > 0 && <Endnotes numbers={numbers} {...view} />}
    </>
  )
}

/** Vietnamese papers end a text with «./.», English ones with a full stop. */
const end_marks = { vi: './.', en: '.' }

/** Every block, each followed by the boxes of the numbers that stand in it for the first time; the end mark after the last word. */
function Body({ body, numbers, ...view }: Pick<ArticleOnPage, 'body' | 'numbers'> & ViewContext) {
  const by_mark = new Map(numbers.map(number => [number.mark, number]))
  const seen = new Set<string>()
  const last = body.findLastIndex(part => part.type === 'paragraph')
  return (
    <>
      {body.map((part, i) => {
        const cited = marksIn([part]).flatMap(mark => by_mark.get(mark) ?? [])
        const fresh = cited.filter(number => !seen.has(number.mark))
        const node = (
          <BodyPart part={part} cite={citing(by_mark, new Set(seen))} end={i === last ? end_marks[view.lang] : ''} lang={view.lang} />
        )
        for (const number of fresh) seen.add(number.mark)
        return [node, fresh.map(number => <FigureBox {...view} key={number.mark} number={number} />)]
      })}
    </>
  )
}

/** The number of a mark in running text; only its first place is where its box leads back to. */
function citing(by_mark: ReadonlyMap<string, CitedNumber>, seen: Set<string>): (mark: string) => ComponentChildren {
  return mark => {
    const number = by_mark.get(mark)
    const is_first = !seen.has(mark)
    seen.add(mark)
    return number && <FigureInText number={number} is_first={is_first} />
  }
}

function Endnotes({ numbers, lang, to }: { numbers: CitedNumber[] } & ViewContext) {
  const w = words[lang]
  return (
    <section class="endnotes" id="nguon" aria-labelledby="nguon-tieu-de">
      <h2 id="nguon-tieu-de">{w.endnotes}</h2>
      <ol>
        {numbers.map(number => (
          <li key={number.mark}>
            <a href={to.run({ run_id: number.run_id })} itemProp="isBasedOn">
              {number.printed} – {number.figure_name}
            </a>{' '}
            <Judged state={number.state} lang={lang} />
            <br />
            {number.sentence} {fill(w.held_on, { day: sayDay(number.valid_as_of, lang) })}
            {number.as_printed.how && `: ${number.as_printed.how}`}.
          </li>
        ))}
      </ol>
    </section>
  )
}
