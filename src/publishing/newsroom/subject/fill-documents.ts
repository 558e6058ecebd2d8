import { sayDay } from '../../../basis/shared/dates.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Db, query } from '../../../platform/database/index.ts'
import { sayInstrument } from '../../../register/organisation/index.ts'
import type { DraftText } from '../draft/draft.ts'
import type { DraftCode } from '../draft/draft-words.ts'

type Instrument = { instrument: number; kind: string; number: string; issuer: string; title: string; signed_on: string; is_public: boolean }

const listed = query<{ instruments: number[]; most: number }, Instrument>(`
  select instrument_id as instrument, kind, number, issuer, title, signed_on,
         (kind not in ('decision', 'other') or published_on is not null) as is_public
    from instrument
   where is_open(recorded) and (cardinality(:instruments::bigint[]) = 0 or instrument_id = any(:instruments::bigint[]))
   order by signed_on desc, instrument_id desc
   limit :most`)

/** How many the editor offers: the newest; an older one is put into the text by its number. */
const most_offered = 100

/** The newest instruments, as the editor offers them. */
export async function listDocuments(db: Db): Promise<{ instrument: number; label: string }[]> {
  const instruments = await listed(db, { instruments: [], most: most_offered })
  return instruments.map(found => ({ instrument: Number(found.instrument), label: called(found).slice(0, 100) }))
}

/**
 * A draft in which each document without words of its own is called as the register calls it. Refusal:
 * unknown-document, at `body`.
 */
export async function fillDocuments(db: Db, content: DraftText): Promise<Outcome<DraftText, DraftCode>> {
  const asked = content.body.flatMap(block => (block.type === 'document' ? [block.instrument] : []))
  if (asked.length === 0) return done(content)
  const rows = await listed(db, { instruments: asked, most: asked.length })
  const names = new Map(rows.map(row => [Number(row.instrument), called(row)]))
  const unknown = asked.filter(instrument => !names.has(instrument))
  if (unknown.length > 0)
    return refused(...unknown.map(instrument => ({ code: 'unknown-document' as const, field: 'body', values: { instrument } })))
  const body = content.body.map(block =>
    block.type === 'document' ? { ...block, caption: block.caption || names.get(block.instrument)!.slice(0, 1000) } : block,
  )
  return done({ ...content, body })
}

/** The subject of a decision may name a person: only where it is public by its kind, or was published, is it said. */
function called({ title, issuer, signed_on, is_public, ...instrument }: Instrument): string {
  const named = `${sayInstrument(instrument, 'vi')}, ${issuer}, ${sayDay(signed_on, 'vi')}`
  return is_public ? `${named}: ${title}` : named
}
