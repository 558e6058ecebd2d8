import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import { about_words } from './about-words.ts'

/** What this site is; of a demonstration also what in it is real, what is reconstructed, what is invented. */
export function AboutPage(view: ViewContext) {
  const { title, sections: all } = about_words[view.lang]
  const told = all.map(({ heading, paragraphs, of_sample = [] }) => ({
    heading,
    paragraphs: [...paragraphs, ...(view.is_sample ? of_sample : [])],
  }))
  const sections = told.filter(({ paragraphs }) => paragraphs.length > 0)
  return (
    <Layout {...view} title={title} description={sections[0]!.paragraphs[0]} section="about" here={to => to.about()}>
      <h1>{title}</h1>
      <div class="prose">
        {sections.map(({ heading, paragraphs }) => [
          <h2 key={heading}>{heading}</h2>,
          paragraphs.map((paragraph, i) => <p key={`${heading} ${i}`}>{paragraph}</p>),
        ])}
      </div>
    </Layout>
  )
}
