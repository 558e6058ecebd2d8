import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import { about_words } from './about-words.ts'

/**
 * What this site is; where its data are nobody's also what in them is real, what is reconstructed, what is invented.
 */
export function AboutPage(view: ViewContext) {
  const { title, sections: common } = about_words[view.lang]
  const [first, ...others] = common
  const sections = [first!, ...(view.notice ? [view.notice[view.lang].about] : []), ...others]
  return (
    <Layout {...view} title={title} description={first!.paragraphs[0]} section="about" here={to => to.about()}>
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
