import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields } from '../../../platform/web/index.ts'
import { compareDrafts, type Draft, type DraftVersion, printStructured } from '../../newsroom/index.ts'
import type { PhotosOfText } from '../../portal/index.ts'
import { newsdesk_words } from '../words.ts'
import { ComparisonPart } from './comparison.tsx'
import { DraftAsRead } from './draft-as-read.tsx'

type VersionProps = StaffPageProps & {
  draft: Draft
  version: DraftVersion
  as_read: DraftVersion['content']
  library: PhotosOfText
  may_restore: boolean
  /** The version before it; null of the first. */
  before: DraftVersion | null
}

/** An older version, whole: as it was read, and as it was written. */
export function VersionPage({ draft, version, as_read, library, may_restore, before, ...staff_page }: VersionProps) {
  const { view } = staff_page
  const words = newsdesk_words[view.lang]
  const { draft_id } = draft
  const { number, content } = version
  return (
    <Frame {...staff_page} title={words.version_of(number, as_read.title)} here={to => to.draft_version({ draft_id, version: number })}>
      <p class="hint">
        {words.saved(number, sayInstant(version.at, view.lang), version.writer_name)}{' '}
        {number === draft.version ? words.newest : words.version_lead}
      </p>
      <p>
        <a href={view.to.draft({ draft_id })}>{words.back_to_draft}</a>
      </p>
      {may_restore && (
        <form method="post" action={view.to.draft_restore({ draft_id, version: number })} class="actions no-print">
          <HiddenFields
            fields={[
              ['key', randomUUID()],
              ['read', String(draft.version)],
            ]}
          />
          <button type="submit" class="quiet">
            {words.restore(number)}
          </button>
        </form>
      )}
      {before && (
        <ComparisonPart lang={view.lang} comparison={compareDrafts(before.content, content)} number={number} before={before.number} />
      )}
      <DraftAsRead {...{ view, library }} content={as_read} findings={[]} />
      <details>
        <summary>{words.as_structured}</summary>
        <div class="paper" lang="vi">
          {printStructured(content)}
        </div>
      </details>
    </Frame>
  )
}
