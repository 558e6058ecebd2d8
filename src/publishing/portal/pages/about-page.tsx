import { Layout, type Reading } from '../../../platform/web/index.ts'
import { about_words } from './about-words.ts'

/** What this demonstration is: what in it is real, what is reconstructed, what is invented. */
export function AboutPage(reading: Reading) {
  const { title, sections } = about_words[reading.lang]
  return (
    <Layout {...reading} title={title} description={sections[0]!.paragraphs[0]} section="about" here={to => to.about()}>
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
