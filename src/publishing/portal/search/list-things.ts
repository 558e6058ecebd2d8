import { problemsWithDay } from '../../../basis/shared/asked-days.ts'
import { dayOf } from '../../../basis/shared/dates.ts'
import { sayInstrument } from '../../../basis/shared/names-in-english.ts'
import { problemsOf } from '../../../basis/shared/outcome.ts'
import { catalogue, type FigureId, figure_words } from '../../../numbers/figure/index.ts'
import { tablesRead } from '../../../platform/database/index.ts'
import type { AskedInAddress, ViewContext } from '../../../platform/web/index.ts'
import { listByName, type UnitByName } from '../../../register/tree/index.ts'
import { syllablesOf } from '../../search/index.ts'
import type { Asking } from '../blocks/block.ts'
import { document_tables, findDocuments } from '../documents/find-documents.ts'
import { listExemplarsShown } from '../reads/list-exemplars-shown.ts'
import { figuresOf } from '../structure/figures-of-unit.ts'
import { sayApart, sayUnit } from '../structure/say-apart.ts'
import { sayUnasked } from './search-words.ts'

/**
 * A figure, an exemplar, a unit or a document of the register that answers a question; an exemplar only as its consents
 * allow, a document only where everybody may see it.
 */
export type Thing = { kind: (typeof thing_kinds)[number]; key: string; name: string; about: string; href: string }
export type ThingKind = Thing['kind']
export const thing_kinds = ['figure', 'exemplar', 'unit', 'document'] as const
type Weighed = { thing: Thing; worth: number }

const most_exemplars = 2000
/** So many of a kind among all, and where it alone is asked. */
export const [most_shown, most_of_kind] = [3, 20]
/** So much of the question, by how rare its words are, must stand in a thing. */
const least_share = 0.6

/** What of the register answers, of each kind or of one, with the tables that say so. */
export async function listThings(
  asking: Asking,
  { words, kind }: { words: string; kind: ThingKind | null },
): Promise<{ things: Thing[]; tables: string[] }> {
  const { lang, to } = asking.view
  const most = kind ? most_of_kind : most_shown
  const is_asked = (one: ThingKind) => kind === null || kind === one
  const [{ exemplars, tables }, units, documents] = await Promise.all([
    is_asked('exemplar') ? listExemplarsShown(asking, most_exemplars) : { exemplars: [], tables: [] },
    is_asked('unit') ? unitsIn(asking, { words, most }) : [],
    is_asked('document') ? documentsIn(asking, { words, most }) : [],
  ])
  const of_people = exemplars.map(({ key, exemplar_id, name, field_name, place, story }): Thing => {
    const about = [field_name, place, story].filter(Boolean).join(' · ')
    return { kind: 'exemplar', key, name, about, href: to.exemplar({ exemplar_id }) }
  })
  const figures = is_asked('figure') ? figuresIn({ lang, to }, asksOf(words, asking)) : []
  const answering = [figures, of_people].flatMap(things => answeringOf(things, { words, most }))
  const things = [...answering, ...units, ...documents]
  return { things, tables: [...tables, ...document_tables, ...tablesRead(listByName.sql)] }
}

/** The figures of a place that answer, asked of it: of a place that is no more on its last day. */
export function figuresOfPlace(asking: Asking, words: string, place: UnitByName): Thing[] {
  const { lang, to } = asking.view
  const day = place.is_alive ? {} : { valid_as_of: place.day }
  const counted = new Set<string>(figuresOf(place))
  const figures = figuresIn({ lang, to }, { unit: place.key, ...day, ...asksOf(words, asking) }).filter(({ key }) => counted.has(key))
  return answeringOf(figures, { words, most: most_shown }).map(thing => ({ ...thing, name: `${thing.name} – ${sayUnit(place, lang)}` }))
}

/** A year among the words is the day of a figure: its last one. */
function asksOf(words: string, { now }: Pick<Asking, 'now'>): AskedInAddress {
  const days = [...words.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => `${year}-12-31`)
  const [day] = days.filter(one => one < dayOf(now) && problemsOf(problemsWithDay('valid_as_of', one, now)) === null)
  return days.length === 1 && day ? { valid_as_of: day } : {}
}

type Sought = { words: string; most: number }

/** Units whose names hold all the words. */
async function unitsIn({ db, day, view: { lang, to } }: Asking, { words, most }: Sought): Promise<Thing[]> {
  const found = await listByName(db, { words: words.slice(0, 100), day, most })
  return found.map(unit => {
    const { key } = unit
    return { kind: 'unit', key, name: sayUnit(unit, lang), about: sayApart(unit, lang), href: to.structure_unit({ unit: key }) }
  })
}

/** Documents whose number, issuer or subject has all the words. */
async function documentsIn({ db, view: { lang, to } }: Asking, { words, most }: Sought): Promise<Thing[]> {
  const found = await findDocuments(db, { words: words.slice(0, 100), kind: '', instruments: null, most, after: 0 })
  return found.map(({ instrument_id, number, title }) => {
    return {
      kind: 'document',
      key: String(instrument_id),
      name: sayInstrument(number, lang),
      about: title,
      href: to.document({ instrument_id }),
    }
  })
}

function figuresIn({ lang, to }: Pick<ViewContext, 'lang' | 'to'>, asked: AskedInAddress): Thing[] {
  return (Object.keys(catalogue) as FigureId[]).map(key => {
    return {
      kind: 'figure',
      key,
      name: figure_words[key].name[lang],
      about: sayUnasked(key, lang),
      href: to.figure({ figure: key, asked }),
    }
  })
}

/** Those that hold most of the question, the best first: its words weigh by how few of the things hold them. */
function answeringOf(things: readonly Thing[], { words, most }: Sought): Thing[] {
  const held = things.map(({ key, name, about }) => new Set(syllablesOf(`${key} ${name} ${about}`).flatMap(one => [one.plain, one.marked])))
  const asked = [...new Map(syllablesOf(words).map(one => [one.plain, one])).values()].filter(({ plain }) => !/^\d{4}$/.test(plain))
  const worth = asked.map(({ plain }) => Math.log(1 + things.length / (1 + held.filter(set => set.has(plain)).length)))
  const whole = worth.reduce((sum, one) => sum + one, 0)
  return things
    .map((thing, i): Weighed => ({ thing, worth: asked.reduce((sum, one, n) => sum + worthOf(one, held[i]!) * worth[n]!, 0) }))
    .filter(one => whole > 0 && one.worth >= least_share * whole)
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, most)
    .map(({ thing }) => thing)
}

/** A word with other marks than those that were typed counts for less. */
function worthOf({ plain, marked }: { plain: string; marked: string }, held: ReadonlySet<string>): number {
  if (held.has(marked)) return 1
  return held.has(plain) ? 0.5 : 0
}
