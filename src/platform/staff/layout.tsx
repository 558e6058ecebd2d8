import type { ComponentChildren } from 'preact'
import type { ViewContext } from '../web/index.ts'
import { displayClass, FontLinks, type Href, icon_href, layout_words, Masthead, tools_script } from '../web/index.ts'
import { staff_style } from './staff-style.ts'
import { staff_words } from './words.ts'

/** What kind of work a line of the menu belongs to. */
export const menu_groups = ['own', 'programme', 'results', 'people', 'site', 'system'] as const
export type MenuGroup = (typeof menu_groups)[number]
/** A line of the menu: where a piece of work stands. */
export type MenuItem = { href: string; label: string; group: MenuGroup; is_here?: boolean }

/** A longer menu is grouped: nobody finds a line among twenty. */
const most_ungrouped = 10

export type StaffProps = ViewContext & {
  title: string
  /** Who is signed in, and as what; left out before they are. */
  person?: { name: string; role?: string }
  menu?: MenuItem[]
  /** Where in the tree of units the page stands, from above: «Đảng bộ xã Hiệp Lực › Chi bộ thôn Nà Lẹng». */
  crumb?: string
  here?: (to: Href) => string
  /** Addresses of modules that make the page easier; it works without them. */
  scripts?: string[]
  again_after?: number
  /** Whether a form was sent back: the title says so first. */
  has_problems?: boolean
  children: ComponentChildren
}

/** The frame of every page where people work: who is signed in stands at the top of each. */
export function StaffLayout(props: StaffProps) {
  const { lang, display, to, person, menu = [], crumb, notice, here = atSignIn, children } = props
  const words = staff_words[lang]
  return (
    <html lang={lang} class={displayClass(display)}>
      <Head {...props} />
      <body class="is-staff">
        <a class="skip" href="#noi-dung">
          {layout_words[lang].skip}
        </a>
        <header>
          <Masthead
            {...props}
            site={words.site}
            home={person ? to.my_commitments() : to.home()}
            here={here}
            person={person && <Person {...{ lang, to, person }} />}
            menu={menu.length > 0 && <Menu {...{ lang, menu }} />}
          />
        </header>
        <main class="wrap" id="noi-dung">
          {crumb && <p class="crumb">{crumb}</p>}
          {children}
        </main>
        {notice && <aside class="sample wrap">{notice[lang].staff}</aside>}
        <footer class="foot">
          <div class="wrap">
            <p>{words.foot}</p>
            <p>
              <a href={to.home()}>{words.to_portal}</a>
            </p>
            <p>
              <a href={to.help()}>{words.help}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}

function Head({ lang, display, title, notice, scripts = [], again_after, has_problems }: StaffProps) {
  const words = staff_words[lang]
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${has_problems ? words.problem : ''}${title} – ${words.site}`}</title>
      <meta name="robots" content="noindex" />
      {again_after !== undefined && <meta http-equiv="refresh" content={String(again_after)} />}
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={staff_style.path} />
      <FontLinks face={display.face} />
      {notice && <link rel="stylesheet" href={notice.print_style_href} media="print" />}
      <link rel="icon" href={icon_href} type="image/svg+xml" />
      {[tools_script.path, ...scripts].map(src => (
        <script key={src} type="module" src={src} />
      ))}
    </head>
  )
}

/** One computer, several people: whose pages these are stands here, with the way to the next one. */
function Person({ lang, to, person }: { lang: StaffProps['lang']; to: Href; person: NonNullable<StaffProps['person']> }) {
  const words = staff_words[lang]
  return (
    <div class="whose">
      <a href={to.account()}>
        <span class="unseen">{words.person}: </span>
        <strong>{person.name}</strong>
        {person.role && ` · ${person.role}`}
      </a>
      <form method="post" action={to.sign_out()}>
        <button type="submit" class="plain">
          {words.change_user}
        </button>
        <button type="submit" class="plain">
          {words.sign_out}
        </button>
      </form>
    </div>
  )
}

type MenuProps = { lang: StaffProps['lang']; menu: MenuItem[] }

function Menu({ lang, menu }: MenuProps) {
  const words = staff_words[lang]
  return (
    <nav class="nav" aria-label={words.menu}>
      <ul class="wrap">{menu.length > most_ungrouped ? <Groups {...{ lang, menu }} /> : <Lines menu={menu} />}</ul>
    </nav>
  )
}

function Groups({ lang, menu }: MenuProps) {
  const groups = menu_groups.map(group => ({ group, lines: menu.filter(line => line.group === group) }))
  return groups
    .filter(({ lines }) => lines.length > 0)
    .map(({ group, lines }) => (
      <li key={group} class="menu-group">
        <span id={`muc-${group}`}>{staff_words[lang].menu_groups[group]}</span>
        <ul aria-labelledby={`muc-${group}`}>
          <Lines menu={lines} />
        </ul>
      </li>
    ))
}

function Lines({ menu }: { menu: MenuItem[] }) {
  return menu.map(({ href, label, is_here }) => (
    <li key={href}>
      <a href={href} aria-current={is_here ? 'page' : undefined}>
        {label}
      </a>
    </li>
  ))
}

function atSignIn(to: Href): string {
  return to.sign_in()
}
