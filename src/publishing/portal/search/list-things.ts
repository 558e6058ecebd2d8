import { sayInstrument } from '../../../basis/shared/names-in-english.ts'
import { catalogue, type FigureId, figure_words } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { syllablesOf } from '../../search/index.ts'
import type { Asking } from '../blocks/block.ts'
import { document_tables, findDocuments } from '../documents/find-documents.ts'
import { listExemplarsShown } from '../reads/list-exemplars-shown.ts'

/**
 * A figure, an exemplar or a document of the register that answers a question; an exemplar only as its consents allow,
 * a document only where everybody may see it.
 */
export type Thing = { kind: 'figure' | 'exemplar' | 'document'; key: string; name: string; about: string; href: string }
type Weighed = { thing: Thing; worth: number }

const most_exemplars = 2000
const most_shown = 3
/** So much of the question, by how rare its words are, must stand in a thing. */
const least_share = 0.6

/** What of the register answers, at most three of a kind, with the tables that say so. */
export async function listThings(asking: Asking, words: string): Promise<{ things: Thing[]; tables: string[] }> {
  const { lang, to } = asking.view
  const { exemplars, tables } = await listExemplarsShown(asking, most_exemplars)
  const of_people = exemplars.map(({ key, exemplar_id, name, field_name, place, story }): Thing => {
    const about = [field_name, place, story].filter(Boolean).join(' · ')
    return { kind: 'exemplar', key, name, about, href: to.exemplar({ exemplar_id }) }
  })
  const answering = [figuresIn({ lang, to }), of_people].flatMap(things => answeringOf(things, words))
  const documents = await documentsIn(asking, words)
  return { things: [...answering, ...documents], tables: [...tables, ...document_tables] }
}

/** Documents whose number, issuer or subject has all the words. */
async function documentsIn({ db, view: { lang, to } }: Asking, words: string): Promise<Thing[]> {
  const found = await findDocuments(db, { words: words.slice(0, 100), kind: '', instrument_id: 0, most: most_shown, after: 0 })
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

function figuresIn({ lang, to }: Pick<ViewContext, 'lang' | 'to'>): Thing[] {
  return (Object.keys(catalogue) as FigureId[]).map(key => {
    const { name, sentence } = figure_words[key]
    return { kind: 'figure', key, name: name[lang], about: sentence[lang].replace(/\{\w+\}/g, '…'), href: to.figure({ figure: key }) }
  })
}

/** Those that hold most of the question, the best first: its words weigh by how few of the things hold them. */
function answeringOf(things: readonly Thing[], words: string): Thing[] {
  const held = things.map(({ key, name, about }) => new Set(syllablesOf(`${key} ${name} ${about}`).flatMap(one => [one.plain, one.marked])))
  const asked = [...new Map(syllablesOf(words).map(one => [one.plain, one])).values()].filter(({ plain }) => !/^\d{4}$/.test(plain))
  const worth = asked.map(({ plain }) => Math.log(1 + things.length / (1 + held.filter(set => set.has(plain)).length)))
  const whole = worth.reduce((sum, one) => sum + one, 0)
  return things
    .map((thing, i): Weighed => ({ thing, worth: asked.reduce((sum, one, n) => sum + worthOf(one, held[i]!) * worth[n]!, 0) }))
    .filter(one => whole > 0 && one.worth >= least_share * whole)
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, most_shown)
    .map(({ thing }) => thing)
}

/** A word with other marks than those that were typed counts for less. */
function worthOf({ plain, marked }: { plain: string; marked: string }, held: ReadonlySet<string>): number {
  if (held.has(marked)) return 1
  return held.has(plain) ? 0.5 : 0
}
