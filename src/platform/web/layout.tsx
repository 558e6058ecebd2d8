import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { sayName } from '../../basis/shared/names-in-english.ts'
import { icon_href, inline_style, tools_script, types } from './assets.ts'
import type { Display } from './display.ts'
import { type Href, hrefFor } from './href.ts'
import type { Language } from './language.ts'
import { Masthead } from './masthead.tsx'
import type { Notice } from './notice.ts'
import { FontLinks } from './ui/font-links.tsx'
import { HiddenFields } from './ui/hidden-fields.tsx'
import { SearchBox } from './ui/search-box.tsx'
import { layout_words } from './ui/words.ts'

/** What every page knows of the site it stands on. */
export type SiteProps = {
  /** Under which address the site is known outside, if it has been told: «https://…». */
  site_address?: string | null
  /** What every page says, on paper too, where the data are nobody's. */
  notice?: Notice | null
  /** Whose register it is: «tỉnh Sông Lam»; nothing while nobody has founded it. */
  place?: Record<Language, string> | null
  /** The ISO day from which that unit is no more. */
  ended_on?: string | null
  /** What that unit has become, and since when, where it is no more. */
  became?: Record<Language, string> | null
  /** Who keeps the register, and where to ask. */
  keeper?: { name: string; contact: string | null } | null
  /** Its emblem, in place of the portal's own. */
  emblem_href?: string | null
}

/** Who reads, and how: what every view is given besides its own props. */
export type ViewContext = SiteProps & {
  lang: Language
  display: Display
  to: Href
  /** The day that stands at the head of the page: today in Vietnam. Left out of pages that nobody dates. */
  dated?: string
}

export type Section = keyof (typeof layout_words)['vi']['nav']

export type PageProps = ViewContext & {
  title: string
  description?: string
  /** The part of the menu the page belongs to, if any. */
  section?: Section
  /**
   * The page's own address, so that its other language and its other displays can be offered. Left out on error pages.
   */
  here?: (to: Href) => string
  /**
   * A page of one text, with the picture it may have, when it was published and changed (ISO), and its section: what is
   * shown where somebody passes its address on.
   */
  article?: { picture_href?: string; alt?: string; published_at: string; changed_at: string; section: string }
  children: ComponentChildren
}

export function viewContextOf(lang: Language, display: Display, site: SiteProps = {}): ViewContext {
  return { lang, display, to: hrefFor({ lang, display }), ...site }
}

/** A whole page as text. Views are synchronous: everything they show is in their props. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}

/** The frame of every page: masthead, menu, the line that says whose data these are not, and the foot. */
export function Layout(props: PageProps) {
  const { lang, display, section, notice, children } = props
  const words = layout_words[lang]
  return (
    <html lang={lang} class={displayClass(display)}>
      <Head {...props} />
      <body>
        <a class="skip" href="#noi-dung">
          {words.skip}
        </a>
        <header>
          <Masthead
            {...props}
            site={words.site}
            home={props.to.home()}
            here={props.here ?? atHome}
            search={<Search {...props} />}
            menu={<Menu {...props} section={section} />}
          />
          {notice && (
            <div class="demo">
              <p class="wrap">{notice[lang].banner}</p>
            </div>
          )}
        </header>
        <main class="wrap" id="noi-dung">
          {children}
        </main>
        <Foot {...props} />
      </body>
    </html>
  )
}

function Head(props: PageProps) {
  const { lang, title, description, here, to, site_address, notice } = props
  const site = layout_words[lang].site
  const whole = (address: string) => (site_address ?? '') + address
  const bare = (language: Language) => whole(here!(hrefFor({ lang: language })))
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === site ? site : `${title} – ${site}`}</title>
      {description && <meta name="description" content={description} />}
      {/* Our own sheet, allowed by its hash: escaping would break it. */}
      <style dangerouslySetInnerHTML={{ __html: inline_style }} />
      <FontLinks face={props.display.face} />
      {notice && <link rel="stylesheet" href={notice.print_style_href} media="print" />}
      <link rel="icon" href={icon_href} type="image/svg+xml" />
      <meta name="color-scheme" content="light dark" />
      {here && <link rel="canonical" href={bare(lang)} />}
      {here && <link rel="alternate" hreflang="vi" href={bare('vi')} />}
      {here && <link rel="alternate" hreflang="en" href={bare('en')} />}
      {here && <link rel="alternate" hreflang="x-default" href={bare('vi')} />}
      <link rel="alternate" type="application/atom+xml" title={site} href={whole(to.feed())} />
      {here && <Preview {...props} address={bare(lang)} />}
      <script type="module" src={tools_script.path} />
    </head>
  )
}

