import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { Area, type FieldError } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import type { Draft } from '../../newsroom/index.ts'
import type { HourTyped } from '../typed-hour.ts'
import { newsdesk_words } from '../words.ts'
import { HourFields } from './hour-fields.tsx'

type OfDraft = { view: ViewContext; draft: Draft; field_errors?: FieldError[] }

function fieldsFor({ version }: Draft): [string, string][] {
  return [
    ['key', randomUUID()],
    ['read', String(version)],
  ]
}

/** The one decision on what goes out, and when. */
export function ApproveForm({ view: { lang, to }, draft, typed, field_errors = [] }: OfDraft & { typed: HourTyped }) {
  const words = newsdesk_words[lang]
  return (
    <section id="duyet">
      <h2>{words.approve_title}</h2>
      <form method="post" action={to.draft_approve(draft)}>
        <HiddenFields fields={fieldsFor(draft)} />
        <HourFields {...{ lang, typed, field_errors }} label={words.when} now={words.now} />
        <div class="actions">
          <button type="submit">{words.moves.approve}</button>
        </div>
      </form>
    </section>
  )
}

/** The way past the desks: folded, for it is not the ordinary one. */
export function EmergencyForm({ view: { lang, to }, draft, reason, field_errors = [] }: OfDraft & { reason: string }) {
  const words = newsdesk_words[lang]
  return (
    <details class="no-print" open={field_errors.some(({ field }) => field === 'emergency')}>
      <summary>{words.moves.emergency}</summary>
      <p>{words.emergency_lead}</p>
      <form method="post" action={to.draft_emergency(draft)}>
        <HiddenFields fields={fieldsFor(draft)} />
        <Area {...{ lang, field_errors }} name="emergency" label={words.emergency_reason} hint={words.emergency_hint} value={reason} />
        <button type="submit" class="quiet">
          {words.moves.emergency}
        </button>
      </form>
    </details>
  )
}

/** Why it went out past the desks, and the second signature or its button. */
export function Emergency({ view: { lang, to }, draft, may_sign }: OfDraft & { may_sign: boolean }) {
  const words = newsdesk_words[lang]
  const { emergency } = draft
  if (!emergency) return null
  return (
    <section class={`notice is-${emergency.signed_by === null ? 'to-do' : 'done'}`}>
      <h2>{words.emergency_title}</h2>
      <p>
        {emergency.by_name}: <span lang="vi">«{emergency.reason}»</span>
      </p>
      {emergency.signed_by !== null && <p>{words.signed(emergency.signed_by, sayInstant(emergency.signed_at!, lang))}</p>}
      {emergency.signed_by === null && draft.state === 'published' && <p>{words.to_sign}</p>}
      {emergency.signed_by === null && draft.state === 'published' && may_sign && (
        <form method="post" action={to.draft_countersign(draft)}>
          <HiddenFields fields={fieldsFor(draft)} />
          <button type="submit">{words.sign}</button>
        </form>
      )}
    </section>
  )
}
