import type { ComponentChildren } from 'preact'
import { sayName } from '../../basis/shared/names-in-english.ts'
import type { Href, Language, ViewContext } from '../web/index.ts'
import { type Flash, FlashNotice } from './flash.tsx'
import { ErrorSummary, type FieldError } from './form.tsx'
import { type MenuItem, StaffLayout } from './layout.tsx'
import { list_as_workbook } from './sheet/send-list.ts'
import { staff_words } from './words.ts'

/** What every page where people work is given: who reads, who is signed in, and what lies on their desk. */
export type StaffPageProps = { view: ViewContext; person: { name: string; role?: string }; menu: MenuItem[] }

type FrameProps = StaffPageProps & {
  title: string
  heading?: ComponentChildren
  /** Where one is, from the unit on; names are said in the page's language. */
  crumb?: string
  here: (to: Href) => string
  field_errors?: FieldError[]
  told?: string | Flash
  scripts?: string[]
  /** The page is a list that can be had as a workbook: its route answers `?tep=xlsx`. */
  has_workbook?: boolean
  /** Seconds after which the browser asks again by itself: while something is under way. */
  again_after?: number
  children: ComponentChildren
}

/** Title, what is wrong or was done, then the page. */
export function Frame({
  view,
  person,
  menu,
  title,
  heading,
  crumb,
  here,
  field_errors = [],
  told,
  scripts,
  again_after,
  has_workbook = false,
  children,
}: FrameProps) {
  const address = here(view.to)
  const line = lineOfMenu(menu, address)
  return (
    <StaffLayout
      {...view}
      {...{ title, person, here, scripts, again_after }}
      crumb={crumb
        ?.split(' · ')
        .map(part => sayName(part, view.lang))
        .join(' · ')}
      menu={menu.map(chore => ({ ...chore, is_here: chore.href === line }))}
      has_problems={field_errors.length > 0}
    >
      <ErrorSummary lang={view.lang} field_errors={field_errors} />
      {told && <FlashNotice flash={told} />}
      <h1>{heading ?? title}</h1>
      {children}
      {has_workbook && (
        <p class="actions no-print">
          <a href={`${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(list_as_workbook)}`}>
            {staff_words[view.lang].as_workbook}
          </a>
        </p>
      )}
    </StaffLayout>
  )
}

/** Which line of the menu a page belongs to: of those that lead to it or above it, the nearest. */
function lineOfMenu(menu: readonly MenuItem[], address: string): string | undefined {
  const path = (href: string) => `${href.split('?')[0]}/`
  const above = menu.map(({ href }) => href).filter(href => path(address).startsWith(path(href)))
  return above.toSorted((a, b) => path(b).length - path(a).length)[0]
}

/** Of a list that its page cuts: how much of it is seen, and where the rest is. Nothing where all is seen. */
export function ShownOf({ lang, n, of }: { lang: Language; n: number; of: number }) {
  return n < of ? <p class="hint">{staff_words[lang].shown_of(n, of)}</p> : null
}
