import { dayOf } from '../../../basis/shared/dates.ts'
import { type Db, tablesRead } from '../../../platform/database/index.ts'
import type { Href, Language } from '../../../platform/web/index.ts'
import { listNamed } from '../../../register/tree/index.ts'
import { type Edition, labelOf, type Subject } from '../../newsroom/index.ts'
import { document_tables, findDocuments } from '../documents/find-documents.ts'
import { words } from '../words.ts'

/** What an article is about, each with its page: a unit as it was on the day of publication. */
export type SubjectHrefs = ReadonlyMap<string, (to: Href) => string>
export const subject_tables = [...new Set([...tablesRead(listNamed.sql), ...document_tables])]

/** The pages of subjects: cells have none, nor has a document that not everybody may read. */
export async function hrefsOfSubjects(
  db: Db,
  { subjects, published_at }: Pick<Edition, 'subjects' | 'published_at'>,
): Promise<SubjectHrefs> {
  const day = dayOf(new Date(published_at))
  const units = subjects.flatMap(one => ('unit' in one ? one.unit : []))
  const instruments = subjects.flatMap(one => ('instrument' in one ? one.instrument : []))
  const named = units.length === 0 ? [] : await listNamed(db, { units, day })
  const documents = await Promise.all(
    instruments.map(instrument_id => findDocuments(db, { words: '', kind: '', instrument_id, most: 1, after: 0 })),
  )
  return new Map([
    ...named
      .filter(({ unit_kind }) => unit_kind !== 'cell')
      .map(({ key, name }) => [labelOf({ unit: key, name }), (to: Href) => to.structure_unit({ unit: key, day })] as const),
    ...documents
      .flat()
      .map(
        document => [labelOf({ instrument: document.instrument_id, name: document.number }), (to: Href) => to.document(document)] as const,
      ),
  ])
}

type Props = { subjects: readonly Subject[]; hrefs?: SubjectHrefs; lang: Language; to: Href }

/** What an article is about: places, organisations and documents, as they were called then. */
export function Subjects({ subjects, hrefs = new Map(), lang, to }: Props) {
  if (subjects.length === 0) return null
  return (
    <p class="meta">
      {words[lang].subjects}{' '}
      {subjects.map((subject, i) => {
        const href = hrefs.get(labelOf(subject))
        return (
          <span key={subject.name} lang="vi">
            {i > 0 && ' · '}
            {href ? <a href={href(to)}>{subject.name}</a> : subject.name}
          </span>
        )
      })}
    </p>
  )
}
