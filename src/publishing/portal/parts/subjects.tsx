import type { Language } from '../../../platform/web/index.ts'
import type { Subject } from '../../newsroom/index.ts'
import { words } from '../words.ts'

/** What an article is about: places, organisations and documents, as they were called then. */
export function Subjects({ subjects, lang }: { subjects: readonly Subject[]; lang: Language }) {
  if (subjects.length === 0) return null
  return (
    <p class="meta">
      {words[lang].subjects}{' '}
      {subjects.map(({ name }, i) => (
        <span key={name} lang="vi">
          {i > 0 && ' · '}
          {name}
        </span>
      ))}
    </p>
  )
}
