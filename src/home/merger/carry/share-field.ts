import type { Sentence } from '../../../basis/shared/sentences.ts'
import { type FormField, text } from '../../../platform/staff/index.ts'

/**
 * A share in hundredths of a per cent at most: 37,5. Empty is unknown (null); what is no share is read as −1.
 */
export function percent<const Code extends string>({ wrong, ...asks }: { label: Sentence; hint?: Sentence; wrong: Code }) {
  const typed = text({ ...asks, most: 10, is_optional: true })
  return {
    ...typed,
    read: (sent = '') => shareIn(sent),
    *problems(value: number | null) {
      if (value !== null && !(value > 0 && value <= 1)) yield { code: wrong }
    },
  } satisfies FormField<number | null, Code>
}

function shareIn(sent: string): number | null {
  if (sent === '') return null
  return /^\d{1,3}([.,]\d{1,2})?$/.test(sent) ? Number((Number(sent.replace(',', '.')) / 100).toFixed(4)) : -1
}

/** As a form shows a share again: «37,5». */
export function percentOf(share: number | null): string {
  return share === null ? '' : String(Number((share * 100).toFixed(2))).replace('.', ',')
}
