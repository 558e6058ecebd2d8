import type { ComponentChildren } from 'preact'
import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayInstrument } from '../../../basis/shared/names-in-english.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { HiddenFields, Layout, type ViewContext } from '../../../platform/web/index.ts'
import {
  type InstrumentFile,
  type InstrumentRow,
  instrument_kinds,
  instrument_words,
  sayFile,
} from '../../../register/organisation/index.ts'
import type { Headline } from '../../newsroom/index.ts'
import { FeedLinks } from '../parts/feed-links.tsx'
import { Named, NamedPlace } from '../parts/named.tsx'
import { NewsItems } from '../parts/news-items.tsx'
import { type Choice, Select } from '../parts/select.tsx'
import { documents_words } from './documents-words.ts'

export type DocumentsAsked = { words: string; kind: string }
type Props = { found: InstrumentRow[]; asked: DocumentsAsked; after: number; most: number } & ViewContext

/** The documents that everybody may see, searched by words and kind. */
export function DocumentsPage({ found, asked, after, most, ...view }: Props) {
  const { lang, to } = view
  const w = documents_words[lang]
  const total = found[0]?.total ?? 0
  const page = (from: number) => to.documents({ ...asked, after: from > 0 ? String(from) : '' })
  return (
    <Layout {...view} title={w.title} description={w.intro} here={t => t.documents(asked)}>
      <h1>{w.title}</h1>
      <p class="intro">{w.intro}</p>
      <Question {...view} asked={asked} />
      <p role="status">{total === 0 ? w.none : fill(w.found, { count: total })}</p>
      <ul class="list">
        {found.map(document => (
          <li key={document.instrument_id}>
            <span class="kicker">{lookUp(instrument_kinds, document.kind)?.[lang]}</span>
            <a href={to.document(document)}>{sayInstrument(document.number, lang)}</a>
            <p lang="vi">{document.title}</p>
            <p class="meta">
              <Named name={document.issuer} lang={lang} /> · <time datetime={document.signed_on}>{sayDay(document.signed_on, lang)}</time>
            </p>
          </li>
        ))}
      </ul>
      <p class="more">
        {after > 0 && (
          <a rel="prev" href={page(after - most)}>
            {w.newer}
          </a>
        )}{' '}
        {after + most < total && (
          <a rel="next" href={page(after + most)}>
            {w.older}
          </a>
        )}
      </p>
    </Layout>
  )
}

function Question({ asked, lang, to }: { asked: DocumentsAsked } & ViewContext) {
  const w = documents_words[lang]
  const kinds = Object.entries(instrument_kinds).map(([kind, said]): Choice => [kind, said[lang]])
  return (
    <form method="get" action={to.documents()} class="fields">
      <HiddenFields fields={to.carried} />
      <div>
        <label for="tim-van-ban">{w.words}</label>
        <input id="tim-van-ban" name="tim" type="search" value={asked.words} maxLength={100} />
      </div>
      <Select name="loai" label={instrument_words[lang].kind} value={asked.kind} choices={[['', w.any_kind], ...kinds]} />
      <button type="submit">{w.find}</button>
    </form>
  )
}

export type UnitNamed = { key: string; name: string; unit_kind: string }
type DocumentProps = {
  document: InstrumentRow
  files: InstrumentFile[]
  changed: UnitNamed[]
  decided: UnitNamed[]
  articles: Headline[]
} & ViewContext

/** One document: what it is, and which units it concerns. */
export function DocumentPage({ document, files, changed, decided, articles, ...view }: DocumentProps) {
  const { lang, to } = view
  const w = documents_words[lang]
  const number = sayInstrument(document.number, lang)
  return (
    <Layout {...view} title={number} description={w.intro} here={t => t.document(document)}>
      <h1>{number}</h1>
      <p class="lead" lang="vi">
        {document.title}
      </p>
      <Facts {...{ document, lang }} />
      <Files {...view} {...{ document, files }} />
      <Units {...view} heading={w.changed} units={changed} />
      <Units {...view} heading={w.decided} units={decided} />
      {articles.length > 0 && (
        <section class="section">
          <h2 class="ruled">{w.articles}</h2>
          <NewsItems {...view} articles={articles} />
          <FeedLinks lang={lang} of={form => to.document_feed({ ...document, form })} />
        </section>
      )}
      <p class="more">
        <a href={to.documents()}>{w.all}</a>
      </p>
    </Layout>
  )
}

/** Its text, as it was attached, to be saved; or where to ask for it. */
function Files({ document, files, lang, to }: Pick<DocumentProps, 'document' | 'files'> & ViewContext) {
  const w = documents_words[lang]
  if (files.length === 0) return <p class="meta">{w.no_text}</p>
  return (
    <section class="section" aria-labelledby="toan-van">
      <h2 class="ruled" id="toan-van">
        {w.files}
      </h2>
      <ul class="list">
        {files.map(file => (
          <li key={file.instrument_file_id}>
            <a href={to.document_file({ ...document, file: file.instrument_file_id })} lang="vi">
              {file.name}
            </a>
            <span class="meta">{sayFile(file, lang)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ document, lang }: Pick<DocumentProps, 'document' | 'lang'>) {
  const words = instrument_words[lang]
  const day = (one: string | null) => one && sayDay(one, lang)
  const facts: [string, ComponentChildren][] = [
    [words.kind, lookUp(instrument_kinds, document.kind)?.[lang]],
    [words.issuer, <Named key="issuer" name={document.issuer} lang={lang} />],
    [words.signed_on, day(document.signed_on)],
    [words.effective_on, day(document.effective_on)],
    [words.published_on, day(document.published_on)],
  ]
  return (
    <dl>
      {facts.flatMap(([label, said]) => (said ? [<dt key={label}>{label}</dt>, <dd key={`${label} said`}>{said}</dd>] : []))}
      {document.note && <dt>{words.note}</dt>}
      {document.note && <dd lang="vi">{document.note}</dd>}
    </dl>
  )
}

function Units({ heading, units, lang, to }: { heading: string; units: UnitNamed[] } & ViewContext) {
  if (units.length === 0) return null
  return (
    <section class="section">
      <h2 class="ruled">{heading}</h2>
      <ul class="days">
        {units.map(unit => (
          <li key={unit.key}>
            <a href={to.structure_unit({ unit: unit.key })}>
              <NamedPlace place={unit} lang={lang} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
