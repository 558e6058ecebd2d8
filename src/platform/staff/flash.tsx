import { randomUUID } from 'node:crypto'
import { HiddenFields } from '../web/index.ts'
import { Notice, type NoticeLook } from './form.tsx'

/** One press that undoes something, and until when it can be pressed. */
export type Undo = { action: string; fields: [name: string, value: string][]; label: string; hint?: string }

/**
 * What was just done, and to whom; and the way to undo it, while there is one. `look`: where it was not done, or not
 * wholly.
 */
export type Flash = { say: string; undo?: Undo; look?: NoticeLook }

export function FlashNotice({ flash }: { flash: string | Flash }) {
  if (typeof flash === 'string') return <Notice>{flash}</Notice>
  return (
    <Notice look={flash.look}>
      <p>{flash.say}</p>
      {flash.undo && <UndoForm {...flash.undo} />}
    </Notice>
  )
}

/** Beside a row it is short: `about` says of whom, to whoever hears the button without seeing the row. */
export function UndoForm({ action, fields, label, hint, about, is_short = false }: Undo & { about?: string; is_short?: boolean }) {
  return (
    <form method="post" action={action} class="undo no-print">
      <HiddenFields fields={[['key', randomUUID()], ...fields]} />
      <button type="submit" class={is_short ? 'plain' : 'quiet'} aria-label={about && `${label}: ${about}`}>
        {label}
      </button>
      {hint && !is_short && <p class="hint">{hint}</p>}
    </form>
  )
}
