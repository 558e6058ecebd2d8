import { randomUUID } from 'node:crypto'
import { sayDay } from '../../../../basis/shared/dates.ts'
import { type FieldError, Frame, type StaffPageProps } from '../../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../../platform/web/index.ts'
import { Meaning } from '../../pages/meaning.tsx'
import type { Seen } from '../../preview-proposal.ts'
import { sayProblem } from '../../words.ts'
import type { MergerDraft } from '../drafts.ts'
import { wizard_words } from '../wizard-words.ts'

type PreviewProps = StaffPageProps & { draft: MergerDraft; seen: Seen; field_errors: FieldError[] }

/** What a draft would mean, before anybody else sees it; then the press that lays it before a second person. */
export function PreviewPage({ draft, seen, field_errors, ...staff_page }: PreviewProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = wizard_words[lang]
  const { merger_draft_id, version, drafted } = draft
  return (
    <Frame
      {...staff_page}
      {...{ field_errors }}
      title={`${words.preview}: ${drafted.instrument.title}`}
      crumb={words.begin}
      here={t => t.merger_preview({ merger_draft_id })}
    >
      <p>{words.preview_lead(sayDay(drafted.effective_on, lang))}</p>
      {seen.problems.length > 0 && <Cannot {...{ view, draft, seen }} />}
      {seen.preview && <Meaning {...{ view }} preview={seen.preview} />}
      {seen.preview && (
        <form method="post" action={to.merger_preview({ merger_draft_id })}>
          <HiddenFields
            fields={[
              ['key', randomUUID()],
              ['version', String(version)],
            ]}
          />
          <p class="actions">
            <button type="submit">{words.lay}</button>
          </p>
        </form>
      )}
      <p class="actions">
        <a href={to.merger_draft({ merger_draft_id })}>{words.back}</a>
      </p>
    </Frame>
  )
}

/** Why it cannot be, each with the way to where it is mended. */
function Cannot({ view: { lang, to }, draft: { merger_draft_id, drafted }, seen }: { view: ViewContext; draft: MergerDraft; seen: Seen }) {
  const words = wizard_words[lang]
  const placeOf = (field = '') => {
    const [list, place] = field.split('.')
    if (list === 'units')
      return { href: to.merger_unit({ merger_draft_id, place: place! }), label: drafted.units[Number(place)]?.name ?? '' }
    if (list === 'others') return { href: to.merger_others({ merger_draft_id }), label: words.others }
    return { href: to.merger_resolution({ merger_draft_id }), label: words.resolution }
  }
  return (
    <section>
      <h2>{words.cannot}</h2>
      <ul>
        {seen.problems.map(problem => {
          const { href, label } = placeOf(problem.field)
          return (
            <li key={`${problem.code} ${problem.field} ${JSON.stringify(problem.values)}`}>
              <a href={href}>{label}</a>: {sayProblem(lang, problem)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
