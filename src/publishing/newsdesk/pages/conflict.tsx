import { sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { FieldConflict } from '../../../platform/ledger/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { field_words, newsdesk_words } from '../words.ts'
import { WritePage, type WriteProps } from './write.tsx'

type ConflictProps = WriteProps & { conflicts: FieldConflict[]; saved_by: string; saved_at: string }

/**
 * Somebody has saved meanwhile: the form holds what both wrote; of what both changed alike, one's own, with theirs
 * above it. Nothing is lost, and nothing is saved until it was read.
 */
export function ConflictPage({ conflicts, saved_by, saved_at, ...write }: ConflictProps) {
  const { lang } = write.view
  const words = newsdesk_words[lang]
  return (
    <WritePage {...write}>
      <div class="notice" role="alert">
        <p>{words.conflict(saved_by, sayInstant(saved_at, lang))}</p>
        <p>{conflicts.length > 0 ? words.conflict_how : words.conflict_same}</p>
      </div>
      {conflicts.map(conflict => (
        <Theirs key={conflict.field} {...{ lang, conflict }} />
      ))}
    </WritePage>
  )
}

function Theirs({ lang, conflict: { field, theirs } }: { lang: Language; conflict: FieldConflict }) {
  const label = lookUp(field_words, field)!.label[lang]
  return (
    <section>
      <h2>{newsdesk_words[lang].theirs(label)}</h2>
      <div class="paper" lang="vi">
        {theirs}
      </div>
    </section>
  )
}
