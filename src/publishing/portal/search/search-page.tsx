import { sayDay } from '../../../basis/shared/dates.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import type { UnitByName } from '../../../register/tree/index.ts'
import type { Keyword } from '../../newsroom/index.ts'
import { extractOf, type FoundText, markAsked, type Stretch } from '../../search/index.ts'
import { suggest_script } from '../browser/suggest-script.ts'
import { isNarrowed, linkOf, type SearchTyped } from './asked-search.ts'
import { most_of_kind, most_shown, type Thing, thing_kinds } from './list-things.ts'
import { SearchForm } from './search-form.tsx'
import { search_words, thing_words } from './search-words.ts'

/** What was found; `asked` are the words that were looked for, without marks, `meant` the question as it may have been meant. */
export type Found = {
  things: Thing[]
  texts: (FoundText & { href: string })[]
  count: number
  /** As many were ranked as may be: there are more. */
  is_more: boolean
  pages: number
  meant: string | null
  asked: ReadonlySet<string>
}
/** `places`: those that are called as was typed; `keywords`: those that most articles bear. */
type Props = {
  typed: SearchTyped
  problems: readonly Problem[]
  places: readonly UnitByName[]
  keywords: readonly Keyword[]
  found: Found | null
} & ViewContext

/** The search: a form, and what it found. It works without script. */
export function SearchPage({ typed, problems, places, keywords, found, ...view }: Props) {
  const w = search_words[view.lang]
  const title = typed.words === '' ? w.search : `${w.search}: ${typed.words}`
  return (
    <Layout {...view} title={title} description={w.described} here={to => to.search(linkOf(typed))}>
      <h1>{w.search}</h1>
      <SearchForm {...view} {...{ typed, problems, places, keywords }} />
      {found && <Answer {...view} {...{ typed, found }} />}
      <script type="module" src={suggest_script.path} />
    </Layout>
  )
}

function Answer({ typed, found, ...view }: { typed: SearchTyped; found: Found } & ViewContext) {
  const { lang, to } = view
  const w = search_words[lang]
  const nothing = found.count + found.things.length === 0
  return (
    <>
      <p role="status" class="intro">
        {nothing
          ? fill(w.nothing, { words: typed.words })
          : fill(found.is_more ? w.more_than : w.found, { count: found.count + found.things.length })}
      </p>
      {found.meant && (
        <p class="meant">
          {w.did_you_mean} <a href={to.search({ ...linkOf(typed), page: 1, words: found.meant })}>{found.meant}</a>
        </p>
      )}
      {nothing && <p>{w.tips}</p>}
      {typed.kind !== null && typed.kind !== 'text' && isNarrowed(typed) && <p>{w.narrows_texts}</p>}
      <Things {...view} typed={typed} things={found.things} />
      {found.texts.length > 0 && <Texts {...view} found={found} />}
      <Pages {...view} {...{ typed, found }} />
    </>
  )
}

function Things({ typed, things, lang, to }: { typed: SearchTyped; things: readonly Thing[] } & ViewContext) {
  return thing_kinds.map(kind => {
    const of_kind = things.filter(thing => thing.kind === kind)
    return of_kind.length === 0 ? null : (
      <section key={kind} class="section" aria-labelledby={kind}>
        <h2 class="ruled" id={kind}>
          {thing_words[kind][lang]}
        </h2>
        <ul class="list found">
          {of_kind.map(({ key, name, about, href }) => (
            <li key={key}>
              <a href={href}>{name}</a>
              <p lang={kind === 'document' ? 'vi' : undefined}>{about}</p>
            </li>
          ))}
        </ul>
        <MoreOf {...{ kind, typed, count: of_kind.length, lang, to }} />
      </section>
    )
  })
}

type OfKind = { kind: Thing['kind']; typed: SearchTyped; count: number } & Pick<ViewContext, 'lang' | 'to'>

/** Where there may be more of a kind than is shown: the kind alone; of documents their own list. */
function MoreOf({ kind, typed, count, lang, to }: OfKind) {
  if (count < most_shown || isNarrowed(typed)) return null
  const is_asked = typed.kind === kind
  if (is_asked && (kind !== 'document' || count < most_of_kind)) return null
  return (
    <p class="more">
      <a href={is_asked ? to.documents({ words: typed.words.slice(0, 100) }) : to.search(linkOf({ ...typed, kind, page: 1 }))}>
        {fill(search_words[lang].more_of, { kind: thing_words[kind][lang] })}
      </a>
    </p>
  )
}

function Texts({ found, lang }: { found: Found } & ViewContext) {
  return (
    <section class="section" aria-labelledby="found-texts">
      <h2 class="ruled" id="found-texts">
        {search_words[lang].texts}
      </h2>
      <ol class="list found">
        {found.texts.map(({ kind, number, title, body, day, href }) => (
          <li key={`${kind} ${number}`}>
            <a href={href}>
              <Marked stretches={markAsked(title, found.asked)} />
            </a>
            <time class="meta" datetime={day}>
              {sayDay(day, lang)}
            </time>
            <p>
              <Marked stretches={extractOf(body, found.asked)} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Marked({ stretches }: { stretches: readonly Stretch[] }) {
  return stretches.map(({ words, is_asked }, i) => (is_asked ? <mark key={i}>{words}</mark> : words))
}

function Pages({ typed, found: { pages }, lang, to }: { typed: SearchTyped; found: Found } & ViewContext) {
  const w = search_words[lang]
  if (pages < 2) return null
  return (
    <nav class="more" aria-label={w.pages}>
      {typed.page > 1 && (
        <a rel="prev" href={to.search({ ...linkOf(typed), page: typed.page - 1 })}>
          {w.before}
        </a>
      )}{' '}
      {fill(w.page_of, { page: typed.page, pages })}{' '}
      {typed.page < pages && (
        <a rel="next" href={to.search({ ...linkOf(typed), page: typed.page + 1 })}>
          {w.after}
        </a>
      )}
    </nav>
  )
}
