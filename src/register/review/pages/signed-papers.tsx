import { randomUUID } from 'node:crypto'
import { type FieldError, Question } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import { file_limits } from '../../organisation/index.ts'
import type { ReviewPaper } from '../reads/papers.ts'
import { review_words } from '../words.ts'

type Props = {
  view: ViewContext
  at: { unit: string; review_round_id: number }
  papers: readonly ReviewPaper[]
  may_keep: boolean
  field_errors: FieldError[]
}

/** The minutes as they were signed: what is kept, and where another sheet is brought. */
export function SignedPapers({ view, at, papers, may_keep, field_errors }: Props) {
  const { lang, to } = view
  const words = review_words[lang]
  if (papers.length === 0 && !may_keep) return null
  return (
    <section class="no-print">
      <h2>{words.signed}</h2>
      {papers.length === 0 && <p class="hint">{words.signed_none}</p>}
      {papers.map(({ review_paper_id, name }) => (
        <div class="task" key={review_paper_id}>
          <p>
            <a href={to.review_paper({ ...at, review_paper_id })}>{name}</a>
          </p>
          {may_keep && (
            <form method="post" action={to.review_paper_off({ ...at, review_paper_id })}>
              <button type="submit" class="quiet" aria-label={`${words.signed_off}: ${name}`}>
                {words.signed_off}
              </button>
            </form>
          )}
        </div>
      ))}
      {may_keep && <Bring {...{ view, at, field_errors }} />}
    </section>
  )
}

function Bring({ view: { lang, to }, at, field_errors }: Pick<Props, 'view' | 'at' | 'field_errors'>) {
  const words = review_words[lang]
  return (
    <form method="post" action={to.review_papers(at)} enctype="multipart/form-data">
      <HiddenFields fields={[['key', randomUUID()]]} />
      <Question {...{ lang, field_errors }} name="file" label={words.signed_file} hint={words.signed_hint(file_limits.size / 1024 / 1024)}>
        {(described, is_wrong) => (
          <input
            id="file"
            name="file"
            type="file"
            accept=".pdf,.docx,image/jpeg,image/png,image/webp"
            aria-describedby={described}
            aria-invalid={is_wrong}
          />
        )}
      </Question>
      <div class="actions">
        <button type="submit" class="quiet">
          {words.signed_keep}
        </button>
      </div>
    </form>
  )
}
