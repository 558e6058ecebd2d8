import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { Block as BodyBlock, Inline } from '../../newsroom/index.ts'
import type { ArticleOnPage } from '../article-on-page.ts'
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
        const cited = marksIn(part).flatMap(mark => by_mark.get(mark) ?? [])
        const fresh = [...new Set(cited)].filter(number => !seen.has(number.mark))
        const node = <BodyPart part={part} by_mark={by_mark} seen={new Set(seen)} is_last={i === last} lang={view.lang} />
        for (const number of fresh) seen.add(number.mark)
        return [node, fresh.map(number => <FigureBox {...view} key={number.mark} number={number} />)]
      })}
    </>
  )
}

type PartProps = { part: BodyBlock; by_mark: Map<string, CitedNumber>; seen: Set<string>; is_last: boolean; lang: ViewContext['lang'] }

function BodyPart({ part, by_mark, seen, is_last, lang }: PartProps) {
  const inline = (content: Inline[]) => inlineOf(content, by_mark, seen)
  switch (part.type) {
    case 'heading':
      return <h2>{part.text}</h2>
    case 'quotation':
      return (
        <blockquote>
          <p>{part.text}</p>
          <footer>{part.source}</footer>
        </blockquote>
      )
    case 'list':
      return (
        <ul>
          {part.items.map((item, i) => (
            <li key={i}>{inline(item)}</li>
          ))}
        </ul>
      )
    case 'note':
      return <p class="note">{inline(part.content)}</p>
    case 'paragraph':
      return (
        <p>
          {inline(part.content)}
          {is_last && end_marks[lang]}
        </p>
      )
  }
}

function inlineOf(content: Inline[], by_mark: Map<string, CitedNumber>, seen: Set<string>): ComponentChildren {
  return content.map(piece => {
    if ('text' in piece) return piece.text
    const number = by_mark.get(piece.cite)
    const is_first = !seen.has(piece.cite)
    seen.add(piece.cite)
    return number && <FigureInText number={number} is_first={is_first} />
  })
}

function marksIn(part: BodyBlock): string[] {
  if (part.type === 'heading' || part.type === 'quotation') return []
  const content = part.type === 'list' ? part.items.flat() : part.content
  return content.flatMap(piece => ('cite' in piece ? [piece.cite] : []))
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
