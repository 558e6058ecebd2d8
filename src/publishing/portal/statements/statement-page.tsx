import { type Href, Layout, type ViewContext } from '../../../platform/web/index.ts'
import { structure_words } from '../structure/structure-words.ts'

export type StatementWords = { title: string; sections: { heading: string; paragraphs: string[] }[] }
type Props = { words: StatementWords; here: (to: Href) => string } & ViewContext

/** A page of plain words, and where to ask about them. */
export function StatementPage({ words: { title, sections }, here, ...view }: Props) {
  return (
    <Layout {...view} title={title} description={sections[0]!.paragraphs[0]!} here={here}>
      <h1>{title}</h1>
      <div class="prose">
        {sections.map(({ heading, paragraphs }) => [
          <h2 key={heading}>{heading}</h2>,
          ...paragraphs.map(paragraph => <p key={paragraph}>{paragraph}</p>),
        ])}
        <p>
          <a href={view.to.structure()}>{structure_words[view.lang].title}</a>
        </p>
      </div>
    </Layout>
  )
}
