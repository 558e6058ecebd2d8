import type { Language } from '../web/index.ts'
import { Area } from './area.tsx'
import type { FieldError } from './form.tsx'

type WithdrawProps = { action: string; title?: string; waits: string; button: string }

/** Who has laid something before a second person waits for their word, and may take it back. */
export function WithdrawForm({ action, title, waits, button }: WithdrawProps) {
  return (
    <form method="post" action={action}>
      {title && <h2>{title}</h2>}
      <p>{waits}</p>
      <p class="actions">
        <button type="submit" class="quiet">
          {button}
        </button>
      </p>
    </form>
  )
}

type RejectProps = {
  lang: Language
  action: string
  words: { reject: string; reason: string; reason_hint: string }
  reason?: string
  field_errors?: FieldError[]
}

/** A second person rejects what was laid before them, and says why. */
export function RejectForm({ lang, action, words, reason, field_errors }: RejectProps) {
  return (
    <form method="post" action={action}>
      <h2>{words.reject}</h2>
      <Area {...{ lang, field_errors }} name="reason" label={words.reason} hint={words.reason_hint} value={reason} rows={3} />
      <p class="actions">
        <button type="submit" class="quiet">
          {words.reject}
        </button>
      </p>
    </form>
  )
}