/**
 * What others show of a page whose address is passed on (Open Graph). Addresses must be whole there: a site that does
 * not know its own leaves them out.
 */
function Preview({ lang, title, description, article, site_address, address }: PageProps & { address: string }) {
  return (
    <>
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:locale" content={locales[lang]} />
      <meta property="og:site_name" content={layout_words[lang].site} />
      {article && (
        <>
          <meta property="article:published_time" content={article.published_at} />
          <meta property="article:modified_time" content={article.changed_at} />
          <meta property="article:section" content={article.section} />
        </>
      )}
      {site_address && <meta property="og:url" content={address} />}
      {site_address && article?.picture_href && (
        <>
          <meta property="og:image" content={site_address + article.picture_href} />
          <meta property="og:image:alt" content={article.alt} />
        </>
      )}
    </>
  )
}

const locales: Record<Language, string> = { vi: 'vi_VN', en: 'en_GB' }

/** The search of the portal; where there is no room for it, a link leads to its page. */
function Search({ lang, to }: PageProps) {
  return (
    <search class="masthead-search">
      <form method="get" action={to.search()}>
        <HiddenFields fields={to.carried} />
        <SearchBox lang={lang} id="tim" />
      </form>
    </search>
  )
}

function Menu({ lang, to, section }: PageProps) {
  const words = layout_words[lang]
  return (
    <nav class="nav" aria-label={words.menu}>
      <ul class="wrap">
        {sections.map(name => (
          <li key={name}>
            <a href={to[name]()} aria-current={name === section ? 'true' : undefined}>
              {words.nav[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Foot({ lang, display, to, notice, keeper }: PageProps) {
  const words = layout_words[lang]
  return (
    <footer class="foot">
      <div class="wrap">
        {notice ? (
          <p>
            <strong>{notice[lang].owner}</strong>
            <br />
            {notice[lang].answers}
          </p>
        ) : (
          keeper && (
            <p>
              <strong>{sayName(keeper.name, lang)}</strong>
              <br />
              {words.answers_for}
              {keeper.contact && (
                <>
                  <br />
                  {words.write_to} {keeper.contact}
                </>
              )}
            </p>
          )
        )}
        <nav aria-label={words.pages}>
          <ul>
            {sections.map(name => (
              <li key={name}>
                <a href={to[name]()}>{words.nav[name]}</a>
              </li>
            ))}
            <li>
              <a href={to.site_map()}>{words.site_map}</a>
            </li>
            <li>
              <a href={to.sign_in()}>{words.sign_in}</a>
            </li>
          </ul>
        </nav>
        <p>
          {words.every_number} {notice?.[lang].cite}
          <br />
          <a href={types[display.face].licence.path}>{words.font[display.face]}</a>
        </p>
      </div>
    </footer>
  )
}

const sections: Section[] = ['home', 'articles', 'movements', 'exemplars', 'figures', 'check', 'about']

function atHome(to: Href): string {
  return to.home()
}

/** The classes of the root element that show a page so. */
export function displayClass({ size, contrast, face }: Display): string | undefined {
  return [size_classes[size], contrast === 'high' && 'tp-cao', face === 'easy' && 'kc-de-doc'].filter(Boolean).join(' ') || undefined
}

const size_classes: Record<Display['size'], string | null> = {
  small: 'co-nho',
  ordinary: null,
  large: 'co-lon',
  'very-large': 'co-rat-lon',
}
