import { type FieldError, Frame, Question, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { type DocumentFinding, finding_kind_words, finding_kinds, finding_words } from '../../newsroom/index.ts'
import { import_words } from '../import-words.ts'
import { photo_page_words } from '../photos/photo-words.ts'
import { newsdesk_words } from '../words.ts'

/** Where a document of Word is sent. `most` in MB. */
export function ImportPage({ most, field_errors, ...staff_page }: StaffPageProps & { most: number; field_errors: FieldError[] }) {
  const { lang, to } = staff_page.view
  const words = import_words[lang]
  return (
    <Frame {...staff_page} title={words.title} here={t => t.draft_import()} field_errors={field_errors}>
      <p>{words.lead}</p>
      <form method="post" action={to.draft_import()} enctype="multipart/form-data">
        <Question {...{ lang, field_errors }} name="file" label={words.file} hint={words.file_hint(most)}>
          {(described, is_wrong) => (
            <input id="file" name="file" type="file" accept=".docx" aria-describedby={described} aria-invalid={is_wrong} />
          )}
        </Question>
        <div class="actions">
          <button type="submit">{words.read}</button>
          <a href={to.newsdesk()}>{newsdesk_words[lang].back}</a>
        </div>
      </form>
    </Frame>
  )
}

/** What was not taken as it stood, with the first few places of each. */
export function ImportReport({ view: { lang, to }, findings, photos }: { view: ViewContext; findings: DocumentFinding[]; photos: number }) {
  const words = import_words[lang]
  const kinds = Object.entries(finding_kind_words).map(([kind, label]) => ({
    label: label[lang],
    found: findings.filter(({ code }) => finding_kinds[code] === kind),
  }))
  return (
    <section class="notice is-to-do" aria-labelledby="report">
      <h2 id="report">{words.report}</h2>
      <p>{words.unsaved}</p>
      {photos > 0 && (
        <p>
          {words.photos(photos)} <a href={to.photos()}>{photo_page_words[lang].title}</a>
        </p>
      )}
      {findings.length === 0 && <p>{words.nothing_found}</p>}
      {kinds
        .filter(({ found }) => found.length > 0)
        .map(({ label, found }) => (
          <details key={label} open>
            <summary>
              {label} ({found.length})
            </summary>
            <ul>
              {found.map(({ code, n, samples }) => (
                <li key={code}>
                  {finding_words[code][lang]} <span class="hint">({words.times(n)})</span>
                  {samples.length > 0 && (
                    <p class="hint" lang="vi">
                      {samples.map(sample => `«${sample}»`).join(' · ')}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  )
}
