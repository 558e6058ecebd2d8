import { type ComponentChildren, Fragment } from 'preact'
import type { Judgement, ViewContext } from '../../../platform/web/index.ts'
import { type DraftText, type Finding, footnotesIn, subjectsOf } from '../../newsroom/index.ts'
import { ArticlePicture, BodyPart, Footnotes, footnoteNumbers, type PhotosOfText, Subjects } from '../../portal/index.ts'
import { newsdesk_words } from '../words.ts'
import { judgementOf } from './numbers-rail.tsx'

type Props = {
  view: Pick<ViewContext, 'lang'>
  content: DraftText
  findings: Finding[]
  library: PhotosOfText
  /** What stands below a block, by its number. */
  under?: (at: number) => ComponentChildren
}

/** The text at the reader’s own measure and type; its numbers marked by what the register says of them. */
export function DraftAsRead({ view: { lang }, content, findings, library, under }: Props) {
  const by_mark = new Map(findings.flatMap(finding => (finding.mark === null ? [] : [[finding.mark, finding] as const])))
  const printed = new Map(content.citations.map(citation => [citation.mark, citation.printed]))
  const printedOf = (mark: string) => printed.get(mark) ?? ''
  const cite = (mark: string) => {
    const found = by_mark.get(mark)
    const judgement: Judgement = found ? judgementOf(found) : 'holds'
    return <mark class={judgement}>{printedOf(mark)}</mark>
  }
  const note = footnoteNumbers()
  return (
    <section class="as-read" aria-label={newsdesk_words[lang].preview} lang="vi">
      <p class="title">{content.title}</p>
      <p class="lead">{content.lead}</p>
      <div class="prose">
        {content.picture && <ArticlePicture picture={content.picture} {...{ library, lang }} />}
        {content.body.map((part, i) => (
          <Fragment key={i}>
            <BodyPart {...{ part, lang, cite, printedOf, library, note }} />
            {under?.(i)}
          </Fragment>
        ))}
        <p class="byline">{content.byline}</p>
      </div>
      <Subjects subjects={subjectsOf(content)} lang={lang} />
      <Footnotes says={footnotesIn(content.body)} text_lang="vi" lang={lang} />
    </section>
  )
}
