import { Layout, layout_words, type ViewContext } from '../../../platform/web/index.ts'
import { section_names, topic_words, topics } from '../../newsroom/index.ts'
import { by_day_words } from '../by-day/by-day-words.ts'
import { documents_words } from '../documents/documents-words.ts'
import { exemplar_words } from '../exemplars/words.ts'
import { keyword_words } from '../keywords/keyword-words.ts'
import { movement_words } from '../movement/movement-words.ts'
import { feed_forms } from '../parts/feed-links.tsx'
import { search_words } from '../search/search-words.ts'
import { accessibility_words } from '../statements/accessibility-words.ts'
import { law_words } from '../statements/law-words.ts'
import { privacy_words } from '../statements/privacy-words.ts'
import { structure_words } from '../structure/structure-words.ts'
import { words } from '../words.ts'

type Link = { href: string; label: string }

/** Every public page that stands by itself, in groups. */
export function SiteMapPage(view: ViewContext) {
  const { lang } = view
  const w = words[lang]
  return (
    <Layout {...view} title={w.site_map} description={w.site_map_described} here={to => to.site_map()}>
      <h1>{w.site_map}</h1>
      <div class="prose">
        {groupsOf(view).map(({ heading, links }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <ul class="list">
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Layout>
  )
}

function groupsOf({ lang, to }: ViewContext): { heading: string; links: Link[] }[] {
  const w = words[lang]
  const { nav } = layout_words[lang]
  return [
    {
      heading: nav.articles,
      links: [
        { href: to.articles(), label: w.all_news },
        ...topics.map(section => ({ href: to.section({ section: section_names[section] }), label: topic_words[section][lang] })),
        { href: to.keywords(), label: keyword_words[lang].title },
        { href: to.movements(), label: movement_words[lang].crumb },
        { href: to.by_day(), label: by_day_words[lang].title },
        { href: to.corrections(), label: w.corrections },
      ],
    },
    {
      heading: nav.figures,
      links: [
        { href: to.figures(), label: nav.figures },
        { href: to.check(), label: nav.check },
      ],
    },
    {
      heading: layout_words[lang].site,
      links: [
        { href: to.home(), label: nav.home },
        { href: to.search(), label: search_words[lang].search },
        { href: to.exemplars(), label: exemplar_words[lang].title },
        { href: to.notices(), label: exemplar_words[lang].notices },
        { href: to.structure(), label: structure_words[lang].title },
        { href: to.documents(), label: documents_words[lang].title },
        { href: to.about(), label: nav.about },
        { href: to.privacy(), label: privacy_words[lang].title },
        { href: to.accessibility(), label: accessibility_words[lang].title },
        { href: to.law(), label: law_words[lang].title },
      ],
    },
    {
      heading: w.feeds,
      links: [...feed_forms.map(([form, label]) => ({ href: to.feed({ form }), label })), { href: to.sitemap(), label: w.for_engines }],
    },
  ]
}
