import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import { laws } from './law.ts'
import { law_words } from './law-words.ts'

/** What the law asks of the site, line by line, each with the page that shows it at work, or that there is none. */
export function LawPage(view: ViewContext) {
  const { lang, to } = view
  const w = law_words[lang]
  return (
    <Layout {...view} title={w.title} description={w.intro} here={t => t.law()}>
      <h1>{w.title}</h1>
      <p class="intro">{w.intro}</p>
      {laws.map(({ key, name, lines }) => (
        <section class="section" key={key} aria-labelledby={key}>
          <h2 class="ruled" id={key}>
            {name[lang]}
          </h2>
          <ul class="list judged">
            {lines.map(({ asks, proof }) => (
              <li key={asks.vi}>
                {proof ? (
                  <>
                    <span class="seal">{w.there}</span> <a href={proof(to)}>{asks[lang]}</a>
                  </>
                ) : (
                  <>
                    <span class="seal unsure">{w.missing}</span> <strong>{asks[lang]}</strong>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  )
}
