import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { type FieldError, Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields, type Href, type ViewContext } from '../../../platform/web/index.ts'
import { type PageEdition, type PageName, page_regions } from '../../portal/index.ts'
import type { ArrangedBy, ArrangementOnWay } from '../arrangement/list-arrangements.ts'
import { arranger_words, page_words } from '../words.ts'

type PagesProps = StaffPageProps & {
  /** All that stood, the living one of each page first. */
  editions: PageEdition[]
  arrangers: ArrangedBy[]
  on_their_way: ArrangementOnWay[]
  may_arrange: boolean
  field_errors: FieldError[]
}

/** The public pages: what stands on each, what is on its way to it, and what stood there before. */
export function PagesPage({ editions, arrangers, on_their_way, may_arrange, field_errors, ...staff_page }: PagesProps) {
  const words = arranger_words[staff_page.view.lang]
  const pages = Object.keys(page_regions) as PageName[]
  return (
    <Frame {...staff_page} {...{ field_errors }} title={words.title} here={to => to.pages()}>
      <p>{words.lead}</p>
      {pages.map(page => (
        <OnePage
          key={page}
          {...{ view: staff_page.view, page, arrangers, may_arrange }}
          editions={editions.filter(one => one.page === page)}
          on_its_way={on_their_way.find(one => one.page === page)}
        />
      ))}
    </Frame>
  )
}

type OnePageProps = Pick<PagesProps, 'view' | 'editions' | 'arrangers' | 'may_arrange'> & {
  page: PageName
  on_its_way: ArrangementOnWay | undefined
}

function OnePage({ view, page, editions, arrangers, may_arrange, on_its_way }: OnePageProps) {
  const { lang, to } = view
  const words = arranger_words[lang]
  const [living, ...old] = editions
  const may_begin = may_arrange && !on_its_way
  return (
    <section aria-labelledby={`trang-${page}`}>
      <h2 id={`trang-${page}`}>{page_words[page][lang]}</h2>
      {living && (
        <p>
          {words.live(living.number, sayInstant(living.since, lang))} <Makers {...{ lang, arrangers }} edition={living} />{' '}
          <a href={addressOf(page, to)} aria-label={`${words.see_page}: ${page_words[page][lang]}`}>
            {words.see_page}
          </a>
        </p>
      )}
      {on_its_way && <OnItsWay {...{ view, on_its_way }} />}
      {may_begin && <Begin {...{ view, page }} label={words.arrange} is_main />}
      {old.length > 0 && (
        <details>
          <summary>{words.old_ones(old.length)}</summary>
          <ul class="ways">
            {old.map(edition => (
              <li key={edition.number} class="beside">
                <p>
                  {words.edition(edition.number)} · {sayInstant(edition.since, lang)} <Makers {...{ lang, arrangers, edition }} />
                </p>
                {may_begin && <Begin {...{ view, page }} edition={edition.number} label={words.bring_back(edition.number)} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** An article page is seen at an article, that of a movement at the newest one. */
function addressOf(page: PageName, to: Href): string {
  const addresses: Record<PageName, string> = { home: to.home(), article: to.articles(), movement: to.movements() }
  return addresses[page]
}

function Makers({ lang, arrangers, edition }: { edition: PageEdition } & Pick<PagesProps, 'arrangers'> & Pick<ViewContext, 'lang'>) {
  const words = arranger_words[lang]
  const by = arrangers.find(({ arrangement_id }) => arrangement_id === edition.arrangement_id)
  return <span class="hint">({by ? words.made_by(by.arranged_by, by.approved_by) : words.with_program})</span>
}

function OnItsWay({ view: { lang, to }, on_its_way }: { view: ViewContext; on_its_way: ArrangementOnWay }) {
  const words = arranger_words[lang]
  const { state, by_name, since, publish_at, comment } = on_its_way
  return (
    <div class="notice is-to-do">
      <p>
        {words.in_work} <span class="tag">{words.states[state]}</span> {words.lies_with[state]}{' '}
        {publish_at && words.goes_out(sayInstant(publish_at, lang))}
      </p>
      <p class="hint">
        {by_name}, {sayInstant(since, lang)}
      </p>
      {comment && (
        <p class="hint" lang="vi">
          «{comment}»
        </p>
      )}
      <p>
        <a href={to.arrangement(on_its_way)}>{words.open}</a>
      </p>
    </div>
  )
}

type BeginProps = { view: ViewContext; page: PageName; edition?: number; label: string; is_main?: boolean }

function Begin({ view: { lang, to }, page, edition, label, is_main = false }: BeginProps) {
  const fields: [string, string][] = [
    ['key', randomUUID()],
    ['page', page],
    ...(edition === undefined ? [] : [['edition', String(edition)] as [string, string]]),
  ]
  return (
    <form method="post" action={to.page_begin()} class={is_main ? 'actions no-print' : 'no-print'}>
      <HiddenFields {...{ fields }} />
      <button type="submit" class={is_main ? undefined : 'quiet'} aria-label={`${label}: ${page_words[page][lang]}`}>
        {label}
      </button>
    </form>
  )
}
