import { type Db, query } from '../../platform/database/index.ts'
import type { Ranked } from './find-texts.ts'
import type { FoundKind, SearchLang } from './keep-text.ts'

/** A text that was found, as it stands: `number` is that of the article or the instrument, `day` ISO. */
export type FoundText = { kind: FoundKind; number: number; day: string; labels: string[]; title: string; body: string }

const read = query<{ lang: string; kinds: string[]; numbers: number[] }, FoundText>(
  `select t.kind, t.number, t.day, t.labels, t.title, t.body
     from unnest(:kinds::text[], :numbers::integer[]) with ordinality as asked (kind, number, place)
     join search_text t on t.kind = asked.kind and t.number = asked.number and t.lang = :lang
    order by asked.place`,
)

/** The texts of a stretch of a ranking, in its order. */
export function readFound(db: Pick<Db, 'executeQuery'>, lang: SearchLang, ranked: readonly Ranked[]): Promise<FoundText[]> {
  return read(db, { lang, kinds: ranked.map(({ kind }) => kind), numbers: ranked.map(({ number }) => number) })
}
