import { dayOf } from '../../../basis/shared/dates.ts'
import { tablesRead } from '../../../platform/database/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { listNamed } from '../../../register/tree/index.ts'
import { type Edition, labelOf, type Subject, unitKeysOf } from '../../newsroom/index.ts'
import type { Asking } from '../blocks/block.ts'
import { document_tables, documentsOf } from '../documents/find-documents.ts'
import { keyword_words } from '../keywords/keyword-words.ts'
import { words } from '../words.ts'

/** The pages of what an article is about, by the labels of subjects. */
export type SubjectHrefs = ReadonlyMap<string, string>
export const subject_tables = [...new Set([...tablesRead(listNamed.sql), ...document_tables])]

/**
 * The pages of subjects, of a unit as it was on the day of publication: cells have none, nor has a document that not
 * everybody may read.
 */
export async function hrefsOfSubjects(
  { reads, view: { to } }: Pick<Asking, 'reads' | 'view'>,
  { subjects, published_at }: Pick<Edition, 'subjects' | 'published_at'>,
): Promise<SubjectHrefs> {
  const day = dayOf(new Date(published_at))
  const units = unitKeysOf(subjects)
  const instruments = subjects.flatMap(one => ('instrument' in one ? one.instrument : []))
  const keywords = subjects.flatMap(one => ('keyword' in one ? one : []))
  const [named, documents] = await Promise.all([
    units.length === 0 ? [] : listNamed(reads, { units, day }),
    documentsOf(reads, instruments),
  ])
  const with_pages = named.filter(({ unit_kind }) => unit_kind !== 'cell')
  return new Map([
    ...with_pages.map(({ key, name }) => [labelOf({ unit: key, name }), to.structure_unit({ unit: key, day })] as const),
    ...keywords.map(one => [labelOf(one), to.keyword(one)] as const),
    ...documents.map(one => [labelOf({ instrument: one.instrument_id, name: one.number }), to.document(one)] as const),
  ])
}

type Props = { subjects: readonly Subject[]; hrefs?: SubjectHrefs; lang: Language }

/** What an article is about: places, organisations and documents, as they were called then; and its keywords. */
export function Subjects({ subjects, hrefs = new Map(), lang }: Props) {
  const [keywords, others] = [true, false].map(are => subjects.filter(subject => 'keyword' in subject === are))
  return (
    <>
      {others!.length > 0 && (
        <p class="meta">
          {words[lang].subjects}{' '}
          {others!.map((subject, i) => (
            <span key={labelOf(subject)} lang="vi">
              {i > 0 && ' · '}
              <Linked subject={subject} href={hrefs.get(labelOf(subject))} />
            </span>
          ))}
        </p>
      )}
      {keywords!.length > 0 && (
        <ul class="keywords" aria-label={keyword_words[lang].title} lang="vi">
          {keywords!.map(subject => (
            <li key={labelOf(subject)} itemProp="keywords">
              <Linked subject={subject} href={hrefs.get(labelOf(subject))} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Linked({ subject: { name }, href }: { subject: Subject; href: string | undefined }) {
  return href ? <a href={href}>{name}</a> : name
}
