import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { type FigureId, figure_words, type PublicAnswer, sentenceOf } from '../../../numbers/figure/index.ts'
import { layout_words, type ViewContext } from '../../../platform/web/index.ts'
import type { Headline } from '../../newsroom/index.ts'
import { copy_script } from '../browser/copy-script.ts'
import { sayValue } from '../say.ts'
import { words } from '../words.ts'

type Lang = ViewContext['lang']
type UsingProps = {
  answer: PublicAnswer
  /** Where the number is found again, whenever somebody looks it up. */
  address: string
  articles: Headline[]
  json: string
  csv: string
  svg?: string | undefined
  /** The small page that others show in a frame. */
  embed?: string
} & ViewContext

/** What somebody needs who takes the number elsewhere: how to cite it, its data, its drawing, who has printed it. */
export function UsingNumber({ answer, address, articles, json, csv, svg, embed, ...view }: UsingProps) {
  const { lang, to } = view
  const w = words[lang]
  return (
    <section class="section" aria-labelledby="dung-so">
      <h2 class="ruled" id="dung-so">
        {w.use}
      </h2>
      <dl class="use">
        <dt>{w.citation}</dt>
        <dd>
          <p class="cite" data-copy={w.copy} data-copied={w.copied} data-failed={w.not_copied}>
            {citationOf(answer, address, view)}
          </p>
        </dd>
        <dt>{w.data}</dt>
        <dd itemScope itemType="https://schema.org/Dataset">
          <meta itemProp="name" content={lookUp(figure_words, answer.figure)!.name[lang]} />
          <meta itemProp="description" content={sentenceOfAnswer(answer, lang)} />
          <DataFile href={csv} name="CSV" type="text/csv" /> · <DataFile href={json} name="JSON" type="application/json" />
          {svg && (
            <>
              {' '}
              · <DataFile href={svg} name={w.chart_svg} type="image/svg+xml" />
            </>
          )}
        </dd>
        {embed && <dt>{w.embed}</dt>}
        {embed && <Embedding {...view} answer={answer} embed={embed} />}
        {articles.length > 0 && <dt>{w.run_of}</dt>}
        {articles.length > 0 && (
          <dd>
            <ul>
              {articles.map(article => (
                <li key={article.article_id}>
                  <a href={to.article(article)}>{article.title}</a>
                </li>
              ))}
            </ul>
          </dd>
        )}
      </dl>
      <script type="module" src={copy_script.path} />
    </section>
  )
}

/** The small page, and what to write in a page of one's own so that it stands there. */
function Embedding({ answer, embed, lang, site_address }: Pick<UsingProps, 'answer' | 'lang' | 'site_address'> & { embed: string }) {
  const w = words[lang]
  const title = nameOfAnswer(answer, lang).replaceAll('"', '&quot;')
  const source = `${site_address ?? ''}${embed}`.replaceAll('&', '&amp;')
  return (
    <dd>
      <a href={embed}>{w.embed_page}</a>
      {site_address && (
        <p>
          <code class="cite" data-copy={w.copy} data-copied={w.copied} data-failed={w.not_copied}>
            {`<iframe src="${source}" title="${title}" width="100%" height="480" loading="lazy" style="border:0"></iframe>`}
          </code>
        </p>
      )}
    </dd>
  )
}

/** What an answer is called: an indicator by its own name. */
export function nameOfAnswer({ figure, kind_name }: PublicAnswer, lang: Lang): string {
  return kind_name?.[lang] ?? lookUp(figure_words, figure)!.name[lang]
}

/** «Cổng nêu gương tỉnh Bắc Kạn, «Xã đang đạt chuẩn»: 15, tỉnh Bắc Kạn, ngày 19/02/2021, theo sổ lúc …». */
function citationOf({ figure, value, unit_name, parameters }: PublicAnswer, address: string, { lang, place, site_address }: ViewContext) {
  const w = words[lang]
  const { valid_as_of, recorded_as_of } = parameters
  return fill(w.cited_as, {
    site: `${layout_words[lang].site}${place ? ` ${place[lang]}` : ''}`,
    name: lookUp(figure_words, figure)!.name[lang],
    value: sayValue(value, lang),
    unit: sayName(unit_name, lang),
    day: sayDay(valid_as_of, lang),
    when: sayInstant(recorded_as_of, lang),
    address: `${site_address ?? ''}${address}`,
  })
}

export function sentenceOfAnswer(answer: PublicAnswer, lang: Lang): string {
  return sentenceOf(answer.figure as FigureId, answer, lang)
}

function DataFile({ href, name, type }: { href: string; name: string; type: string }) {
  return (
    <span itemProp="distribution" itemScope itemType="https://schema.org/DataDownload">
      <meta itemProp="encodingFormat" content={type} />
      <a itemProp="contentUrl" href={href} type={type}>
        {name}
      </a>
    </span>
  )
}
