import type { ComponentChildren } from 'preact'
import { sayWeekday } from '../../basis/shared/dates.ts'
import type { Href } from './href.ts'
import type { ViewContext } from './layout.tsx'
import { Logo, Ornament } from './ui/logo.tsx'
import { Tools } from './ui/tools.tsx'
import { layout_words } from './ui/words.ts'

type MastheadProps = ViewContext & {
  /** What the site is called, and where its name leads. */
  site: string
  home: string
  here: (to: Href) => string
  /** At right of the name on a broad page: the search of readers; on a narrow one they are led to its page. */
  search?: ComponentChildren
  /** Who works here, where somebody is signed in; others are offered to. */
  person?: ComponentChildren
  /** The menu of the site: a `nav` with the class of that name. */
  menu?: ComponentChildren
}

/**
 * The head of every page of both sites. On a narrow page it is one row: name, day and a button that opens the rest
 * (`popover`, no script); a browser that knows no popover shows the rest below.
 */
export function Masthead({ site, home, here, search, person, menu, ...view }: MastheadProps) {
  const { lang, display, to, emblem_href, dated } = view
  const words = layout_words[lang]
  return (
    <>
      <div class="masthead">
        <div class="wrap">
          <a class="brand" href={home}>
            <Logo href={emblem_href} />
            <span>
              {site}
              {dated && (
                <time class="today" datetime={dated}>
                  {sayWeekday(dated, lang)}
                </time>
              )}
              <Whose {...view} />
            </span>
          </a>
          {search}
          {search && (
            <a class="to-search" href={to.search()}>
              {words.search}
            </a>
          )}
          <button type="button" class="open-menu" popovertarget="thuc-don">
            {words.open_menu}
          </button>
          {person}
        </div>
      </div>
      <Ornament />
      <div class="of-menu" id="thuc-don" popover="auto">
        <button type="button" class="quiet" popovertarget="thuc-don" popovertargetaction="hide">
          {words.close_menu}
        </button>
        <Tools {...{ lang, display, here }}>{!person && <a href={to.sign_in()}>{words.sign_in}</a>}</Tools>
        {menu}
      </div>
    </>
  )
}

/** Under the name of the site: whose it is, what that has become, and what is to be known of its data. */
function Whose({ lang, place, became, notice }: Pick<ViewContext, 'lang' | 'place' | 'became' | 'notice'>) {
  const told = [place && place[lang].slice(0, 1).toUpperCase() + place[lang].slice(1), became?.[lang], notice?.[lang].short]
  return <small>{told.filter(Boolean).join(' · ')}</small>
}
