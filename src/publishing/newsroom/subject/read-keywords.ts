import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { slugOf } from '../../../basis/shared/vietnamese.ts'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import { longest_keyword, most_subjects, type Subject } from './subject.ts'

const called = query<{ keywords: string[] }, { keyword: string; name: string }>(`
  select distinct on (keyword) keyword, name
    from edition_subject
   where keyword = any(:keywords::text[])
   order by keyword, edition_id desc`)

/**
 * The keywords of lines. One that an edition bore before is called as the newest one calls it, however its marks and
 * large letters are typed now; any other is a new one. Refusals at `keywords`: too-many-subjects, and unfit-keyword
 * (`line` is too long, or has no letter).
 */
export async function readKeywords(db: Db | Tx, lines: readonly string[]): Promise<Outcome<Subject, DraftCode>[]> {
  if (lines.length > most_subjects) return [refused({ code: 'too-many-subjects', field: 'keywords', limit: most_subjects })]
  const keywords = lines.map(slugOf)
  const known = keywords.length === 0 ? [] : await called(db, { keywords })
  const names = new Map(known.map(({ keyword, name }) => [keyword, name]))
  return lines.map((line, i) => {
    const keyword = keywords[i]!
    if (keyword === '' || line.length > longest_keyword)
      return refused({ code: 'unfit-keyword', field: 'keywords', limit: longest_keyword, values: { line: line.slice(0, longest_keyword) } })
    return done({ keyword, name: names.get(keyword) ?? line })
  })
}
